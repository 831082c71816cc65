"""Calendar periods by name: 2025年上半年, 2025年第三季度."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.time_limit.counting import PERIOD_MONTHS, period_of
from gongkai.law.time_limit.rule import Period, Rule


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days in which something must happen once.

    周期。`name` 是称呼，如“2025年上半年”。
    """

    name: str
    first_on: date
    last_on: date


def stretches(rule: Rule, since: date, until: date) -> Iterator[Stretch]:
    """Every period of an `every` rule that overlaps since … until, in order.

    “按季度”“按半年度”“按年度”指公历的季度、半年和年度（民法典第二百条：期间按公历计算）。
    """
    day = since
    while day <= until:
        first_on, last_on = period_of(rule, day)
        yield Stretch(name(first_on, last_on), first_on, last_on)
        day = last_on + timedelta(days=1)


def period_began(rule: Rule, day: date) -> date:
    """The first day of the year (quarter, month) of a `by_date` rule in which a day lies."""
    months = PERIOD_MONTHS.get(rule.period or Period.YEAR, PERIOD_MONTHS[Period.YEAR])
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def name(first_on: date, last_on: date) -> str:
    """What people call a period of the calendar."""
    year, month = first_on.year, first_on.month
    months = (last_on.year - year) * 12 + last_on.month - month + 1
    if months == 12 and month == 1:
        return f"{year}年度"
    if months == 6:
        return f"{year}年{'上' if month == 1 else '下'}半年"
    if months == 3:
        return f"{year}年第{'一二三四'[month // 3]}季度"
    if months == 1:
        return f"{year}年{month}月"
    return f"{year}年{month}月至{last_on.year}年{last_on.month}月"
