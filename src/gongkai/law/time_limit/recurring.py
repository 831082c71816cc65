"""Productions for dates that come round: 每年1月31日前, 每月10日前."""

from calendar import monthrange
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.time_limit.dates import and_more, finish, over_dash, refused, window
from gongkai.law.time_limit.parts import DAYS, ENDS, Island, amount_at, clause_start, skip
from gongkai.law.time_limit.rule import MonthDay, Period, Rule, RuleKind
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.written_dates import LEAP_YEAR, Date, date_at
from gongkai.law.vocabulary import Severity, Unit

# island       := EVERY 个? (year-date | month-date | quarter-date | MONTH_END | YEAR_END) | 上半年 | 下半年
# first days   := EVERY (月|季度) BEFORE NUMBER 日 WITHIN?     (每月前5日, 每季度前15日内)
# next month   := 次月 month-date | MONTH_END BEFORE         (月底前)
# year-date    := 年 的? (date (DASH date)? (、date)* | 第? NUMBER 季度 | 上半年 | 下半年 | 年初 | 年底)
#                 | NUMBER DASH NUMBER 月) BEFORE?
# month-date   := 月 (NUMBER 日? DASH)? (NUMBER 日 | 底) BEFORE?
# ten days     := 月 (上旬 | 中旬 | 下旬)            of every month; 第一季度, without 每年, is of every year
# quarter-date := (下|次|本)? (季度|半年) (首月 | 末月 | 第 NUMBER 个月 | 底) (NUMBER 日 | 底)? BEFORE?
_MOST_DAYS = 31
_PERIODS = {Kind.MONTH: Period.MONTH, Kind.QUARTER: Period.QUARTER}
_TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}  # a month in three


def every_date_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """每年…、每月…、每季度…: a date that comes round."""
    place = at + 1 + (sentence.kind(at + 1) is Kind.PIECE)
    kind = sentence.kind(place)
    if kind is Kind.MONTH_END:
        return _month_day(sentence, at, place + 1, _MOST_DAYS)
    if (ten_days := sentence.words(place, place + 1).removeprefix("月")) in _TEN_DAYS:
        first, last = _TEN_DAYS[ten_days]
        return _month_day(sentence, at, place + 1, last, MonthDay(None, first))
    if kind is Kind.YEAR_END:
        return finish(sentence, at, Date(place + 1, None, 12, 31), None)
    start = skip(sentence, place + 1, "的")
    if sentence.kind(start) is Kind.BEFORE:
        return _first_days(sentence, at, start + 1, kind)
    if kind is not Kind.MONTH and _is_day_alone(sentence, start):
        return _unsaid(sentence, at, start + 3)
    if kind is Kind.YEAR:
        return _year_date(sentence, at, start)
    if kind is Kind.MONTH:
        return _month_date(sentence, at, start)
    if kind in (Kind.QUARTER, Kind.HALF_YEAR):
        period = Period.QUARTER if kind is Kind.QUARTER else Period.HALF_YEAR
        return _quarter_date(sentence, at, start, period)
    return None


def _first_days(sentence: Sentence, at: int, start: int, kind: Kind | None) -> Island | None:
    """每月前5日: from the first of the month to the fifth; 每月前5个工作日 no calendar date can say."""
    amount = amount_at(sentence, start) if start < len(sentence.tokens) else None
    if amount is None:
        return None
    end = amount.end + (sentence.kind(amount.end) is Kind.WITHIN)
    period = _PERIODS.get(kind) if kind else None
    if period is None or amount.unit is not Unit.DAY or not 1 <= amount.value <= _MOST_DAYS:
        return _unsaid(sentence, at, end)
    month, begins = (1, None) if period is Period.QUARTER else (None, MonthDay(None, 1))
    given = sentence.given(at, end)
    read = Rule(RuleKind.BY_DATE, *given, period=period, month=month, day=amount.value, begins=begins)
    return Island(at, end, (read,))


def _is_day_alone(sentence: Sentence, at: int) -> bool:
    """15日前 where a month should stand before it: 每季度15日前."""
    kinds = sentence.kinds[at : at + 3]
    return len(kinds) == 3 and kinds[0] is Kind.NUMBER and kinds[1] in DAYS and kinds[2] is Kind.BEFORE


def _unsaid(sentence: Sentence, at: int, end: int) -> Island:
    message = f"“{sentence.words(at, end)}”算不出是每期的哪一日，没有读成规则，请写明每期第几个月几日前。"
    finding = Finding("time-limit-rest", Severity.WARNING, message, sentence.span(at, end))
    return Island(at, end, findings=(finding,))


def half_year_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """上半年公布, 下半年: a half of every year."""
    follows = sentence.kind(at + 1)
    if follows not in (None, Kind.BREAK, Kind.CLOSE, Kind.PUBLISH, Kind.WITHIN, Kind.BEFORE):
        return None
    is_first = sentence.kind(at) is Kind.FIRST_HALF
    return _part_of_year(sentence, at, at + 1, 1 if is_first else 7, 6 if is_first else 12)


def next_month_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """次月10日前, 当月底前: a day of every month."""
    lead = sentence.words(clause_start(sentence, at, floor), at)
    if sentence.tokens[at].words[0] in "次下" and "季" in lead:
        return _quarter_date(sentence, at, at, Period.QUARTER)
    return _month_date(sentence, at, at + 1)


def end_of_month_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """月底前: the end of every month; 6月底前 is a date and begins with its number."""
    is_head = at == 0 or sentence.kind(at - 1) in ENDS
    is_whole = is_head and sentence.kind(at + 1) is Kind.BEFORE
    return _month_day(sentence, at, at + 1, _MOST_DAYS) if is_whole else None


def quarter_of_year_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """第一季度公布, 一季度末前: a quarter of every year, without 每年."""
    is_head = at == 0 or sentence.kind(at - 1) in ENDS
    has_nth = sentence.kind(at) is Kind.NTH
    place = at + has_nth
    value = sentence.tokens[place].value if sentence.kind(place) is Kind.NUMBER else None
    if not is_head or value is None or not 1 <= value <= 4 or sentence.kind(place + 1) is not Kind.QUARTER:
        return None
    follows = sentence.kind(place + 2)
    is_told = follows in (Kind.PUBLISH, Kind.END) or (has_nth and (follows is None or follows in ENDS))
    return _part_of_year(sentence, at, place + 2, 3 * value - 2, 3 * value) if is_told else None


def early_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """年初公布: the first month of every year, as vague as 每年年初."""
    is_head = at == 0 or sentence.kind(at - 1) in ENDS
    is_whole = sentence.kind(at + 1) in (None, Kind.PUBLISH, *ENDS)
    if sentence.tokens[at].words != "年初" or not (is_head and is_whole):
        return None
    return finish(sentence, at, Date(at + 1, None, 1, None, is_vague=True), None)


def quarter_date_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """季末前, 下季度首月15日前: a day of every quarter, without 每."""
    is_head = at == 0 or sentence.kind(at - 1) in ENDS or sentence.kind(at) is Kind.NEXT_QUARTER
    read = _quarter_date(sentence, at, at + 1, Period.QUARTER) if is_head else None
    is_last = read is not None and (
        sentence.kind(read.last) in (None, Kind.PUBLISH, *ENDS) or sentence.kind(read.last - 1) is Kind.BEFORE
    )
    return read if is_last else None


def _year_date(sentence: Sentence, at: int, start: int) -> Island | None:
    start += sentence.kind(start) in (Kind.IN_PLACE, Kind.YEAR)
    if sentence.kind(start) is Kind.EARLY and sentence.tokens[start].words == "年初":
        return finish(sentence, at, Date(start + 1, None, 1, None, is_vague=True), None)
    if sentence.kind(start) in (Kind.FIRST_MONTH, Kind.LAST_MONTH):
        month = 1 if sentence.kind(start) is Kind.FIRST_MONTH else 12
        return _part_of_year(sentence, at, start + 1, month, month)
    if sentence.kind(start) in (Kind.FIRST_HALF, Kind.SECOND_HALF):
        is_first = sentence.kind(start) is Kind.FIRST_HALF
        return _part_of_year(sentence, at, start + 1, 1 if is_first else 7, 6 if is_first else 12)
    place = start + (sentence.kind(start) is Kind.NTH)
    value = sentence.tokens[place].value if place < len(sentence.tokens) else None
    if sentence.kind(place + 1) is Kind.QUARTER and value is not None:
        if not 1 <= value <= 4:
            return refused(sentence, at, Date(place + 2, fault="一年只有四个季度"))
        return _part_of_year(sentence, at, place + 2, 3 * value - 2, 3 * value)
    months = _months(sentence, at, start)
    if months is not None:
        return months
    first = date_at(sentence, start)
    if first is None or first.year is not None:
        return None
    if first.fault:
        return refused(sentence, at, first)
    second_at = over_dash(sentence, first.end)
    second = date_at(sentence, second_at, first) if second_at else None
    read = window(sentence, at, first, second) if second else finish(sentence, at, first, None)
    return and_more(sentence, read) if read else None


def _months(sentence: Sentence, at: int, start: int) -> Island | None:
    """每年1-3月: from the first day of one month to the last of another."""
    last = start + 2
    is_stretch = sentence.kind(start) is Kind.NUMBER and sentence.kind(start + 1) is Kind.DASH
    if not is_stretch or sentence.kind(last) is not Kind.NUMBER or sentence.kind(last + 1) is not Kind.MONTH:
        return None
    if sentence.kind(last + 2) is Kind.NUMBER:
        return None
    first, second = Date(start + 1, None, sentence.tokens[start].value), date_at(sentence, last)
    if second is None or not 1 <= (first.month or 0) <= 12:
        return None
    return window(sentence, at, first, second)


def _part_of_year(sentence: Sentence, at: int, end: int, first_month: int, month: int) -> Island:
    day = monthrange(LEAP_YEAR, month)[1]
    if sentence.kind(end) is Kind.END:
        return finish(sentence, at, Date(end + 1, None, month, day), None)
    is_before = sentence.kind(end) is Kind.BEFORE
    end += sentence.kind(end) in (Kind.WITHIN, Kind.BEFORE)
    read = finish(sentence, at, Date(end, None, month, day), MonthDay(first_month, 1))
    return replace(read, findings=(_which_end(sentence, at, end),)) if is_before else read


def _which_end(sentence: Sentence, at: int, end: int) -> Finding:
    words = sentence.words(at, end)
    message = f"“{words}”没有说明是在它开始之前还是结束之前，按结束之前读，请写明具体日期。"
    return Finding("vague-date", Severity.WARNING, message, sentence.span(at, end))


def _month_date(sentence: Sentence, at: int, start: int) -> Island | None:
    if sentence.kind(start) in (Kind.END, Kind.MONTH_END):
        return _month_day(sentence, at, start + 1, _MOST_DAYS)
    if (ten_days := sentence.words(start, start + 1)) in _TEN_DAYS:
        first, last = _TEN_DAYS[ten_days]
        return _month_day(sentence, at, start + 1, last, MonthDay(None, first))
    opening = _first_of_days(sentence, start)
    begins = None if opening is None else MonthDay(None, opening)
    if opening is not None:
        start += 2 + (sentence.kind(start + 1) is not Kind.DASH)
    value = sentence.tokens[start].value if start < len(sentence.tokens) else None
    if value is None or sentence.kind(start + 1) not in DAYS:
        return None
    if not 1 <= value <= _MOST_DAYS:
        return refused(sentence, at, Date(start + 2, fault=f"一个月没有{value}日"))
    return _and_more_days(sentence, _month_day(sentence, at, start + 2, value, begins))


def _and_more_days(sentence: Sentence, read: Island) -> Island:
    """每月10日、20日前: each further day of the month is a rule of its own."""
    while sentence.kind(read.last) is Kind.LIST and len(read.rules) < _MOST_DAYS:
        at = read.last + 1
        value = sentence.tokens[at].value if at < len(sentence.tokens) else None
        if value is None or not 1 <= value <= _MOST_DAYS or sentence.kind(at + 1) not in DAYS:
            break
        more = _month_day(sentence, at, at + 2, value)
        read = Island(read.first, more.last, read.rules + more.rules, read.findings)
    return read


def _first_of_days(sentence: Sentence, start: int) -> int | None:
    """The first day of 每月1日至5日 or 每月1-5日, where a second one follows."""
    value = sentence.tokens[start].value if start < len(sentence.tokens) else None
    dash = start + 1 + (sentence.kind(start + 1) in DAYS)
    second = sentence.tokens[dash + 1].value if dash + 2 < len(sentence.tokens) else None
    is_stretch = sentence.kind(dash) is Kind.DASH and sentence.kind(dash + 2) in DAYS
    return value if is_stretch and value and second and value < second else None


def _month_day(sentence: Sentence, at: int, end: int, day: int, begins: MonthDay | None = None) -> Island:
    end += sentence.kind(end) is Kind.BEFORE
    given = sentence.given(at, end)
    read = Rule(RuleKind.BY_DATE, *given, period=Period.MONTH, day=day, begins=begins)
    return Island(at, end, (read,))


def _quarter_date(sentence: Sentence, at: int, start: int, period: Period) -> Island | None:
    months = 3 if period is Period.QUARTER else 6
    month, end = _month_of_period(sentence, start, months)
    if month is None:
        return None
    if not 1 <= month <= months:
        return refused(
            sentence, at, Date(end, fault=f"{'一个季度' if months == 3 else '半年'}没有第{month}个月")
        )
    end = skip(sentence, end, "的")
    if _first_of_days(sentence, end) is not None:  # 首月1-10日: by the tenth
        end += 2 + (sentence.kind(end + 1) is not Kind.DASH)
    value = sentence.tokens[end].value if end < len(sentence.tokens) else None
    day = _MOST_DAYS
    if value is not None and sentence.kind(end + 1) in DAYS:
        day, end = value, end + 2
    elif sentence.kind(end) in (Kind.END, Kind.MONTH_END):
        end += 1
    elif sentence.words(end, end + 1) in _TEN_DAYS:
        day, end = _TEN_DAYS[sentence.words(end, end + 1)][1], end + 1
    if not 1 <= day <= _MOST_DAYS:
        return refused(sentence, at, Date(end, fault=f"一个月没有{day}日"))
    end += sentence.kind(end) is Kind.BEFORE
    read = Rule(RuleKind.BY_DATE, *sentence.given(at, end), period=period, month=month, day=day)
    return Island(at, end, (read,))


def _month_of_period(sentence: Sentence, at: int, months: int) -> tuple[int | None, int]:
    kind = sentence.kind(at)
    if kind is Kind.FIRST_MONTH:
        return 1, at + 1
    if kind is Kind.NEXT_MONTH and sentence.tokens[at].words[0] in "次下":
        return 1, at + 1  # 每季度次月: the month after the quarter, the first of the next
    if kind in (Kind.LAST_MONTH, Kind.END):
        follows = sentence.rest(at + 1)
        return (None, at) if kind is Kind.END and follows[:1] in ("之", "后", "了") else (months, at + 1)
    value = sentence.tokens[at + 1].value if at + 1 < len(sentence.tokens) else None
    if kind is Kind.NTH and value is not None:
        end = at + 2 + (sentence.kind(at + 2) is Kind.PIECE)
        if sentence.kind(end) is Kind.MONTH_END:
            return value, end
        return (value, end + 1) if sentence.kind(end) is Kind.MONTH else (None, at)
    return None, at
