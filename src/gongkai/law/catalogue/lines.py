"""Rows of a table into lines: number, names, basis, content, limit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.law.catalogue import shape
from gongkai.law.catalogue.grid import Grid, Row
from gongkai.law.catalogue.heading import Layout
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

MERGED_LEVEL_ONE = "merged-level-one"


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right while reading, told beside its line.

    修补：`column` 是所在列（自0起，-1表示整行）。
    """

    code: str
    sentence: str
    column: int = -1
    severity: Severity = Severity.NOTICE
    suggestion: str = ""


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of repairs; what holds for a run of rows is told at the first of them."""
    told: dict[tuple[str, object], Finding] = {}
    for finding in findings:
        run = finding.message if finding.code == MERGED_LEVEL_ONE else (finding.message, finding.place)
        told.setdefault((finding.code, run), finding)
    return tuple(told.values())


@dataclass(frozen=True, slots=True)
class Name:
    """A column name with the table column where it was printed.

    栏目名称；`level` 是认定的级次，未认定为0。
    """

    text: str
    column: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body, its cells told apart by what they are.

    表体一行。`slid` 是自设立依据（或栏目内容）起向左移了几列；`is_disordered` 表示各格次序颠倒。
    """

    line: int
    page: int
    number: int | None = None
    names: tuple[Name, ...] = ()
    basis: str = ""
    content: str = ""
    limit: str = ""
    columns: tuple[int, int, int] = (-1, -1, -1)
    slid: int = 0
    is_disordered: bool = False
    repairs: tuple[Repair, ...] = ()

    def repaired(self, repair: Repair) -> "Line":
        """This line with one more repair told."""
        return replace(self, repairs=(*self.repairs, repair))

    @property
    def leaf(self) -> str:
        """The deepest name."""
        return self.names[-1].text if self.names else ""


@dataclass(frozen=True, slots=True)
class Label:
    """A level-one name that stands alone on a line.

    单独成行的一级栏目名称：合并单元格的字印在分页处。`after` 是它前面的表体行数。
    """

    text: str
    line: int
    after: int


@dataclass(frozen=True, slots=True)
class Body:
    """The body of the table.

    表体：各行与单独成行的一级栏目名称。
    """

    lines: tuple[Line, ...]
    labels: tuple[Label, ...] = ()


def body(grid: Grid, layout: Layout) -> Body:
    """The lines of the table; blank rows turn the page, repeated headings and page marks are left out."""
    lines: list[Line] = []
    labels: list[Label] = []
    page, heading = 0, _texts(grid, layout.line)
    for row in grid.rows[layout.body :]:
        filled = row.filled
        if not filled or _is_heading(filled, heading):
            page += 1
        elif len(filled) == 1 and _stands_alone(filled[0], layout):
            page += 1
            labels.append(Label(filled[0][1], row.line, len(lines)))
        elif not _is_page_mark(filled, layout):
            lines.append(_line(row, page, layout))
    return Body(tuple(lines), tuple(labels))


def _texts(grid: Grid, line: int) -> frozenset[str]:
    row = next((row for row in grid.rows if row.line == line), None)
    return frozenset(text for _, text in row.filled) if row else frozenset()


def _is_heading(filled: tuple[tuple[int, str], ...], heading: frozenset[str]) -> bool:
    return len(filled) > 1 and {text for _, text in filled} <= heading


def _is_page_mark(filled: tuple[tuple[int, str], ...], layout: Layout) -> bool:
    alone = filled[0][1] if len(filled) == 1 else ""
    return bool(alone) and (alone == layout.title or not any(sign.isalpha() for sign in alone))


def _stands_alone(cell: tuple[int, str], layout: Layout) -> bool:
    column, text = cell
    is_name = any(sign.isalpha() for sign in text) and len(text) <= 30 and text != layout.title
    return column < layout.levels[0] and layout.number is not None and is_name and not shape.is_limit(text)


def _line(row: Row, page: int, layout: Layout) -> Line:
    cells = list(row.filled)
    number = None
    if layout.number is not None and cells[0][0] == layout.number and shape.is_number(cells[0][1]):
        number = int(cells.pop(0)[1].rstrip(".．、 "))
    line = Line(row.line, page, number)
    if _stands_in_place(cells, layout):
        return _placed(line, cells, layout)
    return _sorted_by_shape(line, cells, layout)


def _stands_in_place(cells: list[tuple[int, str]], layout: Layout) -> bool:
    """Whether every cell may be what the heading above it says."""
    at = dict(cells)
    for column, text in cells:
        if column in layout.levels and (shape.is_citation(text) or shape.is_limit(text)):
            return False
        if column == layout.limit and shape.is_citation(text):
            return False
    content = at.get(layout.content, "") if layout.content is not None else ""
    limit = at.get(layout.limit, "") if layout.limit is not None else ""
    if layout.basis in at and shape.is_limit(at[layout.basis]):
        return False
    return not (shape.is_limit(content) and layout.limit is not None and not shape.is_limit(limit))


def _placed(line: Line, cells: list[tuple[int, str]], layout: Layout) -> Line:
    at = dict(cells)
    names = tuple(Name(text, column) for column, text in cells if column in layout.levels)
    where = (layout.basis, layout.content, layout.limit)
    basis, content, limit = ("" if column is None else at.get(column, "") for column in where)
    columns = tuple(column if column in at and column is not None else -1 for column in where)
    line = replace(line, names=names, basis=basis, content=content, limit=limit)
    line = replace(line, columns=(columns[0], columns[1], columns[2]))
    beyond = [(column, text) for column, text in cells if column not in layout.named]
    if beyond and not limit and shape.is_limit(beyond[-1][1]):
        return _with_limit_beyond(line, beyond[-1])
    return line


def _with_limit_beyond(line: Line, cell: tuple[int, str]) -> Line:
    sentence = f"公开时限印在没有表头的第{cell[0] + 1}列，已移回“公开时限”列。"
    moved = replace(line, limit=cell[1], columns=(line.columns[0], line.columns[1], cell[0]))
    return moved.repaired(Repair("limit-outside-its-column", sentence, cell[0]))


def _sorted_by_shape(line: Line, cells: list[tuple[int, str]], layout: Layout) -> Line:
    """A row whose cells slid: citations and limits are known by their look, the rest by their order."""
    basis = next(((column, text) for column, text in cells if shape.is_citation(text)), None)
    limits = [cell for cell in cells if cell is not basis and shape.is_limit(cell[1])]
    limit = limits[-1] if limits else None
    rest = [cell for cell in cells if cell not in (basis, limit)]
    if basis and limit and basis[0] > limit[0]:
        return _disordered(line, basis, limit, rest, layout)
    names, content = _names_and_content(rest, basis)
    slid = _slid(layout, basis, content, limit)
    line = _filled(line, names, basis, content, limit)
    sentence = f"本行自“{_first_moved(basis, content, limit)}”一格起向左移了{slid}列，已按各格的内容移回。"
    return replace(line, slid=slid).repaired(
        Repair("row-shifted", sentence, _column(basis or content or limit))
    )


def _names_and_content(
    rest: list[tuple[int, str]], basis: tuple[int, str] | None
) -> tuple[list[tuple[int, str]], tuple[int, str] | None]:
    """What stands before the citation is names; without one, all but the last cell."""
    if basis:
        after = [cell for cell in rest if cell[0] > basis[0]]
        return [cell for cell in rest if cell[0] < basis[0]], (after[-1] if after else None)
    return (rest[:-1], rest[-1]) if len(rest) > 1 else (rest, None)


def _disordered(
    line: Line, basis: tuple[int, str], limit: tuple[int, str], rest: list[tuple[int, str]], layout: Layout
) -> Line:
    names = [cell for cell in rest if cell[0] in layout.levels]
    content = next((cell for cell in rest if cell[0] not in layout.levels), None)
    line = replace(_filled(line, names, basis, content, limit), is_disordered=True)
    if layout.content == limit[0]:
        sentence = f"“{limit[1]}”印在“栏目内容”列，读作公开时限；栏目内容是空的，请补写。"
        line = line.repaired(Repair("limit-in-content-column", sentence, limit[0], Severity.WARNING))
    sentence = f"设立依据印在第{basis[0] + 1}列（“公开时限”列），已移回“设立依据”列。"
    return line.repaired(Repair("basis-in-limit-column", sentence, basis[0], Severity.WARNING))


def _filled(
    line: Line,
    names: list[tuple[int, str]],
    basis: tuple[int, str] | None,
    content: tuple[int, str] | None,
    limit: tuple[int, str] | None,
) -> Line:
    return replace(
        line,
        names=tuple(Name(text, column) for column, text in names),
        basis=basis[1] if basis else "",
        content=content[1] if content else "",
        limit=limit[1] if limit else "",
        columns=(_column(basis), _column(content), _column(limit)),
    )


def _slid(
    layout: Layout,
    basis: tuple[int, str] | None,
    content: tuple[int, str] | None,
    limit: tuple[int, str] | None,
) -> int:
    pairs = ((layout.basis, basis), (layout.content, content), (layout.limit, limit))
    return next((column - cell[0] for column, cell in pairs if column is not None and cell), 0)


def _first_moved(*cells: tuple[int, str] | None) -> str:
    words = ("设立依据", "栏目内容", "公开时限")
    return next((word for word, cell in zip(words, cells, strict=True) if cell), "栏目名称")


def _column(cell: tuple[int, str] | None) -> int:
    return cell[0] if cell else -1
