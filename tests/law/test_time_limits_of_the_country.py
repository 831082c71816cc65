"""Time limits as clerks of the whole country write them."""

import itertools

import pytest
from tests.law.limit_rows import rows

from gongkai.law.time_limit.grammar import read, same_rules
from gongkai.law.time_limit.values import rule_value
from gongkai.law.vocabulary import Severity

ROWS = list(rows())
GROUPS = [list(group) for _, group in itertools.groupby(ROWS, key=lambda row: row.group)]
WEIGHTS = ["", Severity.NOTICE, Severity.WARNING, Severity.ERROR]
MENDED = ("misspelt", "range")


def title(group):
    return group[0].group


def meanings(reading):
    return [meaning(rule) for rule in reading.rules]


def meaning(rule):
    """The fields of a rule, without its words and their places."""
    value = rule_value(rule)
    del value["text"], value["span"]
    trigger = value.pop("trigger", None)
    return value if trigger is None else {**value, "event": trigger["event"]}


def heaviest(reading):
    return WEIGHTS[max((WEIGHTS.index(each.severity) for each in reading.findings), default=0)]


def test_the_tables_are_broad():
    assert len(ROWS) >= 1000
    assert len({row.phrase for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("group", GROUPS, ids=title)
def test_a_phrase_gives_the_rules_and_the_weight_of_its_row(group):
    for row in group:
        reading = read(row.phrase)
        assert (meanings(reading), heaviest(reading)) == (row.rules, row.heaviest), row.phrase


@pytest.mark.parametrize("group", GROUPS, ids=title)
def test_what_gives_no_rule_gives_an_error(group):
    for row in group:
        reading = read(row.phrase)
        assert reading.rules or heaviest(reading) is Severity.ERROR, row.phrase


@pytest.mark.parametrize("group", GROUPS, ids=title)
def test_what_is_written_back_reads_the_same(group):
    for row in group:
        reading = read(row.phrase)
        again = read(reading.canonical)
        assert not reading.rules or same_rules(again.rules, reading.rules), reading.canonical
        assert not reading.rules or heaviest(again) is not Severity.ERROR, reading.canonical


@pytest.mark.parametrize("group", GROUPS, ids=title)
def test_spans_hold_the_words_and_do_not_run_into_each_other(group):
    for row in group:
        reading = read(row.phrase)
        bounds = [0, *itertools.chain.from_iterable(rule.span for rule in reading.rules), len(row.phrase)]
        assert bounds == sorted(bounds), row.phrase
        assert all(row.phrase[slice(*rule.span)] == rule.text for rule in reading.rules), row.phrase
        for finding in reading.findings:
            start, end = finding.span
            assert 0 <= start <= end <= len(row.phrase), row.phrase
            assert finding.message.endswith("。")


def test_a_slip_put_right_as_suggested_leaves_no_slip_and_the_same_rules():
    tried = 0
    for row in ROWS:
        slips = [each for each in read(row.phrase).findings if each.code in MENDED]
        if not slips or not row.rules:
            continue
        tried += 1
        mended = row.phrase
        for slip in sorted(slips, key=lambda each: each.span, reverse=True):
            start, end = slip.span
            mended = mended[:start] + slip.suggestion + mended[end:]
        again = read(mended)
        assert meanings(again) == row.rules, mended
        assert not [each for each in again.findings if each.code in MENDED], mended
    assert tried >= 40
