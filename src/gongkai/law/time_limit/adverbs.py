"""Productions without a number: 及时, 长期, 任期内, 与原文同时发布, 会前."""

import re

from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import Island, amount_at, clause_end, clause_start, is_end, skip
from gongkai.law.time_limit.rule import Rule, RuleKind, Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.triggers import FILLERS, event_of, meeting, trigger_before
from gongkai.law.vocabulary import Event, Severity

# promptly := PROMPT act?                        with an act in the clause, or at its end
# standing := STANDING act?
# keep_for := WHILE
# with     := COMPANION words? SAME act? (、SAME act?)* grace? | SAME act grace? | 随文 act
# grace    := '(' amount WITHIN ')' | ','? AT_MOST? (words AFTER)? amount WITHIN
# before   := words-of-an-event BEFORE | 会前 | 事前
# exception := words EXCEPTION: a notice and no rule; so is 遇节假日顺延

_APART = ("时间跨度", "时间间隔", "间隔", "相隔", "时间差")
_FAR = 6  # tokens between 最迟不超过 and its number: 文件公布后
_MEETING = "会议?$|活动$|听证$|考试$|选举$|评审$|表决$|审议$"
_PLACE = "[会局厅楼门室栏院口厂路街校村]$|大厅|窗口|以|之"
_STAGES = "[、,和及]?(?:会|事)?[中后](?![0-9一二三四五六七八九十])"  # 事前、事中、事后: by stages
_REGULAR = frozenset({Kind.EVERY, Kind.BY, Kind.PROMPT})
_POINTERS = frozenset({"此", "这", "那", "该"})
_NEEDS_ACT = frozenset({"动态"})
_ACTS_ANYHOW = frozenset({"及时", "第一时间", "立即", "即时", "尽快", "尽早", "马上", "立刻", "即刻", "当场"})
_VERB = (
    "向|回应|答复|回复|处理|反馈|解答|处置|办理|转载|转发|推送|录入|归集|解读|撤|"
    "补充|完善|报告|提供|告知|通知|宣传"
)


def promptly_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """及时公开, 实时, 动态更新: at once, without a number."""
    end = clause_end(sentence, at + 1)
    has_act = Kind.PUBLISH in sentence.kinds[at + 1 : end]
    acts_now = sentence.kind(at + 1) is Kind.PUBLISH
    word = sentence.tokens[at].words
    if (word in _NEEDS_ACT and not acts_now) or sentence.words(at - 1, at).endswith(("未", "不")):
        return None
    if (
        not has_act
        and at + 1 != end
        and not _is_listed(sentence, at)
        and not (word in _ACTS_ANYHOW and re.match(_VERB, sentence.rest(at + 1)))
    ):
        return None
    return _with_word(sentence, RuleKind.PROMPTLY, at, at + 1 + acts_now)


def _is_listed(sentence: Sentence, at: int) -> bool:
    """实时、每月: each of several ways to keep up to date."""
    return sentence.kind(at + 1) is Kind.LIST and sentence.kind(at + 2) in _REGULAR


def standing_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """长期公开, 常年公开: kept available."""
    acts_now = sentence.kind(at + 1) is Kind.PUBLISH
    return _with_word(sentence, RuleKind.STANDING, at, at + 1 + acts_now)


def while_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """任期内, 有效期内: kept as long as something lasts."""
    return _with_word(sentence, RuleKind.KEEP_FOR, at, at + 1)


def _with_word(sentence: Sentence, kind: RuleKind, first: int, last: int) -> Island:
    read = Rule(kind, *sentence.given(first, last), word=sentence.words(first, last))
    return Island(first, last, (read,))


def with_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """与原文同时发布（三个工作日内）: together with the parent document, with its grace."""
    first = clause_start(sentence, at, floor)
    companion = sentence.first_of(Kind.COMPANION, first, at)
    begins = at if companion is None else companion
    has_act = sentence.kind(at + 1) is Kind.PUBLISH
    is_together = sentence.tokens[at].words != "同时"
    is_alone = first == at and is_end(sentence, at + 1)
    if begins == at and not (is_together and (has_act or is_alone)):
        return None
    last = _over_the_same(sentence, at + 1 + has_act)
    grace_at, close = _grace(sentence, last)
    grace = amount_at(sentence, grace_at) if grace_at else None
    amount, unit = (grace.value, grace.unit) if grace else (None, None)
    read = Rule(RuleKind.WITH, *sentence.given(begins, close), amount=amount, unit=unit)
    return Island(begins, close, (read,))


def companion_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """随文公开, 随文件发布: together with the document, without the word 同时."""
    follows = sentence.words(at, at + 2)
    if (
        not re.fullmatch("随(?:文件?|原文|公文|政策|政策文件)", follows)
        or sentence.kind(at + 2) is not Kind.PUBLISH
    ):
        return None
    read = Rule(RuleKind.WITH, *sentence.given(at, at + 3))
    return Island(at, at + 3, (read,))


def _over_the_same(sentence: Sentence, at: int) -> int:
    """同步起草、同步审批、同步发布 is one rule: the place after its last 同步."""
    end = clause_end(sentence, at)
    same = sentence.last_of(Kind.SAME, at, end)
    return at if same is None else same + 1 + (sentence.kind(same + 1) is Kind.PUBLISH)


def _grace(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where a grace of days begins and what follows it; (0, at) when none stands here."""
    is_open = sentence.kind(at) is Kind.OPEN
    place = skip(sentence, at, "(", ",")
    begins = place
    place = skip(sentence, place, *_APART) if sentence.kind(place + 1) is Kind.AT_MOST else place
    while sentence.kind(place) in (Kind.AT_MOST, Kind.IN_PLACE):
        place += 1
    if begins < place:
        after = sentence.first_of(Kind.AFTER, place, place + _FAR)
        place = place if after is None else after + 1
    amount = amount_at(sentence, place) if place < len(sentence.tokens) else None
    if amount is None or amount.value < 1:
        return 0, at
    has_within = sentence.kind(amount.end) is Kind.WITHIN
    end = amount.end + has_within
    is_closed = is_open and sentence.kind(end) is Kind.CLOSE
    is_most = begins < place
    if is_closed or (not is_open and has_within and place > at) or is_most:
        return place, end + is_closed
    return 0, at


def before_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """会前公布, 举办活动前: ahead of an event, without a number of days."""
    kind = sentence.kind(at)
    if sentence.kind(at - 1) is Kind.ODD or re.match(_STAGES, sentence.rest(at + 1)):
        return None
    if kind is Kind.MEETING_BEFORE:
        is_label = sentence.kind(at + 1) is Kind.PUBLISH and _is_named(sentence, at + 2)
        is_left = is_label or _leads_amount(sentence, at)
        return None if is_left else _before(sentence, at, at + 1, meeting(sentence, at))
    if _leads_amount(sentence, at):
        return None
    first = clause_start(sentence, at, floor)
    found = trigger_before(sentence, first, at, may_be_any=True) if first < at else None
    acts_now = sentence.kind(at + 1) is Kind.PUBLISH
    if found is None:
        words = sentence.words(first, at)
        is_act = acts_now and _is_act(words)
        return _before(sentence, first, at + 1, Trigger(event_of(words), words)) if is_act else None
    if found.trigger.text in _POINTERS:
        return None
    is_placed = Kind.IN_PLACE in sentence.kinds[first:at]
    is_whole = found.first == first or re.search(_MEETING, found.trigger.text) is not None
    if event_of(found.trigger.text) is Event.OTHER:
        is_whole, is_placed = False, is_placed and acts_now
    return _before(sentence, found.first, at + 1, found.trigger) if is_placed or is_whole else None


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether 事前公示 is the name of something (事前公示：长期, 事前公示信息)."""
    return sentence.kind(at) is Kind.WORD or sentence.words(at, at + 1) == ":"


def _is_act(words: str) -> bool:
    """Whether unknown words may be an event (拟任职前公示), and not a place (村委会前公示)."""
    words = FILLERS.sub("", words)  # 应当在前公告 tells of no event
    is_short = 2 <= len(words) <= 10 and words not in _POINTERS
    return is_short and re.search(_PLACE, words) is None and re.search(r"\W|[0-9a-zA-Z]", words) is None


def _leads_amount(sentence: Sentence, at: int) -> bool:
    """Whether an amount follows, so that 会前3日 is left to it."""
    place = at + 1 + (sentence.kind(at + 1) is Kind.AT_LEAST)
    return place < len(sentence.tokens) and amount_at(sentence, place) is not None


def _before(sentence: Sentence, first: int, last: int, trigger: Trigger) -> Island:
    read = Rule(RuleKind.BEFORE, *sentence.given(first, last), trigger=trigger)
    return Island(first, last, (read,))


def exception_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """法律、法规另有规定的，从其规定: no rule, but the reader must know that others may prevail."""
    first = clause_start(sentence, at, floor)
    if sentence.tokens[at].words in ("除外", "例外"):
        words = sentence.words(first, at + 1)
        message = f"“{words}”是例外，不适用本格的期限，没有读成规则：例外如何公开，请另行写明。"
        return Island(first, at + 1, findings=(_notice("exception", message, sentence, first, at + 1),))
    message = "法律、法规对公开期限另有规定的从其规定（条例第二十六条）：适用时请另行写明该期限和依据。"
    return Island(first, at + 1, findings=(_notice("exception", message, sentence, first, at + 1),))


def ditto_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """同上 beside other words: what it stands for must be written."""
    message = f"“{sentence.tokens[at].words}”要与上文一起读，这一处没有读成规则，请写出完整的时限。"
    return Island(
        at, at + 1, findings=(Finding("ditto", Severity.WARNING, message, sentence.span(at, at + 1)),)
    )


def holiday_island(sentence: Sentence, at: int, _floor: int) -> Island | None:
    """遇节假日顺延: so it is counted anyway (民法典第二百零三条)."""
    message = (
        "节假日顺延不必另写：工作日本来不计节假日，按日计算的期限末日是休息日的顺延（民法典第二百零三条），"
        "推算时已经照办。"
    )
    return Island(at, at + 1, findings=(_notice("holidays-counted", message, sentence, at, at + 1),))


def _notice(code: str, message: str, sentence: Sentence, first: int, last: int) -> Finding:
    return Finding(code, Severity.NOTICE, message, sentence.span(first, last))
