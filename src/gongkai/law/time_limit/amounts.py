"""Productions that begin with an amount: within, before, open."""

import re

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
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
    least,
    ranged,
)
from gongkai.law.time_limit.rule import Rule, RuleKind, Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.traps import trap_island
from gongkai.law.time_limit.triggers import Found, event_of, meeting, trigger_before
from gongkai.law.vocabulary import Event, Severity, Unit

# island   := trap | before | open_for | keep_for | within | cycle
# trap     := see traps.py
# amount   := low (-|至|或) high unit: of 3-5个工作日 the upper bound limits, the lower is shown at least
# before   := (lead 的?)? amount BEFORE | lead BEFORE AT_LEAST? amount | lead? AHEAD AT_LEAST? amount
# open_for := (display 期?)? AT_LEAST amount | display 期? IS? amount        (公示期不少于7个工作日)
# keep_for := AT_LEAST|AT_MOST? keep AT_LEAST|AT_MOST|IS? amount | display 期限? IS? amount-of-years
# within   := trigger AT_MOST? amount WITHIN? | what? AT_MOST? amount WITHIN act | bare amount of days
# cycle    := (更新周期 IS?)? bare amount of weeks or longer | amount … TIMES | amount 更新

_DISPLAY = lazy("公示|公告|展示|公开|征集|征求|征询|听取|期限|时限|时间|期间|期$")
_IS = "的?(?:一般|原则上)?(?:为|是|:)?$"
_DISPLAYED_FOR = lazy(
    "(?:公示|公告|展示|公开(?!时限)|张榜公布|张贴|上墙|征集|(?:征求|征询)意见)的?(?:期限|时限|时间|期)?满?"
    + _IS
)
_DISPLAYED_FROM = lazy("(?:公示|公告)(?:期限?|时间)?[自从][^,。;]{1,12}起(?:算|计算)?" + _IS)
_EITHER = lazy("公开(?:期限|时间|期)" + _IS)  # how long it is shown, or by when it must be
_KEPT = lazy("(?:留存|保留|保存|存续|留档|存档|挂网)的?(?:期限|时限|时间|期)?" + _IS)
_KEPT_SOMEWHERE = lazy("留存|保留|保存|存续|留档|存档|挂网|网上")
CYCLE_LABEL = lazy("^(?:更新|公开|公布|发布)的?(?:周期|频率|频次|频度)" + _IS)
# 起-5个工作日、起负5日、起1.5个工作日；别处的横线和“1.”多半是标点和编号。
_SIGN_OR_FRACTION = lazy(r"(?<=[起后满内])(?:[-负]|[0-9]+\.)$")
_HEAD_FIGURE = lazy(r"^[0-9]+\.$")
_NEXT_ITEM = lazy(r"[0-9][.、]")
_LIMIT_LABEL = lazy("^(?:公开|公示|公布|发布|更新)?的?(?:时限|期限|时间)?(?:为|是|:)?$")
_PUBLISHED = lazy(
    "(?:予以|及时|主动|向社会|对外|全文|在网上|依法)*(?:公开|公布|发布|公示|公告|上传|上网|更新|通报)"
)
_DONE = lazy("办理|办结|审批|审核|审查|答复|受理|完成|整改|缴|退|反馈|未来|申请|不超过|每|第")
_OTHER_ACT = lazy(
    "[普抽检巡督调核复清]查|体检|培训|评估|评议|测评|召开|举办|举行|开展|组织|考核|走访|演练|例会|复核|核对|"
    "盘点|校验|年检"
)
_SHOWN_FROM_NOW = lazy(
    "(?:公示|公告|征集)(?:期限?|时间):自?(?:本?(?:信息|公告|公示)?(?:发布|公布)|即日)(?:之日)?起$"
)
_PERIODICALLY = lazy(
    "(?<!不)定期(?:予以|向社会)?(?:公开|公布|更新|公示|发布)?[,、(]?(?:最长|一般)?(?:不超过)?$"
)
_START_MARKS = frozenset({Kind.FROM, Kind.AFTER, Kind.ON, Kind.THAT_DAY})
_SEA = frozenset({Kind.WORD, Kind.UNTIL})
_BOUNDS = {Kind.AT_LEAST: "least", Kind.AT_MOST: "most"}
_NATURAL_DAYS = lazy(r"内?\((自然日|日历[日天])\)")
_LONGEST_SUBJECT = 20
_ACT = lazy(
    "$|[,。;:?!()、/]|或|公|更新|发|登载|刊登|上传|上网|披露|通知|通报|告知|录入|归集|予以|向|由|通过|在|于|将|以|完成|送|报|提|"
    "撤|确|答|反馈|办|依|会同|面向|(?:举行|召开)(?:新闻)?发布会|主动|应|须|如实|集中|移送|全文|全面|并|对|进行|做好|及时|印发|形成|编制"
)


def amount_island(sentence: Sentence, at: int, floor: int) -> Island | None:
    """Reads the amount at a token with the words around it; None when no production takes it."""
    amount = amount_at(sentence, at)
    if amount is None:
        return None
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
    for production in (_before, _open_for, _keep_for, _at_longest, _within, _cycle):
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


def _at_longest(sentence: Sentence, _first: int, at: int, amount: Amount) -> Island | None:
    """定期公开，最长不超过三个月: at least once in each three months."""
    is_most = sentence.kind(at - 1) is Kind.AT_MOST and sentence.kind(amount.end) is not Kind.WITHIN
    if not is_most or _PERIODICALLY.search(_before_token(sentence, at)) is None:
        return None
    given = sentence.given(at - 1, amount.end)
    return Island(at - 1, amount.end, (Rule(RuleKind.EVERY, *given, amount=amount.value, unit=amount.unit),))


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
    return first if _DISPLAYED_FOR.search(sentence.words(first, at - 1)) else at


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


def _before(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
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
    if found is None and _is_event_like(sentence, first, lead_end):
        words = sentence.words(first, lead_end).removesuffix("的")
        begins, trigger = first, Trigger(event_of(words), words)
    if sentence.kind(lead_end - 1) is Kind.MEETING_BEFORE and lead_end > first:
        begins, trigger = lead_end - 1, meeting(sentence, lead_end - 1)
    given = sentence.given(begins, last)
    read = Rule(RuleKind.BEFORE, *given, amount=least(amount), unit=amount.unit, trigger=trigger)
    findings = () if trigger.text or is_ahead else _no_event(sentence, at, last)
    return Island(begins, last, (read,), findings + ranged(sentence, at, amount, is_upper=False))


def _looks_back(sentence: Sentence, first: int, lead_end: int, end: int) -> bool:
    """前3个月, 申请之日前3年内, 之日起前6个月: the time before something, not a day to act by."""
    if sentence.kind(lead_end) is not Kind.BEFORE:
        return False
    is_within = sentence.kind(end) is Kind.WITHIN
    return is_within or lead_end == first or sentence.kind(lead_end - 1) is Kind.ON


def _is_event_like(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a few words of the sea lead to 前: 停电, 考试, 投标截止时间."""
    words = sentence.words(first, last).removesuffix("的")
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


def _open_for(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    lead, last = sentence.words(first, at), amount.end
    follows = sentence.kind(last)
    if follows is Kind.WITHIN or follows is Kind.BEFORE:
        return None
    is_least = at > first and sentence.kind(at - 1) is Kind.AT_LEAST
    is_above = follows is Kind.ABOVE
    is_displayed = any(each.search(lead) for each in (_DISPLAYED_FOR, _DISPLAYED_FROM))
    is_displayed = is_displayed or _SHOWN_FROM_NOW.search(_before_token(sentence, at)) is not None
    if not (is_least or is_above or is_displayed) or _KEPT_SOMEWHERE.search(lead):
        return None
    if is_displayed and amount.unit is Unit.YEAR and _bound(sentence, first, at) is not Kind.AT_LEAST:
        return None
    if _times(sentence, last):
        return None
    begins = _display_start(sentence, first, at)
    given = sentence.given(begins, last + is_above)
    read = Rule(RuleKind.OPEN_FOR, *given, amount=least(amount), unit=amount.unit)
    findings = ranged(sentence, at, amount, is_upper=False)
    if not is_least and _EITHER.search(lead):
        findings += _either(sentence, begins, last, is_length=True)
    return Island(begins, last + is_above, (read,), findings)


def _at_least_within(sentence: Sentence, at: int, amount: Amount) -> tuple[Finding, ...]:
    words = sentence.words(at - 1, amount.end + 1)
    message = f"“{words}”既说至少又说之内，按之内读，请写成“公示期不少于…”或者“…内公开”。"
    return (Finding("ambiguous-limit", Severity.WARNING, message, sentence.span(at - 1, amount.end + 1)),)


def _either(sentence: Sentence, first: int, last: int, *, is_length: bool) -> tuple[Finding, ...]:
    words = sentence.words(first, last)
    read = "公开多久" if is_length else "多久之内公开"
    message = (
        f"“{words}”可以指公开多久，也可以指多久之内公开，按{read}读，请写成“公示期不少于…”或者“…内公开”。"
    )
    return (Finding("ambiguous-limit", Severity.WARNING, message, sentence.span(first, last)),)


def _display_start(sentence: Sentence, first: int, at: int) -> int:
    """The word from which a display period is told: 公示期…, 期限…, else the amount's own 不少于."""
    for place in range(first, at):
        if sentence.kind(place) is Kind.PUBLISH or _DISPLAY.search(sentence.tokens[place].words):
            return place
    return at - 1 if at > first and sentence.kind(at - 1) is Kind.AT_LEAST else at


def _keep_for(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    lead, last = sentence.words(first, at), amount.end
    if sentence.kind(last) is Kind.BEFORE:
        return None
    bound = _bound(sentence, first, at)
    is_bound = bound is not None and _KEPT_SOMEWHERE.search(lead) is not None
    is_years = amount.unit is Unit.YEAR and _DISPLAYED_FOR.search(lead) is not None
    is_most = bound is Kind.AT_MOST and _DISPLAYED_FOR.search(sentence.words(first, at - 1)) is not None
    if not (is_bound or is_most or is_years or _KEPT.search(lead)):
        return None
    last += sentence.kind(last) is Kind.WITHIN
    at_word = _BOUNDS[bound] if bound else None
    begins = _display_start(sentence, first, at)
    given = sentence.given(begins, last)
    read = Rule(RuleKind.KEEP_FOR, *given, amount=least(amount), unit=amount.unit, at=at_word)
    return Island(begins, last, (read,), ranged(sentence, at, amount, is_upper=False))


def _bound(sentence: Sentence, first: int, at: int) -> Kind | None:
    """不少于, 至多 beside the amount or before the word of keeping (至少保留1年)."""
    return next((kind for kind in reversed(sentence.kinds[first:at]) if kind in _BOUNDS), None)


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
        findings += _either(sentence, begins, last, is_length=False)
    return Island(begins, last, (read,), findings)


def _before_token(sentence: Sentence, at: int) -> str:
    """The clean words before a token, over colons, as far as a label reaches."""
    start = sentence.tokens[at].start
    return sentence.clean[max(0, start - _LONGEST_SUBJECT) : start]


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
        return acts and (leads or lead == "" or lead.endswith(("应当", "应", "须", "的")) or is_of)
    is_days = amount.unit in (Unit.WORKDAY, Unit.DAY, Unit.HOUR)
    follows = is_end(sentence, amount.end) or sentence.kind(amount.end) in (Kind.PUBLISH, Kind.LIST)
    is_labelled = _LIMIT_LABEL.match(lead) is not None or (lead.endswith(":") and _is_subject(lead))
    return is_days and follows and is_labelled


def _is_subject(lead: str) -> bool:
    """Who or what a limit is for (双公示信息7个工作日内), unless something else is to be done within it."""
    return len(lead) <= _LONGEST_SUBJECT and _DONE.search(lead) is None


def _with_adverb(sentence: Sentence, last: int) -> int:
    """20个工作日内及时公开: the adverb belongs to the limit and is no rule of its own (条例第二十六条)."""
    return last + 1 if sentence.kind(last) in (Kind.PROMPT, Kind.SAME) else last


def _times(sentence: Sentence, at: int) -> bool:
    """Whether “…一次” follows in the clause."""
    return Kind.TIMES in sentence.kinds[at : clause_end(sentence, at)]


def _cycle(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    last = amount.end
    is_long = amount.unit not in (Unit.WORKDAY, Unit.DAY, Unit.HOUR)
    is_alone = first == at or CYCLE_LABEL.search(sentence.words(first, at)) is not None
    is_bare = is_alone and is_end(sentence, last)
    end = clause_end(sentence, last)
    is_update = sentence.kind(last) is Kind.PUBLISH and sentence.tokens[last].words == "更新"
    if not (is_bare and is_long) and not _times(sentence, last) and not (is_update and first == at):
        return None
    if not is_publishing(sentence, last, end):
        return None
    if not is_alone and event_of(sentence.words(first, at)) is not Event.OTHER:
        return None
    times = sentence.last_of(Kind.TIMES, last, end)
    last = last + is_update if times is None else times + 1
    read = Rule(RuleKind.EVERY, *sentence.given(at, last), amount=amount.value, unit=amount.unit)
    return Island(at, last, (read,), several_times(sentence, amount.end, last))


def is_publishing(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what comes round is publishing; 每5年普查一次 is not, 每年抽查一次并公布 is."""
    has_act = Kind.PUBLISH in sentence.kinds[first:last]
    return has_act or _OTHER_ACT.search(sentence.words(first, last)) is None


def several_times(sentence: Sentence, first: int, last: int) -> tuple[Finding, ...]:
    """A warning where more than once in a period is asked: the rule keeps “at least once”."""
    for place in range(first, last - 1):
        value = sentence.tokens[place].value
        if sentence.kind(place + 1) is Kind.TIMES and value is not None and value > 1:
            message = f"每个周期要求{value}次，规则只核对每个周期至少一次，其余请人工核对。"
            return (Finding("several-times", Severity.WARNING, message, sentence.span(place, place + 2)),)
    return ()
