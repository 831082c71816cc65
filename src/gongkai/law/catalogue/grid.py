"""A table as cells with their places, from any file."""

from dataclasses import dataclass

from gongkai.law.finding import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    单元格。`columns`、`rows` 是合并单元格所占的列数、行数，未合并为1；`covered` 表示此处被左边或上边的
    合并单元格盖住，没有自己的文字。
    """

    text: str
    columns: int = 1
    rows: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, or a break where it has no text.

    表中一行。`line` 是在文件（或工作表）里的行号，自1起；`is_cut` 表示原文到这一行中断，
    后面的格不知道写了什么。
    """

    line: int
    cells: tuple[Cell, ...]
    is_cut: bool = False

    @property
    def filled(self) -> tuple[tuple[int, str], ...]:
        """Columns and trimmed texts of the cells that hold something."""
        return tuple((i, cell.text.strip()) for i, cell in enumerate(self.cells) if cell.text.strip())


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read from a file.

    网格：文件里的一张表。`file` 是给人看的文件名，`sheet` 是工作表名（或“第2个表格”）；`above` 是紧接在
    表前面的几行文字，标题多在其中；`exact` 表示各格确在它那一列（电子表格、Word、网页），而不是由文本猜出；
    `source` 是文本文件的原文各行，别的文件为空。
    """

    rows: tuple[Row, ...]
    file: str = ""
    sheet: str = ""
    above: tuple[str, ...] = ()
    exact: bool = False
    source: tuple[str, ...] = ()

    def place(self, line: int, column: int = -1) -> Place:
        """The place of a line, or of a cell in it (columns from 0, places from 1)."""
        return Place(self.file, self.sheet, line, column + 1)
