"""A cell of citations into citations, with what is wrong."""

import re
from collections.abc import Iterator

from gongkai.law.citation import matching, numbers, titles
from gongkai.law.citation.instruments import Instruments
from gongkai.law.citation.legible import legible
from gongkai.law.citation.marks import ENDING
from gongkai.law.citation.model import Citation, CitationReading
from gongkai.law.citation.tails import Tail, tail
from gongkai.law.citation.titles import Title
from gongkai.law.citation.unmarked import unmarked
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_MAY_CITE = lazy(
    rf"[《》〈〉令]|[\d〇零一二三四五六七八九十百]\s{{0,9}}号|{ENDING}"
)  # a cell with none of these names no document
_BETWEEN = lazy(r"[\s\d\W_]|[等及和与一二三四五六七八九十]")
_PART_OF_TITLE = lazy(r"\s{0,9}[（(]\s{0,9}(?:试行|暂行|草案|征求意见稿|试\s{0,9}行|暂\s{0,9}行)\s{0,9}[）)]")
_STRAY = lazy(r"\s[、，,]|[、，,]\s")
# 引了条文之后，只有另起一句、一项的书名号才是新的引用；句子中间的书名号是条文自己的
_NEW_ENTRY = lazy(
    r"(?:^|[。；;！？\n”\"●■◆•○★】\]①-⑳]|[（(][\d一二三四五六七八九十]{1,3}[）)]|(?<!\d)\d{1,2}[.．、]?"
    r"|(?<![、，,和及与照据按])\s)\s{0,9}$"
)
_WITHIN_CLAUSE = lazy(r"(?:[、，,和及与]|按照|依照|依据|根据|执行|违反|符合|遵守|适用|贯彻|落实)\s{0,9}$")
_COMMA = lazy("、")
_BEFORE_TITLE = lazy(r"\s{0,9}(?:号?文件?|公布的?|发布的?|印发的?|的|：|:)?\s{0,9}")
_SHORTEST = 3  # signs: neither a title nor a number is shorter
_NONE = Instruments()
_Part = tuple[Title, Tail]


def read(text: str, instruments: Instruments = _NONE) -> CitationReading:
    """The legal citations of a text, in order, matched against the instruments that we know.

    Text that names no document gives no citation. Faults of form (brackets, numerals, marks) and of
    substance (another number, a superseded instrument, an article that does not exist) are findings with
    their span; nothing is raised.
    """
    citations: list[Citation] = []
    findings: list[Finding] = []
    plain = legible(text)
    if not _MAY_CITE.search(plain):
        return CitationReading(text, ())
    for title, after in _with_numbers_before(plain, _parts(plain, instruments)):
        title = _of_the_same(title, citations)
        number, number_span = (after.number.text, after.number.span) if after.number else ("", (0, 0))
        span = (title.span[0], max(title.span[1], after.end))
        known, doubts = matching.matched(title, after, instruments, span, plain)
        citations.append(Citation(title.text, number, known.full if known else "", span, number_span))
        of_number = after.number.findings if after.number else ()
        findings += [*title.findings, *after.findings, *of_number, *doubts]
    findings += matching.differing(citations)
    if _is_mostly(citations, text):
        findings += matching.repeated(citations)
    return CitationReading(text, tuple(citations), tuple(findings))


def _of_the_same(title: Title, before: list[Citation]) -> Title:
    """《统计法》及其实施条例（国务院令第681号）: 其 is the statute just named."""
    if not title.text.startswith("其实施") or not before or not before[-1].title:
        return title
    return Title(before[-1].title + title.text.removeprefix("其"), title.span, title.findings)


def is_only_citations(text: str) -> bool:
    """Whether a cell holds citations and next to nothing else."""
    citations = [citation for citation in read(text).citations if citation.title]
    return bool(citations) and _is_mostly(citations, text)


def _is_mostly(citations: list[Citation], text: str) -> bool:
    rest, position = [], 0
    for citation in citations:
        rest.append(text[position : citation.span[0]])
        position = max(position, citation.span[1])
    rest.append(text[position:])
    return len(_BETWEEN.sub("", "".join(rest))) * 5 <= len(text)


def _parts(text: str, instruments: Instruments) -> Iterator[_Part]:
    """Titles with their tails, marked and unmarked, and numbers that stand alone."""
    position, is_in_clause = 0, False
    while title := titles.first(text, position):
        if is_in_clause and not _is_new_entry(text, position, title):
            position = title.span[1]
            continue
        if not is_in_clause:
            yield from _unmarked_parts(text, position, title.span[0], instruments)
        for part in _split(text, _with_edition(text, title), instruments):
            yield part
            position, is_in_clause = max(part[0].span[1], part[1].end), part[1].is_clause
    if not is_in_clause:
        yield from _unmarked_parts(text, position, len(text), instruments)


def _is_new_entry(text: str, start: int, title: Title) -> bool:
    """Whether a title after a quoted clause is cited itself: it begins an entry, or has its own number."""
    if _NEW_ENTRY.search(text, start, title.span[0]):
        return True
    is_within = _WITHIN_CLAUSE.search(text, start, title.span[0]) is not None
    return not is_within and tail(text, title.span[1]).number is not None


def _split(text: str, title: Title, instruments: Instruments) -> list[_Part]:
    """《预算法、会计法》: two known titles between one pair of marks."""
    known = instruments.titled(title.text)
    names = title.text.split("、") if known is None and "、" in title.text else []
    if names and all(instruments.titled(name) for name in names):
        return [(_named(text, title, name, names), Tail(title.span[1])) for name in names]
    if known is None and _STRAY.search(text, *title.span):
        cleared = re.sub("[、，,]", "", title.text)
        title = Title(cleared, title.span, title.findings) if _is_whole(cleared, instruments) else title
    return [(title, tail(text, title.span[1], known))]


def _is_whole(title: str, instruments: Instruments) -> bool:
    return instruments.titled(title) is not None


def _named(text: str, title: Title, name: str, names: list[str]) -> Title:
    at = names.index(name)
    begin, end = _between_commas(text, title.span, at)
    right = "、".join(f"《{each}》" for each in names)
    message = f"每个名称应各加书名号，写作“{right}”。"
    finding = Finding("one-pair-of-marks", Severity.WARNING, message, title.span, right)
    return Title(name, (begin, end), (finding,) if at == 0 else ())


def _between_commas(text: str, span: tuple[int, int], at: int) -> tuple[int, int]:
    """Where the name stands that is number `at` (from 0) between the commas of a span."""
    ends = [span[0], *(found.end() for found in _COMMA.finditer(text, *span)), span[1] + 1]
    return ends[min(at, len(ends) - 2)], ends[min(at + 1, len(ends) - 1)] - 1


def _unmarked_parts(text: str, start: int, end: int, known: Instruments) -> Iterator[_Part]:
    if end - start < _SHORTEST:
        return
    position = start
    for title in unmarked(text, start, end, known):
        if title.span[0] < position:
            continue
        yield from _lone_numbers(text, position, title.span[0])
        after = tail(text, title.span[1], known.titled(title.text), end)
        yield title, after
        position = max(title.span[1], after.end)
    yield from _lone_numbers(text, position, end)


def _lone_numbers(text: str, start: int, end: int) -> Iterator[_Part]:
    while number := numbers.find(text, start, end):
        message = f"“{number.text}”只有文号，没有文件名称，请补写。"
        finding = Finding("citation-without-title", Severity.NOTICE, message, number.span)
        yield Title("", (number.span[0], number.span[0]), (finding,)), Tail(number.span[1], number)
        start = number.span[1]


def _with_numbers_before(text: str, parts: Iterator[_Part]) -> Iterator[_Part]:
    """国办发〔2016〕19号《…通知》: a number that stands right before a title without one is its number."""
    waiting: _Part | None = None
    for title, after in parts:
        if waiting and _belongs(text, waiting[1], title, after):
            title = Title(title.text, (waiting[0].span[0], title.span[1]), title.findings)
            end = max(after.end, title.span[1])
            after = Tail(end, waiting[1].number, after.findings, after.articles, after.is_clause)
        elif waiting:
            yield waiting
        waiting = None if title.text else (title, after)
        if title.text:
            yield title, after
    if waiting:
        yield waiting


def _belongs(text: str, number: Tail, title: Title, after: Tail) -> bool:
    """Whether nothing stands between a number and a title that has none."""
    is_next = _BEFORE_TITLE.fullmatch(text, number.end, title.span[0])
    return bool(title.text) and after.number is None and is_next is not None


def _with_edition(text: str, title: Title) -> Title:
    """《…办法》（试行）: the bracket belongs to the title."""
    edition = _PART_OF_TITLE.match(text, title.span[1])
    if edition is None:
        return title
    return Title(title.text + "".join(edition[0].split()), (title.span[0], edition.end()), title.findings)
