"""A cell of citations into citations, with what is wrong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.law.citation import numbers, titles
from gongkai.law.citation.instruments import Instrument, Instruments, title_key
from gongkai.law.citation.model import Citation, CitationReading
from gongkai.law.citation.numbers import DocumentNumber
from gongkai.law.citation.titles import Title
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_BETWEEN = re.compile(r"[\s\d\W_]|[等及和与一二三四五六七八九十]")
_PART_OF_TITLE = re.compile(r"\s*[（(]\s*(?:试行|暂行|草案|修订|修正)\s*[）)]")
_LONGEST_NOTE = 600  # a bracket that stays open longer is none
_NONE = Instruments()


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a title, its number and its end."""

    end: int
    number: DocumentNumber | None = None
    findings: tuple[Finding, ...] = ()


def read(text: str, instruments: Instruments = _NONE) -> CitationReading:
    """The legal citations of a text, in order, matched against the instruments that we know.

    Text that names no document gives no citation. Faults of form (brackets, numerals, marks) and of
    substance (another number, a superseded instrument) are findings with their span; nothing is raised.
    """
    citations: list[Citation] = []
    findings: list[Finding] = []
    for title, tail in _parts(text, instruments):
        number = tail.number.text if tail.number else ""
        span = (title.span[0], max(title.span[1], tail.end))
        known, doubts = _matched(title.text, tail.number, instruments, span)
        citations.append(Citation(title.text, number, known.full if known else "", span))
        findings += [*title.findings, *tail.findings, *(tail.number.findings if tail.number else ()), *doubts]
    findings += _differing(citations)
    return CitationReading(text, tuple(citations), tuple(findings))


def is_only_citations(text: str) -> bool:
    """Whether a cell holds citations and next to nothing else."""
    citations = [citation for citation in read(text).citations if citation.title]
    if not citations:
        return False
    rest = list(text)
    for citation in citations:
        rest[citation.span[0] : citation.span[1]] = " " * (citation.span[1] - citation.span[0])
    return len(_BETWEEN.sub("", "".join(rest))) * 5 <= len(text)


def _parts(text: str, instruments: Instruments) -> Iterator[tuple[Title, _Tail]]:
    """Titles with their tails, marked and unmarked, and numbers that stand alone."""
    position = 0
    while title := titles.first(text, position):
        yield from _unmarked_parts(text, position, title.span[0], instruments)
        title = _with_edition(text, title)
        tail = _tail(text, title.span[1])
        yield title, tail
        position = max(title.span[1], tail.end)
    yield from _unmarked_parts(text, position, len(text), instruments)


def _unmarked_parts(text: str, start: int, end: int, known: Instruments) -> Iterator[tuple[Title, _Tail]]:
    position = start
    for title in titles.unmarked(text, start, end):
        if known.titled(title.text) or titles.is_formal(title.text):
            yield from _lone_numbers(text, position, title.span[0])
            tail = _tail(text[:end], title.span[1])
            yield title, tail
            position = max(title.span[1], tail.end)
    yield from _lone_numbers(text, position, end)


def _lone_numbers(text: str, start: int, end: int) -> Iterator[tuple[Title, _Tail]]:
    while number := numbers.find(text, start, end):
        message = f"“{number.text}”只有文号，没有文件名称。"
        finding = Finding("citation-without-title", Severity.NOTICE, message, number.span)
        yield Title("", (number.span[0], number.span[0]), (finding,)), _Tail(number.span[1], number)
        start = number.span[1]


def _with_edition(text: str, title: Title) -> Title:
    """《…办法》（试行）: the bracket belongs to the title."""
    edition = _PART_OF_TITLE.match(text, title.span[1])
    if edition is None:
        return title
    return Title(title.text + "".join(edition[0].split()), (title.span[0], edition.end()), title.findings)


def _tail(text: str, end: int) -> _Tail:
    """The number after a title: in brackets, bare, or none; notes in brackets are passed over."""
    begin = _after_space(text, end)
    if begin < len(text) and text[begin] in "（(":
        return _bracketed(text, begin)
    number = numbers.at(text, begin)
    if number is None or number.span[0] != begin:
        return _Tail(end)
    close = _after_space(text, number.span[1])
    has_close = close < len(text) and text[close] in "）)"
    missing = "缺左括号“（”" if has_close else "没有加括号"
    message = f"文号“{number.text}”{missing}，应写作“（{number.text}）”。"
    finding = Finding("number-without-brackets", Severity.NOTICE, message, number.span, f"（{number.text}）")
    return _Tail(close + 1 if has_close else number.span[1], number, (finding,))


def _bracketed(text: str, begin: int) -> _Tail:
    number = numbers.at(text, _after_space(text, begin + 1))
    close = _closing(text, number.span[1] if number else begin + 1)
    if close is None:
        if number is None:
            return _Tail(begin)
        message = f"文号“{number.text}”缺右括号“）”。"
        finding = Finding(
            "missing-closing-bracket", Severity.NOTICE, message, number.span, f"（{number.text}）"
        )
        return _Tail(number.span[1], number, (finding,))
    return _Tail(close + 1, number or numbers.find(text, begin + 1, close))


def _closing(text: str, start: int) -> int | None:
    depth = 0
    for i in range(start, min(len(text), start + _LONGEST_NOTE)):
        if text[i] in "（(":
            depth += 1
        elif text[i] in "）)":
            if depth == 0:
                return i
            depth -= 1
    return None


def _after_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _matched(
    title: str, number: DocumentNumber | None, instruments: Instruments, span: tuple[int, int]
) -> tuple[Instrument | None, list[Finding]]:
    """The known instrument that a citation means, and what is doubtful about it."""
    by_number = instruments.numbered(number.text) if number else None
    by_title = instruments.titled(title) if title else None
    known = by_title or by_number
    if known is None:
        return None, []
    if by_number and by_number.replaced_by and number:
        return by_number, [_superseded(by_number, instruments, span)]
    findings = [_superseded(known, instruments, span)] if known.replaced_by else []
    if by_title and number:
        findings += _number_doubts(by_title, number)
    elif by_number and title and not _same_words(title, by_number):
        message = (
            f"文号“{by_number.number}”是《{by_number.title}》的文号，这里写的名称是《{title}》，请核对。"
        )
        findings.append(
            Finding("title-number-mismatch", Severity.WARNING, message, span, f"《{by_number.title}》")
        )
    return known, findings


def _same_words(title: str, known: Instrument) -> bool:
    ours, theirs = title_key(title), title_key(known.title)
    return ours in theirs or theirs in ours


def _superseded(old: Instrument, instruments: Instruments, span: tuple[int, int]) -> Finding:
    new = instruments.numbered(old.replaced_by) or instruments.titled(old.replaced_by)
    words = (
        f"《{new.title}》（{new.number}）"
        if new and new.number
        else f"《{new.title if new else old.replaced_by}》"
    )
    message = f"《{old.title}》{f'（{old.number}）' if old.number else ''}已由{words}取代，应改引现行文件。"
    return Finding("superseded-instrument", Severity.WARNING, message, span, words)


def _number_doubts(known: Instrument, number: DocumentNumber) -> list[Finding]:
    if not known.number or number.key == numbers.key(known.number):
        return []
    if number.key in {numbers.key(former) for former in known.former}:
        message = f"“{number.text}”是《{known.title}》以前的文号，现行文本是{known.number}。"
        return [Finding("former-number", Severity.WARNING, message, number.span, known.number)]
    sure = Severity.ERROR if known.verified else Severity.WARNING
    message = f"《{known.title}》的文号是{known.number}，这里写作“{number.text}”。"
    return [Finding("wrong-document-number", sure, message, number.span, known.number)]


def _differing(citations: Iterable[Citation]) -> list[Finding]:
    """One instrument, several numbers, in one text."""
    first: dict[str, Citation] = {}
    findings = []
    for citation in citations:
        before = first.setdefault(title_key(citation.title), citation)
        given, now = before.document_number, citation.document_number
        if citation.title and given and now and given != now:
            message = f"《{citation.title}》前面写“{given}”，这里写“{now}”，应当一致。"
            findings.append(Finding("differing-numbers", Severity.WARNING, message, citation.span, given))
    return findings
