"""The heading of a catalogue: which column holds what."""

from dataclasses import dataclass, replace

from gongkai.law.catalogue import columns, shape
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.grid import Grid, Row
from gongkai.law.errors import LawError

_SEARCHED = 80  # a heading further down is none


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of the table holds what.

    表头：各用途所在的列（自0起），`body` 是表体第一行在网格里的序号。
    """

    title: str
    body: int
    levels: tuple[int, ...]
    number: int | None = None
    basis: int | None = None
    content: int | None = None
    limit: int | None = None
    line: int = 0

    def level_of(self, column: int) -> int:
        """The level (from 1) of a column, counted on where the column is beyond the levels."""
        return column - self.levels[0] + 1

    @property
    def named(self) -> set[int]:
        """Every column that the heading names."""
        others = (self.number, self.basis, self.content, self.limit)
        return {*self.levels, *(column for column in others if column is not None)}


def find(grid: Grid) -> Layout:
    """The layout of the first catalogue heading in the grid; LawError where there is none."""
    for index, row in enumerate(grid.rows[:_SEARCHED]):
        roles = _roles(row)
        kinds = {role for role, _ in roles}
        if Purpose.CONTENT in kinds and Purpose.LEVEL in kinds and kinds & {Purpose.LIMIT, Purpose.BASIS}:
            return _layout(grid, index, roles)
    named = f"文件“{grid.file}”" if grid.file else "输入"
    raise LawError(
        f"{named}里没有找到目录的表头：表头应有“公开事项”（或“一级栏目”等）、“公开内容”和“公开时限”"
        "或“公开依据”几列；各格若挤在一起没有分开，请把原网页另存为HTML，或把表格复制到Excel里另存后再读。"
    )


def _roles(row: Row) -> list[tuple[Purpose, int]]:
    return [(role, column) for column, text in row.filled if (role := columns.purpose(text))]


def _layout(grid: Grid, index: int, roles: list[tuple[Purpose, int]]) -> Layout:
    where = dict(reversed(roles))
    levels = tuple(column for role, column in roles if role is Purpose.LEVEL)
    body, subs = _sub_headings(grid, index + 1)
    if len(levels) == 1:
        levels = _spread(levels[0], [column for column, _ in grid.rows[index].filled], len(subs))
    layout = Layout(
        title=_title(grid, index),
        body=body,
        levels=levels,
        number=where.get(Purpose.NUMBER),
        basis=where.get(Purpose.BASIS),
        content=where.get(Purpose.CONTENT),
        limit=where.get(Purpose.LIMIT),
        line=grid.rows[index].line,
    )
    return _unshadowed(_with_number(grid, layout))


def _sub_headings(grid: Grid, index: int) -> tuple[int, list[int]]:
    """Rows under the heading that only divide its cells, and the level columns they name."""
    subs: list[int] = []
    while index < len(grid.rows):
        filled = [(column, "".join(text.split())) for column, text in grid.rows[index].filled]
        if not filled or not all(_divides(text) for _, text in filled):
            break
        subs = subs or [column for column, text in filled if columns.is_level_name(text)]
        index += 1
    return index, subs


def _divides(text: str) -> bool:
    return columns.is_level_name(text) or columns.purpose(text) is Purpose.OTHER


def _spread(first: int, headings: list[int], count: int) -> tuple[int, ...]:
    """Level columns under a merged heading: up to the next one, or as many as sub-headings say."""
    following = min((column for column in headings if column > first), default=first + 1)
    return tuple(range(first, first + max(following - first, count, 1)))


def _unshadowed(layout: Layout) -> Layout:
    """Where merged headings lost their width, the columns after the levels move right by what was lost."""
    lost = max(
        (layout.levels[-1] + 1 - column for column in (layout.basis, layout.content) if column is not None),
        default=0,
    )
    if lost <= 0:
        return layout
    return replace(
        layout,
        basis=_moved(layout.basis, lost),
        content=_moved(layout.content, lost),
        limit=_moved(layout.limit, lost),
    )


def _with_number(grid: Grid, layout: Layout) -> Layout:
    """Numbers printed without a heading of their own push every column right."""
    filled = grid.rows[layout.body].filled if layout.body < len(grid.rows) else ()
    column, text = filled[0] if filled else (-1, "")
    if layout.number is not None or column != layout.levels[0] or not shape.is_number(text):
        return layout
    return replace(
        layout,
        number=column,
        levels=tuple(level + 1 for level in layout.levels),
        basis=_moved(layout.basis, 1),
        content=_moved(layout.content, 1),
        limit=_moved(layout.limit, 1),
    )


def _moved(column: int | None, by: int) -> int | None:
    return None if column is None else column + by


def _title(grid: Grid, index: int) -> str:
    """The last line with a single cell above the heading."""
    for row in reversed(grid.rows[:index]):
        if len(row.filled) == 1 and not row.filled[0][1].startswith("#"):
            return row.filled[0][1]
    return ""
