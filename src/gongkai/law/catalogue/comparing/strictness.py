"""Whether a time limit became stricter or weaker."""

from collections.abc import Sequence
from enum import StrEnum

from gongkai.law.time_limit.rule import Period, Rule, RuleKind
from gongkai.law.vocabulary import Unit


class Strictness(StrEnum):
    """How a new time limit stands to the old one.

    时限宽严：更严、更宽、相同、有严有宽、不能比较（种类或起算点不同）。
    """

    STRICTER = "stricter"
    WEAKER = "weaker"
    SAME = "same"
    MIXED = "mixed"
    UNCLEAR = "unclear"


# Days of a unit, for telling longer from shorter only; due days are never counted with them. Working days
# count as 7/5 of a day, so that 10 working days and 14 days come out alike.
_DAYS = {
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WORKDAY: 7 / 5,
    Unit.WEEK: 7.0,
    Unit.MONTH: 30.4,
    Unit.QUARTER: 91.3,
    Unit.HALF_YEAR: 182.6,
    Unit.YEAR: 365.25,
}
_CLOSE = 0.1  # amounts in different units that differ by less are not told apart
_LONGER_IS_STRICTER = {RuleKind.OPEN_FOR, RuleKind.BEFORE}
_LAST_OF_ITS_KIND = {Period.MONTH: 31, Period.QUARTER: 92, Period.HALF_YEAR: 184, Period.YEAR: 366}


def strictness(before: Sequence[Rule], after: Sequence[Rule], default: Rule) -> Strictness:
    """How the new rules stand to the old; `default` is the rule of an empty cell (条例第二十六条)."""
    old, new = _spoken(before, default), _spoken(after, default)
    if len(old) != len(new) or not old:
        return Strictness.UNCLEAR
    each = {_one(one, other) for one, other in zip(old, new, strict=True)} - {Strictness.SAME}
    if not each:
        return Strictness.SAME
    if Strictness.UNCLEAR in each:
        return Strictness.UNCLEAR
    return each.pop() if len(each) == 1 else Strictness.MIXED


def _spoken(rules: Sequence[Rule], default: Rule) -> list[Rule]:
    said = [default if rule.kind is RuleKind.SILENT else rule for rule in rules]
    return sorted(said, key=lambda rule: (rule.kind, rule.span))


def _one(before: Rule, after: Rule) -> Strictness:
    if before.kind is not after.kind or _counts_from(before) != _counts_from(after):
        return Strictness.UNCLEAR
    if before.kind in (RuleKind.PROMPTLY, RuleKind.STANDING):
        return Strictness.SAME
    old, new = _size(before), _size(after)
    if old is None or new is None:
        return Strictness.SAME if _meaning(before) == _meaning(after) else Strictness.UNCLEAR
    if before.unit is not after.unit and abs(old - new) <= _CLOSE * max(old, new):
        return Strictness.UNCLEAR
    if old == new:
        return Strictness.SAME
    longer = new > old
    wants_long = before.kind in _LONGER_IS_STRICTER or (
        before.kind is RuleKind.KEEP_FOR and before.at != "most"
    )
    return Strictness.STRICTER if longer is wants_long else Strictness.WEAKER


def _counts_from(rule: Rule) -> object:
    return rule.trigger.event if rule.trigger else None, rule.period, rule.at


def _size(rule: Rule) -> float | None:
    """How long the rule gives, in days; for a date of each period, how far into the period it lies."""
    if rule.amount is not None and rule.unit is not None:
        return rule.amount * _DAYS[rule.unit]
    if rule.kind is RuleKind.WITH:
        return 0.0
    if rule.kind is RuleKind.BY_DATE and rule.period in _LAST_OF_ITS_KIND and rule.year is None:
        return (rule.month or 0) * 31.0 + (rule.day or 31)
    return None


def _meaning(rule: Rule) -> object:
    return (rule.period, rule.year, rule.month, rule.day, rule.begins, rule.first_on, rule.last_on, rule.word)
