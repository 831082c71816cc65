"""Content cells into required elements and a kind of column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.law.finding import Finding
from gongkai.law.vocabulary import ColumnKind, Severity

_BULLET = re.compile(r"[●■◆•○▪]|(?:^|(?<=[\s；;。]))\d{1,2}\s*[.．、](?!\d)\s*|[①-⑳]|[（(]\d{1,2}[）)]")
_SEPARATOR = re.compile(r"[、，,；;。\n]")
_LIST_IN_BRACKETS = re.compile(
    r"[^、，,；;。\n（）()]{0,60}[（(](?:(?:包括|含|如)(?P<one>[^（）()]*)|(?P<several>[^（）()]*、[^（）()]*))[）)]"
)
_LISTING = re.compile(r"包括|包含|含有")
_LONGEST_BULLET = 20
_LEAD = re.compile(r"^(?:包括|含有?|公开|和|及|以及|与|等)+")
_TRAIL = re.compile(r"(?:等(?:相关|有关)?(?:信息|内容|情况)?|相关信息|相关内容|信息)$")
_REMARK = re.compile(r"[（(]可?转链[^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class Element:
    """One element that the content of a column must have.

    公开内容的要素，如“标题”“发文日期”。`type` 见 lawdata/elements.toml；`text` 是目录里的写法。
    """

    name: str
    type: str = "text"
    text: str = ""


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words by which a kind of column is known.

    栏目种类的标志字句；各栏含义见 lawdata/elements.toml 的开头。
    """

    kind: ColumnKind
    name: str
    any: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Whether a content cell or a column name speaks of this kind."""
        if any(word in text for word in self.none):
            return False
        if text.startswith(self.begins) if self.begins else False:
            return True
        return _has(text, self.any) and (not self.also or _has(text, self.also))


@dataclass(frozen=True, slots=True)
class ElementWords:
    """The words of one element in catalogues.

    要素的写法：同一要素在各地目录里的不同说法。
    """

    name: str
    type: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What lawdata/elements.toml knows of content cells.

    栏目内容用语表：种类在前者优先。
    """

    kinds: tuple[KindWords, ...] = ()
    elements: tuple[ElementWords, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementReading:
    """What a content cell was read as.

    读出的公开要素与栏目种类。
    """

    text: str
    elements: tuple[Element, ...]
    column_kind: ColumnKind
    findings: tuple[Finding, ...] = ()


def read(
    content: str, vocabulary: Vocabulary, path: Sequence[str] = (), time_limit_text: str = ""
) -> ElementReading:
    """Elements and kind of a content cell; the path and the limit help where the cell says too little.

    A cell whose kind is not recognised is a general document, and a finding says so. Elements that
    the Regulation itself demands of guides and reports stand in lawdata (条例第十二条、第五十条).
    """
    plain = "".join(content.split())
    kind = kind_of(plain, vocabulary, path, time_limit_text)
    findings: tuple[Finding, ...] = ()
    if not plain:
        findings = (_finding("empty-content", "栏目内容是空的：请补写应当公开的内容要素。", content),)
    elif kind is None:
        message = f"看不出“{_short(plain)}”是哪一种栏目，按一般文件处理。"
        findings = (_finding("kind-not-recognised", message, content),)
    found = _elements(content, vocabulary.elements, kind)
    return ElementReading(content, found, kind or ColumnKind.GENERAL_DOCUMENT, findings)


def kind_of(
    content: str, vocabulary: Vocabulary, path: Sequence[str] = (), time_limit_text: str = ""
) -> ColumnKind | None:
    """The kind of column, or None where no word tells it."""
    limit = "".join(time_limit_text.split())
    for words in vocabulary.kinds:
        if limit and limit in words.limits:
            return words.kind
    for text in (content, *reversed(path[-1:])):
        for words in vocabulary.kinds:
            if text and words.fits(text):
                return words.kind
    return next((words.kind for words in vocabulary.kinds if _has("".join(path), words.path)), None)


def _elements(content: str, words: Sequence[ElementWords], kind: ColumnKind | None) -> tuple[Element, ...]:
    if kind is ColumnKind.OUTBOUND_LINK or not content.strip():
        return ()
    found: dict[str, Element] = {}
    for piece, must_be_known in _pieces(_REMARK.sub("", content)):
        element = _element(piece, words, must_be_known)
        if element:
            found.setdefault(element.text, element)
    whole = "".join(content.split())
    return tuple(found.values()) or (Element(whole, "document", whole),)


def _pieces(content: str) -> Iterator[tuple[str, bool]]:
    """The parts of a cell, and whether only known words make a part an element.

    What is marked by bullets or follows 包括 is a list: all of it is elements. In running words only known
    elements count.
    """
    bullets = [piece for piece in _BULLET.split(content) if piece.strip(" \n；;。，,、")]
    for bullet in bullets:
        listed = _LISTING.search(bullet)
        if len(bullets) > 1 and len(bullet) <= _LONGEST_BULLET:
            yield _trimmed(bullet), False
        elif len(bullets) > 1 and listed:
            yield from ((_trimmed(piece), False) for piece in _SEPARATOR.split(bullet[listed.end() :]))
        else:
            yield from ((piece, True) for piece in _in_running_words(bullet))


def _in_running_words(content: str) -> Iterator[str]:
    """A list in brackets stands for the words before it."""
    opened = _LIST_IN_BRACKETS.sub(_the_list, content)
    for piece in _SEPARATOR.split(opened):
        yield from _halves(_trimmed(piece))


def _the_list(found: re.Match[str]) -> str:
    return f"，{found['one'] or found['several'] or ''}，"


def _halves(piece: str) -> Iterable[str]:
    """全文和有效性 are two, 第三方和其他机关意见 is one: split only short halves."""
    for link in ("以及", "和", "及"):
        left, found, right = piece.rpartition(link)
        if found and left and right and len(right) <= 6:
            return (left, right)
    return (piece,)


def _element(piece: str, words: Sequence[ElementWords], must_be_known: bool) -> Element | None:
    known = [(len(word), each) for each in words for word in each.words if piece.endswith(word)]
    if known:
        best = max(known, key=lambda pair: pair[0])[1]
        return Element(best.name or piece, best.type, piece)
    return None if must_be_known or not piece else Element(piece, "text", piece)


def _trimmed(piece: str) -> str:
    plain = _LEAD.sub("", "".join(piece.split()).strip("；;。，,、:："))
    return _TRAIL.sub("", plain) or plain


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}……"


def _finding(code: str, message: str, content: str) -> Finding:
    return Finding(code, Severity.NOTICE, message, (0, len(content)))
