"""Tables and lines as they follow each other in a document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.grids.allowance import Allowance
from gongkai.grids.laying import Rectangle, laid_out
from gongkai.grids.refusal import named
from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.errors import LawError

_DEEPEST = 40
_WIDEST = 1000
_ABOVE = 10
_SMALL_TABLE = 2000
_FEW_LINES = 20


@dataclass(slots=True)
class Box:
    """One cell while it is read, with the tables inside it.

    读取中的一格。`parts` 是格内的行和内嵌的表，按先后排列。
    """

    top: int
    left: int
    columns: int
    rows: int
    parts: "list[str | Table]" = field(default_factory=list)


class Table:
    """A table while it is read, row by row and cell by cell.

    读取中的表格：按行、列合并数推算各格所在的列，内嵌的表挂在所在的格里。
    """

    def __init__(self, name: str, allowance: Allowance) -> None:
        self.name = name
        self.captions: list[str] = []
        self.widths: list[int] = []
        self.boxes: list[Box] = []
        self.rectangles: list[Rectangle] = []
        self.filled_rows = 0
        self.row = -1
        self.column = 0
        self._allowance = allowance
        self._free_from: list[int] = []
        self._open: list[Box] = []
        self._last: dict[int, Box] = {}

    def begin_row(self) -> None:
        """The next row, from its first column."""
        self.row += 1
        self.column = 0
        self._allowance.take_cells(1)

    def skip(self, columns: int) -> None:
        """Columns that a row leaves out at its start."""
        self.column = min(self.column + max(columns, 0), _WIDEST)

    def begin_cell(self, columns: int = 1, rows: int = 1) -> Box:
        """The next cell at the next free column; rows=0 reaches to the end of the section."""
        if self.row < 0:
            self.begin_row()
        while self.column < len(self._free_from) and self._free_from[self.column] > self.row:
            self.column += 1
        if self.column >= _WIDEST:
            raise LawError(
                f"{named(self._allowance.file)}有一张表超过{_WIDEST}列，不像是一份目录：请只留目录所在的表格后再读。"
            )
        columns = max(1, min(columns, _WIDEST - self.column))
        box = Box(self.row, self.column, columns, rows)
        self._allowance.take_cells(1)
        self.boxes.append(box)
        self._last[self.column] = box
        if rows != 1:
            self._reach_down(box)
        self.column += columns
        return box

    def continue_cell(self, columns: int) -> Box:
        """A cell that goes on from the row above; a cell of its own where nothing stands above it."""
        above = self._last.get(self.column)
        if above is None or above.top + above.rows != self.row:
            return self.begin_cell(columns)
        above.rows += 1
        self.column += max(1, columns)
        return Box(self.row, above.left, columns, 1)

    def end_section(self) -> None:
        """Spans do not reach beyond the head, body or foot in which they stand."""
        for box in self._open:
            if box.rows == 0 or box.top + box.rows > self.row + 1:
                box.rows = max(1, self.row + 1 - box.top)
        self._open.clear()
        self._free_from.clear()

    def finish(self) -> None:
        """The table ends: its cells have their texts, a small table inside one counts as lines of it too."""
        self.end_section()
        self.rectangles = [
            Rectangle(box.top, box.left, box.rows, box.columns, self._text_of(box)) for box in self.boxes
        ]
        counted = Counter(each.top for each in self.rectangles if each.text)
        self.filled_rows = sum(count > 1 for count in counted.values())

    def _text_of(self, box: Box) -> str:
        lines: list[str] = []
        for part in box.parts:
            if isinstance(part, str):
                lines.append(part)
            elif not part.filled_rows or sum(len(each.text) for each in part.rectangles) <= _SMALL_TABLE:
                inner = [each.text for each in part.rectangles if each.text]
                self._allowance.copy_text(sum(map(len, inner)))
                lines += inner
        return "\n".join(lines).strip()

    def _reach_down(self, box: Box) -> None:
        self._open.append(box)
        right = box.left + box.columns
        self._free_from += [0] * (right - len(self._free_from))
        until = box.top + box.rows if box.rows else 1 << 30
        for column in range(box.left, right):
            self._free_from[column] = max(self._free_from[column], until)


class Flow:
    """What a document holds, in its order, while it is read.

    文档流：正文的行和表格，按先后排列；正在读的表一层套一层。
    """

    def __init__(self, allowance: Allowance) -> None:
        self.parts: list[str | Table] = []
        self.tables: list[Table] = []
        self.boxes: list[Box | None] = []
        self._count = 0
        self._allowance = allowance

    def line(self, text: str) -> None:
        """One line of text, in the cell that is open or in the document."""
        if text:
            self._allowance.take_text(len(text))
            if self.tables and self.boxes[-1] is None:
                self.tables[-1].captions.append(text)
            else:
                self._sink().append(text)

    def begin_table(self) -> Table:
        """A table inside whatever is open."""
        if len(self.tables) >= _DEEPEST:
            raise LawError(
                f"{named(self._allowance.file)}里表格套表格超过{_DEEPEST}层，不像是一份目录：请把目录所在的表格"
                "复制到新文件后再读。"
            )
        self._count += not self.tables
        table = Table(f"第{self._count}个表格{'里的表格' if self.tables else ''}", self._allowance)
        self._sink().append(table)
        self.tables.append(table)
        self.boxes.append(None)
        return table

    def end_table(self) -> None:
        """Closes the innermost table."""
        if self.tables:
            self.tables.pop().finish()
            self.boxes.pop()

    def _sink(self) -> "list[str | Table]":
        for box in reversed(self.boxes):
            if box is not None:
                return box.parts
        return self.parts


class Emission:
    """The grids of a flow, each with the lines before it.

    出表：先后走过文档流，数据表成为网格，排版用的表拆成行。
    """

    def __init__(self, allowance: Allowance, fewest_rows: int) -> None:
        self.grids: list[Grid] = []
        self.lines: list[str] = []
        self._above: list[str] = []
        self._allowance = allowance
        self._fewest_rows = fewest_rows

    def walk(self, parts: "list[str | Table]") -> None:
        """Takes lines and tables in order; tables inside data tables come after their own."""
        for at, part in enumerate(parts):
            if isinstance(part, str):
                self.lines.append(part)
                self._above.append(part)
            else:
                following = parts[at + 1] if at + 1 < len(parts) else None
                self._take(part, is_head=isinstance(following, Table) and _heads(part, following))

    def _take(self, table: Table, *, is_head: bool = False) -> None:
        self.walk([*table.captions])
        if table.filled_rows < (1 if is_head or self._goes_on(table) else self._fewest_rows):
            for box in table.boxes:
                self.walk(box.parts)
            return
        rows = laid_out(table.rectangles, range(1, table.row + 2), self._allowance)
        above = tuple(line for part in self._above[-_ABOVE:] for line in part.split("\n"))[-_ABOVE:]
        self.grids.append(Grid(rows, self._allowance.file, table.name, above, exact=True))
        self._above.clear()
        for nested in inner_tables(table):
            if nested.filled_rows >= self._fewest_rows:
                self._take(nested)

    def _goes_on(self, table: Table) -> bool:
        """Whether it follows a table of as many columns at once: the rest of it, after a page break."""
        return bool(self.grids) and not self._above and _width(table) == len(self.grids[-1].rows[0].cells)

    def is_mostly_text(self) -> bool:
        """Whether more is written outside of the tables than in them, and more than a heading and a foot."""
        if len(self.lines) < _FEW_LINES:
            return not self.grids
        inside = sum(len(cell.text) for grid in self.grids for row in grid.rows for cell in row.cells)
        return sum(map(len, self.lines)) > inside

    def text_rows(self) -> Grid:
        """The lines outside of tables as a grid of text."""
        lines = [line for part in self.lines for line in part.split("\n")]
        self._allowance.take_places(len(lines))
        rows = (Row(i, tuple(Cell(cell) for cell in line.split("\t"))) for i, line in enumerate(lines, 1))
        return Grid(tuple(rows), self._allowance.file, source=tuple(lines))


def _width(table: Table) -> int:
    return max((each.left + 1 for each in table.rectangles), default=0)


def _heads(table: Table, following: Table) -> bool:
    """Whether a page sets the heading of the table that follows at once into a table of its own."""
    return table.filled_rows == 1 and following.filled_rows > 0 and _width(table) == _width(following) > 3


def inner_tables(table: Table) -> "Iterator[Table]":
    """The tables that stand in the cells of a table."""
    return (part for box in table.boxes for part in box.parts if isinstance(part, Table))
