"""Where rows begin, by the bars that pad them to one width."""

from collections.abc import Sequence

from gongkai.law.catalogue.unfolding.pieces import Piece

_ENOUGH = 0.6  # so great a part of the rows must come out at the width


def row_starts(pieces: Sequence[Piece], width: int) -> tuple[int, ...]:
    """For every piece whether a row begins there: 1 surely, -1 surely not, 0 unknown; empty without width.

    An extractor that pads every row to the width of the widest tells by the padding how many cells a row
    had: the cells that a merge from above covered are not among them.
    """
    if width < 3:
        return ()
    starts = [0] * len(pieces)
    at = fitting = rows = 0
    while at < len(pieces):
        end = _row_end(pieces, at, width)
        rows += 1
        if end:
            fitting += 1
            starts[at] = 1
            starts[at + 1 : end] = [-1] * (end - at - 1)
            at = end
        else:
            at = _next_row(pieces, at, width)
    return tuple(starts) if fitting >= rows * _ENOUGH else ()


def _row_end(pieces: Sequence[Piece], at: int, width: int) -> int:
    """Where the row that begins here ends, if its cells with the padding make up the width; else 0."""
    for i in range(at, min(at + width, len(pieces))):
        if not pieces[i].closed:
            return 0
        if pieces[i].padding:
            return i + 1 if i - at + 1 + pieces[i].padding == width else 0
    return at + width if at + width <= len(pieces) else 0


def _next_row(pieces: Sequence[Piece], at: int, width: int) -> int:
    """After the padding that ends the row which did not fit."""
    for i in range(at, min(at + 2 * width, len(pieces))):
        if pieces[i].padding:
            return i + 1
    return at + width
