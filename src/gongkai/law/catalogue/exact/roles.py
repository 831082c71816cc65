"""Which column of a portion plays which part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.law.catalogue import columns as headings
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.exact import marks, wording
from gongkai.law.catalogue.exact.headings import HeadColumn
from gongkai.law.catalogue.exact.portions import Portion
from gongkai.law.characters import simplified

_LOOKED_AT = 60  # 看一列是什么，看这么多格就够了
_MODES = frozenset(("主动公开", "依申请公开", "主动", "依申请", "不予公开", "是", "否", "√"))
_DEPTHS = (
    ("领域", 0), ("主题", 0), ("板块", 0), ("版块", 0), ("职责", 0), ("大类", 1), ("中类", 3), ("小类", 6),
    ("子", 7), ("信息类别", 6), ("信息名称", 8), ("标题", 8), ("类别", 1), ("分类", 1), ("类目", 1),
)  # fmt: skip
_ITEM_DEPTH, _ONE_LEVEL = 4, 0.1


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a table by what they hold.

    各栏的位置（自0起，没有为-1）；`levels` 由上级到下级；`others` 是其余各栏。
    """

    levels: tuple[int, ...]
    number: int = -1
    basis: int = -1
    content: int = -1
    limit: int = -1
    others: tuple[HeadColumn, ...] = ()
    merged: frozenset[int] = frozenset()  # 表体里有上下合并单元格的列

    @property
    def merges_duties(self) -> bool:
        """Whether basis, content or limit show merged cells: then an empty one of them is empty."""
        return not self.merged.isdisjoint((self.basis, self.content, self.limit))


def of(portion: Portion) -> Roles:
    """The roles of a portion's columns, by heading and where that says too little by what they hold.

    Their order in the table counts for nothing but between level columns whose headings tell no order.
    """
    by: dict[Purpose, list[HeadColumn]] = {purpose: [] for purpose in Purpose}
    unknown: list[HeadColumn] = []
    for column in portion.columns:
        purpose = _purpose(column, portion)
        (by[purpose] if purpose else unknown).append(column)
    chosen = {
        purpose: _best(by[purpose]) for purpose in Purpose if purpose not in (Purpose.LEVEL, Purpose.OTHER)
    }
    levels = [column.index for column in sorted(by[Purpose.LEVEL], key=_depth)]
    content = chosen[Purpose.CONTENT]
    if not levels and content >= 0:
        levels = [content]
    taken = {*levels, *chosen.values()}
    number = chosen[Purpose.NUMBER] if chosen[Purpose.NUMBER] >= 0 else _unnamed_numbers(unknown, portion)
    return Roles(
        tuple(levels),
        number,
        chosen[Purpose.BASIS],
        content,
        chosen[Purpose.LIMIT],
        tuple(each for each in portion.columns if each.index not in taken | {number}),
        _merged(portion),
    )


def _best(found: Sequence[HeadColumn]) -> int:
    """Of several columns alike the one whose heading is most to the point."""
    return min(found, key=lambda column: headings.rank(column.path[-1]), default=HeadColumn(-1)).index


def _depth(column: HeadColumn) -> float:
    """How deep in the tree a level column stands, as far as its heading tells."""
    level = next((found for text in reversed(column.path) if (found := headings.level(text))), None)
    if level is not None:
        return _ITEM_DEPTH + level * _ONE_LEVEL
    name = simplified(column.path[-1])
    return next((depth for word, depth in _DEPTHS if word in name), _ITEM_DEPTH)


def _purpose(column: HeadColumn, portion: Portion) -> Purpose | None:
    if column.purpose is not Purpose.LEVEL:
        return column.purpose
    texts = list(_texts(portion, column.index))
    if texts and all(
        marks.is_tick(text, is_tick_column=False) or simplified(text) in _MODES for text in texts
    ):
        return Purpose.OTHER
    if len(texts) > 1 and all(_is_digits(text) for text in texts):
        return Purpose.NUMBER
    return Purpose.LEVEL


def _is_digits(text: str) -> bool:
    return text.isdigit() and wording.number(text) is not None


def _unnamed_numbers(unknown: Iterable[HeadColumn], portion: Portion) -> int:
    """A column without heading in which numbers stand."""
    empty = (column for column in unknown if not column.path)
    return next((each.index for each in empty if _all_numbers(list(_texts(portion, each.index)))), -1)


def _all_numbers(texts: list[str]) -> bool:
    return len(texts) > 0 and all(_is_digits(text) for text in texts)


def _texts(portion: Portion, column: int) -> Iterable[str]:
    for body in portion.rows[:_LOOKED_AT]:
        spot = body.matrix.rows[body.row][column]
        if spot.text and spot.row == body.row:
            yield spot.text


def _merged(portion: Portion) -> frozenset[int]:
    return frozenset(
        at
        for body in portion.rows
        for at, spot in enumerate(body.matrix.rows[body.row])
        if spot.row != body.row
    )
