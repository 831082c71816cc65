"""What it costs that a cell stands in a column, by its look."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.words import MARKED, Family

NEVER = 1e9
CLOSED = 5e8  # so dear is a level that empty cells have closed
# 每种样子的格放在每种栏里有多不像（0 为正像，9 为绝不）
_UNLIKE: dict[Look, dict[Family, float]] = {
    Look.NAME: {
        Family.LEVEL: 0.0, Family.CONTENT: 0.5, Family.BASIS: 2.0, Family.LIMIT: 3.0, Family.BODY: 1.8,
        Family.CHANNELS: 2.6, Family.AUDIENCE: 2.2, Family.MODE: 2.2, Family.LAYER: 2.5, Family.PHONE: 4.0,
        Family.OTHER: 0.8,
    },
    Look.CONTENT: {
        Family.LEVEL: 2.0, Family.CONTENT: 0.0, Family.BASIS: 2.2, Family.LIMIT: 5.0, Family.BODY: 2.6,
        Family.CHANNELS: 3.0, Family.AUDIENCE: 4.0, Family.MODE: 4.0, Family.LAYER: 5.0, Family.PHONE: 5.0,
        Family.OTHER: 1.0,
    },
    Look.CITATION: {
        Family.LEVEL: 8.0, Family.CONTENT: 1.2, Family.BASIS: 0.0, Family.LIMIT: 8.0, Family.BODY: 5.0,
        Family.CHANNELS: 6.0, Family.OTHER: 1.4,
    },
    Look.LIMIT: {
        Family.LEVEL: 9.0, Family.CONTENT: 3.5, Family.BASIS: 6.0, Family.LIMIT: 0.0, Family.BODY: 6.0,
        Family.CHANNELS: 6.0, Family.OTHER: 1.8,
    },
    Look.DITTO: {
        Family.LEVEL: 2.0, Family.CONTENT: 1.0, Family.BASIS: 0.0, Family.LIMIT: 0.0, Family.BODY: 0.2,
        Family.CHANNELS: 0.2, Family.AUDIENCE: 1.0, Family.MODE: 1.0, Family.OTHER: 0.5,
    },
    Look.BODY: {
        Family.LEVEL: 2.4, Family.CONTENT: 1.4, Family.BASIS: 3.0, Family.LIMIT: 6.0, Family.BODY: 0.0,
        Family.CHANNELS: 2.0, Family.AUDIENCE: 2.5, Family.OTHER: 0.8,
    },
    Look.CHANNELS: {
        Family.LEVEL: 4.0, Family.CONTENT: 3.0, Family.BASIS: 5.0, Family.LIMIT: 6.0, Family.BODY: 3.0,
        Family.CHANNELS: 0.0, Family.MODE: 1.0, Family.OTHER: 1.5,
    },
    Look.TICK: {
        Family.AUDIENCE: 0.0, Family.MODE: 0.0, Family.LAYER: 0.0, Family.CHANNELS: 3.0, Family.OTHER: 1.0,
    },
    Look.DIGITS: {Family.NUMBER: 3.0, Family.CONTENT: 3.0, Family.OTHER: 2.0, Family.PHONE: 2.0},
    Look.PHONE: {Family.PHONE: 0.0, Family.OTHER: 1.0, Family.CONTENT: 4.0},
    Look.ADDRESS: {Family.OTHER: 0.3, Family.CHANNELS: 0.6, Family.CONTENT: 3.0, Family.PHONE: 2.0},
    Look.AUDIENCE: {
        Family.AUDIENCE: 0.0, Family.MODE: 2.0, Family.LAYER: 2.5, Family.LEVEL: 3.0, Family.CONTENT: 3.0,
        Family.OTHER: 1.0, Family.BODY: 3.0,
    },
    Look.MODE: {
        Family.MODE: 0.0, Family.AUDIENCE: 1.5, Family.CHANNELS: 1.0, Family.LEVEL: 3.0, Family.CONTENT: 3.0,
        Family.OTHER: 1.0, Family.LAYER: 2.0,
    },
}  # fmt: skip
# 一行里少了这一格的代价：合并的上级事项、打勾的栏常缺，内容不常缺
_MISSED = {
    Family.NUMBER: 0.6, Family.LEVEL: 0.5, Family.CONTENT: 1.3, Family.BASIS: 0.7, Family.LIMIT: 0.7,
    Family.BODY: 0.5, Family.CHANNELS: 0.4, Family.PHONE: 0.2, Family.OTHER: 0.2, Family.AUDIENCE: 0.1,
    Family.MODE: 0.1, Family.LAYER: 0.1,
}  # fmt: skip
_MISSED_NUMBER = 1.4  # 逐行有序号的表，一行没有序号
_COVERED = 0.25  # 上级事项在行首缺失：合并单元格的下面各行
# 空格少见的栏
_BLANK = {Family.NUMBER: 0.3} | dict.fromkeys((Family.BASIS, Family.LIMIT, Family.BODY, Family.CHANNELS), 0.4)
# 不加竖线的文本里，一格分成几行：接在后面的那一行该是什么样子
_GOES_ON: dict[Family, tuple[float, frozenset[Look]]] = {
    Family.CONTENT: (0.05, frozenset({Look.CONTENT, Look.NAME, Look.CITATION})),
    Family.BASIS: (0.2, frozenset({Look.CITATION})),
    Family.LIMIT: (0.4, frozenset({Look.LIMIT})),
    Family.BODY: (0.4, frozenset({Look.BODY})),
    Family.CHANNELS: (0.05, frozenset({Look.CHANNELS, Look.NAME, Look.ADDRESS})),
}
_WHOLE = frozenset({Family.BASIS, Family.LIMIT, Family.BODY})  # 空行分格时，这几栏一格少有几段
_LONG_NAMES = ((8, 0.0), (12, 0.2), (16, 0.5), (20, 0.8), (26, 1.2), (40, 1.8))
_HEADS_LIST = 1.0  # a name above a list is the item's, where a column is left for it


@lru_cache(maxsize=8192)
def unlike_costs(
    found: Look, is_number: bool, is_item: bool, length: int, kinds: tuple[tuple[Family, ...], ...]
) -> tuple[float, ...]:
    """How unlike each slot a piece looks; a slot of several families takes the likest."""
    return tuple(
        min(_cost(found, is_number, length, family) for family in families)
        + (1.5 if is_item and Family.LEVEL in families else 0.0)
        for families in kinds
    )


def _cost(found: Look, is_number: bool, length: int, family: Family) -> float:
    if is_number:
        return 0.0 if family is Family.NUMBER else NEVER / 2
    if found is Look.EMPTY:
        return _BLANK.get(family, 0.0)
    if family is Family.NUMBER:
        return NEVER / 2
    long = 0.0
    if found is Look.NAME and family is Family.CONTENT:
        long = 0.3 if length <= 6 else -0.3 if length > 12 else 0.0
    if found is Look.NAME and family is Family.LEVEL:
        long = next((extra for limit, extra in _LONG_NAMES if length <= limit), 2.4)
    return _UNLIKE[found].get(family, 7.0) + long


def missed_costs(families: Sequence[Family], *, numbered: bool) -> list[float]:
    """What it costs that a row lacks each slot; the upper levels are the ones that merges cover."""
    levels = [i for i, family in enumerate(families) if family is Family.LEVEL]
    costs = [_MISSED_NUMBER if f is Family.NUMBER and numbered else _MISSED[f] for f in families]
    for at, slot in enumerate(levels):
        costs[slot] = 0.3 + 0.15 * min(at, 2)
    if levels:
        costs[levels[-1]] = 1.6 if numbered and len(levels) > 1 else 0.6
    return costs


def head_costs(families: Sequence[Family], missed: Sequence[float]) -> list[float]:
    """What it costs to begin a row at each slot."""
    heads, total = [0.0], 0.0
    for family, cost in zip(families, missed, strict=True):
        total += _COVERED if family is Family.LEVEL else cost * 0.7 if family is Family.CONTENT else cost
        heads.append(total)
    return heads


def tail_costs(families: Sequence[Family], missed: Sequence[float], *, numbered: bool) -> list[float]:
    """What it costs to end a row after each slot; merges leave out the end of rows that bear no number."""
    tails, total = [0.0], 0.0
    for family, cost in zip(reversed(families[1:]), reversed(missed[1:]), strict=True):
        total += cost if numbered or family in {Family.LEVEL, Family.CONTENT} else cost * 0.5
        tails.append(total)
    return tails[::-1]


class Seam(NamedTuple):
    """What is known of the place between two pieces.

    接缝：前一个碎片已闭合、后一个是一段、后一个是空格、两者之一很短、空格封住了下面的各级、前一个是后面
    列举的名称。
    """

    was_closed: bool
    is_paragraph: bool
    is_empty: bool
    is_short: bool
    closes_levels: bool
    heads_list: bool


@lru_cache(maxsize=8192)
def staying_costs(seam: Seam, found: Look, families: tuple[Family, ...]) -> tuple[float, ...]:
    """What it costs in each slot that the pieces on both sides of a seam stand in one cell."""
    parted = 0.4 if seam.is_paragraph else 0.0
    heads_list = _HEADS_LIST if seam.heads_list else 0.0
    return tuple(
        CLOSED
        if seam.closes_levels and family is Family.LEVEL
        else _staying(seam, found, family)
        + (parted if family in _WHOLE or (found is Look.NAME and family is Family.CONTENT) else 0.0)
        + (heads_list if family is Family.CONTENT else 0.0)
        for family in families
    )


def _staying(seam: Seam, found: Look, family: Family) -> float:
    """What it costs that two pieces stand in one cell of this family."""
    if family in MARKED:
        return 0.0
    if family is Family.NUMBER:
        return NEVER / 4
    if seam.is_empty:
        return 0.5
    if seam.was_closed:
        return 0.3 if family is Family.CHANNELS and found is Look.CHANNELS else 5.0
    if family is Family.LEVEL:
        return 0.5 if seam.is_short else 1.4
    cost, likes = _GOES_ON.get(family, (0.4, frozenset(Look)))
    return cost if found in likes else cost + 1.0
