"""Productions that begin with an amount: within, before, open."""

import re
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import (
    MOST,
    UNIT_NAMES,
    Amount,
    Island,
    amount_at,
    clause_end,
    clause_start,
    error,
    is_end,
    rule,
)
from gongkai.law.time_limit.rule import RuleKind, Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.triggers import event_of, meeting, trigger_before
from gongkai.law.vocabulary import Event, Severity, Unit

# island   := trap | before | open_for | keep_for | within | cycle
# trap     := AGO amount | amount ABOVE | amount with a word of age or experience beside it
# before   := (lead 的?)? amount BEFORE | lead BEFORE amount | lead? AHEAD AT_LEAST? amount
# open_for := (display 期?)? AT_LEAST amount | display 期? IS? amount        (公示期不少于7个工作日)
# keep_for := keep AT_LEAST|AT_MOST|IS? amount | display 期限 IS? amount-of-years
# within   := trigger AT_MOST? amount WITHIN? | AT_MOST? amount WITHIN act | bare amount of days
# cycle    := bare amount of weeks or longer | amount … TIMES | amount 更新

_DISPLAY = "公示|公告|展示|公开|征集|征求|征询|听取|期限|时限|时间|期间|期$"
_IS = "的?(?:一般|原则上)?(?:为|是|:)?$"
_DISPLAYED_FOR = "(?:公示|公告|展示|公开|征集|(?:征求|征询)意见)的?(?:期限|时限|时间|期)?" + _IS
_DISPLAY_PERIOD = "(?:期限|时限|时间|期)" + _IS
_KEPT = "(?:留存|保留|保存|存续|留档|挂网)的?(?:期限|时限|时间|期)?" + _IS
_KEPT_SOMEWHERE = "留存|保留|保存|存续|留档|挂网|网上"
_EXPERIENCE = "经验|工龄|教龄|驾龄|学制|任职年限|服务年限|从业|执业|业绩|年龄|有期徒刑|注册资本"
# 起-5个工作日、起负5日、起1.5个工作日；别处的横线和“1.”多半是标点和编号。
_SIGN_OR_FRACTION = r"(?<=[起后满内])(?:[-负]|[0-9]+\.)$"
_LIMIT_LABEL = "^(?:公开|公示|公布|发布|办理|更新)?的?(?:时限|期限|时间)?(?:为|是|:)?$"
_ACT = (
    "$|[,。;:?!()、]|公|更新|发|登载|刊登|上传|上网|披露|通知|通报|告知|录入|归集|予以|向|由|通过|在|于|将|以|完成|送|报|提|"
    "撤|确|答|反馈|办|依|会同|面向|主动|应|须|如实|集中|移送|全文|全面|并|对|进行|做好|及时|印发|形成|编制"
)


def amount_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """Reads the amount at a token with the words around it; None when no production takes it."""
    amount = amount_at(sentence, at)
    if amount is None:
        return None
    first = clause_start(sentence, at, floor)
    if _is_trap(sentence, first, at, amount):
        return Island(at, amount.end)
    sign = re.search(_SIGN_OR_FRACTION, sentence.words(first, at))
    if sign or not 1 <= amount.value <= MOST[amount.unit]:
        finding = _impossible(sentence, at, amount, sign.group() if sign else "")
        return Island(at, amount.end, findings=(finding,))
    for production in (_before, _open_for, _keep_for, _within, _cycle):
        island = production(sentence, first, at, amount)
        if island is not None:
            return island
    return None


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


def _is_trap(sentence: Sentence, first: int, at: int, amount: Amount) -> bool:
    """未来四十八小时内预报, 一年以上, 三年内驾龄: numbers with units that limit no disclosure."""
    if at > first and sentence.kind(at - 1) is Kind.AGO:
        return True
    clause = sentence.words(first, clause_end(sentence, amount.end))
    if re.search(_EXPERIENCE, clause) and trigger_before(sentence, first, at) is None:
        return True
    is_above = sentence.kind(amount.end) is Kind.ABOVE
    return is_above and not re.search(_DISPLAY, sentence.words(first, at))


def _before(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    lead_end, last = at, amount.end
    if sentence.kind(amount.end) is Kind.BEFORE:
        last = amount.end + 1
        lead_end -= sentence.kind(at - 1) is Kind.AT_LEAST and at > first
    else:
        lead_end = _lead_of_ahead(sentence, first, at)
        if lead_end < 0:
            return None
    is_ahead = sentence.kind(amount.end) is not Kind.BEFORE
    found = trigger_before(sentence, first, lead_end, may_be_any=True) if lead_end > first else None
    begins = found.first if found else lead_end
    trigger = found.trigger if found else Trigger(Event.OTHER, "")
    if sentence.kind(lead_end - 1) is Kind.MEETING_BEFORE and lead_end > first:
        begins, trigger = lead_end - 1, meeting(sentence, lead_end - 1)
    read = replace(
        rule(sentence, RuleKind.BEFORE, begins, last),
        amount=amount.value,
        unit=amount.unit,
        trigger=trigger,
    )
    return Island(begins, last, (read,), () if trigger.text or is_ahead else _no_event(sentence, at, last))


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


def _open_for(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    lead, last = sentence.words(first, at), amount.end
    is_least = at > first and sentence.kind(at - 1) is Kind.AT_LEAST
    is_above = sentence.kind(last) is Kind.ABOVE
    is_displayed = re.search(_DISPLAYED_FOR, lead) is not None
    if re.search(_KEPT_SOMEWHERE, lead) or not (is_least or is_above or is_displayed):
        return None
    if is_displayed and not is_least and amount.unit is Unit.YEAR and re.search(_DISPLAY_PERIOD, lead):
        return None
    if sentence.kind(last) in (Kind.WITHIN, Kind.BEFORE) or _times(sentence, last):
        return None
    begins = _display_start(sentence, first, at)
    read = replace(
        rule(sentence, RuleKind.OPEN_FOR, begins, last + is_above), amount=amount.value, unit=amount.unit
    )
    return Island(begins, last + is_above, (read,))


def _display_start(sentence: Sentence, first: int, at: int) -> int:
    """The word from which a display period is told: 公示期…, 期限…, else the amount's own 不少于."""
    for place in range(first, at):
        if sentence.kind(place) is Kind.PUBLISH or re.search(_DISPLAY, sentence.tokens[place].words):
            return place
    return at - 1 if at > first and sentence.kind(at - 1) is Kind.AT_LEAST else at


def _keep_for(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    lead, last = sentence.words(first, at), amount.end
    bound = sentence.kind(at - 1) if at > first else None
    is_bound = bound in (Kind.AT_LEAST, Kind.AT_MOST) and re.search(_KEPT_SOMEWHERE, lead) is not None
    is_years = amount.unit is Unit.YEAR and re.search(_DISPLAYED_FOR, lead) is not None
    is_most = bound is Kind.AT_MOST and re.search(_DISPLAYED_FOR, sentence.words(first, at - 1)) is not None
    if not (is_bound or is_most or is_years or re.search(_KEPT, lead)) or sentence.kind(last) is Kind.BEFORE:
        return None
    last += sentence.kind(last) is Kind.WITHIN
    at_word = {Kind.AT_LEAST: "least", Kind.AT_MOST: "most"}.get(bound) if bound else None
    begins = _display_start(sentence, first, at)
    read = rule(sentence, RuleKind.KEEP_FOR, begins, last)
    return Island(begins, last, (replace(read, amount=amount.value, unit=amount.unit, at=at_word),))


def _within(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    found = trigger_before(sentence, first, at)
    has_within = sentence.kind(amount.end) is Kind.WITHIN
    if sentence.kind(amount.end) is Kind.AFTER:
        return None
    is_most = at > first and sentence.kind(at - 1) is Kind.AT_MOST
    last = amount.end + has_within
    if found is not None and (has_within or is_most or found.is_marked):
        begins, trigger = found.first, found.trigger
    elif _is_default(sentence, first, at, amount):
        begins, trigger = at - is_most, Trigger(Event.FORMED_OR_CHANGED, "")
    else:
        return None
    last = _with_adverb(sentence, last)
    read = replace(
        rule(sentence, RuleKind.WITHIN, begins, last),
        amount=amount.value,
        unit=amount.unit,
        trigger=trigger,
    )
    return Island(begins, last, (read,))


def _is_default(sentence: Sentence, first: int, at: int, amount: Amount) -> bool:
    """A limit whose start is not said: 20个工作日, 在5个工作日内公告 (条例第二十六条)."""
    has_within = sentence.kind(amount.end) is Kind.WITHIN
    is_most = at > first and sentence.kind(at - 1) is Kind.AT_MOST
    lead = sentence.words(first, at - is_most)
    if has_within or is_most:
        leads = first == at - is_most or sentence.kind(at - 1 - is_most) in (
            Kind.IN_PLACE,
            Kind.BREAK,
            Kind.IS,
        )
        acts = re.match(_ACT, sentence.rest(amount.end + has_within)) is not None
        return acts and (leads or lead == "" or lead.endswith(("应当", "应", "须", "的")))
    is_days = amount.unit in (Unit.WORKDAY, Unit.DAY, Unit.HOUR)
    follows = is_end(sentence, amount.end) or sentence.kind(amount.end) in (Kind.PUBLISH, Kind.LIST)
    return is_days and follows and re.match(_LIMIT_LABEL, lead) is not None


def _with_adverb(sentence: Sentence, last: int) -> int:
    """20个工作日内及时公开: the adverb belongs to the limit and is no rule of its own (条例第二十六条)."""
    return last + 1 if sentence.kind(last) is Kind.PROMPT else last


def _times(sentence: Sentence, at: int) -> bool:
    """Whether “…一次” follows in the clause."""
    return any(sentence.kind(place) is Kind.TIMES for place in range(at, clause_end(sentence, at)))


def _cycle(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    last = amount.end
    is_long = amount.unit not in (Unit.WORKDAY, Unit.DAY, Unit.HOUR)
    is_bare = first == at and is_end(sentence, last)
    end = clause_end(sentence, last)
    is_update = sentence.kind(last) is Kind.PUBLISH and sentence.tokens[last].words == "更新"
    if not (is_bare and is_long) and not _times(sentence, last) and not (is_update and first == at):
        return None
    if event_of(sentence.words(first, at)) is not Event.OTHER:
        return None
    last = max((p + 1 for p in range(last, end) if sentence.kind(p) is Kind.TIMES), default=last + is_update)
    read = replace(rule(sentence, RuleKind.EVERY, at, last), amount=amount.value, unit=amount.unit)
    return Island(at, last, (read,), several_times(sentence, amount.end, last))


def several_times(sentence: Sentence, first: int, last: int) -> tuple[Finding, ...]:
    """A warning where more than once in a period is asked: the rule keeps “at least once”."""
    for place in range(first, last - 1):
        value = sentence.tokens[place].value
        if sentence.kind(place + 1) is Kind.TIMES and value is not None and value > 1:
            message = f"每个周期要求{value}次，规则只核对每个周期至少一次，其余请人工核对。"
            return (Finding("several-times", Severity.WARNING, message, sentence.span(place, place + 2)),)
    return ()
