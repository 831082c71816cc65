"""Time limits are read as the jurist's table says."""

import tomllib
from pathlib import Path

import pytest

from gongkai.law import lawdata
from gongkai.law.time_limit.counting import counts_from, due
from gongkai.law.time_limit.grammar import read, same_rules
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.time_limit.values import rule_value
from gongkai.law.vocabulary import Event, Severity

TABLE = tomllib.loads((Path(__file__).parent / "cases" / "time_limit.toml").read_text(encoding="utf-8"))
CASES = TABLE["case"]
COUNTED = [case for case in CASES if "event" in case]


def named(case):
    return case["phrase"] or "（空）"


def meaning(rule):
    value = rule_value(rule)
    del value["text"], value["span"]
    return value


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_phrase_gives_its_rules_and_findings(case):
    reading = read(case["phrase"])
    assert [meaning(rule) for rule in reading.rules] == case["rules"]
    assert [finding.code for finding in reading.findings] == case.get("findings", [])


@pytest.mark.parametrize("case", COUNTED, ids=named)
def test_a_rule_falls_due_on_the_day_of_the_table(case):
    rule = next(
        each
        for each in read(case["phrase"]).rules
        if counts_from(each, Event(case["event"])) or each.kind is RuleKind.BY_DATE
    )
    assert due(rule, case["event_on"], lawdata.calendar()).due_on == case["due_on"], case.get("why")


@pytest.mark.parametrize("case", CASES, ids=named)
def test_rules_written_back_read_as_the_same_rules(case):
    reading = read(case["phrase"])
    if reading.rules:
        assert same_rules(read(reading.canonical).rules, reading.rules), reading.canonical


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_span_points_into_the_text_as_it_was_given(case):
    reading = read(case["phrase"])
    for rule in reading.rules:
        assert reading.text[slice(*rule.span)] == rule.text
    for finding in reading.findings:
        start, end = finding.span
        assert 0 <= start <= end <= len(case["phrase"])


@pytest.mark.parametrize("case", [case for case in CASES if not case["rules"]], ids=named)
def test_what_is_not_understood_is_an_error_and_no_rule(case):
    assert any(finding.severity is Severity.ERROR for finding in read(case["phrase"]).findings)


def test_every_time_limit_of_the_seed_stands_in_the_table(shared):
    phrases = {"".join(case["phrase"].split()) for case in CASES}
    text = shared("seed/catalogue.txt").read_text(encoding="utf-8")
    cells = {cell.strip() for line in text.splitlines() for cell in line.split("\t")}
    limits = {
        cell for cell in cells if cell == "/" or "工作日" in cell or "更新" in cell[-4:] or "20日内" in cell
    }
    assert len(limits) > 10
    assert {"".join(cell.split()) for cell in limits} <= phrases


def test_a_limit_under_a_statute_that_means_working_days_says_so_and_stays_days():
    statutes = lawdata.days_are_workdays()
    reading = read("依照行政处罚法，自决定变更之日起3日内撤回", statutes)
    assert [(rule.amount, rule.unit) for rule in reading.rules] == [(3, "day")]
    assert [finding.code for finding in reading.findings] == ["days-are-workdays"]
    assert not read("依照行政处罚法，自决定变更之日起4日内撤回", statutes).findings
