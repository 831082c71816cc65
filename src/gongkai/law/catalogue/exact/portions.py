"""Exact tables cut into catalogues: titles, headings, notes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gongkai.law.catalogue import shape
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.exact import beside, headings, kinds, wording
from gongkai.law.catalogue.exact.headings import HeadColumn, Heading
from gongkai.law.catalogue.exact.kinds import RowKind, lone
from gongkai.law.catalogue.exact.spots import Matrix, filled
from gongkai.law.catalogue.grid import Grid
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

DEEPEST_HEADING = 80  # 表头在第一行之后这么多行还不出现，就不是目录


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row of the body, with the group it stands under.

    表体一行；`group` 是通栏的小标题（如“一、机构信息”），没有为空。
    """

    matrix: Matrix
    row: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Portion:
    """One catalogue as it stands in the tables of a file.

    一份目录在文件里的各行；表格在下一页或下一张表里续下去的，也在其中。
    """

    title: str
    matrix: Matrix
    columns: tuple[HeadColumn, ...]
    rows: list[BodyRow] = field(default_factory=list)
    told: list[Finding] = field(default_factory=list)


def cut(grids: Sequence[Grid]) -> list[Portion]:
    """The catalogues of a file's tables in their order; tables that are none are passed over."""
    portions: list[Portion] = []
    for grid in (part for each in grids for part in beside.parted(each)):
        matrix = filled(grid)
        found = _headings(matrix)
        if found:
            _with_headings(matrix, found, portions)
        elif portions and _continues(matrix, portions[-1]):
            _as_continued(matrix, portions)
    return [portion for portion in portions if portion.rows]


def _headings(matrix: Matrix) -> dict[int, Heading]:
    """The headings by their main row; none where the first does not come soon."""
    found: dict[int, Heading] = {}
    row = 0
    while row < len(matrix.rows) and (found or row < DEEPEST_HEADING):
        heading = headings.at(matrix, row)
        if heading:
            found[heading.first] = heading
        row = heading.last + 1 if heading else row + 1
    return found


def _with_headings(matrix: Matrix, found: dict[int, Heading], portions: list[Portion]) -> None:
    row, title, group = 0, "", ""
    first = min(found)
    portion: Portion | None = None
    while row < len(matrix.rows):
        heading = found.get(row)
        if heading:
            portion = _opened(matrix, heading, title, portion, portions)
            row, title = heading.last + 1, ""
            continue
        if row >= first and portion is not None:
            kind = kinds.kind(matrix, row, portion.columns)
            if kind is RowKind.TITLE:
                title = wording.name(lone(matrix, row))
                if _has_rows_before_heading(matrix, row, found) and title != portion.title:
                    portion = _another(portion, title, portions)
                group = ""
            elif kind is RowKind.GROUP:
                group = wording.name(lone(matrix, row))
            else:
                _keep(kind, BodyRow(matrix, row, group), portion)
        row += 1
    if portion is not None:
        _drop_trailing_group(matrix, group, portion)


def _opened(
    matrix: Matrix, heading: Heading, title: str, open_one: Portion | None, portions: list[Portion]
) -> Portion:
    """A heading opens a catalogue, unless it only repeats the one above at the top of a page."""
    if open_one is not None:
        same = tuple(column.name for column in open_one.columns) == heading.names
        if same and (not title or title == open_one.title):
            return open_one
    title = title or (_title(matrix, heading.first) if open_one is None else "")
    if open_one is None and not title and portions and _counts_on(matrix, heading, portions[-1]):
        return portions[-1]
    portion = Portion(title or (open_one.title if open_one else ""), matrix, heading.columns)
    portions.append(portion)
    return portion


def _counts_on(matrix: Matrix, heading: Heading, portion: Portion) -> bool:
    """Whether a table on the next page, with the same heading and no title, goes on with the numbers."""
    number = next((at for at, each in enumerate(heading.columns) if each.purpose is Purpose.NUMBER), -1)
    same = tuple(column.name for column in portion.columns) == heading.names
    if not same or number < 0 or not portion.rows or heading.last + 1 >= len(matrix.rows):
        return False
    before = portion.rows[-1]
    ended = wording.number(before.matrix.rows[before.row][number].text)
    begins = wording.number(matrix.rows[heading.last + 1][number].text)
    return ended is not None and begins is not None and begins == ended + 1 > 1


def _another(portion: Portion, title: str, portions: list[Portion]) -> Portion:
    """A title inside the table without a heading of its own: the heading above holds for it too."""
    other = Portion(title, portion.matrix, portion.columns)
    portions.append(other)
    return other


def _has_rows_before_heading(matrix: Matrix, row: int, found: dict[int, Heading]) -> bool:
    following = (at for at in range(row + 1, len(matrix.rows)) if matrix.printed(at))
    return next(following, -1) not in (*found, -1)


def _keep(kind: RowKind, row: BodyRow, portion: Portion) -> None:
    if kind is RowKind.ITEM:
        portion.rows.append(row)
    elif kind is RowKind.NOTE:
        portion.told.append(_left_out(row.matrix, row.row))


def _drop_trailing_group(matrix: Matrix, group: str, portion: Portion) -> None:
    """A lone line with nothing below it was a note or a signature."""
    if group and (not portion.rows or portion.rows[-1].group != group):
        told = f"表末的“{_short(group)}”不是目录的一行，没有读入。"
        place = matrix.place(len(matrix.rows) - 1)
        portion.told.append(Finding("row-left-out", Severity.NOTICE, told, place=place))


def _left_out(matrix: Matrix, row: int) -> Finding:
    words = " ".join(wording.name(spot.text) for spot in matrix.printed(row))
    told = f"第{matrix.line(row)}行“{_short(words)}”是说明、合计或签署，不是目录的一行，没有读入。"
    return Finding("row-left-out", Severity.NOTICE, told, place=matrix.place(row))


def _title(matrix: Matrix, before: int) -> str:
    """The nearest lone line above the heading that may be a title, better one that says whose it is."""
    lines = [*matrix.grid.above, *(text for row in range(before) if (text := lone(matrix, row)))]
    lines = [wording.name(line).strip("|# ") for line in lines]
    titles = [at for at, line in enumerate(lines) if wording.is_title(line)]
    own = next((lines[at] for at in reversed(titles) if not wording.is_bare_title(lines[at])), "")
    if own:
        return own
    if titles:
        at = titles[-1]
        owner = lines[at - 1] if at and wording.names_a_body(lines[at - 1]) else ""
        return owner + lines[at]
    return next((line for line in reversed(lines) if wording.may_be_title(line)), _sheet(matrix.grid))


def _sheet(grid: Grid) -> str:
    """The sheet's name where somebody gave it one."""
    return grid.sheet if wording.is_title(grid.sheet) else ""


def _continues(matrix: Matrix, portion: Portion) -> bool:
    """Whether a table without heading goes on with the one before: as wide, and its cells in place."""
    purposes = {column.purpose for column in portion.columns}
    if matrix.width != len(portion.columns) or not purposes & {Purpose.NUMBER, Purpose.BASIS, Purpose.LIMIT}:
        return False
    fitting = sum(_fits(matrix, row, portion.columns) for row in range(len(matrix.rows)))
    return fitting * 2 > len(matrix.rows)


def _fits(matrix: Matrix, row: int, columns: Sequence[HeadColumn]) -> bool:
    for column, spot in zip(columns, matrix.rows[row], strict=True):
        text = spot.text
        if not text:
            continue
        if column.purpose is Purpose.NUMBER and wording.number(text) is None:
            return False
        if column.purpose is Purpose.LEVEL and (len(text) > 60 or shape.is_citation(text)):
            return False
        if column.purpose is Purpose.LIMIT and not (shape.is_limit(text) or wording.is_ditto(text)):
            return False
        if column.purpose is Purpose.BASIS and "《" not in text and not wording.is_ditto(text):
            return False
    return True


def _as_continued(matrix: Matrix, portions: list[Portion]) -> None:
    title = next((line for line in reversed(matrix.grid.above) if wording.is_title(line)), "")
    portion = portions[-1]
    if title and wording.name(title) != portion.title:
        portion = _another(replace(portion, matrix=matrix), wording.name(title), portions)
    where = matrix.grid.sheet or "下一张表"
    told = f"{where}没有表头，列数与上一张表相同，作为它的续表读入。"
    portion.told.append(Finding("table-continued", Severity.NOTICE, told, place=matrix.place(0)))
    group = portion.rows[-1].group if portion.rows else ""
    for row in range(len(matrix.rows)):
        _keep(kinds.kind(matrix, row, portion.columns), BodyRow(matrix, row, group), portion)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}……"
