"""Content cells into required elements and a kind of column."""

from collections.abc import Iterator, Sequence

from gongkai.law.elements.content import ContentText
from gongkai.law.elements.kinds import kind_of
from gongkai.law.elements.listing import Listing, Setting
from gongkai.law.elements.model import Element, ElementReading
from gongkai.law.elements.naming import LONGEST_NAME, Piece, element_of
from gongkai.law.elements.words import Vocabulary, has
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import ColumnKind, Severity

# The longest real content cells have some two thousand characters; more is a document pasted into a cell.
LONGEST_CELL = 8_000


def read(
    content: str, vocabulary: Vocabulary, path: Sequence[str] = (), time_limit_text: str = ""
) -> ElementReading:
    """Elements and kind of a content cell; the path and the limit help where the cell says too little.

    A cell whose kind is not recognised is a general document, and a finding says so. Elements that
    the Regulation itself demands of guides and reports stand in lawdata (条例第十二条、第五十条).
    """
    bare = content.strip()
    kind = kind_of(content, vocabulary, path, time_limit_text)
    if not bare or len(content) > LONGEST_CELL:
        finding = _too_long(content) if bare else _empty(content)
        return ElementReading(content, (), kind or ColumnKind.GENERAL_DOCUMENT, (finding,))
    cell = ContentText(content, vocabulary)
    found: tuple[Element, ...] = ()
    listing = None
    if kind is not ColumnKind.OUTBOUND_LINK:
        listing = Listing(cell, vocabulary)
        found = tuple(_elements(cell, listing, vocabulary)) or tuple(_whole(cell, listing, vocabulary))
    findings = tuple(_findings(cell, listing, found, kind, vocabulary))
    return ElementReading(content, found, kind or ColumnKind.GENERAL_DOCUMENT, findings)


def _elements(cell: ContentText, listing: Listing, words: Vocabulary) -> Iterator[Element]:
    """Elements in the order of the cell, one of each name: an element required once is required."""
    found: dict[str, Element] = {}
    for piece in listing.pieces(Setting()):
        element = element_of(cell, piece, words)
        if element is None:
            continue
        if element.name not in found or (element.required and not found[element.name].required):
            found[element.name] = element
    yield from found.values()


def _whole(cell: ContentText, listing: Listing, words: Vocabulary) -> Iterator[Element]:
    """A short cell without list or demand is itself the one element: what the column holds."""
    start, end = cell.trimmed(0, len(cell.text))
    if not listing.stretches.demands and end - start <= LONGEST_NAME:
        element = element_of(cell, Piece(start, end), words)
        yield from [element] if element else []


def _findings(
    cell: ContentText,
    listing: Listing | None,
    found: Sequence[Element],
    kind: ColumnKind | None,
    words: Vocabulary,
) -> Iterator[Finding]:
    content = cell.content
    if kind is None:
        message = f"看不出“{_short(content)}”是哪一种栏目，按一般文件处理；不合适的，请写明公开什么。"
        yield Finding("kind-not-recognised", Severity.NOTICE, message, (0, len(content)))
    if listing is None:
        return
    if not found and has(cell.text, words.reading.questions):
        message = f"“{_short(content)}”是检查用的提问，不是公开内容；请写明公开哪些要素，如标题、全文。"
        yield Finding("content-checklist", Severity.NOTICE, message, (0, len(content)))
    elif not found:
        message = f"“{_short(content)}”没有写明公开哪些要素，表单只有标题和正文；请补写要素。"
        yield Finding("content-without-elements", Severity.NOTICE, message, (0, len(content)))
    yield from _torn(cell)


def _torn(cell: ContentText) -> Iterator[Finding]:
    if cell.strays:
        place = cell.strays[0]
        message = f"“{cell.content[place]}”没有配对的括号；请核对这一格有没有漏字，补上另一半。"
        yield Finding("content-bracket-unpaired", Severity.WARNING, message, (place, place + 1))
    end = len(cell.content.rstrip(" 。\n"))
    start = len(cell.content[:end].rstrip("….⋯"))
    if end - start >= 2 or cell.content[start:end] == "…":
        message = "这一格以省略号结尾，后面的要素没有写出来；请把要素写全，或者改为“等”。"
        yield Finding("content-cut-short", Severity.NOTICE, message, (start, end))


def _empty(content: str) -> Finding:
    message = "栏目内容是空的：请补写应当公开的内容要素。"
    return Finding("empty-content", Severity.NOTICE, message, (0, len(content)))


def _too_long(content: str) -> Finding:
    message = f"这一格有{len(content)}个字，不像栏目内容；请只写公开要素，全文放到文件里。"
    return Finding("content-too-long", Severity.WARNING, message, (LONGEST_CELL, len(content)))


def _short(content: str) -> str:
    bare = "".join(content.split())
    return bare if len(bare) <= 20 else f"{bare[:20]}……"
