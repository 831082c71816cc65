"""Pieces that share one head are one: 甲、乙等方面的政策."""

from collections.abc import Sequence

from gongkai.law.elements.marked import pattern
from gongkai.law.elements.naming import Piece
from gongkai.law.elements.stretches import Stretches
from gongkai.law.elements.words import Known

_OTHERS = pattern("等")


def merged(stretches: Stretches, pieces: Sequence[Piece], is_listed: bool) -> list[Piece]:
    """甲、乙等方面的政策 and 甲、乙的依据 are one piece: what stands before has the same head."""
    found: list[Piece] = []
    ends: list[Known | None] = []
    ended = 0
    for piece in pieces:
        text = stretches.cell.text[piece.start : piece.end]
        if piece.mark not in {"、", "/"}:
            ended = 0
        while found and piece.mark in {"、", "/"}:
            if not _hangs(stretches, found[-1], ends[-1], text, ended > 0, is_listed):
                break
            last = found.pop()
            ended -= ends.pop() is not None
            piece = piece._replace(start=last.start, mark=last.mark)
        found.append(_cut_at_others(stretches, piece, bool(found)))
        ends.append(stretches.ending(found[-1].start, found[-1].end))
        ended += ends[-1] is not None
    return found


def _hangs(
    stretches: Stretches, last: Piece, ending: Known | None, text: str, is_ended: bool, is_listed: bool
) -> bool:
    """Whether the piece before has no head of its own but the head of this one."""
    reading = stretches.words.reading
    owner = stretches.plain(text.rpartition("的")[0])
    if owner and not owner.endswith(reading.not_owners):
        before = stretches.bare(last.start, last.end)
        if ending is None:
            is_alike = before[:2] == owner[:2] or len(before) == len(owner) or "等" in owner
            return not is_listed or is_alike or before.startswith(reading.prepositions)
        held = stretches.words.ending(owner)
        if held is not None and held.word == ending.word:
            return True
        return ending.word in reading.holders and owner.endswith(reading.holders)
    if ending is not None and ending.word in reading.holders:
        return stretches.bare(last.start, last.end).startswith("各")
    if ending is not None or is_listed or is_ended:
        return False
    return stretches.words.ending(stretches.plain(text)) is not None


def _cut_at_others(stretches: Stretches, piece: Piece, follows: bool) -> Piece:
    """视频解读等多种形式的解读 after others of its sort: the words after 等 tell nothing new."""
    if not follows or piece.mark != "、" or stretches.cell.text.find("等", piece.start, piece.end - 1) < 0:
        return piece
    place = stretches.cell.cut(piece.start, piece.end, _OTHERS)[0][2]
    is_inside = piece.start < place < piece.end - 1
    return piece._replace(end=place) if is_inside and stretches.ends(piece.start, place) else piece
