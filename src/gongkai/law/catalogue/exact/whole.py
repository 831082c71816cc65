"""Whether a text's table is whole, every cell in its column."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai.law.catalogue import columns, shape
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.exact import headings, wording
from gongkai.law.catalogue.exact.headings import Heading
from gongkai.law.catalogue.exact.portions import DEEPEST_HEADING
from gongkai.law.catalogue.exact.spots import Matrix, Spots, filled
from gongkai.law.catalogue.grid import Grid, Row
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_HIGHEST_HEADING = 4  # 表头不超过这么多行
_FEWEST = 4  # 少于四列的，多半是碰巧等长


@dataclass(frozen=True, slots=True)
class Whole:
    """A text's table whose cells all stand in their columns.

    完整的表：`grid` 到表的最后一行为止；`findings` 说明表后没有读入的文字和中断的末行。
    """

    grid: Grid
    findings: tuple[Finding, ...]


def whole(grid: Grid) -> Whole | None:
    """The table of a text whose rows are as wide as the heading and hold what their columns should.

    The last row may be cut off with the text. None where rows were cut or slid: the recovery of text reads
    those.
    """
    wide = [at for at, row in enumerate(grid.rows) if row.filled and len(row.cells) > 1]
    if len(wide) < 2:
        return None
    cut = _cut(grid, wide)
    widths = {len(grid.rows[at].cells) for at in (wide[:-1] if cut else wide)}
    if len(widths) != 1 or min(widths) < _FEWEST:
        return None
    last = replace(grid.rows[wide[-1]], is_cut=cut is not None)
    table = replace(grid, rows=(*grid.rows[: wide[-1]], last), exact=True)
    top = filled(replace(table, rows=table.rows[: DEEPEST_HEADING + _HIGHEST_HEADING]))
    heading = _heading(top)
    if heading is None:
        return None
    table = _without_pages(table, heading)
    if any(len(row.cells) == 1 or not row.filled for row in table.rows[heading.first :]):
        return None
    body = filled(table).rows[heading.last + 1 :]
    fitting = all(_fits(spots, heading) for spots in (body[:-1] if cut else body))
    if not body or _is_heading(body[0]) or not fitting:
        return None
    return Whole(table, tuple(_told(grid, cut, grid.rows[wide[-1] + 1 :])))


def _cut(grid: Grid, wide: list[int]) -> Row | None:
    """The last row, where the text ends within it and two rows stand whole above it."""
    last, above = grid.rows[wide[-1]], grid.rows[wide[-2]]
    after = any(row.filled for row in grid.rows[wide[-1] + 1 :])
    if len(wide) < 4 or len(last.cells) >= len(above.cells) or after:
        return None
    end = next((line for line in reversed(grid.source) if line.strip()), "|")
    return None if end.rstrip().endswith("|") else last


def _heading(matrix: Matrix) -> Heading | None:
    found = (headings.at(matrix, row) for row in range(min(len(matrix.rows), DEEPEST_HEADING)))
    return next(filter(None, found), None)


def _without_pages(table: Grid, heading: Heading) -> Grid:
    """The table without the headings that later pages repeat, nor the page marks and blanks above them."""
    repeated = {row.filled for row in table.rows[heading.first : heading.last + 1]}
    kept = list(table.rows[: heading.last + 1])
    for row in table.rows[heading.last + 1 :]:
        if row.filled not in repeated:
            kept.append(row)
            continue
        while not kept[-1].filled or _is_page_mark(kept[-1]):
            kept.pop()
    return replace(table, rows=tuple(kept))


def _is_page_mark(row: Row) -> bool:
    return len(row.cells) == 1 and not any(
        sign.isalpha() and sign not in "第页共" for sign in row.cells[0].text
    )


def _is_heading(spots: Spots) -> bool:
    """Whether the first row of the body divides the heading: then merged cells of the heading were lost."""
    texts = [spot.text for spot in spots if spot.text]
    return bool(texts) and all(columns.purpose(text) for text in texts)


def _told(grid: Grid, cut: Row | None, after: tuple[Row, ...]) -> Iterator[Finding]:
    if cut is not None:
        message = f"文本在第{cut.line}行中断，后面的各格（时限等）没有印出，不能用上一行的代替：请补全原文。"
        yield Finding("row-cut", Severity.WARNING, message, place=grid.place(cut.line))
    rest = [row for row in after if row.filled]
    if rest:
        words = rest[0].filled[0][1]
        words = words if len(words) <= 30 else f"{words[:30]}……"
        message = f"表后第{rest[0].line}行起的“{words}”不是目录的一行，没有读入。"
        yield Finding("row-left-out", Severity.NOTICE, message, place=grid.place(rest[0].line))


def _fits(spots: Spots, heading: Heading) -> bool:
    """Whether no cell of the row looks like that of another column and a number has a name beside it."""
    named = any(spots[each.index].text for each in heading.columns if each.purpose is Purpose.LEVEL)
    if not named and any(
        spots[each.index].text for each in heading.columns if each.purpose is Purpose.NUMBER
    ):
        return False
    for column in heading.columns:
        text = spots[column.index].text
        if not text or wording.is_ditto(text):
            continue
        if column.purpose is Purpose.NUMBER and wording.number(text) is None:
            return False
        if column.purpose is Purpose.LEVEL and (shape.is_citation(text) or shape.is_limit(text)):
            return False
        if column.purpose is Purpose.LIMIT and shape.is_citation(text):
            return False
        if column.purpose is Purpose.BASIS and shape.is_limit(text):
            return False
        if column.purpose is Purpose.CONTENT and shape.is_limit(text):
            return False
    return True
