"""The official nine-column form of a catalogue, cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import LawError

LEVELS = 4  # 序号、四级栏目、设立依据、栏目内容、公开时限：共九列；级次更多的目录加列
DEEPEST = "一二三四五六七八九十"
SAME_BELOW = "同下"  # 合并单元格说不出的承用：依据印在下一行

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A table to be written, every cell placed.

    待写的表：`heading` 是表头占的行数，`widths` 是各列宽度（以半角字计）；被合并单元格盖住的地方是
    `covered` 的空格；`has_filter` 为真的，各列可以筛选。
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    heading: int
    widths: tuple[float, ...]
    has_filter: bool = False

    def grid(self, sheet: str = "") -> Grid:
        """The table as a reader of files would give it, the title above it."""
        rows = tuple(Row(i, cells) for i, cells in enumerate(self.rows, 1))
        return Grid(rows, sheet=sheet, above=(self.title,) if self.title else (), exact=True)


def form(catalogue: Catalogue) -> Form:
    """A catalogue in the official form: 序号、公开事项（各级）、设立依据、栏目内容、公开时限、其他各栏.

    One row a leaf. An upper level, a number and what is inherited stand once, in a merged cell; the leaf's
    own name is never merged, so that an empty cell to the right of it ends the path. Raises LawError for a
    tree too deep for a sheet of paper.
    """
    items = catalogue.items
    levels = max(LEVELS, *(len(item.path) for item in items)) if items else LEVELS
    if levels > len(DEEPEST):
        raise LawError(f"目录有{levels}级栏目，表格最多写{len(DEEPEST)}级：请写成toml文件。")
    others = _others(items)
    heading = _heading(levels, [name for name, _ in others])
    columns: list[Cells] = [_numbers(items)]
    columns += [_level(items, depth) for depth in range(levels)]
    columns += [
        _told(items, "legal_basis", lambda item: item.legal_basis_text),
        _told(items, "content", lambda item: item.content),
        _told(items, "time_limit_text", lambda item: item.time_limit_text),
    ]
    columns += [_other(items, name, nth) for name, nth in others]
    body = tuple(zip(*columns, strict=True))
    return Form(catalogue.title, (*heading, *body), len(heading), _widths(columns, levels, others))


def grid(catalogue: Catalogue) -> Grid:
    """The official form as an exact grid."""
    return form(catalogue).grid()


def listed(
    title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]
) -> Form:
    """A plain list: one row of headings, one cell a text, every column with a filter."""
    body = tuple(tuple(map(Cell, texts)) for texts in rows)
    return Form(title, (tuple(map(Cell, headings)), *body), 1, tuple(widths), has_filter=True)


# ---- the heading ----


def _heading(levels: int, others: Sequence[str]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Two rows: the level columns stand together under 公开事项, all others go through."""
    covered = Cell("", covered=True)
    after = ["设立依据", "栏目内容", "公开时限", *others]
    first = [Cell("序号", rows=2), Cell("公开事项", columns=levels), *[covered] * (levels - 1)]
    second = [covered, *(Cell(f"{number}级栏目") for number in DEEPEST[:levels])]
    return (*first, *(Cell(name, rows=2) for name in after)), (*second, *[covered] * len(after))


# ---- the columns of the body ----


def _numbers(items: Sequence[Item]) -> Cells:
    texts = [str(item.number) if item.number else "" for item in items]
    return _merged(texts, _with_one_number(items))


def _with_one_number(items: Sequence[Item]) -> list[bool]:
    return [i > 0 and item.number == items[i - 1].number != 0 for i, item in enumerate(items)]


def _level(items: Sequence[Item], depth: int) -> Cells:
    texts = [item.path[depth] if depth < len(item.path) else "" for item in items]
    return _merged(texts, [i > 0 and _goes_on(items[i - 1], item, depth) for i, item in enumerate(items)])


def _goes_on(above: Item, item: Item, depth: int) -> bool:
    """Whether both rows lie under one branch at this depth."""
    inner = depth < min(len(above.path), len(item.path)) - 1
    return inner and above.path[: depth + 1] == item.path[: depth + 1]


def _told(items: Sequence[Item], field: str, text: Callable[[Item], str]) -> Cells:
    """Basis, content or time limit: what a row inherits lies under the merged cell of the row above.

    What is inherited from further below is said in words; what is inherited from elsewhere is printed again.
    """
    texts = [text(item) for item in items]
    owns = [field not in item.inherited or not own for item, own in zip(items, texts, strict=True)]
    covered: list[bool] = []
    shown: list[str] = []
    for i, own in enumerate(texts):
        under = i > 0 and not owns[i] and texts[i - 1] == own and shown[i - 1] != SAME_BELOW
        below = next((texts[j] for j in range(i + 1, len(texts)) if owns[j] and texts[j]), "")
        covered.append(under)
        shown.append(SAME_BELOW if not owns[i] and not under and below == own else own)
    return _merged(shown, covered)


def _others(items: Iterable[Item]) -> list[tuple[str, int]]:
    """The other columns, a name as often as one item bears it, in an order that every item keeps.

    Where no order suits all items, they stand as they first come.
    """
    sets = dict.fromkeys(tuple(each.name for each in item.attributes) for item in items)
    rows = [[(name, names[:i].count(name)) for i, name in enumerate(names)] for names in sets]
    before: dict[tuple[str, int], list[tuple[str, int]]] = {key: [] for row in rows for key in row}
    for row in rows:
        for one, other in pairwise(row):
            before[other].append(one)
    try:
        return list(TopologicalSorter(before).static_order())
    except CycleError:
        return list(before)


def _other(items: Sequence[Item], name: str, nth: int) -> Cells:
    texts: list[str] = []
    for item in items:
        values = [each.value for each in item.attributes if each.name == name]
        texts.append(values[nth] if nth < len(values) else "")
    alike = _with_one_number(items)
    return _merged(texts, [alike[i] and text != "" and text == texts[i - 1] for i, text in enumerate(texts)])


def _merged(texts: Sequence[str], covered: Sequence[bool]) -> Cells:
    """The cells of a column, where a covered place belongs to the cell above it."""
    cells: list[Cell] = []
    for text, under in zip(texts, covered, strict=True):
        cells.append(Cell("", covered=True) if under else Cell(text))
    depth = 1
    for i in range(len(cells) - 1, -1, -1):
        if cells[i].covered:
            depth += 1
        else:
            cells[i] = Cell(cells[i].text, rows=depth)
            depth = 1
    return tuple(cells)


# ---- widths ----


def _widths(columns: Sequence[Cells], levels: int, others: Sequence[tuple[str, int]]) -> tuple[float, ...]:
    """Names take what they need, the three long texts most of the sheet."""
    names = [_fitting(column, 8, 18) for column in columns[1 : levels + 1]]
    further = [
        max(_fitting(column, 8, 18), _fitting([Cell(name)], 8, 12))
        for column, (name, _) in zip(columns[levels + 4 :], others, strict=True)
    ]
    return (6.0, *names, 42.0, 42.0, 24.0, *further)


def _fitting(column: Iterable[Cell], least: float, most: float) -> float:
    longest = max((len(line) for cell in column for line in cell.text.split("\n")), default=0)
    return min(max(2.0 * longest + 2, least), most)
