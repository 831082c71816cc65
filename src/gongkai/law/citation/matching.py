"""A citation against the instruments that we know."""

from collections.abc import Iterable

from gongkai.law.citation import articles, numbers
from gongkai.law.citation.instruments import Instrument, Instruments, title_key
from gongkai.law.citation.model import Citation
from gongkai.law.citation.numbers import DocumentNumber
from gongkai.law.citation.quoting import quoted
from gongkai.law.citation.tails import Tail
from gongkai.law.citation.titles import Title
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_STATE_COUNCIL = lazy(r"^国务院令第(\d+)号$")


def matched(
    title: Title, tail: Tail, instruments: Instruments, span: tuple[int, int], text: str
) -> tuple[Instrument | None, list[Finding]]:
    """The known instrument that a citation means, and what is doubtful about it."""
    number = tail.number
    by_number = instruments.keyed(number.key) if number else None
    by_title = instruments.titled(title.text) if title.text else None
    known = by_title or by_number
    if known is None:
        return None, _nearly(title, instruments)
    if by_number and by_number.replaced_by and number:
        return by_number, [_superseded(by_number, instruments, span)]
    findings = [_superseded(known, instruments, span)] if known.replaced_by else []
    if by_title and number:
        findings += _number_doubts(by_title, number)
    elif by_number and title.text and not _same_words(title.text, by_number):
        return known, [_mismatch(title, by_number)]
    if not _cites_former(known, number):
        for place in tail.articles:
            findings += articles.doubts(text, place, known)
    return known, findings


def _mismatch(title: Title, known: Instrument) -> Finding:
    message = (
        f"文号“{known.number}”是{quoted(known.title)}的文号，这里写的名称是{quoted(title.text)}，请核对。"
    )
    return Finding("title-number-mismatch", Severity.WARNING, message, title.span, quoted(known.title))


def _nearly(title: Title, instruments: Instruments) -> list[Finding]:
    near = instruments.nearly(title.text) if title.text else None
    if near is None:
        return []
    message = f"没有查到{quoted(title.text)}，与{quoted(near.title)}只差一处，请核对名称。"
    return [Finding("title-nearly-known", Severity.WARNING, message, title.span, quoted(near.title))]


def _same_words(title: str, known: Instrument) -> bool:
    ours, theirs = title_key(title), title_key(known.title)
    return ours in theirs or theirs in ours


def _superseded(old: Instrument, instruments: Instruments, span: tuple[int, int]) -> Finding:
    new = instruments.numbered(old.replaced_by) or instruments.titled(old.replaced_by)
    title = quoted(new.title if new else old.replaced_by)
    words = f"{title}（{new.number}）" if new and new.number else title
    since = old.replaced_on or (new.effective_on if new else None)
    when = f"自{since.year}年{since.month}月{since.day}日起" if since else ""
    number = f"（{old.number}）" if old.number else ""
    if new and not new.verified:
        message = f"据转述，{quoted(old.title)}{number}已{when}由{words}取代，本系统未见公布文本，请核对。"
        return Finding("superseded-instrument", Severity.NOTICE, message, span, words)
    message = f"{quoted(old.title)}{number}已{when}由{words}取代，应改引现行文件。"
    return Finding("superseded-instrument", Severity.WARNING, message, span, words)


def _is(number: DocumentNumber, own: str) -> bool:
    """Whether a number is this one; 711号令 names nobody and is 国务院令第711号."""
    key = numbers.key(own)
    return number.key == key or (number.key.startswith("令") and key.endswith(number.key))


def _cites_former(known: Instrument, number: DocumentNumber | None) -> bool:
    return number is not None and any(_is(number, former) for former in known.former)


def _number_doubts(known: Instrument, number: DocumentNumber) -> list[Finding]:
    if not known.number or _is(number, known.number):
        return []
    if _cites_former(known, number):
        since = known.effective_on
        when = f"自{since.year}年{since.month}月{since.day}日起施行的" if since else ""
        message = (
            f"“{number.text}”是{quoted(known.title)}以前的文号，{when}现行文本是{known.number}，请改引。"
        )
        return [Finding("former-number", Severity.WARNING, message, number.span, known.number)]
    if _may_have_amended(known, number):
        message = (
            f"{quoted(known.title)}的文号是{known.number}；“{number.text}”在它之后，"
            "可能是后来修改它的决定的文号，请核对。"
        )
        return [Finding("amending-number", Severity.WARNING, message, number.span, known.number)]
    if known.verified:
        sure = Severity.ERROR
        message = f"{quoted(known.title)}的文号是{known.number}，这里写作“{number.text}”，请改正。"
    else:
        sure = Severity.WARNING
        message = (
            f"{quoted(known.title)}的文号，本系统记作{known.number}（{known.source}），这里写作"
            f"“{number.text}”，请核对，也可能是另一年的文件。"
        )
    return [Finding("wrong-document-number", sure, message, number.span, known.number)]


def _may_have_amended(known: Instrument, number: DocumentNumber) -> bool:
    """社会保险费征缴暂行条例 with 令第710号: the order that amended it, not the one that issued it."""
    own, given = _STATE_COUNCIL.match(numbers.key(known.number)), _STATE_COUNCIL.match(number.key)
    is_order = "令" in number.key
    return bool(known.amended_on and is_order and (not own or (given and int(given[1]) > int(own[1]))))


def differing(citations: Iterable[Citation]) -> list[Finding]:
    """One instrument, several numbers, in one text."""
    first: dict[str, Citation] = {}
    findings = []
    for citation in citations:
        before = first.setdefault(title_key(citation.title), citation)
        given, now = before.document_number, citation.document_number
        if citation.title and given and now and given != now:
            message = f"{quoted(citation.title)}前面写“{given}”，这里写“{now}”，应当一致。"
            findings.append(
                Finding("differing-numbers", Severity.WARNING, message, citation.number_span, given)
            )
    return findings


def repeated(citations: Iterable[Citation]) -> list[Finding]:
    """The same title with the same number a second time in one text."""
    seen: set[tuple[str, str]] = set()
    findings = []
    for citation in citations:
        key = (title_key(citation.title), citation.document_number)
        if citation.title and key in seen:
            message = f"{quoted(citation.title)}在这里重复引用，只保留一处即可。"
            findings.append(Finding("citation-repeated", Severity.NOTICE, message, citation.span))
        seen.add(key)
    return findings
