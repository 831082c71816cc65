"""Days and hours of the demonstration: working days only."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")
YEARS = 3


@dataclass(frozen=True)
class Span:
    """The three years that end today, and which days are worked.

    演示的三年：自 `begin`（目录施行之日）至 `today`。
    """

    begin: date
    today: date
    is_workday: Callable[[date], bool]

    @property
    def last(self) -> date:
        """The last day on which anything is published: what happens today is left to whoever tries it."""
        return self.shift(self.today, -1)

    def shift(self, day: date, workdays: int) -> date:
        """The day so many working days later (or earlier); 0 is the same or the next working day."""
        step = timedelta(days=1 if workdays >= 0 else -1)
        left = abs(workdays)
        if not left:
            return self.work(day)
        while left:
            day += step
            left -= self.is_workday(day)
        return day

    def work(self, day: date) -> date:
        """This day if it is worked, else the next that is."""
        while not self.is_workday(day):
            day += timedelta(days=1)
        return day

    def spread(self, count: int, rng: random.Random, *, head: int = 5, tail: int = 25) -> list[date]:
        """So many working days, evenly spread with some disorder, in order."""
        first, last = self.begin + timedelta(days=head), self.today - timedelta(days=tail)
        width = (last - first).days / max(count, 1)
        days = [first + timedelta(days=int(width * (at + rng.uniform(0.1, 0.9)))) for at in range(count)]
        return [min(self.work(day), last) for day in days]

    def every(self, days: int) -> Iterator[tuple[date, date]]:
        """Periods of so many days that have ended, each as its first and last day."""
        first = self.begin
        while (last := first + timedelta(days=days - 1)) < self.today:
            yield first, last
            first = last + timedelta(days=1)

    def periods(self, months: int) -> Iterator[tuple[date, date]]:
        """Calendar periods of so many months whose last day lies within the span."""
        for year in range(self.begin.year, self.today.year + 1):
            for month in range(1, 13, months):
                first = date(year, month, 1)
                last = months_after(first, months) - timedelta(days=1)
                if self.begin <= last < self.today:
                    yield first, last

    def before(self, months: int) -> tuple[date, date]:
        """The last calendar period of so many months that ended before the span."""
        month = (self.begin.month - 1) // months * months + 1
        first = months_after(date(self.begin.year, month, 1), -months)
        return first, months_after(first, months) - timedelta(days=1)

    def yearly(self, month: int, day: int) -> Iterator[date]:
        """That day of every year within the span, moved to a working day."""
        for year in range(self.begin.year, self.today.year + 1):
            on = self.work(date(year, month, day))
            if self.begin <= on <= self.today:
                yield on


def months_after(day: date, months: int) -> date:
    """The first day of the month so many months after this first day of a month."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def years_before(day: date, years: int) -> date:
    """The first day of the same month so many years before."""
    return date(day.year - years, day.month, 1)


def moment(day: date, minutes: int) -> datetime:
    """A moment of a working day in Beijing, so many minutes after nine o'clock."""
    return datetime.combine(day, time(9, 0), BEIJING) + timedelta(minutes=minutes)


def chinese_day(day: date) -> str:
    """A day as prose writes it: 2026年9月28日."""
    return f"{day.year}年{day.month}月{day.day}日"
