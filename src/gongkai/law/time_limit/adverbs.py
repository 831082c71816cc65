"""Productions without a number: 及时, 长期, 任期内, 与原文同时发布, 会前."""

import re
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import Island, amount_at, clause_end, clause_start, rule, skip
from gongkai.law.time_limit.rule import RuleKind, Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.triggers import event_of, meeting, trigger_before
from gongkai.law.vocabulary import Event, Severity

# promptly := PROMPT act?                        with an act in the clause, or at its end
# standing := STANDING act?
# keep_for := WHILE
# with     := 与|随 words SAME act grace? | SAME act grace?
# grace    := '(' amount WITHIN ')' | ','? AT_MOST? amount WITHIN
# before   := words-of-an-event BEFORE | 会前 | 事前
# exception := words EXCEPTION: a notice and no rule

_COMPANION = "[与随和跟同]"
_MEETING = "会议?$|活动$|听证$|考试$|选举$|评审$|表决$|审议$"
_POINTERS = frozenset({"此", "这", "那", "该"})
_NEEDS_ACT = frozenset({"动态"})


def promptly_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """及时公开, 实时, 动态更新: at once, without a number."""
    end = clause_end(sentence, at + 1)
    has_act = any(sentence.kind(place) is Kind.PUBLISH for place in range(at + 1, end))
    acts_now = sentence.kind(at + 1) is Kind.PUBLISH
    if sentence.tokens[at].words in _NEEDS_ACT and not acts_now:
        return None
    if not has_act and at + 1 != end:
        return None
    return _with_word(sentence, RuleKind.PROMPTLY, at, at + 1 + acts_now)


def standing_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """长期公开, 常年公开: kept available."""
    acts_now = sentence.kind(at + 1) is Kind.PUBLISH
    return _with_word(sentence, RuleKind.STANDING, at, at + 1 + acts_now)


def while_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """任期内, 有效期内: kept as long as something lasts."""
    return _with_word(sentence, RuleKind.KEEP_FOR, at, at + 1)


def _with_word(sentence: Sentence, kind: RuleKind, first: int, last: int) -> Island:
    read = replace(rule(sentence, kind, first, last), word=sentence.words(first, last))
    return Island(first, last, (read,))


def with_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """与原文同时发布（三个工作日内）: together with the parent document, with its grace."""
    first = clause_start(sentence, at, floor)
    begins = next((p for p in range(first, at) if re.match(_COMPANION, sentence.tokens[p].words)), at)
    has_act = sentence.kind(at + 1) is Kind.PUBLISH
    is_together = sentence.tokens[at].words != "同时"
    if begins == at and not (has_act and is_together):
        return None
    last = at + 1 + has_act
    grace_at, close = _grace(sentence, last)
    read = rule(sentence, RuleKind.WITH, begins, close)
    grace = amount_at(sentence, grace_at) if grace_at else None
    if grace is not None:
        read = replace(read, amount=grace.value, unit=grace.unit)
    return Island(begins, close, (read,))


def _grace(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where a grace of days begins and what follows it; (0, at) when none stands here."""
    is_open = sentence.kind(at) is Kind.OPEN
    place = skip(sentence, at, "(", ",")
    while sentence.kind(place) in (Kind.AT_MOST, Kind.IN_PLACE):
        place += 1
    amount = amount_at(sentence, place) if place < len(sentence.tokens) else None
    if amount is None or amount.value < 1:
        return 0, at
    has_within = sentence.kind(amount.end) is Kind.WITHIN
    end = amount.end + has_within
    is_closed = is_open and sentence.kind(end) is Kind.CLOSE
    is_most = sentence.kind(place - 1) is Kind.AT_MOST
    if is_closed or (not is_open and has_within and place > at) or is_most:
        return place, end + is_closed
    return 0, at


def before_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """会前公布, 举办活动前: ahead of an event, without a number of days."""
    kind = sentence.kind(at)
    if kind is Kind.MEETING_BEFORE:
        return None if _leads_amount(sentence, at) else _before(sentence, at, at + 1, meeting(sentence, at))
    if _leads_amount(sentence, at):
        return None
    first = clause_start(sentence, at, floor)
    found = trigger_before(sentence, first, at, may_be_any=True) if first < at else None
    if found is None or found.trigger.text in _POINTERS:
        return None
    is_placed = any(sentence.kind(place) is Kind.IN_PLACE for place in range(first, at))
    is_whole = found.first == first or re.search(_MEETING, found.trigger.text) is not None
    if event_of(found.trigger.text) is Event.OTHER:
        is_whole, is_placed = False, is_placed and sentence.kind(at + 1) is Kind.PUBLISH
    if not (is_placed or is_whole):
        return None
    return _before(sentence, found.first, at + 1, found.trigger)


def _leads_amount(sentence: Sentence, at: int) -> bool:
    """Whether an amount follows, so that 会前3日 is left to it."""
    place = at + 1 + (sentence.kind(at + 1) is Kind.AT_LEAST)
    return place < len(sentence.tokens) and amount_at(sentence, place) is not None


def _before(sentence: Sentence, first: int, last: int, trigger: Trigger) -> Island:
    read = replace(rule(sentence, RuleKind.BEFORE, first, last), trigger=trigger)
    return Island(first, last, (read,))


def exception_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """法律、法规另有规定的，从其规定: no rule, but the reader must know that others may prevail."""
    first = clause_start(sentence, at, floor)
    message = "法律、法规对公开期限另有规定的从其规定（条例第二十六条）：适用时请另行写明该期限和依据。"
    finding = Finding("exception", Severity.NOTICE, message, sentence.span(first, at + 1))
    return Island(first, at + 1, findings=(finding,))
