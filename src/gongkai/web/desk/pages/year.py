"""A year of working days, month by month."""

from calendar import Calendar as Months
from dataclasses import dataclass
from datetime import date

from gongkai.law.workdays import Basis, Calendar, Notice

MARKS = {"h": "节", "r": "休", "m": "班"}


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month, or an empty place."""

    number: int | None = None
    shape: str = ""
    mark: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks of days."""

    number: int
    workdays: int
    weeks: tuple[tuple[Day, ...], ...]


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A holiday of the year in words.

    节假日：起止、天数和调休上班的日子。
    """

    name: str
    first_on: date
    last_on: date
    days: int
    make_up_days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """The calendar of a year.

    年历：有国务院通知的年份为准，没有的为暂定。
    """

    year: int
    workdays: int
    is_provisional: bool
    months: tuple[Month, ...]
    notices: tuple[Notice, ...]
    holidays: tuple[HolidayLine, ...]


def year_of(year: int, calendar: Calendar, today: date) -> YearPage:
    """The page of a year. Errors: a year outside the calendar."""
    named = calendar.year(year)
    months = tuple(_month(year, number, calendar, today) for number in range(1, 13))
    return YearPage(
        year=year,
        workdays=sum(month.workdays for month in months),
        is_provisional=named.calendar is Basis.PROVISIONAL,
        months=months,
        notices=named.notices,
        holidays=_holidays(year, calendar),
    )


def _month(year: int, number: int, calendar: Calendar, today: date) -> Month:
    weeks = tuple(
        tuple(_day(on, calendar, today) if on.month == number else Day() for on in week)
        for week in Months().monthdatescalendar(year, number)
    )
    days = [date(year, number, day.number) for week in weeks for day in week if day.number]
    return Month(number, sum(calendar.is_workday(day) for day in days), weeks)


def _day(on: date, calendar: Calendar, today: date) -> Day:
    off = calendar.reason_off(on)
    weekend = on.weekday() > 4
    if off.startswith("周"):
        shape = "w"
    elif off:
        shape = "r" if weekend else "h"
    else:
        shape = "m" if weekend else ""
    now = " t" if on == today else ""
    name = off if shape in {"h", "r"} else "调休上班" if shape == "m" else ""
    return Day(on.day, f"{shape}{now}".strip(), MARKS.get(shape, ""), name)


def _holidays(year: int, calendar: Calendar) -> tuple[HolidayLine, ...]:
    named = calendar.year(year)
    rest: dict[str, list[date]] = {}
    for day in named.holidays:
        rest.setdefault(day.name, []).append(day.on)
    return tuple(
        HolidayLine(
            name=name,
            first_on=min(days),
            last_on=max(days),
            days=len(days),
            make_up_days=tuple(day.on for day in named.make_up_days if day.name == name),
        )
        for name, days in rest.items()
    )
