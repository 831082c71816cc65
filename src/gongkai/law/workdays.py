"""Working days, counted from the State Council's notices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, compress

from gongkai.law.errors import LawError

HORIZON = 2099  # a calendar has to end somewhere: nobody owes a day of the next century
WEEKEND = {5: "周六", 6: "周日"}
MANY = 10_000  # working days, forty years: beyond it a number is a slip of the pen


class Basis(StrEnum):
    """How sure a counted day is.

    日历依据：official 依国务院通知；provisional 通知未到，暂算，通知到后须重算。
    """

    OFFICIAL = "official"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday of a notice, with the days it moves.

    节假日：`rest_days` 是放假日（含连休的周末），`make_up_days` 是调休上班日。
    """

    name: str
    rest_days: tuple[date, ...] = ()
    make_up_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A State Council notice that arranges holidays.

    节假日安排的通知。`year` 是所安排的年份；后印发的通知改变先印发的。`verified` 表示文号、日期已核对。
    """

    year: int
    number: str
    title: str
    issued_on: date
    source: str = ""
    verified: bool = True
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class FixedHolidays:
    """Statutory holidays with a fixed date, in one revision.

    《全国年节及纪念日放假办法》第二条中公历日期固定的放假日，按修订分列；只用于尚无通知的年份。
    """

    issued_on: date
    in_force_on: date
    days: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that does not count, and why.

    不计的日子及其原因：周六、周日或节日名称。
    """

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Span:
    """A count of working days with all that checks it.

    工作日推算：起算日 `start` 不计；`counted` 是逐个计入的工作日，`skipped` 是跳过的日子。
    """

    start: date
    n: int
    to: date
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]
    calendar: Basis
    missing_years: tuple[int, ...] = ()

    @property
    def warning(self) -> str:
        """The sentence that says which notice is missing, or nothing."""
        return missing_notice(self.missing_years)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a notice names, to rest or to work.

    通知点名的日子。`notice` 为空表示该年尚无通知，依放假办法暂列。
    """

    on: date
    name: str
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """The named days that fall in a calendar year.

    一个公历年的放假日和调休上班日，连同所依据的通知（含上年度、下年度通知中落在本年的日子）。
    """

    year: int
    notices: tuple[Notice, ...]
    holidays: tuple[NamedDay, ...]
    make_up_days: tuple[NamedDay, ...]
    calendar: Basis


def missing_notice(years: tuple[int, ...]) -> str:
    """One Chinese sentence on the years whose notice has not come; empty when none is missing."""
    if not years:
        return ""
    named = "、".join(f"{year}年" for year in years[:3]) + ("等年份" if len(years) > 3 else "")
    return (
        f"{named}的放假安排通知尚未收录，暂按周六、周日和公历日期固定的法定节假日推算"
        "（未计春节、清明节、端午节、中秋节和调休），通知收录后须重算。"
    )


class Calendar:
    """The days on which offices work.

    工作日历：由若干件国务院通知构成。调休上班日计入，节假日和周末不计；没有通知的年份只作暂算。
    """

    def __init__(self, notices: Iterable[Notice], fixed: Iterable[FixedHolidays] = ()) -> None:
        self.notices = tuple(sorted(notices, key=lambda notice: (notice.issued_on, notice.year)))
        self.fixed = tuple(sorted(fixed, key=lambda revision: revision.in_force_on))
        self.years = frozenset(notice.year for notice in self.notices)
        self._first_year = min(self.years, default=2007)
        self._first = date(self._first_year, 1, 1).toordinal()
        self._last = date(HORIZON, 12, 31).toordinal()
        self._rest: dict[int, NamedDay] = {}
        self._make_up: dict[int, NamedDay] = {}
        self._take_fixed()
        self._take_notices()
        self._count_all()
        self._known: dict[tuple[int, int], Calendar] = {}

    def __repr__(self) -> str:
        return f"<Calendar of {len(self.notices)} notices, {self._first_year}–{max(self.years, default=0)}>"

    def known_on(self, day: date) -> "Calendar":
        """The calendar as it was known on a day: only notices issued by then.

        An answer “as of” a past day is the same for ever, because later notices do not enter it.
        """
        notices = [notice for notice in self.notices if notice.issued_on <= day]
        fixed = [revision for revision in self.fixed if revision.issued_on <= day]
        key = (len(notices), len(fixed))
        if key == (len(self.notices), len(self.fixed)):
            return self
        if key not in self._known:
            self._known[key] = Calendar(notices, fixed)
        return self._known[key]

    def is_workday(self, day: date) -> bool:
        """Whether offices work on the day. Errors: a day outside the calendar."""
        return bool(self._flags[self._index(day)])

    def reason_off(self, day: date) -> str:
        """Why a day is not a working day: 周六, 周日 or the holiday's name; empty for a working day."""
        if self.is_workday(day):
            return ""
        named = self._rest.get(day.toordinal())
        return named.name if named else WEEKEND[day.weekday()]

    def basis(self, *days: date) -> Basis:
        """Official when every day lies in a year whose notice is known."""
        official = all(day.year in self.years for day in days)
        return Basis.OFFICIAL if official else Basis.PROVISIONAL

    def nth(self, day: date, n: int) -> date:
        """The nth working day after the day (before it when n is negative); the day itself is not counted.

        Source: 民法典第二百零一条（开始的当日不计入）. Errors: a number or day beyond the calendar.
        """
        index = self._index(day)
        if n == 0:
            return day
        if not -MANY <= n <= MANY:
            raise LawError(f"工作日数超出可推算的范围（最多{MANY}个工作日），请核对数字。")
        before = self._rank[index] - self._flags[index]
        place = self._rank[index] + n - 1 if n > 0 else before + n
        if not 0 <= place < len(self._workdays):
            raise LawError(
                f"从{day}推算{n}个工作日，超出了日历的范围（{self._first_year}年至{HORIZON}年），请核对日期和日数。"
            )
        return date.fromordinal(self._workdays[place])

    def add(self, day: date, n: int) -> Span:
        """The nth working day after the day, with the days counted and skipped on the way.

        Source: 条例第二十六条所称工作日，依国务院当年放假安排的通知；民法典第二百零一条（当日不计）.
        Errors: as `nth`.
        """
        to = self.nth(day, n)
        low, high = (day.toordinal() + 1, to.toordinal()) if n > 0 else (to.toordinal(), day.toordinal() - 1)
        if n == 0:
            low, high = 1, 0
        passed = [date.fromordinal(ordinal) for ordinal in range(low, high + 1)]
        missing = tuple(sorted({each.year for each in passed or [day]} - self.years))
        return Span(
            start=day,
            n=n,
            to=to,
            counted=tuple(each for each in passed if self.is_workday(each)),
            skipped=tuple(
                Skipped(each, self.reason_off(each)) for each in passed if not self.is_workday(each)
            ),
            calendar=Basis.PROVISIONAL if missing else Basis.OFFICIAL,
            missing_years=missing,
        )

    def count(self, first: date, last: date) -> int:
        """Working days after `first` up to and including `last`; negative when `last` comes first."""
        return self._rank[self._index(last)] - self._rank[self._index(first)]

    def missing_between(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another whose notice is not known."""
        low, high = min(first.year, last.year), max(first.year, last.year)
        return tuple(year for year in range(low, high + 1) if year not in self.years)

    def next_workday_on_or_after(self, day: date) -> date:
        """The day itself when offices work on it, else the next working day (民法典第二百零三条)."""
        index = self._index(day)
        place = self._rank[index] - self._flags[index]
        if place >= len(self._workdays):
            raise LawError(f"{day}之后没有可推算的工作日，日历到{HORIZON}年为止，请核对日期。")
        return date.fromordinal(self._workdays[place])

    def year(self, year: int) -> Year:
        """The named days of a calendar year with their notices. Errors: a year outside the calendar."""
        if not self._first_year <= year <= HORIZON:
            raise LawError(
                f"没有{year}年的放假安排，可查询{self._first_year}年至{HORIZON}年，请改用其中的年份。"
            )
        return Year(
            year=year,
            notices=tuple(notice for notice in self.notices if notice.year == year),
            holidays=tuple(day for _, day in sorted(self._rest.items()) if day.on.year == year),
            make_up_days=tuple(day for _, day in sorted(self._make_up.items()) if day.on.year == year),
            calendar=Basis.OFFICIAL if year in self.years else Basis.PROVISIONAL,
        )

    def _index(self, day: date) -> int:
        index = day.toordinal() - self._first
        if 0 <= index < len(self._flags):
            return index
        raise LawError(
            f"没有{day.year}年的放假安排，工作日可从{self._first_year}年推算到{HORIZON}年，请核对日期{day}。"
        )

    def _take_fixed(self) -> None:
        for year in range(self._first_year, HORIZON + 1):
            in_force = [revision for revision in self.fixed if revision.in_force_on <= date(year, 12, 31)]
            if year in self.years or not in_force:
                continue
            for month, day, name in in_force[-1].days:
                on = date(year, month, day)
                self._rest[on.toordinal()] = NamedDay(on, name)

    def _take_notices(self) -> None:
        for notice in self.notices:
            for holiday in notice.holidays:
                for on in holiday.rest_days:
                    self._make_up.pop(on.toordinal(), None)
                    self._rest[on.toordinal()] = NamedDay(on, holiday.name, notice)
                for on in holiday.make_up_days:
                    self._rest.pop(on.toordinal(), None)
                    self._make_up[on.toordinal()] = NamedDay(on, holiday.name, notice)

    def _count_all(self) -> None:
        """Lays every day out once, so that counting is two look-ups however long the period."""
        length = self._last - self._first + 1
        weekday = date.fromordinal(self._first).weekday()
        week = bytes(1 if (weekday + offset) % 7 < 5 else 0 for offset in range(7))
        flags = bytearray((week * (length // 7 + 1))[:length])
        for days, flag in ((self._rest, 0), (self._make_up, 1)):
            for ordinal in days:
                if self._first <= ordinal <= self._last:
                    flags[ordinal - self._first] = flag
        self._flags = bytes(flags)
        self._rank = list(accumulate(flags))
        self._workdays = list(compress(range(self._first, self._last + 1), flags))
