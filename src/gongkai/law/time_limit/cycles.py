"""Productions for what comes round: 每季度更新, 按半年度更新."""

import re
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.parts import (
    FOR,
    MOST,
    UNITS,
    Amount,
    Island,
    amount_at,
    before_token,
    clause_end,
    clause_start,
    error,
    is_end,
)
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.triggers import event_of
from gongkai.law.vocabulary import Event, Severity, Unit

# cycle  := AT_LEAST? EVERY period act | EVERY period end-of-clause | BY period (更新 | end-of-clause)
#         | (更新周期 IS?)? period 更新? | 一 (月|季度) act? TIMES        (一月一次)
# period := 个? unit | amount | (双|隔) (月|周) | 旬
# act    := any word of publishing, or TIMES, up to the end of the clause
# amount := (更新周期 IS?)? bare amount of weeks or longer | amount … TIMES | amount 更新

_ENDED = "终了|结束|届满|期满|末?后|末[之日]|过后"
_WEEKDAY = "[一二三四五六日天](?:之?前)?(?![一二三四五六七八九十次个至到、-])"
_ACTS = frozenset({Kind.PUBLISH, Kind.TIMES})
_AS_UPDATE = ("更新", "公开", "公布", "发布", "公示", "公告", "调整", "通报", "报送")
_LABEL = lazy("^(?:更新|公开|公布|发布)的?(?:周期|频率|频次|频度)" + FOR)
_OTHER = (
    "[普抽检巡督调核复清]查|体检|培训|评估|评议|测评|召开|举办|举行|开展|组织|考核|走访|演练|例会|复核|核对|"
    "盘点|校验|年检|[检监]测|化验|检修"
)
_OTHER_ACT = lazy(_OTHER)
_OTHER_ACT_BEFORE = lazy(f"(?:{_OTHER})每?$")
_PERIODICALLY = lazy(
    "(?<!不)定期(?:予以|向社会)?(?:公开|公布|更新|公示|发布)?[,、(]?(?:最长|一般)?(?:不超过)?$"
)


def every_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """每 and a period. 每季度终了 begins a limit and is left to it; 评估每三年一次 is no disclosure."""
    period = _period(sentence, at + 1)
    if (
        period is not None
        and period.unit is Unit.WEEK
        and (day := re.match(_WEEKDAY, sentence.rest(period.end)))
    ):
        return _on_weekday(sentence, at, period, day[0])
    if period is None or re.match(_ENDED, sentence.rest(period.end)):
        return None
    end = clause_end(sentence, period.end)
    another = sentence.first_of(Kind.EVERY, period.end, end)
    own = end if another is None else another
    end = own if sentence.kind(period.end) is not Kind.LIST else end  # 党务每季度、村务每月公开
    is_listed = sentence.kind(period.end) is Kind.LIST and sentence.kind(period.end + 1) is Kind.EVERY
    is_whole = is_listed or is_end(sentence, period.end)
    if not is_whole and _ACTS.isdisjoint(sentence.kinds[period.end : end]):
        return None
    lead = sentence.words(clause_start(sentence, at, floor), at)
    if not is_publishing(sentence, period.end, end, lead) or _leads_amount(sentence, period.end, end):
        return None
    return _island(sentence, at, period, _last(sentence, period.end, own))


def _leads_amount(sentence: Sentence, start: int, end: int) -> bool:
    """每年人代会闭会后20日内: so often as the congress meets, and the limit counts from its end."""
    act = next((place for place in range(start, end) if sentence.kinds[place] in _ACTS), end)
    return any(
        sentence.kinds[place] in (Kind.AFTER, Kind.ON) and sentence.kind(place + 1) is Kind.NUMBER
        for place in range(start, act)
    )


def _on_weekday(sentence: Sentence, at: int, period: Amount, day: str) -> Island | None:
    """每周五公布: once a week; which day of the week a rule does not keep."""
    end = period.end
    until = sentence.tokens[end].start + len(day)
    while end < len(sentence.tokens) and sentence.tokens[end].start < until:
        end += 1
    if not (is_end(sentence, end) or sentence.kind(end) in (Kind.PUBLISH, Kind.BEFORE)):
        return None
    read = _island(sentence, at, period, end)
    message = f"“{sentence.words(at, end)}”读作每周一次，规则不核对是星期几，请人工核对。"
    finding = Finding("weekday-not-kept", Severity.WARNING, message, sentence.span(at, end))
    return replace(read, findings=(*read.findings, finding))


def by_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """按半年度更新, 按季度; 按年度划分 is no cycle of publishing."""
    period = _period(sentence, at + 1)
    if period is None:
        return None
    is_act = sentence.kind(period.end) is Kind.PUBLISH
    is_choice = re.match("(?:或者?|和|及|、)按", sentence.rest(period.end)) is not None
    if not (is_act or is_choice or is_end(sentence, period.end)):
        return None
    return _island(sentence, at, period, period.end + is_act)


def times_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """一月一次, 一季度更新一次: a month counted without 个, because 次 follows."""
    kind = sentence.kind(at + 1)
    if sentence.tokens[at].words not in ("一", "两") or kind not in (Kind.MONTH, Kind.QUARTER):
        return None
    place = at + 2
    while sentence.kind(place) in (Kind.AT_LEAST, Kind.PUBLISH):
        place += 1
    if sentence.kind(place) is not Kind.NUMBER or sentence.kind(place + 1) is not Kind.TIMES:
        return None
    return _island(sentence, at, Amount(sentence.tokens[at].value or 1, UNITS[kind], at + 2), place + 2)


def rate_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """1次/年, 2次/每季度: so often in a period."""
    place = at + 3 + (sentence.kind(at + 3) is Kind.EVERY)
    is_rate = sentence.kind(at + 1) is Kind.TIMES and sentence.kind(at + 2) is Kind.SLASH
    period = _period(sentence, place) if is_rate else None
    if period is None or not is_end(sentence, period.end):
        return None
    read = _island(sentence, at, period, period.end)
    return replace(read, findings=(*read.findings, *several_times(sentence, at, at + 2)))


def period_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """季度更新, 年度: a period without 每 or 按, at the head of its clause."""
    is_head = at == floor == 0 or sentence.kind(at - 1) in (Kind.BREAK, Kind.OPEN)
    is_head = is_head or _LABEL.search(sentence.words(clause_start(sentence, at, floor), at)) is not None
    period = _period(sentence, at)
    if not is_head or period is None or sentence.kind(at) is Kind.NUMBER:
        return None
    follows = period.end < len(sentence.tokens) and sentence.tokens[period.end].words in _AS_UPDATE
    is_day = sentence.kind(at) is Kind.DAY
    if not follows and (is_day or not is_end(sentence, period.end)):
        return None
    return _island(sentence, at, period, period.end + follows)


def _period(sentence: Sentence, at: int) -> Amount | None:
    if at >= len(sentence.tokens):
        return None
    if sentence.kind(at) is Kind.NUMBER:
        amount = amount_at(sentence, at)
        kind = sentence.kind(at + 1)
        if amount is None and kind in (Kind.MONTH, Kind.QUARTER) and sentence.tokens[at].value:
            return Amount(sentence.tokens[at].value or 0, UNITS[kind], at + 2)
        return amount
    if sentence.kind(at) is Kind.TEN_DAYS:
        return Amount(10, Unit.DAY, at + 1)
    if sentence.kind(at) is Kind.DOUBLE:
        return Amount(2, UNITS[Kind.MONTH if sentence.kind(at + 1) is Kind.MONTH else Kind.WEEK], at + 2)
    at += sentence.kind(at) is Kind.PIECE
    kind = sentence.kind(at)
    unit = UNITS.get(kind) if kind else None
    return Amount(1, unit, at + 1) if unit else None


def _last(sentence: Sentence, at: int, end: int) -> int:
    """The cycle's words run to 一次 where it is said, else over the verb that follows at once."""
    times = sentence.last_of(Kind.TIMES, at, end)
    if times is not None:
        return times + 1
    return at + (sentence.kind(at) is Kind.PUBLISH)


def _island(sentence: Sentence, at: int, period: Amount, last: int) -> Island:
    if not 1 <= period.value <= MOST.get(period.unit, 1):
        words = sentence.words(at, period.end)
        message = f"“{words}”不能作为更新周期，本处不读出规则，请核对数字。"
        return Island(at, last, findings=(error(sentence, "impossible-amount", at, period.end, message),))
    read = Rule(RuleKind.EVERY, *sentence.given(at, last), amount=period.value, unit=period.unit)
    return Island(at, last, (read,), several_times(sentence, period.end, last))


def amount_cycle(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    """一周, 三个月更新一次: an amount that comes round."""
    last = amount.end
    is_long = amount.unit not in (Unit.WORKDAY, Unit.DAY, Unit.HOUR)
    is_alone = first == at or _LABEL.search(sentence.words(first, at)) is not None
    is_bare = is_alone and is_end(sentence, last)
    end = clause_end(sentence, last)
    is_update = sentence.kind(last) is Kind.PUBLISH and sentence.tokens[last].words == "更新"
    if not (is_bare and is_long) and not has_times(sentence, last) and not (is_update and first == at):
        return None
    if not is_publishing(sentence, last, end, sentence.words(first, at)):
        return None
    if not is_alone and event_of(sentence.words(first, at)) is not Event.OTHER:
        return None
    times = sentence.last_of(Kind.TIMES, last, end)
    last = last + is_update if times is None else times + 1
    read = Rule(RuleKind.EVERY, *sentence.given(at, last), amount=amount.value, unit=amount.unit)
    return Island(at, last, (read,), several_times(sentence, amount.end, last))


def at_longest(sentence: Sentence, _first: int, at: int, amount: Amount) -> Island | None:
    """定期公开，最长不超过三个月: at least once in each three months."""
    is_most = sentence.kind(at - 1) is Kind.AT_MOST and sentence.kind(amount.end) is not Kind.WITHIN
    if not is_most or _PERIODICALLY.search(before_token(sentence, at)) is None:
        return None
    given = sentence.given(at - 1, amount.end)
    return Island(at - 1, amount.end, (Rule(RuleKind.EVERY, *given, amount=amount.value, unit=amount.unit),))


def has_times(sentence: Sentence, at: int) -> bool:
    """Whether “…一次” follows in the clause."""
    return Kind.TIMES in sentence.kinds[at : clause_end(sentence, at)]


def is_publishing(sentence: Sentence, first: int, last: int, lead: str) -> bool:
    """Whether what comes round is publishing; 每5年普查一次, 评估每年一次 are not, 每年抽查并公布一次 is."""
    if Kind.PUBLISH in sentence.kinds[first:last]:
        return True
    return not (_OTHER_ACT.search(sentence.words(first, last)) or _OTHER_ACT_BEFORE.search(lead))


def several_times(sentence: Sentence, first: int, last: int) -> tuple[Finding, ...]:
    """A warning where more than once in a period is asked: the rule keeps “at least once”."""
    for place in range(first, last - 1):
        value = sentence.tokens[place].value
        if sentence.kind(place + 1) is Kind.TIMES and value is not None and value > 1:
            message = f"每个周期要求{value}次，规则只核对每个周期至少一次，其余请人工核对。"
            return (Finding("several-times", Severity.WARNING, message, sentence.span(place, place + 2)),)
    return ()
