"""How an office kept its time limits this year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.law.obligations import Duty
from gongkai.web.portal.queries import Ledger, Tally, tally

HEIGHT = 120.0
BASE = 160.0
STEP = 42


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the chart, in the units of its drawing."""

    name: str
    month: Tally
    x: int
    kept_y: float
    kept_height: float
    missed_y: float
    missed_height: float
    top: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Duties by month, drawn from the table's numbers."""

    title: str
    bars: tuple[Bar, ...]
    lines: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """This year so far.

    本年度公开时效：到期的公开任务按应公开之日所在月份计。
    """

    words: str
    total: Tally
    before: Tally
    chart: Chart
    missed: tuple[Duty, ...]


def year_so_far(ledger: Ledger) -> Year:
    """The year of the ledger's day, up to that day, beside the same months of the year before."""
    today = ledger.as_of
    duties = ledger.fell_due(date(today.year, 1, 1), today)
    before = ledger.fell_due(date(today.year - 1, 1, 1), _year_earlier(today))
    span = f"{today.year}年1月" + (f"至{today.month}月" if today.month > 1 else "")
    kept_first = sorted(duties, key=lambda duty: duty.due_on or today, reverse=True)
    return Year(
        words=span,
        total=tally(duties),
        before=tally(before),
        chart=_chart(span, duties, today.month),
        missed=tuple(duty for duty in kept_first if duty.late_days or duty.late_workdays),
    )


def _year_earlier(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if is_leap_day else day.replace(year=day.year - 1)


def _chart(span: str, duties: Sequence[Duty], months: int) -> Chart:
    by_month = [
        tally(duty for duty in duties if duty.due_on and duty.due_on.month == month)
        for month in range(1, months + 1)
    ]
    highest = max((month.due for month in by_month), default=0) or 1
    missed = [f"{number}月{month.missed}件" for number, month in enumerate(by_month, 1) if month.missed]
    said = f"其中逾期：{'、'.join(missed)}，其余按时。" if missed else "全部按时。"
    bars = tuple(_bar(number, month, highest) for number, month in enumerate(by_month))
    return Chart(
        f"{span}按月应公开件数柱形图。{said}", bars, tuple(BASE - HEIGHT * part for part in (1 / 3, 2 / 3, 1))
    )


def _bar(place: int, month: Tally, highest: int) -> Bar:
    kept = HEIGHT * month.kept / highest
    missed = HEIGHT * month.missed / highest
    return Bar(
        name=f"{place + 1}月" if place < 12 else "",
        month=month,
        x=5 + place * (STEP - 7),
        kept_y=round(BASE - kept, 1),
        kept_height=round(kept, 1),
        missed_y=round(BASE - kept - missed, 1),
        missed_height=round(missed, 1),
        top=round(BASE - kept - missed - 5, 1),
    )
