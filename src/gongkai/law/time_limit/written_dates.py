"""Dates as they are written: 2022年5月9日, 6月底, 年底, 2022-05-09."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from gongkai.law.time_limit.parts import DAYS, EARLIEST_YEAR
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.workdays import HORIZON

# date := day CLOCK?        (2024年7月1日9:00)
# day  := NUMBER 年 (NUMBER 月 (NUMBER 日|底|初)?)? | NUMBER 月 (NUMBER 日|底|初)? | YYYY-MM-DD | 年底

LEAP_YEAR = 2000  # a day of a month without a year: 2月29日 exists in some years


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is written.

    写出的日期：`day` 为 None 表示只写到月；`is_vague` 表示“月初”一类没有日数的说法。
    """

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_vague: bool = False
    fault: str = ""

    @property
    def iso(self) -> str | None:
        """YYYY-MM-DD when the date is whole."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day).isoformat()


def date_at(sentence: Sentence, at: int, before: Date | None = None) -> Date | None:
    """Reads a date at a token; a second date of a window takes year and month from the first."""
    found = _date_at(sentence, at, before)
    while found is not None and found.day is not None and sentence.kind(found.end) is Kind.CLOCK:
        found = replace(found, end=found.end + 1)
    if found is None or found.year is None or EARLIEST_YEAR <= found.year <= HORIZON:
        return found
    return Date(found.end, fault=f"{found.year}年不在可以推算的年份（{EARLIEST_YEAR}年至{HORIZON}年）之内")


def _date_at(sentence: Sentence, at: int, before: Date | None) -> Date | None:
    kind = sentence.kind(at)
    if kind is Kind.ISO_DATE:
        parts = sentence.tokens[at].words.replace("/", "-").replace(".", "-").split("-")
        if len(parts) == 2:  # 2023.5.8-5.12: of the year of the first
            year = before.year if before else None
            return _checked(Date(at + 1, year, int(parts[0]), int(parts[1]))) if year else None
        return _checked(Date(at + 1, int(parts[0]), int(parts[1]), int(parts[2])))
    if kind is Kind.YEAR_END:
        return Date(at + 1, None, 12, 31)
    value = sentence.tokens[at].value if kind is Kind.NUMBER else None
    if value is None:
        return None
    following = sentence.kind(at + 1)
    if following in (Kind.YEAR, Kind.YEAR_END) and value >= EARLIEST_YEAR:
        return _after_year(sentence, at, value)
    if following in (Kind.MONTH, Kind.MONTH_END, Kind.EARLY):
        return _after_month(sentence, at, value, before.year if before else None)
    is_day = following in DAYS
    if is_day and value >= 10_000_000:
        return Date(at + 2, fault=f"“{value}日”中缺“年”“月”{_mend_digits(value)}")
    if is_day and before is not None and before.month is not None:
        return _checked(Date(at + 2, before.year, before.month, value))
    return None


def _after_year(sentence: Sentence, at: int, year: int) -> Date | None:
    if sentence.kind(at + 1) is Kind.YEAR_END:
        return Date(at + 2, year, 12, 31)
    if sentence.kind(at + 2) in (Kind.END, Kind.YEAR_END):
        return Date(at + 3, year, 12, 31)
    value = sentence.tokens[at + 2].value if at + 2 < len(sentence.tokens) else None
    if value is None:
        return None
    following = sentence.kind(at + 3)
    if following in DAYS:
        return Date(at + 4, fault=f"“{sentence.words(at, at + 4)}”中缺“月”{_mend_month(year, value)}")
    if following in (Kind.MONTH, Kind.MONTH_END, Kind.EARLY):
        return _after_month(sentence, at + 2, value, year)
    return None


def _after_month(sentence: Sentence, at: int, month: int, year: int | None) -> Date | None:
    """What stands at a month's number: 6月底, 6月初, 6月30日, 6月底前, 6月."""
    kind, words = sentence.kind(at + 1), sentence.tokens[at + 1].words
    if kind is Kind.EARLY and not words.startswith("月"):
        return None
    if kind is Kind.MONTH_END or (kind is Kind.MONTH and sentence.kind(at + 2) is Kind.END):
        return _end_of_month(at + 2 + (kind is Kind.MONTH), month, year)
    if kind is Kind.EARLY or sentence.kind(at + 2) is Kind.EARLY:
        end = at + 2 if kind is Kind.EARLY else at + 3
        return _checked(Date(end, year, month, None, is_vague=True))
    day = sentence.tokens[at + 2].value if at + 2 < len(sentence.tokens) else None
    if day is not None and sentence.kind(at + 3) in DAYS:
        return _checked(Date(at + 4, year, month, day))
    if day is not None and sentence.kind(at + 3) is Kind.DASH and sentence.kind(at + 5) in DAYS:
        return _checked(Date(at + 3, year, month, day))
    return _checked(Date(at + 2, year, month, None))


def _end_of_month(end: int, month: int, year: int | None) -> Date:
    if not 1 <= month <= 12:
        return Date(end, fault=f"一年没有{month}月")
    return Date(end, year, month, monthrange(year or LEAP_YEAR, month)[1])


def _checked(found: Date) -> Date:
    """The date, with its fault when no calendar has it (2月30日)."""
    month, day, year = found.month or 0, found.day, found.year or LEAP_YEAR
    if not 1 <= month <= 12:
        return Date(found.end, fault=f"一年没有{month}月")
    if not 1 <= year <= 9999:
        return Date(found.end, fault=f"没有公元{year}年")
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        named = f"{found.year}年{month}月" if found.year else f"{month}月"
        return Date(found.end, fault=f"{named}没有{day}日，最后一日是{last}日")
    return found


def _mend_month(year: int, value: int) -> str:
    """What 2020年1230日 may have meant: only a suggestion, never read as such."""
    month, day = divmod(value, 100)
    is_date = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return f"，或许是{year}年{month}月{day}日" if is_date and year <= 9999 else ""


def _mend_digits(value: int) -> str:
    year, rest = divmod(value, 10_000)
    return _mend_month(year, rest) if EARLIEST_YEAR <= year <= 9999 else ""
