"""The words that changed in a text, marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from gongkai.law.patterns import lazy

# 数字、西文词作为整体比较，其余逐字
_TOKEN = lazy(r"\d+|[A-Za-z]+|\s+|.", re.DOTALL)
_INSIDE_WORDS = lazy(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_SHORTEST = 2  # a single sign that both texts share between two changes makes nothing clearer
_LONGEST = 6000  # beyond this a text is shown as gone and come whole: comparing it takes too long


class Mark(StrEnum):
    """Whether words stayed, went or came.

    文字的变化：未改、删去、增加。
    """

    KEPT = "kept"
    GONE = "gone"
    COME = "come"


SPELLED = {Mark.KEPT: "{}", Mark.GONE: "〔删：{}〕", Mark.COME: "〔增：{}〕"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text with its mark.

    一段文字及其变化。
    """

    mark: Mark
    text: str


def marked(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one, with what went and what came."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(one), len(other)) > _LONGEST:
        return _whole(before, after)
    found: list[Piece] = []
    for act, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if act == "equal":
            found.append(Piece(Mark.KEPT, "".join(one[i:j])))
            continue
        if i < j:
            found.append(Piece(Mark.GONE, "".join(one[i:j])))
        if k < m:
            found.append(Piece(Mark.COME, "".join(other[k:m])))
    return tuple(_joined(found))


def legible(text: str) -> str:
    """The text without blanks and line breaks inside Chinese words, which a narrow cell leaves behind."""
    return _INSIDE_WORDS.sub("", text.strip())


def spelled(pieces: Iterable[Piece], around: int = 0) -> str:
    """The text with 〔删：20〕〔增：10〕 where words changed, for whoever sees no colour.

    With `around`, of what stayed only so many signs beside a change are shown.
    """
    return "".join(SPELLED[piece.mark].format(shortened(piece, around)) for piece in pieces)


def shortened(piece: Piece, around: int) -> str:
    """Words that stayed, without their middle; words that changed are shown whole."""
    if not around or piece.mark is not Mark.KEPT or len(piece.text) <= 2 * around + 4:
        return piece.text
    return f"{piece.text[:around]}……{piece.text[-around:]}"


def _whole(before: str, after: str) -> tuple[Piece, ...]:
    pieces = (Piece(Mark.GONE, before), Piece(Mark.COME, after))
    return tuple(piece for piece in pieces if piece.text)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Changes with next to nothing between them are one change."""
    found: list[Piece] = []
    gone = come = ""
    for i, piece in enumerate(pieces):
        is_short = piece.mark is Mark.KEPT and len(piece.text) < _SHORTEST and 0 < i < len(pieces) - 1
        if piece.mark is Mark.KEPT and not is_short:
            found += [*_whole(gone, come), piece]
            gone = come = ""
            continue
        gone += piece.text if piece.mark is not Mark.COME else ""
        come += piece.text if piece.mark is not Mark.GONE else ""
    return [*found, *_whole(gone, come)]
