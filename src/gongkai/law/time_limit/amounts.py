"""Productions that begin with an amount: 20个工作日内."""

import re

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.ahead import before_event
from gongkai.law.time_limit.cycles import amount_cycle, at_longest
from gongkai.law.time_limit.displays import DISPLAYED_FOR, either, keep_for, open_for
from gongkai.law.time_limit.parts import (
    LONGEST_SUBJECT,
    MOST,
    UNIT_NAMES,
    Amount,
    Island,
    amount_at,
    clause_end,
    clause_start,
    error,
    is_end,
    ranged,
)
from gongkai.law.time_limit.rule import Rule, RuleKind, Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.traps import trap_island
from gongkai.law.time_limit.triggers import Found, trigger_before
from gongkai.law.vocabulary import Event, Severity, Unit

# island   := trap | before | open_for | keep_for | within | cycle
# trap     := see traps.py; before: ahead.py; open_for, keep_for: displays.py; cycle: cycles.py
# amount   := low (-|至|或) high unit: of 3-5个工作日 the upper bound limits, the lower is shown at least
# within   := trigger AT_MOST? amount WITHIN? | what? AT_MOST? amount WITHIN act | bare amount of days

# 起-5个工作日、起负5日、起1.5个工作日；别处的横线和“1.”多半是标点和编号。
_SIGN_OR_FRACTION = lazy(r"(?<=[起后满内])(?:[-负]|[0-9]+\.)$")
_HEAD_FIGURE = lazy(r"^[0-9]+\.$")
_NEXT_ITEM = lazy(r"[0-9][.、]")
_LIMIT_LABEL = lazy("^(?:公开|公示|公布|发布|更新)?的?(?:时限|期限|时间)?(?:为|是|:)?$")
_PUBLISHED = lazy(
    "(?:予以|及时|主动|向社会|对外|全文|在网上|依法)*(?:公开|公布|发布|公示|公告|上传|上网|更新|通报)"
)
_ARTICLE = lazy("第[0-9一二三四五六七八九十百]+[条款项](?:的?规定)?$")
_DONE = lazy("办理|办结|审批|审核|审查|答复|受理|完成|整改|缴|退|反馈|未来|申请|不超过|每|第")
_START_MARKS = frozenset({Kind.FROM, Kind.AFTER, Kind.ON, Kind.THAT_DAY})
_NATURAL_DAYS = lazy(r"内?\((自然日|日历[日天])\)")
_ACT = lazy(
    "$|[,。;:?!()、/]|或|公|更新|发|登载|刊登|上传|上网|披露|通知|通报|告知|录入|归集|予以|向|由|通过|在|于|将|以|完成|送|报|提|"
    "撤|确|答|反馈|办|依|会同|面向|(?:举行|召开)(?:新闻)?发布会|主动|应|须|如实|集中|移送|全文|全面|并|对|进行|做好|及时|印发|形成|编制"
)


def amount_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """Reads the amount at a token with the words around it; None when no production takes it."""
    amount = amount_at(sentence, at)
    if amount is None or (at > 0 and sentence.kind(at - 1) is Kind.NTH):
        return None  # 第5个工作日 is a day, no stretch of five
    first = _lead_start(sentence, at, floor)
    trap = trap_island(sentence, first, at, amount)
    if trap is not None:
        return trap
    sign = _SIGN_OR_FRACTION.search(sentence.words(first, at)) or _lone_fraction(sentence, at)
    if sign or not 1 <= amount.value <= MOST[amount.unit]:
        finding = _impossible(sentence, at, amount, sign.group() if sign else "")
        return Island(at, amount.end, findings=(finding,))
    if _is_count(sentence, first, at, amount):
        return None
    for production in (before_event, open_for, keep_for, at_longest, _within, amount_cycle):
        island = production(sentence, first, at, amount)
        if island is not None:
            return island
    return None


def _is_count(sentence: Sentence, first: int, at: int, amount: Amount) -> bool:
    """3年内2次以上, 征求意见的10个工作日内公开不得少于2次: how often within a stretch, no day to act by."""
    if sentence.kind(amount.end) is not Kind.WITHIN:
        return False
    for place in range(amount.end + 1, clause_end(sentence, amount.end) - 1):
        value = sentence.tokens[place].value
        if value and value > 1 and sentence.kind(place + 1) is Kind.TIMES:
            return Kind.AT_LEAST is sentence.kind(place - 1) or sentence.kind(place + 2) is Kind.ABOVE
    return False


def _lone_fraction(sentence: Sentence, at: int) -> re.Match[str] | None:
    """0.5个工作日 at the head of a cell that numbers no second item: a fraction, not item 0.

    “1. 20个工作日” and “1.20个工作日” are items: a blank or two digits follow the point.
    """
    token = sentence.tokens[at]
    is_item = token.end - token.start > 1 or sentence.text[: sentence.origin[token.start]][-1:].isspace()
    if is_item or _NEXT_ITEM.search(sentence.rest(at)):
        return None
    return _HEAD_FIGURE.search(sentence.words(0, at))


def _lead_start(sentence: Sentence, at: int, floor: int) -> int:
    """Where the lead begins; what follows the limit before (…内发布初步信息，5小时内…) leads nothing."""
    first = clause_start(sentence, at, floor)
    is_tail = first == floor > 0 and sentence.kind(at - 1) is Kind.BREAK
    if not is_tail or not _START_MARKS.isdisjoint(sentence.kinds[first:at]):
        return first
    return first if DISPLAYED_FOR.search(sentence.words(first, at - 1)) else at


def _impossible(sentence: Sentence, at: int, amount: Amount, sign: str) -> Finding:
    words = sign + sentence.words(at, amount.end)
    most = f"{MOST[amount.unit]}{UNIT_NAMES[amount.unit]}"
    return error(
        sentence,
        "impossible-amount",
        at,
        amount.end,
        f"“{words}”不能作为期限：应当是1到{most}的整数，本处不读出规则，请核对原文。",
    )


def _at_least_within(sentence: Sentence, at: int, amount: Amount) -> tuple[Finding, ...]:
    words = sentence.words(at - 1, amount.end + 1)
    message = f"“{words}”既说至少又说之内，按之内读，请写成“公示期不少于…”或者“…内公开”。"
    return (Finding("ambiguous-limit", Severity.WARNING, message, sentence.span(at - 1, amount.end + 1)),)


def _within(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    found = trigger_before(sentence, first, at)
    has_within = sentence.kind(amount.end) is Kind.WITHIN
    if sentence.kind(amount.end) is Kind.AFTER:
        return None
    is_most = at > first and sentence.kind(at - 1) is Kind.AT_MOST
    last = amount.end + has_within
    if found is not None and (
        has_within or is_most or found.is_marked or _is_bare_event(sentence, found, amount)
    ):
        begins, trigger = found.first, found.trigger
    elif _is_default(sentence, first, at, amount):
        begins, trigger = at - is_most, Trigger(Event.FORMED_OR_CHANGED, "")
    else:
        return None
    last = _with_adverb(sentence, last)
    given = sentence.given(begins, last)
    read = Rule(RuleKind.WITHIN, *given, amount=amount.value, unit=amount.unit, trigger=trigger)
    findings = ranged(sentence, at, amount, is_upper=True) + _two_units(sentence, at, amount)
    if has_within and at > first and sentence.kind(at - 1) is Kind.AT_LEAST:
        findings += _at_least_within(sentence, at, amount)
    is_bare = found is not None and not found.is_marked
    if trigger.text.endswith(("公示", "公告")) and (is_bare or (not has_within and len(trigger.text) == 2)):
        findings += either(sentence, begins, last, is_length=False)
    return Island(begins, last, (read,), findings)


def _is_bare_event(sentence: Sentence, found: Found, amount: Amount) -> bool:
    """信息形成20日: neither 之日起 nor 内, but nothing else can be meant."""
    is_about = found.trigger.event in (Event.FORMED, Event.CHANGED, Event.OBTAINED, Event.FORMED_OR_CHANGED)
    is_days = amount.unit in (Unit.WORKDAY, Unit.DAY)
    return is_about and is_days and is_end(sentence, amount.end)


def _two_units(sentence: Sentence, at: int, amount: Amount) -> tuple[Finding, ...]:
    """20个工作日（自然日）: two units for one number."""
    other = _NATURAL_DAYS.match(sentence.rest(amount.end))
    if amount.unit is not Unit.WORKDAY or other is None:
        return ()
    message = f"既写工作日又写{other[1]}，按工作日读，请只留一个。"
    return (Finding("two-units", Severity.WARNING, message, sentence.span(at, amount.end)),)


def _is_default(sentence: Sentence, first: int, at: int, amount: Amount) -> bool:
    """A limit whose start is not said: 20个工作日, 在5个工作日内公告 (条例第二十六条)."""
    has_within = sentence.kind(amount.end) is Kind.WITHIN
    is_most = at > first and sentence.kind(at - 1) is Kind.AT_MOST
    lead = sentence.words(first, at - is_most)
    if has_within and sentence.kind(at - 1) in (Kind.BEFORE, Kind.MEETING_BEFORE):
        return False  # 会议召开前5日内: ahead of it, and not from when
    if has_within or is_most:
        leads = first == at - is_most or sentence.kind(at - 1 - is_most) in (
            Kind.IN_PLACE,
            Kind.BREAK,
            Kind.IS,
            Kind.SLASH,
        )
        rest = sentence.rest(amount.end + has_within)
        acts = is_end(sentence, amount.end + has_within) or _ACT.match(rest) is not None
        if amount.unit in (Unit.YEAR, Unit.HALF_YEAR) and not is_most and _PUBLISHED.match(rest) is None:
            return False  # 5年内: as likely how long something is shown
        is_of = _is_subject(lead) and (
            amount.unit in (Unit.WORKDAY, Unit.HOUR) or _PUBLISHED.match(rest) is not None
        )
        leads = leads or lead.endswith(("应当", "应", "须", "的")) or _ARTICLE.search(lead) is not None
        return acts and (leads or lead == "" or is_of)
    is_days = amount.unit in (Unit.WORKDAY, Unit.DAY, Unit.HOUR)
    follows = is_end(sentence, amount.end) or sentence.kind(amount.end) in (Kind.PUBLISH, Kind.LIST)
    is_labelled = _LIMIT_LABEL.match(lead) is not None or (lead.endswith(":") and _is_subject(lead))
    return is_days and follows and is_labelled


def _is_subject(lead: str) -> bool:
    """Who or what a limit is for (双公示信息7个工作日内), unless something else is to be done within it."""
    return len(lead) <= LONGEST_SUBJECT and _DONE.search(lead) is None


def _with_adverb(sentence: Sentence, last: int) -> int:
    """20个工作日内及时公开: the adverb belongs to the limit and is no rule of its own (条例第二十六条)."""
    return last + 1 if sentence.kind(last) in (Kind.PROMPT, Kind.SAME) else last
