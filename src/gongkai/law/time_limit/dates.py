"""Productions for dates of one year: 2022年5月9日-6月7日, 6月底前."""

import re
from calendar import monthrange
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import EARLIEST_YEAR, Island, error, is_end, skip
from gongkai.law.time_limit.rule import MonthDay, Period, Rule, RuleKind
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.written_dates import LEAP_YEAR, Date, date_at
from gongkai.law.vocabulary import Severity
from gongkai.law.workdays import HORIZON

# island   := window | deadline | opening
# window   := (UNTIL|DASH) date STOP? | date DASH date STOP?
# deadline := (date (、|和|及))* date BEFORE | (IN_PLACE | 不晚于) date      without a year: of every year
# part     := NUMBER 年 (上半年 | 下半年 | 第? NUMBER 季度 | NUMBER 月) act    (2024年第一季度公布)
# opening  := date ON, unless a law comes into force (2024年5月1日起施行) or an amount follows

MONTHS_OF_A_YEAR = 12
_ENTRIES = ("报名", "申报", "申请", "投标", "缴费")  # 报名3月31日截止: nothing is published until then
_LATEST = ("晚于", "迟于", "最迟", "最晚", "至迟")
_IN_FORCE = "施行|实施|执行|生效"


def date_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """A date without 每: a window, a deadline of one year, or a day of every year (6月底前)."""
    first = date_at(sentence, at)
    if first is None:
        return None
    if first.fault:
        return _over_window(sentence, refused(sentence, at, first))
    second_at = over_dash(sentence, first.end)
    second = date_at(sentence, second_at, first) if second_at else None
    if second is not None:
        return window(sentence, at, first, second)
    listed = _listed(sentence, at, first)
    if listed is not None:
        return listed
    is_before = sentence.kind(first.end) is Kind.BEFORE
    if sentence.kind(first.end) is Kind.ON and first.iso:
        is_window = sentence.kind(first.end + 1) is not Kind.NUMBER
        is_law = re.match(_IN_FORCE, sentence.rest(first.end + 1)) is not None
        return _dates(sentence, at, first.end + 1, first.iso, None) if is_window and not is_law else None
    is_last = sentence.kind(first.end) is Kind.UNTIL and is_end(sentence, first.end + 1)
    is_last = is_last and not sentence.words(at - 1, at).endswith(_ENTRIES)
    if first.iso and (is_last or sentence.kind(first.end) is Kind.STOP):
        return _dates(sentence, at, first.end + 1, None, first.iso)
    is_on = first.year is not None and first.day is not None and sentence.kind(at - 1) is Kind.IN_PLACE
    is_latest = first.day is not None and _is_latest(sentence, at)
    return finish(sentence, at, first, None) if is_before or is_on or is_latest else None


def _is_latest(sentence: Sentence, at: int) -> bool:
    """不晚于3月31日, 最迟于3月31日."""
    at -= sentence.kind(at - 1) is Kind.IN_PLACE
    return sentence.kind(at - 1) is Kind.AT_MOST and sentence.tokens[at - 1].words.endswith(_LATEST)


def _over_window(sentence: Sentence, read: Island) -> Island:
    """A window whose first date is impossible is no window: its second date is no rule either."""
    second_at = over_dash(sentence, read.last)
    second = date_at(sentence, second_at) if second_at else None
    return read if second is None else replace(read, last=second.end)


def year_part_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """2024年上半年公布, 2024年第一季度, 2024年3月公布: a stretch of one year."""
    year = sentence.tokens[at].value
    if sentence.kind(at + 1) is not Kind.YEAR or year is None or not EARLIEST_YEAR <= year <= HORIZON:
        return None
    part = _part(sentence, at + 2)
    if part is None:
        return None
    first_month, month, end = part
    if not 1 <= month <= 12 or sentence.kind(end) not in (Kind.PUBLISH, Kind.WITHIN):
        return None
    last = monthrange(year, month)[1]
    return _dates(sentence, at, end, f"{year}-{first_month:02}-01", f"{year}-{month:02}-{last}")


def _part(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """The first month, the last and the token after a half, a quarter or a month of a year."""
    kind = sentence.kind(at)
    if kind in (Kind.FIRST_HALF, Kind.SECOND_HALF):
        return (1, 6, at + 1) if kind is Kind.FIRST_HALF else (7, 12, at + 1)
    at += kind is Kind.NTH
    value = sentence.tokens[at].value if sentence.kind(at) is Kind.NUMBER else None
    if value is None:
        return None
    if sentence.kind(at + 1) is Kind.QUARTER:
        return 3 * value - 2, 3 * value, at + 2
    return (value, value, at + 2) if sentence.kind(at + 1) is Kind.MONTH else None


def _listed(sentence: Sentence, at: int, first: Date) -> Island | None:
    """7月底和次年1月底前: each date of the list is a rule of its own."""
    is_within = sentence.kind(at - 1) is Kind.LIST  # tried from its first date already
    if is_within or first.year is not None or not _over_list(sentence, first.end):
        return None
    read = and_more(sentence, finish(sentence, at, first, None))
    is_before = sentence.kind(read.last - 1) is Kind.BEFORE
    return read if len(read.rules) > 1 and is_before else None


def and_more(sentence: Sentence, read: Island) -> Island:
    """每年6月、12月底前: each further date is a rule; 底 or a day at the end holds for every month."""
    while len(read.rules) < MONTHS_OF_A_YEAR and (further_at := _over_list(sentence, read.last)):
        further = date_at(sentence, further_at)
        if further is None or further.year is not None or further.fault:
            break
        more = finish(sentence, further_at, further, None)
        rules = read.rules
        if more.rules and more.rules[-1].begins is None and not further.is_vague:
            is_month_end = sentence.kind(further.end - 1) in (Kind.MONTH_END, Kind.END)
            rules = tuple(_with_day(each, None if is_month_end else further.day) for each in rules)
        read = Island(read.first, more.last, rules + more.rules, read.findings + more.findings)
    return read


def _with_day(rule: Rule, day: int | None) -> Rule:
    """A whole month of a list as its last day, or as the day that the list ends with."""
    begins = rule.begins
    if begins is None or begins != MonthDay(rule.month, 1) or rule.month is None:
        return rule
    last = monthrange(LEAP_YEAR, rule.month)[1]
    return replace(rule, begins=None, day=last if day is None else min(day, last))


def _over_list(sentence: Sentence, at: int) -> int:
    """The token after 、 和 及 (and 次年); 0 when none stands here."""
    if sentence.kind(at) is not Kind.LIST and sentence.words(at, at + 1) not in ("和", "及", "与", "以及"):
        return 0
    return skip(sentence, at + 1, "次年", "翌年", "每年")


def until_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """截至2022年6月7日, 至2020年11月15日止: only the end of a window is told."""
    place = at + 1 + (sentence.kind(at + 1) is Kind.BREAK)
    last = date_at(sentence, place)
    if last is None:
        return None
    if last.fault:
        return refused(sentence, at, last, place)
    return _dates(sentence, at, _over_stop(sentence, last.end), None, last.iso) if last.iso else None


def over_dash(sentence: Sentence, at: int) -> int:
    """The token after 至 or 起至; 0 when none stands here."""
    at += sentence.kind(at) is Kind.ON
    return skip(sentence, at + 1, "次年", "翌年") if sentence.kind(at) is Kind.DASH else 0


def _over_stop(sentence: Sentence, at: int) -> int:
    return at + (sentence.kind(at) in (Kind.STOP, Kind.BEFORE))


def window(sentence: Sentence, at: int, first: Date, second: Date) -> Island | None:
    """From one date to another: `dates` when both have a year, else a stretch of every year."""
    if first.fault:
        return replace(refused(sentence, at, first), last=second.end)
    if second.fault:
        return refused(sentence, at, second, over_dash(sentence, first.end))
    end = _over_stop(sentence, second.end)
    if first.iso and second.iso:
        if first.iso > second.iso:
            fault = f"起日{first.iso}晚于止日{second.iso}"
            return refused(sentence, at, Date(end, fault=fault))
        return _dates(sentence, at, end, first.iso, second.iso)
    if first.year is None and second.year is None:
        day = second.day or monthrange(LEAP_YEAR, second.month or 12)[1]
        read = finish(sentence, at, replace(second, end=end, day=day), MonthDay(first.month, first.day or 1))
        return read if sentence.kind(at) is Kind.EVERY else _without_year(sentence, read)
    return None


def _without_year(sentence: Sentence, read: Island) -> Island:
    """A window that names neither 每年 nor a year may be of one year only: the reader is told."""
    words = sentence.words(read.first, read.last)
    message = f"“{words}”没有写明年份，按每年读，如只指某一年，请写明年份。"
    span = sentence.span(read.first, read.last)
    return replace(read, findings=(Finding("no-year", Severity.WARNING, message, span),))


def _dates(sentence: Sentence, at: int, end: int, first: str | None, last: str | None) -> Island:
    return Island(at, end, (Rule(RuleKind.DATES, *sentence.given(at, end), first_on=first, last_on=last),))


def finish(sentence: Sentence, at: int, found: Date, begins: MonthDay | None) -> Island:
    """A by_date rule; a month alone (每年3月) means the whole month, its first day to its last."""
    end = found.end + (sentence.kind(found.end) is Kind.BEFORE)
    day = found.day
    if day is None and not found.is_vague and found.month is not None:
        is_before = sentence.kind(found.end) is Kind.BEFORE
        if is_before:
            return refused(sentence, at, replace(found, fault="只写到月，“月前”没有日数", end=end))
        day = monthrange(found.year or LEAP_YEAR, found.month)[1]
        begins = begins or MonthDay(found.month, 1)
    read = Rule(
        RuleKind.BY_DATE,
        *sentence.given(at, end),
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


def refused(sentence: Sentence, at: int, found: Date, began: int | None = None) -> Island:
    """No rule and an error: the date is in no calendar. What may be meant is only suggested.

    The island begins at `at`; the date itself at `began`, where it stands inside a longer island.
    """
    fault, _, mend = found.fault.partition("，或许是")
    first = at if began is None else began
    message = f"日期“{sentence.words(first, found.end)}”不成立：{fault}，本处不读出规则，请核对原文。"
    finding = error(sentence, "impossible-date", first, found.end, message, mend)
    return Island(at, found.end, findings=(finding,))
