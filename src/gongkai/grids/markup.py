"""XML of office files, read as a stream without entities."""

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

from gongkai.grids.allowance import Allowance
from gongkai.grids.refusal import damaged, named
from gongkai.law.errors import LawError

# 传统与“严格”两种Office格式的名字空间；各元素只按这些空间里的本名认
_SPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }
)
_MOST_NAMES = 5_000


class Events(Protocol):
    """What hears the elements of a part as they come.

    听者：元素开始、元素结束、文字。
    """

    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...


class _Names(dict[str, str]):
    """Full names to local ones; those of foreign spaces are empty."""

    def __missing__(self, full: str) -> str:
        space, _, local = full.rpartition(" ")
        name = local if space in _SPACES else ""
        if len(self) < _MOST_NAMES:
            self[full] = name
        return name


def listen(pieces: Iterable[bytes], events: Events, allowance: Allowance, kind: str) -> None:
    """Tells the elements of a part to a listener; LawError where it is torn or declares entities."""
    names, start, end = _Names(), events.start, events.end
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(names[name], attributes)
    parser.EndElementHandler = lambda name: end(names[name])
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_entities(allowance.file)
    try:
        is_open = False
        for piece in pieces:
            allowance.parse(piece)
            if is_open and b">" not in piece:
                raise damaged(allowance.file, kind)  # 一个标记长过一块：解析器每来一块都要从头再看
            is_open = piece.rfind(b"<") > piece.rfind(b">")
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except LawError:
        raise
    except (expat.ExpatError, ValueError, LookupError):
        # 不合语法；声明了不认识的编码（LookupError）或多字节编码（ValueError）
        raise damaged(allowance.file, kind) from None


def attribute(attributes: dict[str, str], name: str, default: str = "") -> str:
    """An attribute by its local name, whatever space it stands in."""
    if name in attributes:
        return attributes[name]
    return next((value for key, value in attributes.items() if key.endswith(f" {name}")), default)


def whole(text: str, default: int) -> int:
    """A small whole number as files write it, or the default."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else default


def _refuse_entities(file: str) -> None:
    raise LawError(
        f"{named(file)}里声明了XML实体，正常的Word、Excel文件没有这种内容：请确认文件的来源，或打开后另存一份再读。"
    )
