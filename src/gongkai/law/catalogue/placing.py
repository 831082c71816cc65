"""Rows of a table into lines, each cell in its place."""

from dataclasses import replace

from gongkai.law.catalogue import shape
from gongkai.law.catalogue.grid import Grid, Row
from gongkai.law.catalogue.heading import Layout
from gongkai.law.catalogue.lines import Label, Line, Name, Repair, TableBody
from gongkai.law.vocabulary import Severity

Column = tuple[int, str]  # where a cell stands (from 0) and what it says


def body(grid: Grid, layout: Layout) -> TableBody:
    """The lines of the table; blank rows turn the page, repeated headings and page marks are left out."""
    lines: list[Line] = []
    labels: list[Label] = []
    page, heading = 0, _texts(grid, layout)
    for row in grid.rows[layout.body :]:
        filled = tuple(cell for cell in row.filled if not shape.is_mark(cell[1]))
        if row.filled and not filled:
            continue
        if not filled or _is_heading(filled, heading):
            page += 1
        elif len(filled) == 1 and _stands_alone(filled[0], layout):
            page += 1
            labels.append(Label(filled[0][1], row.line, len(lines)))
        elif not _is_page_mark(filled, layout):
            _append(lines, line_of(row, page, layout))
    return TableBody(tuple(lines), tuple(labels))


def _append(lines: list[Line], line: Line) -> None:
    """A row without number and name goes on with the cells of the row above it."""
    if not lines or line.number is not None or line.names:
        lines.append(line)
        return
    above = lines[-1]
    gap = "" if line.page != above.page else "\n"
    told = f"第{line.line}行没有序号和栏目名称，是本行的续行，文字已接在本行各格之后。"
    joined = replace(
        above,
        page=line.page,
        basis=gap.join(filter(None, (above.basis, line.basis))),
        content=gap.join(filter(None, (above.content, line.content))),
        limit=gap.join(filter(None, (above.limit, line.limit))),
    )
    lines[-1] = joined.repaired(Repair("row-continued", told, severity=Severity.WARNING))


def _texts(grid: Grid, layout: Layout) -> frozenset[str]:
    """What the rows of the heading say."""
    first = next((at for at, row in enumerate(grid.rows) if row.line == layout.line), layout.body)
    return frozenset(text for row in grid.rows[first : layout.body] for _, text in row.filled)


def _is_heading(filled: tuple[Column, ...], heading: frozenset[str]) -> bool:
    return len(filled) > 1 and {text for _, text in filled} <= heading


def _is_page_mark(filled: tuple[Column, ...], layout: Layout) -> bool:
    alone = filled[0][1] if len(filled) == 1 else ""
    return bool(alone) and (alone == layout.title or not any(sign.isalpha() for sign in alone))


def _stands_alone(cell: Column, layout: Layout) -> bool:
    column, text = cell
    is_name = any(sign.isalpha() for sign in text) and len(text) <= 30 and text != layout.title
    return column < layout.levels[0] and layout.number is not None and is_name and not shape.is_limit(text)


def line_of(row: Row, page: int, layout: Layout) -> Line:
    """One row, its cells told apart by place where they fit the heading, else by look."""
    cells = [cell for cell in row.filled if not shape.is_mark(cell[1])]
    number = None
    if layout.number is not None and cells[0][0] == layout.number and shape.is_number(cells[0][1]):
        number = int(cells.pop(0)[1].rstrip(".．、 "))
    line = Line(row.line, page, number)
    if _stands_in_place(cells, layout):
        return _placed(line, cells, layout)
    return _sorted_by_shape(line, cells, layout)


def _stands_in_place(cells: list[Column], layout: Layout) -> bool:
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


def _placed(line: Line, cells: list[Column], layout: Layout) -> Line:
    at = dict(cells)
    names = tuple(Name(text, column) for column, text in cells if column in layout.levels)
    where = (layout.basis, layout.content, layout.limit)
    basis, content, limit = ("" if column is None else at.get(column, "") for column in where)
    columns = tuple(column if column in at and column is not None else -1 for column in where)
    line = replace(line, names=names, basis=basis, content=content, limit=limit)
    line = replace(line, columns=(columns[0], columns[1], columns[2]))
    beyond = [cell for cell in cells if cell[0] not in layout.named and shape.is_limit(cell[1])]
    return _with_limit_beyond(line, beyond[-1]) if beyond and not limit else line


def _with_limit_beyond(line: Line, cell: Column) -> Line:
    sentence = f"公开时限印在没有表头的第{cell[0] + 1}列，已移回“公开时限”列。"
    moved = replace(line, limit=cell[1], columns=(line.columns[0], line.columns[1], cell[0]))
    return moved.repaired(Repair("limit-outside-its-column", sentence, cell[0]))


def _sorted_by_shape(line: Line, cells: list[Column], layout: Layout) -> Line:
    """A row whose cells slid: citations and limits are known by their look, the rest by their order."""
    basis, limit = _basis_and_limit(cells, layout)
    rest = [cell for cell in cells if cell not in (basis, limit)]
    if basis and limit and basis[0] > limit[0]:
        return _disordered(line, basis, limit, rest, layout)
    names, content = _names_and_content([c for c in rest if not limit or c[0] < limit[0]], basis, layout)
    slid = _slid(layout, basis, content, limit)
    line = replace(_filled(line, names, basis, content, limit), slid=slid)
    way = "左" if slid > 0 else "右"
    first = _first_moved(basis, content, limit)
    sentence = f"本行自“{first}”一格起向{way}移了{abs(slid)}列，已按各格的内容移回。"
    return line.repaired(Repair("row-shifted", sentence, _column(basis or content or limit)))


def _basis_and_limit(cells: list[Column], layout: Layout) -> tuple[Column | None, Column | None]:
    """The citation that is the basis (the later one where content stands before it) and the limit."""
    cited = [cell for cell in cells if shape.is_citation(cell[1])]
    basis = (cited[-1] if _content_is_first(layout) else cited[0]) if cited else None
    limits = [cell for cell in cells if cell is not basis and shape.is_limit(cell[1])]
    return basis, (limits[-1] if limits else None)


def _content_is_first(layout: Layout) -> bool:
    return layout.basis is not None and layout.content is not None and layout.content < layout.basis


def _names_and_content(
    rest: list[Column], basis: Column | None, layout: Layout
) -> tuple[list[Column], Column | None]:
    """What stands before the citation is names; without one, all but the last cell."""
    if basis and not _content_is_first(layout):
        after = [cell for cell in rest if cell[0] > basis[0]]
        return [cell for cell in rest if cell[0] < basis[0]], (after[-1] if after else None)
    before = [cell for cell in rest if not basis or cell[0] < basis[0]]
    return (before[:-1], before[-1]) if len(before) > 1 else (before, None)


def _disordered(line: Line, basis: Column, limit: Column, rest: list[Column], layout: Layout) -> Line:
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
    names: list[Column],
    basis: Column | None,
    content: Column | None,
    limit: Column | None,
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
    basis: Column | None,
    content: Column | None,
    limit: Column | None,
) -> int:
    pairs = ((layout.basis, basis), (layout.content, content), (layout.limit, limit))
    return next((column - cell[0] for column, cell in pairs if column is not None and cell), 0)


def _first_moved(*cells: Column | None) -> str:
    words = ("设立依据", "栏目内容", "公开时限")
    return next((word for word, cell in zip(words, cells, strict=True) if cell), "栏目名称")


def _column(cell: Column | None) -> int:
    return cell[0] if cell else -1
