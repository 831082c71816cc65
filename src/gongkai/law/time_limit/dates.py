"""Productions for calendar dates: 每年1月31日前, 每月10日前, 2022年5月9日-6月7日."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import EARLIEST_YEAR, Island, error, rule, skip
from gongkai.law.time_limit.rule import MonthDay, Period, Rule, RuleKind
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.vocabulary import Severity

# island  := EVERY year-date | EVERY month-date | EVERY quarter-date | window | deadline | opening
# year-date    := 年 的? (date (DASH date)? | 第? NUMBER 季度 | 上半年 | 下半年 | 年底) BEFORE?
# month-date   := 月 (NUMBER 日 | 底) BEFORE?
# quarter-date := 季度|半年 (首月 | 末月 | 第 NUMBER 个月 | 底) (NUMBER 日 | 底)? BEFORE?
# window   := (UNTIL|DASH) date STOP? | date DASH date STOP?
# deadline := date BEFORE | IN_PLACE date
# opening  := date ON
# date     := NUMBER 年 (NUMBER 月 (NUMBER 日|底|初)?)? | NUMBER 月 (NUMBER 日|底|初)? | YYYY-MM-DD | 年底

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


def every_date_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """每年…、每月…、每季度…: a date that comes round."""
    place = at + 1 + (sentence.kind(at + 1) is Kind.PIECE)
    kind = sentence.kind(place)
    if kind is Kind.MONTH_END:
        return _month_day(sentence, at, place + 1, 31)
    if kind is Kind.YEAR_END:
        return _finish(sentence, at, Date(place + 1, None, 12, 31), None)
    start = skip(sentence, place + 1, "的")
    if kind is Kind.YEAR:
        return _year_date(sentence, at, start)
    if kind is Kind.MONTH:
        return _month_date(sentence, at, start)
    if kind in (Kind.QUARTER, Kind.HALF_YEAR):
        return _quarter_date(
            sentence, at, start, Period.QUARTER if kind is Kind.QUARTER else Period.HALF_YEAR
        )
    return None


def date_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """A date without 每: a window, a deadline of one year, or a day of every year (6月底前)."""
    first = _date(sentence, at)
    if first is None:
        return None
    if first.fault:
        return _refused(sentence, at, first)
    second_at = _over_dash(sentence, first.end)
    second = _date(sentence, second_at, first) if second_at else None
    if second is not None:
        return _window(sentence, at, first, second)
    is_before = sentence.kind(first.end) is Kind.BEFORE
    if sentence.kind(first.end) is Kind.ON and first.iso:
        return _dates(sentence, at, first.end + 1, first.iso, None)
    if sentence.kind(first.end) is Kind.STOP and first.iso:
        return _dates(sentence, at, first.end + 1, None, first.iso)
    is_on = first.year is not None and first.day is not None and sentence.kind(at - 1) is Kind.IN_PLACE
    return _finish(sentence, at, first, None) if is_before or is_on else None


def until_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """截至2022年6月7日, 至2020年11月15日止: only the end of a window is told."""
    place = at + 1 + (sentence.kind(at + 1) is Kind.BREAK)
    last = _date(sentence, place)
    if last is None:
        return None
    if last.fault:
        return _refused(sentence, at, last)
    return _dates(sentence, at, _over_stop(sentence, last.end), None, last.iso) if last.iso else None


def half_year_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """上半年公布, 下半年: a half of every year."""
    is_first = sentence.kind(at) is Kind.FIRST_HALF
    return _part_of_year(sentence, at, at + 1, 1 if is_first else 7, 6 if is_first else 12)


def _year_date(sentence: Sentence, at: int, start: int) -> Island | None:
    start += sentence.kind(start) in (Kind.IN_PLACE, Kind.YEAR)
    if sentence.kind(start) in (Kind.FIRST_HALF, Kind.SECOND_HALF):
        is_first = sentence.kind(start) is Kind.FIRST_HALF
        return _part_of_year(sentence, at, start + 1, 1 if is_first else 7, 6 if is_first else 12)
    place = start + (sentence.kind(start) is Kind.NTH)
    value = sentence.tokens[place].value if place < len(sentence.tokens) else None
    if sentence.kind(place + 1) is Kind.QUARTER and value is not None:
        if not 1 <= value <= 4:
            return _refused(sentence, at, Date(place + 2, fault="一年只有四个季度"))
        return _part_of_year(sentence, at, place + 2, 3 * value - 2, 3 * value)
    first = _date(sentence, start)
    if first is None or first.year is not None:
        return None
    if first.fault:
        return _refused(sentence, at, first)
    second_at = _over_dash(sentence, first.end)
    second = _date(sentence, second_at, first) if second_at else None
    return _window(sentence, at, first, second) if second else _finish(sentence, at, first, None)


def _part_of_year(sentence: Sentence, at: int, end: int, first_month: int, month: int) -> Island:
    day = monthrange(LEAP_YEAR, month)[1]
    end += sentence.kind(end) in (Kind.WITHIN, Kind.BEFORE, Kind.END)
    return _finish(sentence, at, Date(end, None, month, day), MonthDay(first_month, 1))


def _month_date(sentence: Sentence, at: int, start: int) -> Island | None:
    if sentence.kind(start) in (Kind.END, Kind.MONTH_END):
        return _month_day(sentence, at, start + 1, 31)
    value = sentence.tokens[start].value if start < len(sentence.tokens) else None
    if value is None or sentence.kind(start + 1) not in (Kind.DAY, Kind.DATE_DAY):
        return None
    if not 1 <= value <= 31:
        return _refused(sentence, at, Date(start + 2, fault=f"一个月没有{value}日"))
    return _month_day(sentence, at, start + 2, value)


def _month_day(sentence: Sentence, at: int, end: int, day: int) -> Island:
    end += sentence.kind(end) is Kind.BEFORE
    read = replace(rule(sentence, RuleKind.BY_DATE, at, end), period=Period.MONTH, day=day)
    return Island(at, end, (read,))


def _quarter_date(sentence: Sentence, at: int, start: int, period: Period) -> Island | None:
    months = 3 if period is Period.QUARTER else 6
    month, end = _month_of_period(sentence, start, months)
    if month is None:
        return None
    if not 1 <= month <= months:
        return _refused(
            sentence, at, Date(end, fault=f"{'一个季度' if months == 3 else '半年'}没有第{month}个月")
        )
    end = skip(sentence, end, "的")
    value = sentence.tokens[end].value if end < len(sentence.tokens) else None
    day = 31
    if value is not None and sentence.kind(end + 1) in (Kind.DAY, Kind.DATE_DAY):
        day, end = value, end + 2
    elif sentence.kind(end) in (Kind.END, Kind.MONTH_END):
        end += 1
    if not 1 <= day <= 31:
        return _refused(sentence, at, Date(end, fault=f"一个月没有{day}日"))
    end += sentence.kind(end) is Kind.BEFORE
    read = replace(rule(sentence, RuleKind.BY_DATE, at, end), period=period, month=month, day=day)
    return Island(at, end, (read,))


def _month_of_period(sentence: Sentence, at: int, months: int) -> tuple[int | None, int]:
    kind = sentence.kind(at)
    if kind is Kind.FIRST_MONTH:
        return 1, at + 1
    if kind in (Kind.LAST_MONTH, Kind.END):
        follows = sentence.rest(at + 1)
        return (None, at) if kind is Kind.END and follows[:1] in ("之", "后", "了") else (months, at + 1)
    value = sentence.tokens[at + 1].value if at + 1 < len(sentence.tokens) else None
    if kind is Kind.NTH and value is not None:
        end = at + 2 + (sentence.kind(at + 2) is Kind.PIECE)
        return (value, end + 1) if sentence.kind(end) is Kind.MONTH else (None, at)
    return None, at


def _date(sentence: Sentence, at: int, before: Date | None = None) -> Date | None:
    """Reads a date at a token; a second date of a window takes year and month from the first."""
    kind = sentence.kind(at)
    if kind is Kind.ISO_DATE:
        parts = sentence.tokens[at].words.replace("/", "-").replace(".", "-").split("-")
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
    is_day = following in (Kind.DAY, Kind.DATE_DAY)
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
    if following in (Kind.DAY, Kind.DATE_DAY):
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
    if day is not None and sentence.kind(at + 3) in (Kind.DAY, Kind.DATE_DAY):
        return _checked(Date(at + 4, year, month, day))
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


def _over_dash(sentence: Sentence, at: int) -> int:
    """The token after 至 or 起至; 0 when none stands here."""
    at += sentence.kind(at) is Kind.ON
    return at + 1 if sentence.kind(at) is Kind.DASH else 0


def _over_stop(sentence: Sentence, at: int) -> int:
    return at + (sentence.kind(at) in (Kind.STOP, Kind.BEFORE))


def _window(sentence: Sentence, at: int, first: Date, second: Date) -> Island | None:
    for bad in (first, second):
        if bad.fault:
            return _refused(sentence, at, replace(bad, end=second.end))
    end = _over_stop(sentence, second.end)
    if first.iso and second.iso:
        if first.iso > second.iso:
            fault = f"起日{first.iso}晚于止日{second.iso}"
            return _refused(sentence, at, Date(end, fault=fault))
        return _dates(sentence, at, end, first.iso, second.iso)
    if first.year is None and second.year is None:
        day = second.day or monthrange(LEAP_YEAR, second.month or 12)[1]
        return _finish(sentence, at, replace(second, end=end, day=day), MonthDay(first.month, first.day or 1))
    return None


def _dates(sentence: Sentence, at: int, end: int, first: str | None, last: str | None) -> Island:
    read = replace(rule(sentence, RuleKind.DATES, at, end), first_on=first, last_on=last)
    return Island(at, end, (read,))


def _finish(sentence: Sentence, at: int, found: Date, begins: MonthDay | None) -> Island:
    """A by_date rule; a month alone (每年3月) means the whole month, its first day to its last."""
    end = found.end + (sentence.kind(found.end) is Kind.BEFORE)
    day = found.day
    if day is None and not found.is_vague and found.month is not None:
        is_before = sentence.kind(found.end) is Kind.BEFORE
        if is_before:
            return _refused(sentence, at, replace(found, fault="只写到月，“月前”没有日数", end=end))
        day = monthrange(found.year or LEAP_YEAR, found.month)[1]
        begins = begins or MonthDay(found.month, 1)
    read: Rule = replace(
        rule(sentence, RuleKind.BY_DATE, at, end),
        period=Period.YEAR if found.year is None else Period.ONCE,
        year=found.year,
        month=found.month,
        day=day,
        begins=begins,
    )
    findings: tuple[Finding, ...] = ()
    if found.is_vague:
        words = sentence.words(at, end)
        message = f"“{words}”没有写明日数，只读到月，届满按当月最后一日推算，请写明具体日期。"
        findings = (Finding("vague-date", Severity.WARNING, message, sentence.span(at, end)),)
    return Island(at, end, (read,), findings)


def _refused(sentence: Sentence, at: int, found: Date) -> Island:
    fault, _, mend = found.fault.partition("，或许是")
    message = f"日期“{sentence.words(at, found.end)}”不成立：{fault}，本处不读出规则，请核对原文。"
    return Island(at, found.end, findings=(error(sentence, "impossible-date", at, found.end, message, mend),))
