"""A table with its merged cells filled, place by place."""

from dataclasses import dataclass
from typing import NamedTuple

from gongkai.law.catalogue.grid import Cell, Grid
from gongkai.law.finding import Place

_EMPTY = Cell("")


class Spot(NamedTuple):
    """The text at a place of the table and where it was printed.

    格位：`row`、`column` 是文字所印的那一格（自0起）；合并单元格盖住的各处都指向左上角那一格。
    """

    text: str
    row: int
    column: int


Spots = tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table in which every place knows its text.

    填满的表：各行等宽，合并单元格盖住的地方也有文字。
    """

    grid: Grid
    rows: tuple[Spots, ...]

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.rows[0]) if self.rows else 0

    def line(self, row: int) -> int:
        """The row as the file counts it."""
        return self.grid.rows[row].line

    def place(self, row: int, column: int = -1) -> Place:
        """The place of a row, or of a cell in it."""
        return self.grid.place(self.line(row), column)

    def printed(self, row: int) -> Spots:
        """What is printed in a row itself, from left to right."""
        return tuple(
            spot
            for at, spot in enumerate(self.rows[row])
            if spot.text and spot.row == row and spot.column == at
        )

    def seen(self, row: int) -> Spots:
        """What a reader sees in a row: each text once, those of merged cells from above included."""
        return tuple(dict.fromkeys(spot for spot in self.rows[row] if spot.text))


def filled(grid: Grid) -> Matrix:
    """The table with every merged cell's text in all the places that it covers.

    A covered place that no merged cell explains takes what stands above it.
    """
    width = max((len(row.cells) for row in grid.rows), default=0)
    rows: list[Spots] = []
    reaching: dict[int, tuple[Spot, int]] = {}  # 列 → 从上面盖下来的格，盖到哪一行为止（不含）
    for at, row in enumerate(grid.rows):
        spots: list[Spot] = []
        for column in range(width):
            cell = row.cells[column] if column < len(row.cells) else _EMPTY
            spots.append(_spot(cell, at, column, reaching, rows))
            if (cell.columns > 1 or cell.rows > 1) and not cell.covered:
                _reach(cell, spots[-1], at, width, reaching)
        rows.append(tuple(spots))
    return Matrix(grid, tuple(rows))


def _spot(
    cell: Cell,
    row: int,
    column: int,
    reaching: dict[int, tuple[Spot, int]],
    above: list[Spots],
) -> Spot:
    text = cell.text.strip()
    spot, end = reaching.get(column, (None, 0))
    if spot is not None and row < end and not text:
        return spot
    if cell.covered and not text and above:
        return above[-1][column]
    return Spot(text, row, column)


def _reach(cell: Cell, spot: Spot, row: int, width: int, reaching: dict[int, tuple[Spot, int]]) -> None:
    for column in range(spot.column, min(spot.column + cell.columns, width)):
        reaching[column] = (spot, row + cell.rows)
