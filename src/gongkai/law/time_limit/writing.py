"""Writes rules back as a sentence that reads as those rules."""

from dataclasses import replace

from gongkai.law.time_limit.parts import UNIT_NAMES
from gongkai.law.time_limit.rule import MonthDay, Period, Rule, RuleKind
from gongkai.law.vocabulary import Event, Unit

EVENT_NAMES = {
    Event.FORMED_OR_CHANGED: "信息形成或者变更",
    Event.FORMED: "信息形成",
    Event.CHANGED: "信息变更",
    Event.OBTAINED: "信息获取",
    Event.ISSUED: "文件印发",
    Event.PUBLISHED: "信息公布",
    Event.DECIDED: "决定作出",
    Event.APPROVED: "批准",
    Event.RECEIVED: "收到",
    Event.CLOSED: "结束",
    Event.EFFECTIVE: "施行",
    Event.SIGNED: "签署",
    Event.PERIOD_ENDED: "每期终了",
    Event.HELD: "举行",
    Event.STARTED: "开始",
    Event.OTHER: "有关事项",
}


def canonical(rules: tuple[Rule, ...], *, is_quoted: bool = False) -> str:
    """The rules as one Chinese sentence; reading it gives the same rules again.

    With `is_quoted` the words of triggers stand in 「」, for those that would be read as a limit themselves.
    """
    given = (_quoted(rule) if is_quoted else rule for rule in rules)
    return "；".join(filter(None, (sentence_of(rule) for rule in given)))


def _quoted(rule: Rule) -> Rule:
    if rule.trigger is None or not rule.trigger.text:
        return rule
    return replace(rule, trigger=replace(rule.trigger, text=f"「{rule.trigger.text}」"))


def sentence_of(rule: Rule) -> str:
    """One rule as Chinese words; empty for a silent cell."""
    if rule.kind in (RuleKind.PROMPTLY, RuleKind.STANDING):
        return rule.word or ""
    if rule.kind is RuleKind.SILENT:
        return ""
    if rule.kind is RuleKind.LINK:
        return "/"
    return _WRITERS[rule.kind](rule)


def amount_of(rule: Rule) -> str:
    """20个工作日, 30日, 2周: the amount with its unit."""
    return f"{rule.amount}{UNIT_NAMES[rule.unit]}" if rule.unit and rule.amount is not None else ""


def event_words(rule: Rule) -> str:
    """The words of the trigger, or the usual ones of its event."""
    if rule.trigger is None:
        return ""
    return rule.trigger.text or EVENT_NAMES[rule.trigger.event]


def _within(rule: Rule) -> str:
    trigger = rule.trigger
    is_default = trigger is None or (trigger.event is Event.FORMED_OR_CHANGED and not trigger.text)
    if is_default and rule.unit in (Unit.YEAR, Unit.HALF_YEAR):
        return f"{amount_of(rule)}内公开"
    return f"{amount_of(rule)}内" if is_default else f"自{event_words(rule)}之日起{amount_of(rule)}内"


def _before(rule: Rule) -> str:
    trigger = rule.trigger
    is_bare = trigger is None or (trigger.event is Event.OTHER and not trigger.text)
    words = event_words(rule)
    # Of 在 and 于 the last opens a trigger: words that hold one are opened with 自, of which the first does.
    opening = ("自" if "在" in words or "于" in words else "在") + words
    if rule.amount is None:
        is_known = trigger is not None and trigger.event is not Event.OTHER
        return "事前" if is_bare else f"{opening}前" if is_known else f"{opening}前公开"
    return f"提前{amount_of(rule)}" if is_bare else f"{opening}的{amount_of(rule)}前"


def _with(rule: Rule) -> str:
    return "与原文同时发布" + (f"（{amount_of(rule)}内）" if rule.amount is not None else "")


def _open_for(rule: Rule) -> str:
    return f"公示期不少于{amount_of(rule)}"


def _every(rule: Rule) -> str:
    names = {Unit.MONTH: "月", Unit.QUARTER: "季度", Unit.HALF_YEAR: "半年", Unit.WORKDAY: "工作日"}
    is_one = rule.amount == 1 and rule.unit in names
    period = names[rule.unit] if is_one and rule.unit else amount_of(rule)
    return f"每{period.removeprefix('1') if rule.amount == 1 else period}更新一次"


def _by_date(rule: Rule) -> str:
    day = "" if rule.day is None else f"{rule.day}日"
    if rule.period is Period.MONTH:
        opening = f"{rule.begins.day}日至" if rule.begins else ""
        return f"每月{opening}{day}" if opening else f"每月{day}前"
    if rule.period in (Period.QUARTER, Period.HALF_YEAR):
        return f"每{'季度' if rule.period is Period.QUARTER else '半年'}第{rule.month}个月{day}前"
    head = f"{rule.year}年" if rule.period is Period.ONCE else "每年"
    if rule.begins is not None:
        return f"{head}{_month_day(rule.begins)}至{rule.month}月{day}"
    return f"{head}{rule.month}月{day}前" if day else f"{head}{rule.month}月初"


def _month_day(value: MonthDay) -> str:
    return f"{value.month}月{value.day}日"


def _dates(rule: Rule) -> str:
    if rule.first_on is None:
        return f"截至{_long(rule.last_on)}"
    return f"{_long(rule.first_on)}至{_long(rule.last_on)}" if rule.last_on else f"自{_long(rule.first_on)}起"


def _long(iso: str | None) -> str:
    year, month, day = (int(part) for part in (iso or "").split("-"))
    return f"{year}年{month}月{day}日"


def _keep_for(rule: Rule) -> str:
    if rule.word:
        return rule.word
    bound = {"least": "不少于", "most": "不超过"}.get(rule.at or "", "")
    return f"保留{bound}{amount_of(rule)}"


_WRITERS = {
    RuleKind.WITHIN: _within,
    RuleKind.BEFORE: _before,
    RuleKind.WITH: _with,
    RuleKind.OPEN_FOR: _open_for,
    RuleKind.EVERY: _every,
    RuleKind.BY_DATE: _by_date,
    RuleKind.DATES: _dates,
    RuleKind.KEEP_FOR: _keep_for,
}
