"""A finding with the item and the cell that it is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding, Place


class Part(IntEnum):
    """Which cell, row or catalogue is meant.

    说的是哪一格：整份目录、整行、设立依据、栏目内容、公开时限。后三者的值是 Item.cells 的下标。
    """

    CATALOGUE = -2
    ROW = -1
    BASIS = 0
    CONTENT = 1
    LIMIT = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, not yet placed, with its item and its cell.

    问题及其所在的栏目和单元格；位置由 `placed` 补上。
    """

    item: Item
    part: Part
    finding: Finding

    @property
    def placed(self) -> Finding:
        """The finding with the place of its cell; a row without a number of its own is told by its path."""
        message = self.finding.message
        if self.part is not Part.CATALOGUE and not self.item.place.line:
            message = f"栏目“{' › '.join(self.item.path)}”：{message}"
        return replace(self.finding, message=message, place=place_of(self.item, self.part))


_MOST = 4  # rows named in one sentence

Check = Callable[[Catalogue, Tables], Iterator[Told]]


def place_of(item: Item, part: Part) -> Place:
    """Where a cell of an item stands; the row where the cell is not known."""
    if part is Part.CATALOGUE:
        return replace(item.place, line=0, cell=0)
    return replace(item.place, cell=0 if part is Part.ROW else item.cells[part])


def words_of(item: Item, part: Part) -> str:
    """The words of a cell."""
    return {
        Part.CATALOGUE: "",
        Part.ROW: item.path[-1],
        Part.BASIS: item.legal_basis_text,
        Part.CONTENT: item.content,
        Part.LIMIT: item.time_limit_text,
    }[part]


def row_of(item: Item) -> str:
    """How a row is named in a sentence: 第12行, 工作表“目录”第12行; by its column where it has no number."""
    if not item.place.line:
        return f"栏目“{' › '.join(item.path)}”"
    sheet = f"工作表“{item.place.sheet}”" if item.place.sheet else ""
    return f"{sheet}第{item.place.line}行"


def rows_of(items: list[Item]) -> str:
    """Several rows in a sentence: 第7、8、9、10等12行."""
    lines = list(dict.fromkeys(item.place.line for item in items))
    if 0 in lines:
        return _columns_of(items)
    shown = "、".join(str(line) for line in lines[:_MOST])
    return f"第{shown}等{len(lines)}行" if len(lines) > _MOST else f"第{shown}行"


def _columns_of(items: list[Item]) -> str:
    names = list(dict.fromkeys(row_of(item) for item in items))
    told = "、".join(names[:_MOST])
    return f"{told}等{len(names)}个栏目" if len(names) > _MOST else told


def shortened(words: str) -> str:
    """The words of a cell as a sentence quotes them: the first 40 of long ones."""
    return f"{words[:40]}……" if len(words) > 40 else words
