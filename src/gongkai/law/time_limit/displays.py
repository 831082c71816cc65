"""Productions of display: 公示期不少于7日, 保留1年."""

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.cycles import has_times
from gongkai.law.time_limit.parts import FOR, Amount, Island, before_token, least, ranged
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.vocabulary import Severity, Unit

# open_for := (display 期?)? AT_LEAST amount | display 期? IS? amount        (公示期不少于7个工作日)
# keep_for := AT_LEAST|AT_MOST? keep AT_LEAST|AT_MOST|IS? amount | display 期限? IS? amount-of-years

_DISPLAY = lazy("公示|公告|展示|公开|征集|征求|征询|听取|期限|时限|时间|期间|期$")
DISPLAYED_FOR = lazy(
    "(?:公示|公告|展示|公开(?!时限)|张榜公布|张贴|上墙|征集|(?:征求|征询)意见)的?(?:期限|时限|时间|期)?满?"
    + FOR
)
_DISPLAYED_FROM = lazy("(?:公示|公告)(?:期限?|时间)?[自从][^,。;]{1,12}起(?:算|计算)?" + FOR)
_EITHER = lazy("公开(?:期限|时间|期)" + FOR)  # how long it is shown, or by when it must be
_KEPT = lazy("(?:留存|保留|保存|存续|留档|存档|挂网)的?(?:期限|时限|时间|期)?" + FOR)
_KEPT_SOMEWHERE = lazy("留存|保留|保存|存续|留档|存档|挂网|网上")
_SHOWN_FROM_NOW = lazy(
    "(?:公示|公告|征集)(?:期限?|时间):自?(?:本?(?:信息|公告|公示)?(?:发布|公布)|即日)(?:之日)?起$"
)
_BOUNDS = {Kind.AT_LEAST: "least", Kind.AT_MOST: "most"}


def open_for(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    """公示期不少于7个工作日, 公示7天: how long something is shown at least."""
    lead, last = sentence.words(first, at), amount.end
    follows = sentence.kind(last)
    if follows is Kind.WITHIN or follows is Kind.BEFORE:
        return None
    is_least = at > first and sentence.kind(at - 1) is Kind.AT_LEAST
    is_above = follows is Kind.ABOVE
    is_displayed = any(each.search(lead) for each in (DISPLAYED_FOR, _DISPLAYED_FROM))
    is_displayed = is_displayed or _SHOWN_FROM_NOW.search(before_token(sentence, at)) is not None
    is_displayed = is_displayed or _is_bracketed(sentence, at, last)
    if not (is_least or is_above or is_displayed) or _KEPT_SOMEWHERE.search(lead):
        return None
    if is_displayed and amount.unit is Unit.YEAR and _bound(sentence, first, at) is not Kind.AT_LEAST:
        return None
    if has_times(sentence, last):
        return None
    begins = _display_start(sentence, first, at)
    given = sentence.given(begins, last + is_above)
    read = Rule(RuleKind.OPEN_FOR, *given, amount=least(amount), unit=amount.unit)
    findings = ranged(sentence, at, amount, is_upper=False)
    if not is_least and _EITHER.search(lead):
        findings += either(sentence, begins, last, is_length=True)
    return Island(begins, last + is_above, (read,), findings)


def _is_bracketed(sentence: Sentence, at: int, last: int) -> bool:
    """申请公示（7天）: how long, in a bracket of its own."""
    is_alone = sentence.kind(at - 1) is Kind.OPEN and sentence.kind(last) is Kind.CLOSE
    return is_alone and DISPLAYED_FOR.search(before_token(sentence, at - 1)) is not None


def either(sentence: Sentence, first: int, last: int, *, is_length: bool) -> tuple[Finding, ...]:
    """A warning where words may tell how long something is shown or by when it must be."""
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


def keep_for(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    """保留不少于1年, 公开期限3年: how long something is kept on line."""
    lead, last = sentence.words(first, at), amount.end
    if sentence.kind(last) is Kind.BEFORE:
        return None
    bound = _bound(sentence, first, at)
    is_bound = bound is not None and _KEPT_SOMEWHERE.search(lead) is not None
    is_years = amount.unit is Unit.YEAR and DISPLAYED_FOR.search(lead) is not None
    is_most = bound is Kind.AT_MOST and DISPLAYED_FOR.search(sentence.words(first, at - 1)) is not None
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
