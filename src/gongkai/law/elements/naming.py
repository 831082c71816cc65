"""From a stretch of a cell to the clean name of an element."""

import re
from functools import lru_cache
from typing import NamedTuple

from gongkai.law.elements.content import ContentText
from gongkai.law.elements.model import Element, ElementType
from gongkai.law.elements.words import Known, Vocabulary, has
from gongkai.law.patterns import lazy

_ROUND = lazy(r"\([^()]*\)")
_DIRT = lazy(r"[^\w、《》“”〈〉〔〕()（）·%/+\-.]|_|(?<!\d)\.|\.(?!\d)")
_DIGITS = lazy(r"(?<=[\u4e00-\u9fff])[\d\-/]{3,}$")
_QUOTED = lazy(r"《([^《》]+)》|“([^“”]+)”")
_LONG_NAME = 12
LONGEST_NAME = 40
_KEPT = 8192


class Piece(NamedTuple):
    """A stretch of a cell that names one element.

    一项：在格中的起止、它前面的标点、是否可有可无；`shared` 是“甲的乙、丙”里甲为乙丙所共有，`held` 是
    “区政府领导姓名、职务”里后面一项没有自己的主人，`kin` 是“办公地址和时间”里时间也有的“办公”。
    """

    start: int
    end: int
    mark: str = ""
    required: bool = True
    shared: bool = False
    held: bool = False
    kin: str = ""
    strong: bool = False

    def moved(self, places: int) -> "Piece":
        """The same piece further on in a text."""
        return Piece._make((self.start + places, self.end + places, *self[2:]))


def element_of(cell: ContentText, piece: Piece, words: Vocabulary) -> Element | None:
    """The element that a piece names, or None where it names none."""
    place = slice(piece.start, piece.end)
    named = _recurring if piece.end - piece.start <= LONGEST_NAME else _named
    written, text = cell.text[place], cell.content[place]
    return named(written, text, piece.required, piece.shared, piece.held, piece.kin, words)


def _named(
    written: str, text: str, required: bool, shared: bool, held: bool, kin: str, words: Vocabulary
) -> Element | None:
    name, remark, is_title = plain(written, words)
    if len(name) < 2 or name in words.reading.empty or len(name) > 2 * LONGEST_NAME:
        return None
    known = words.known.get(kin + name) or words.ending(name)
    type_ = ElementType.FILE if is_title else type_of(name, known, remark, words)
    short = name if is_title else _shortened(name, known, shared, held, words)
    required = required and not has(remark, words.reading.optional)
    return Element(short, type_, text, required, known.standard if known else "")


_recurring = lru_cache(_KEPT)(_named)  # 联系电话之类，成千上万格里都有


def plain(written: str, words: Vocabulary) -> tuple[str, str, bool]:
    """A stretch without brackets and trailing words; what its brackets held; whether it is a title."""
    written = without_trail(written, words)
    if written.isalnum() and not written[-1:].isdigit():
        return written, "", False
    if written[:1] in "《“" and _QUOTED.fullmatch(_ROUND.sub("", written).strip()):
        inner = _QUOTED.match(written)
        name = (inner[1] or inner[2]) if inner else _ROUND.sub("", written)
        return _clean(name), "", written[0] == "《"
    remark = "，".join(_ROUND.findall(written)) if "(" in written else ""
    return without_trail(_clean(_outside(written) if remark else written), words), remark, False


def without_trail(name: str, words: Vocabulary) -> str:
    """A name without 等信息 and their like."""
    if name[-1:] not in words.trail_ends:
        return name
    found = words.trails.search(name, max(0, len(name) - 8))
    return name[: found.start()] if found else name


def type_of(name: str, known: Known | None, remark: str, words: Vocabulary) -> ElementType:
    """The type of an element: by the bracket after it, its last words, or the words before 信息."""
    if has(name[:2], words.reading.questions):
        return ElementType.CHOICE
    for type_, hints in words.reading.hints.items():
        if remark.strip("()") in hints:
            return type_
    if known and known.word == "信息":
        before = words.ending(name[:-2].removesuffix("相关").removesuffix("的"))
        return before.type if before and before.type in words.reading.carried else ElementType.TEXT
    return known.type if known else ElementType.TEXT


def _clean(written: str) -> str:
    name = _DIGITS.sub("", _DIRT.sub("", written).strip("、/·-"))
    return name.replace("(", "（").replace(")", "）")


def _outside(written: str) -> str:
    """A stretch without its brackets, except those inside a title or a quotation."""
    kept: list[str] = []
    parts = re.split(r"([《“][^《》“”]*[》”])", written)
    for i, part in enumerate(parts):
        kept.append(part if i % 2 else _ROUND.sub("", part))
    return "".join(kept)


def _shortened(name: str, known: Known | None, shared: bool, held: bool, words: Vocabulary) -> str:
    """A name without the owner that a whole list shares, or that makes it too long for a form."""
    owner, found, own = name.rpartition("的")
    tells = (
        bool(found)
        and len(own) >= 2
        and not owner.endswith("》")
        and own not in words.reading.vague
        and words.ending(own)
    )
    is_shared = shared and not owner.endswith(words.reading.not_owners)
    if tells and (is_shared or len(name) > (_LONG_NAME if len(own) >= 4 else 2 * _LONG_NAME)):
        return own
    if held and known and known.standard:
        owner = name[: -len(known.word)]
        if len(owner) > 4 and owner.endswith(words.reading.holders):
            return known.word
    return name
