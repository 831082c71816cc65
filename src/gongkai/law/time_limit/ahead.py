"""Productions that count back from an event: 会前3日."""

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.parts import Amount, Island, least, ranged
from gongkai.law.time_limit.rule import Rule, RuleKind, Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.triggers import event_of, meeting, trigger_before
from gongkai.law.vocabulary import Event, Severity

# before   := (lead 的?)? amount BEFORE | lead BEFORE AT_LEAST? amount | lead? AHEAD AT_LEAST? amount

_PERIODS = frozenset({"季", "季度", "年", "年度", "月", "月度"})
_SEA = frozenset({Kind.WORD, Kind.UNTIL})
_MODAL = lazy("(?:应当|应该|应|必须|须|需|的)+$")


def before_event(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    """会前3日, 公布前5个工作日, 提前至少一周: so much before an event."""
    lead_end, last = at, amount.end
    if sentence.kind(amount.end) is Kind.BEFORE:
        last = amount.end + 1
        lead_end -= sentence.kind(at - 1) is Kind.AT_LEAST and at > first
    else:
        lead_end = _lead_of_ahead(sentence, first, at)
        if lead_end < 0 or _looks_back(sentence, first, lead_end, amount.end):
            return None
    is_ahead = sentence.kind(amount.end) is not Kind.BEFORE
    found = trigger_before(sentence, first, lead_end, may_be_any=True) if lead_end > first else None
    begins = found.first if found else lead_end
    trigger = found.trigger if found else Trigger(Event.OTHER, "")
    if trigger.text in _PERIODS:
        return None  # 季度15日前: of which of its months is not said
    if found is None and _is_event_like(sentence, first, lead_end):
        words = _MODAL.sub("", sentence.words(first, lead_end))
        begins, trigger = first, Trigger(event_of(words), words)
    if sentence.kind(lead_end - 1) is Kind.MEETING_BEFORE and lead_end > first:
        begins, trigger = lead_end - 1, meeting(sentence, lead_end - 1)
    given = sentence.given(begins, last)
    read = Rule(RuleKind.BEFORE, *given, amount=least(amount), unit=amount.unit, trigger=trigger)
    findings = () if trigger.text or is_ahead else _no_event(sentence, at, last)
    return Island(begins, last, (read,), findings + ranged(sentence, at, amount, is_upper=False))


def _looks_back(sentence: Sentence, first: int, lead_end: int, end: int) -> bool:
    """前3个月, 申请之日前3年内, 之日起前6个月, 会前5日内: the time before something, not a day to act by."""
    is_within = sentence.kind(end) is Kind.WITHIN
    if sentence.kind(lead_end) is not Kind.BEFORE:
        return is_within and sentence.kind(lead_end - 1) is Kind.MEETING_BEFORE
    return is_within or lead_end == first or sentence.kind(lead_end - 1) is Kind.ON


def _is_event_like(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a few words of the sea lead to 前: 停电, 考试, 投标截止时间."""
    words = _MODAL.sub("", sentence.words(first, last))
    is_sea = _SEA.issuperset(sentence.kinds[first:last])
    return is_sea and 2 <= len(words) <= 8


def _no_event(sentence: Sentence, first: int, last: int) -> tuple[Finding, ...]:
    message = f"“{sentence.words(first, last)}”没有写明在什么事之前，起算不了，请写明事项。"
    return (Finding("no-event", Severity.WARNING, message, sentence.span(first, last)),)


def _lead_of_ahead(sentence: Sentence, first: int, at: int) -> int:
    """Where the lead of 作业开始之日前5日 or 提前至少一周 ends; -1 when nothing of the kind leads."""
    place = at - 1 if at > first and sentence.kind(at - 1) is Kind.AT_LEAST else at
    if place > first and sentence.kind(place - 1) in (Kind.BEFORE, Kind.AHEAD):
        return place - 1
    if place > first and sentence.kind(place - 1) is Kind.MEETING_BEFORE:
        return place
    return -1
