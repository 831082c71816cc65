"""Due days of rules, each with its working shown."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.errors import LawError
from gongkai.law.time_limit.parts import UNIT_NAMES
from gongkai.law.time_limit.rule import Period, Rule, RuleKind
from gongkai.law.vocabulary import Event, Unit
from gongkai.law.workdays import Basis, Calendar, Skipped, missing_notice

MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}
PERIOD_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}

# What each kind counts from when the rule itself names no event (contracts/time-limit.md, RULE).
_FAMILY = frozenset({Event.FORMED_OR_CHANGED, Event.FORMED, Event.CHANGED})
_COUNTED_FROM = {
    RuleKind.WITH: frozenset({Event.PUBLISHED, Event.ISSUED}),
    RuleKind.OPEN_FOR: frozenset({Event.STARTED, Event.PUBLISHED}),
    RuleKind.KEEP_FOR: frozenset({Event.PUBLISHED, Event.STARTED}),
    RuleKind.EVERY: frozenset({Event.PUBLISHED, Event.CHANGED}),
}


@dataclass(frozen=True, slots=True)
class Due:
    """The day on which a rule falls due, and how it was counted.

    届满日：`skipped` 是不计的日子，`counted` 是逐个计入的工作日，`because` 用一句话写明算法与依据。
    """

    event_on: date
    due_on: date
    calendar: Basis
    because: str
    skipped: tuple[Skipped, ...] = ()
    counted: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Counted:
    due_on: date
    words: str
    skipped: tuple[Skipped, ...] = ()
    counted: tuple[date, ...] = ()
    missing: tuple[int, ...] = ()


def counts_from(rule: Rule, event: Event) -> bool:
    """Whether a rule counts from an event; forming and changing stand for each other's common rule."""
    if rule.trigger is None:
        return event in _COUNTED_FROM.get(rule.kind, frozenset())
    ours = rule.trigger.event
    is_family = {ours, event} <= _FAMILY and Event.FORMED_OR_CHANGED in (ours, event)
    return ours is event or is_family


def due(rule: Rule, event_on: date, calendar: Calendar) -> Due:
    """The due day of a rule whose event happened on a day.

    within, with, open_for, keep_for: the last day of the period that begins after the event.
    before: the last day that is still ahead enough. every: the end of the period after the one in which
    the last update lies. by_date: the next such date on or after the day. dates: the end of the window.
    Errors: a rule without a number or date (及时公开), a day or number beyond the calendar.
    Source: 民法典第二百条至第二百零四条, quoted above the functions; 条例第二十六条 for 工作日.
    """
    count = _COUNTERS.get(rule.kind)
    if count is None:
        named = rule.word or rule.text or rule.kind.value
        raise LawError(f"“{named}”没有写明日数或者日期，算不出届满日，请改用写明日数的时限。")
    try:
        found = count(rule, event_on, calendar)
    except (OverflowError, ValueError) as problem:
        if isinstance(problem, LawError):
            raise
        raise LawError(f"从{_long(event_on)}推算的届满日超出了日历的范围，请核对日期和日数。") from None
    # A day that does not move is provisional too while its year has no notice (house rule 4): how many
    # working days are left until then is not known.
    unknown = calendar.missing_between(found.due_on, found.due_on)
    warning = missing_notice(found.missing) or (
        f"{found.due_on.year}年的放假安排通知尚未收录。" if unknown else ""
    )
    return Due(
        event_on=event_on,
        due_on=found.due_on,
        calendar=Basis.PROVISIONAL if found.missing or unknown else Basis.OFFICIAL,
        because=f"{found.words}{'；' + warning.removesuffix('。') if warning else ''}。",
        skipped=found.skipped,
        counted=found.counted,
    )


def period_of(rule: Rule, day: date) -> tuple[date, date]:
    """The first and last day of the period of an `every` rule in which a day lies.

    Months, quarters, half-years and years follow the calendar; shorter periods begin on the day itself.
    """
    unit, amount = _unit(rule), _amount(rule)
    if unit not in MONTHS:
        return day, day + timedelta(days=_days(unit, amount) - 1)
    months = MONTHS[unit] * amount
    index = (day.year * 12 + day.month - 1) // months * months
    return _first_of(index), _first_of(index + months) - timedelta(days=1)


def _within(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    return _period(rule, event_on, calendar, f"自{_long(event_on)}{_named(rule)}的次日起算")


def _with(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    if rule.amount is None:
        return _Counted(event_on, f"应当与原文同时发布，原文于{_long(event_on)}发布，当日届满")
    return _period(rule, event_on, calendar, f"自原文{_long(event_on)}发布的次日起算")


def _open_for(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    return _period(rule, event_on, calendar, f"{_long(event_on)}开始，自次日起算")


def _keep_for(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    if rule.amount is None:
        raise LawError(f"“{rule.word or rule.text}”没有写明日数，算不出届满日，请按实际情形决定。")
    return _period(rule, event_on, calendar, f"{_long(event_on)}公开，自次日起算")


def _period(rule: Rule, event_on: date, calendar: Calendar, opening: str) -> _Counted:
    """A period counted forward from an event.

    民法典第二百零一条：按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。
    """
    unit, amount = _unit(rule), _amount(rule)
    if unit is Unit.WORKDAY:
        return _workdays(event_on, amount, calendar, opening)
    if unit is Unit.HOUR:
        return _hours(event_on, amount, f"自{_long(event_on)}的事件时刻起")
    last = _last_of_period(event_on, amount, unit)
    words = f"{opening}，数满{_count(amount, unit)}，到{_long(last)}"
    return _rolled(last, words, calendar)


def _hours(event_on: date, amount: int, opening: str) -> _Counted:
    """民法典第二百零一条第二款：按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。

    We know the day and not the hour: the latest day that the hours can reach. They wait for no day off.
    """
    to = event_on + timedelta(days=-(-amount // 24))
    return _Counted(to, f"{opening}连续计{amount}小时，最迟到{_long(to)}届满")


def _workdays(event_on: date, amount: int, calendar: Calendar, opening: str) -> _Counted:
    """条例第二十六条所称工作日：依国务院放假安排的通知，调休上班日计入，节假日和周末不计。"""
    span = calendar.add(event_on, amount)
    words = f"{opening}，数满{amount}个工作日，{_skipped(span.skipped)}到{_long(span.to)}届满"
    return _Counted(span.to, words, span.skipped, span.counted, span.missing_years)


def _last_of_period(event_on: date, amount: int, unit: Unit) -> date:
    """民法典第二百零二条：按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。"""
    if unit not in MONTHS:
        return event_on + timedelta(days=_days(unit, amount))
    year, month = divmod(event_on.year * 12 + event_on.month - 1 + MONTHS[unit] * amount, 12)
    return date(year, month + 1, min(event_on.day, monthrange(year, month + 1)[1]))


def _rolled(last: date, words: str, calendar: Calendar) -> _Counted:
    """民法典第二百零三条：期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。

    Weekends count as days off here, as the practice of offices and courts has it.
    """
    to = calendar.next_workday_on_or_after(last)
    missing = calendar.missing_between(last, to)
    if to == last:
        return _Counted(to, f"{words}届满", missing=missing)
    days = [last + timedelta(days=n) for n in range((to - last).days)]
    skipped = tuple(Skipped(day, calendar.reason_off(day)) for day in days)
    return _Counted(to, f"{words}，当日是{skipped[0].why}，顺延到{_long(to)}届满", skipped, missing=missing)


def _before(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    """At least so long ahead: counted backwards, the day of the event not counted.

    Rolling to a later day would shorten the notice that the rule protects, so nothing is rolled.
    """
    event = _named(rule)
    if rule.amount is None:
        to = event_on - timedelta(days=1)
        return _Counted(to, f"应当在{_long(event_on)}{event}之前，最迟为前一日{_long(to)}")
    unit, amount = _unit(rule), _amount(rule)
    opening = f"自{_long(event_on)}{event}的前一日起倒数{_count(amount, unit)}"
    if unit is Unit.WORKDAY:
        span = calendar.add(event_on, -amount)
        words = f"{opening}，{_skipped(span.skipped)}最迟为{_long(span.to)}"
        return _Counted(span.to, words, span.skipped, span.counted, span.missing_years)
    if unit is Unit.HOUR:
        to = event_on - timedelta(days=-(-amount // 24))
    elif unit in MONTHS:
        to = _last_of_period(event_on, -amount, unit)
    else:
        to = event_on - timedelta(days=_days(unit, amount))
    return _Counted(to, f"{opening}，最迟为{_long(to)}，倒数的期间不因节假日顺延")


def _every(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    """At least once in each period: after an update the next is due by the end of the following period."""
    unit, amount = _unit(rule), _amount(rule)
    opening = f"上次更新为{_long(event_on)}"
    if unit is Unit.WORKDAY:
        return _workdays(event_on, amount, calendar, f"{opening}，自次日起算")
    if unit is Unit.HOUR:
        return _hours(event_on, amount, f"{opening}，自该次更新时起")
    if unit not in MONTHS:
        last = event_on + timedelta(days=_days(unit, amount))
        words = f"{opening}，自次日起算{_count(amount, unit)}，到{_long(last)}"
        return _rolled(last, words, calendar)
    following = period_of(rule, event_on)[1] + timedelta(days=1)
    first, last = period_of(rule, following)
    return _Counted(last, f"{opening}，下一周期为{_long(first)}至{_long(last)}，最迟到{_long(last)}更新")


def _by_date(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    """A calendar date is no period: it stands as it is and is not rolled over (条例第四十九条)."""
    if rule.period is Period.ONCE:
        to = _clamped(rule.year or event_on.year, rule.month or 12, rule.day)
        return _Counted(to, f"时限写明的日期为{_long(to)}，按日历日期计，不顺延")
    months = PERIOD_MONTHS[rule.period or Period.YEAR]
    offset = (rule.month or 1) - 1 if months > 1 else 0
    index = (event_on.year * 12 + event_on.month - 1) // months * months + offset
    while (to := _clamped(*_year_month(index), rule.day)) < event_on:
        index += months
    return _Counted(to, f"{_long(event_on)}当日或者之后的下一个期日为{_long(to)}，按日历日期计，不顺延")


def _dates(rule: Rule, event_on: date, calendar: Calendar) -> _Counted:
    if rule.last_on is None:
        raise LawError(f"“{rule.text}”只写了起日，算不出届满日，请写明止日。")
    to = date.fromisoformat(rule.last_on)
    return _Counted(to, f"时限写明的止日为{_long(to)}，按日历日期计，不顺延")


_COUNTERS: dict[RuleKind, Callable[[Rule, date, Calendar], _Counted]] = {
    RuleKind.WITHIN: _within,
    RuleKind.BEFORE: _before,
    RuleKind.WITH: _with,
    RuleKind.OPEN_FOR: _open_for,
    RuleKind.KEEP_FOR: _keep_for,
    RuleKind.EVERY: _every,
    RuleKind.BY_DATE: _by_date,
    RuleKind.DATES: _dates,
}


def _unit(rule: Rule) -> Unit:
    if rule.unit is None:
        raise LawError(f"规则“{rule.text}”没有写明单位，算不出届满日，请补写工作日、日、月等单位。")
    return rule.unit


def _amount(rule: Rule) -> int:
    if rule.amount is None or rule.amount < 1:
        raise LawError(f"规则“{rule.text}”没有写明大于零的数字，算不出届满日，请补写数字。")
    return rule.amount


def _days(unit: Unit, amount: int) -> int:
    return amount * 7 if unit is Unit.WEEK else -(-amount // 24) if unit is Unit.HOUR else amount


def _first_of(index: int) -> date:
    year, month = _year_month(index)
    return date(year, month, 1)


def _year_month(index: int) -> tuple[int, int]:
    return index // 12, index % 12 + 1


def _clamped(year: int, month: int, day: int | None) -> date:
    """The day of the month, or its last day when the month is shorter or no day is named."""
    last = monthrange(year, month)[1]
    return date(year, month, min(day or last, last))


def _named(rule: Rule) -> str:
    words = rule.trigger.text if rule.trigger else ""
    return f"（{words}）" if words else ""


def _count(amount: int, unit: Unit) -> str:
    return f"{amount}{UNIT_NAMES[unit]}"


def _long(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _skipped(days: tuple[Skipped, ...]) -> str:
    """The days that were passed over: each named when few, their number with the holidays when many."""
    if not days:
        return ""
    if len(days) <= 4:
        named = "、".join(f"{each.on.month}月{each.on.day}日（{each.why}）" for each in days)
        return f"跳过{named}，"
    names = list(dict.fromkeys(each.why for each in days))
    return f"跳过{len(days)}个休息日（{'、'.join(names)}），"
