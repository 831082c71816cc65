"""Phrases of other governments read as a careful reader did."""

import re
from datetime import date

from gongkai.law.time_limit.grammar import read
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.time_limit.values import rule_value
from gongkai.law.vocabulary import Severity

UNITS = {"working-day": "workday", "2-year": "year"}
RELATIONS = {"within": "within", "before": "before", "not-less-than": "open_for", "at-most": "keep_for"}
MODES = {"immediate": "promptly", "timely": "promptly", "dynamic": "promptly", "long-term": "standing"}


def notes_of(reading):
    """The reader's notes, key by key; what stands in brackets is a remark.

    Where the reader turned 日 into working days by a statute, contracts/time-limit.md keeps `day`.
    """
    reading = re.sub(r"working-day (?=\([^)]*第\d+条)", "day ", reading)
    pairs = (part.split("=", 1) for part in re.split(r";\s+(?=[a-z_]+=)", reading))
    return {key.strip(): re.sub(r"\s*\(.*\)$", "", value.strip()) for key, value in pairs}


def expected(notes):
    """The first rule that the notes ask for: its kind and the fields they give."""
    if "fixed" in notes:
        return fixed(notes["fixed"], notes)
    if "amount" in notes:
        return {
            "kind": RELATIONS[notes["relation"]],
            "amount": int(notes["amount"]),
            "unit": UNITS.get(notes["unit"], notes["unit"]),
        }
    if notes.get("mode") == "recurring":
        period = notes["period"]
        return {"kind": "every", "amount": 2 if period == "2-year" else 1, "unit": UNITS.get(period, period)}
    if "relation" in notes:
        return {"kind": RELATIONS[notes["relation"]]}
    return {"kind": MODES[notes["mode"]]}


def fixed(words, notes):
    """A date of the notes: 06-30 each year, 2024-09-04..2024-09-27, 20th of each month, Q1 each year."""
    window = re.fullmatch(r"(\d{4}-\d\d-\d\d|publication)\.\.(\d{4}-\d\d-\d\d)", words)
    if window:
        begins = {} if window[1] == "publication" else {"from": window[1]}
        return {"kind": "dates", **begins, "to": window[2]}
    once = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words)
    if once:
        numbers = dict(zip(("year", "month", "day"), map(int, once.groups()), strict=True))
        return {"kind": "by_date", "period": "once", **numbers}
    by_day = re.match(r"(\d+)th of each month", words)
    if by_day:
        return {"kind": "by_date", "period": "month", "day": int(by_day[1])}
    parts = re.match(r"(?:(\d\d-\d\d)\.\.)?(\d\d)-(\d\d)", words)
    quarter = {"Q1": (3, 31), "H1": (6, 30), "early January": (1, None)}
    month, day = (
        (int(parts[2]), int(parts[3]))
        if parts
        else next(v for k, v in quarter.items() if words.startswith(k))
    )
    value = {"kind": "by_date", "period": notes["period"], "month": month}
    return value if day is None else {**value, "day": day}


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, _, notes = line.split("\t")
            yield phrase.replace("\\n", "\n"), notes


def is_right(rule, wanted):
    value = rule_value(rule)
    return all(value.get(key) == want for key, want in wanted.items())


def test_nearly_every_phrase_gives_the_rule_of_its_reader(shared):
    wrong, total = [], 0
    for phrase, notes in rows(shared("real/time-limits.tsv")):
        total += 1
        wanted = expected(notes_of(notes))
        if not any(is_right(rule, wanted) for rule in read(phrase).rules):
            wrong.append((phrase, wanted))
    assert total > 100
    assert len(wrong) / total <= 0.05, wrong


def test_no_phrase_gives_a_wrong_rule_without_a_finding(shared):
    """Silence is better than a wrong due day: what differs from the reader must carry a finding."""
    for phrase, notes in rows(shared("real/time-limits.tsv")):
        reading = read(phrase)
        wanted = expected(notes_of(notes))
        if not any(is_right(rule, wanted) for rule in reading.rules):
            assert any(finding.severity is not Severity.NOTICE for finding in reading.findings), phrase


def test_repaired_dates_of_the_reader_are_suggested_and_never_assumed(shared):
    repaired = [row for row in rows(shared("real/time-limits.tsv")) if "(repaired)" in row[1]]
    assert repaired
    for phrase, notes in repaired:
        reading = read(phrase)
        assert [rule for rule in reading.rules if rule.kind is RuleKind.DATES] == []
        last = date.fromisoformat(re.findall(r"\d{4}-\d\d-\d\d", notes)[-1])
        suggested = f"{last.year}年{last.month}月{last.day}日"
        assert any(finding.suggestion == suggested for finding in reading.findings)


def test_a_fraction_at_the_head_of_a_cell_is_no_item_of_a_list():
    for text in ("0.5个工作日内", "10.5个工作日内", "0．5日内公开"):
        found = read(text)
        assert (found.rules, found.findings[0].code) == ((), "impossible-amount"), text
    for text, amounts in {
        "1.5个工作日内；2.10个工作日内": [5, 10],
        "1. 5个工作日内": [5],
        "1.20个工作日内": [20],
    }.items():
        assert [rule.amount for rule in read(text).rules] == amounts, text
