"""Merged rectangles laid out into exact rows of cells."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.grids.allowance import Allowance
from gongkai.law.catalogue.grid import Cell, Row

_BLANK = Cell("")
_COVERED = Cell("", covered=True)


class Rectangle(NamedTuple):
    """One cell of a table with the rows and columns it takes.

    矩形：一格（可能合并而成）的上边、左边、行数、列数（自0起）和文字。
    """

    top: int
    left: int
    rows: int
    columns: int
    text: str


def laid_out(rectangles: Sequence[Rectangle], lines: Sequence[int], allowance: Allowance) -> tuple[Row, ...]:
    """Rows with one cell per column: a rectangle stands at its upper left, the rest of it is covered.

    `lines` are the numbers that people count the rows by, in ascending order; `top` counts in them.
    Rows and columns after the last text are cut off. Where rectangles overlap, the first one holds.
    """
    filled = [each for each in rectangles if each.text]
    height = max((each.top for each in filled), default=-1) + 1
    width = max((each.left for each in filled), default=-1) + 1
    allowance.take_places(height * width)
    table = [[_BLANK] * width for _ in range(height)]
    for top, left, rows, columns, text in rectangles:
        if top < height and left < width:
            rows, columns = min(rows, height - top), min(columns, width - left)
            if rows > 1 or columns > 1:
                _merge(table, Rectangle(top, left, rows, columns, text), allowance)
            elif not table[top][left].covered:
                table[top][left] = Cell(text)
    return tuple(Row(lines[i], tuple(cells)) for i, cells in enumerate(table))


def _merge(table: list[list[Cell]], each: Rectangle, allowance: Allowance) -> None:
    places = table[each.top : each.top + each.rows]
    if _is_taken(places, each.left, each.columns, allowance):
        # 与先前的合并格重叠：只在左上角还空着时留下它的文字
        if table[each.top][each.left] is _BLANK:
            table[each.top][each.left] = Cell(each.text)
        return
    for cells in places:
        cells[each.left : each.left + each.columns] = [_COVERED] * each.columns
    table[each.top][each.left] = Cell(each.text, each.columns, each.rows)


def _is_taken(places: list[list[Cell]], left: int, columns: int, allowance: Allowance) -> bool:
    """Whether a merged rectangle reaches in already. Looking counts, lest a million overlaps take hours."""
    allowance.take_places(len(places) * columns - 1)
    looked_at = (cell for cells in places for cell in cells[left : left + columns])
    return any(cell.covered or cell.columns > 1 or cell.rows > 1 for cell in looked_at)


def rows_between(lines: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Where the lines from first to last stand in the list: index of the first, and how many."""
    start = bisect_left(lines, first)
    return start, bisect_left(lines, last + 1) - start
