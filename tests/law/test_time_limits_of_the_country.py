"""Time limits as clerks of the whole country write them."""

import pytest
from tests.law.limit_rows import rows

from gongkai.law.time_limit.grammar import read, same_rules
from gongkai.law.time_limit.values import rule_value
from gongkai.law.vocabulary import Severity

ROWS = list(rows())
WEIGHTS = ["", Severity.NOTICE, Severity.WARNING, Severity.ERROR]


def named(row):
    return row.phrase.strip() or "（空）"


def meanings(reading):
    return [meaning(rule) for rule in reading.rules]


def meaning(rule):
    """The fields of a rule, without its words and their places."""
    value = rule_value(rule)
    del value["text"], value["span"]
    trigger = value.pop("trigger", None)
    return value if trigger is None else {**value, "event": trigger["event"]}


def test_the_tables_are_broad():
    assert len(ROWS) >= 600
    assert len({row.phrase for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_phrase_gives_the_rules_of_its_row(row):
    assert meanings(read(row.phrase)) == row.rules


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_heaviest_finding_is_as_heavy_as_the_row_says(row):
    heaviest = max((WEIGHTS.index(each.severity) for each in read(row.phrase).findings), default=0)
    assert WEIGHTS[heaviest] == row.heaviest


@pytest.mark.parametrize("row", [row for row in ROWS if not row.rules], ids=named)
def test_what_gives_no_rule_gives_an_error(row):
    reading = read(row.phrase)
    assert not reading.rules
    assert any(finding.severity is Severity.ERROR for finding in reading.findings)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_what_is_written_back_reads_the_same(row):
    reading = read(row.phrase)
    again = read(reading.canonical)
    assert not reading.rules or same_rules(again.rules, reading.rules), reading.canonical
    assert not reading.rules or all(each.severity is not Severity.ERROR for each in again.findings)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_spans_hold_the_words_and_do_not_run_into_each_other(row):
    reading = read(row.phrase)
    ends = 0
    for rule in reading.rules:
        start, end = rule.span
        assert row.phrase[start:end] == rule.text
        assert ends <= start <= end
        ends = end
    for finding in reading.findings:
        start, end = finding.span
        assert 0 <= start <= end <= len(row.phrase)
        assert finding.message.endswith("。")


@pytest.mark.parametrize("row", [row for row in ROWS if row.heaviest == "warning"], ids=named)
def test_a_slip_put_right_as_suggested_leaves_no_slip(row):
    mended = row.phrase
    slips = [each for each in read(row.phrase).findings if each.code in ("misspelt", "range")]
    for slip in sorted(slips, key=lambda each: each.span, reverse=True):
        start, end = slip.span
        mended = mended[:start] + slip.suggestion + mended[end:]
    assert meanings(read(mended)) == row.rules
    assert not [each for each in read(mended).findings if each.code in ("misspelt", "range")]
