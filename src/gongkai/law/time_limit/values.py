"""Readings and due days as plain values for JSON."""

from typing import Any

from gongkai.law.finding import finding_value
from gongkai.law.time_limit.counting import Due
from gongkai.law.time_limit.rule import MonthDay, Reading, Rule, RuleKind, Trigger

_SAME_NAMES = ("amount", "unit", "period", "year", "month", "day", "word", "at")


def rule_value(rule: Rule) -> dict[str, Any]:
    """RULE of the contract: fields that a kind does not use are left out."""
    value: dict[str, Any] = {"kind": rule.kind.value, "text": rule.text, "span": list(rule.span)}
    for name in _SAME_NAMES:
        given = getattr(rule, name)
        if given is not None:
            value[name] = getattr(given, "value", given)
    if rule.trigger is not None:
        value["trigger"] = _trigger(rule.trigger)
    if rule.begins is not None:
        value["from"] = _month_day(rule.begins)
    if rule.kind is RuleKind.DATES:
        value |= {name: on for name, on in (("from", rule.first_on), ("to", rule.last_on)) if on is not None}
    return value


def due_value(place: int, event: str, due: Due) -> dict[str, Any]:
    """DUE of the contract: the rule's place in the reading, its event and the due day."""
    return {
        "rule": place,
        "event": event,
        "event_on": due.event_on.isoformat(),
        "due_on": due.due_on.isoformat(),
        "calendar": due.calendar.value,
        "skipped": [{"on": each.on.isoformat(), "why": each.why} for each in due.skipped],
        "because": due.because,
    }


def reading_value(reading: Reading, due: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """What `gongkai time-limit --json` prints."""
    return {
        "text": reading.text,
        "rules": [rule_value(rule) for rule in reading.rules],
        "canonical": reading.canonical,
        "findings": [finding_value(finding) for finding in reading.findings],
        "due": due or [],
    }


def _trigger(trigger: Trigger) -> dict[str, str]:
    return {"event": trigger.event.value, "text": trigger.text}


def _month_day(given: MonthDay) -> dict[str, int]:
    pairs = (("month", given.month), ("day", given.day))
    return {name: number for name, number in pairs if number is not None}
