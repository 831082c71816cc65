"""Catalogues that stand beside each other on one sheet."""

from collections.abc import Sequence
from dataclasses import replace

from gongkai.law.catalogue import columns
from gongkai.law.catalogue.grid import Cell, Grid, Row

_SEARCHED = 80
_FEWEST = 4  # 一份目录至少有这么多栏
_BLANK = Cell("")


def parted(grid: Grid) -> tuple[Grid, ...]:
    """The tables of a sheet whose heading row says the same words two or three times; else the sheet itself.

    Every table keeps its columns; what stands in those of the others is blank in it.
    """
    for at, row in enumerate(grid.rows[:_SEARCHED]):
        starts = _starts(row)
        if starts:
            ends = (*starts[1:], len(row.cells))
            return tuple(_part(grid, at, *span) for span in zip((0, *starts[1:]), ends, strict=True))
    return (grid,)


def _starts(row: Row) -> tuple[int, ...]:
    filled = row.filled
    if len(filled) < 2 * _FEWEST:
        return ()
    for count in (2, 3):
        size = len(filled) // count
        words = [columns.plain(text) for _, text in filled]
        if size < _FEWEST or len(filled) % count or words != words[:size] * count:
            continue
        if sum(columns.purpose(text) is not None for _, text in filled[:size]) * 2 > size:
            return tuple(filled[at][0] for at in range(0, len(filled), size))
    return ()


def _part(grid: Grid, heading: int, start: int, end: int) -> Grid:
    rows = (_cut(row, start, end, keeps=at < heading) for at, row in enumerate(grid.rows))
    return replace(grid, rows=tuple(rows))


def _cut(row: Row, start: int, end: int, *, keeps: bool) -> Row:
    """A row without the cells of the other tables; a lone line above the heading belongs to all."""
    if keeps and len(row.filled) < 2:
        return row
    return replace(row, cells=_within(row.cells, start, end))


def _within(cells: Sequence[Cell], start: int, end: int) -> tuple[Cell, ...]:
    return tuple(cell if start <= at < end else _BLANK for at, cell in enumerate(cells))
