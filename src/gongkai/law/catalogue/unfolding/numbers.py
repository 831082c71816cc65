"""Which of the lone figures in a text number its rows."""

from collections.abc import Sequence

from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.pieces import Piece

_SEEN_BACK = 16  # a row number follows one of so many figures before it
_FURTHEST = 60  # no table leaves out more numbers than these
_BEFORE = {Look.TICK, Look.CHANNELS, Look.EMPTY, Look.BODY, Look.ADDRESS, Look.PHONE}
_AFTER = {Look.NAME, Look.CONTENT, Look.BODY, Look.EMPTY, Look.CHANNELS}


def numbered(pieces: Sequence[Piece]) -> frozenset[int]:
    """The indexes of the pieces that are row numbers: the best rising chain of the lone figures.

    A chain may leave numbers out and begin anew at 1; figures outside it are page numbers, codes, debris.
    """
    figures = [i for i, piece in enumerate(pieces) if _may_be_number(pieces, i, piece)]
    if not figures:
        return frozenset()
    values = [value(pieces[i]) for i in figures]
    best = [0.0] * len(figures)
    back = [-1] * len(figures)
    for here, figure in enumerate(values):
        best[here] = (2.0 if figure == 1 else 0.5) + _looks_right(pieces, figures[here])
        for there in range(max(0, here - _SEEN_BACK), here):
            gain = best[there] + _step(values[there], figure) + _looks_right(pieces, figures[here])
            if gain > best[here]:
                best[here], back[here] = gain, there
    at = max(range(len(figures)), key=best.__getitem__)
    chain: set[int] = set()
    while at >= 0:
        chain.add(figures[at])
        at = back[at]
    return frozenset(chain) if len(chain) > 1 or min(values) == 1 else frozenset()


def value(piece: Piece) -> int:
    """The number that a piece of figures prints."""
    return int("".join(piece.text.split()).rstrip(".．、"))


def _may_be_number(pieces: Sequence[Piece], at: int, piece: Piece) -> bool:
    return piece.look is Look.DIGITS and (piece.starts or (at > 0 and pieces[at - 1].starts))


def _step(before: int, value: int) -> float:
    if value == before + 1:
        return 4.0
    if value == 1:
        return 1.0 if before > 1 else 0.2
    return 1.5 if before < value <= before + _FURTHEST else -99.0


def _looks_right(pieces: Sequence[Piece], at: int) -> float:
    before = at == 0 or pieces[at - 1].look in _BEFORE or pieces[at - 1].padding > 0
    after = at + 1 < len(pieces) and pieces[at + 1].look in _AFTER
    return (0.5 if before else 0.0) + (0.5 if after else -1.0)
