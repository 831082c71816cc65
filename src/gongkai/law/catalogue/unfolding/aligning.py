"""Pieces set against columns: the cheapest reading wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gongkai.law.catalogue.unfolding.headings import Caption
from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.pieces import Piece
from gongkai.law.catalogue.unfolding.words import MARKED, Family
from gongkai.law.patterns import lazy

_ITEM = lazy(r"[(（]?\d{1,2}[.．、)）](?!\d)|[●①②③④⑤◆·]")  # 没有竖线时，列举的各项是内容，不是名称
_FIRST_ITEM = lazy(r"[(（]?[1一][.．、)）](?!\d)|①")
_HEADS_LIST = 1.0  # a name above a list is the item's, where a column is left for it
_NEVER = 1e9
_LITERAL_NAME = 1.9  # nor a list of contents where a name stands
_LITERAL = 4.5  # a cell this unlike its column is not there by place alone
_CLOSED = 5e8  # so dear is a level that empty cells have closed


@dataclass(frozen=True, slots=True)
class Slot:
    """One column, or neighbouring ticked columns as one.

    列位：`columns` 是所含各列的序号；相邻的打勾栏合作一个列位。
    """

    families: tuple[Family, ...]
    columns: tuple[int, ...]

    @property
    def family(self) -> Family:
        """The family of the first column."""
        return self.families[0]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a piece stands in the table.

    落位：碎片的序号、列位的序号，`opens` 表示从它起另起一行。
    """

    piece: int
    slot: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """A whole reading with what it cost.

    对齐：每个碎片的落位和总的代价，代价越小越可信。
    """

    slots: tuple[Slot, ...]
    places: tuple[Placed, ...]
    cost: float


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


def slots_of(columns: Sequence[Caption]) -> tuple[Slot, ...]:
    """The columns as slots."""
    done: list[Slot] = []
    for i, column in enumerate(columns):
        if done and column.family in MARKED and done[-1].family in MARKED:
            done[-1] = Slot((*done[-1].families, column.family), (*done[-1].columns, i))
        else:
            done.append(Slot((column.family,), (i,)))
    return tuple(done)


class _Road:
    """What every move between the slots of one table costs.

    代价表：一行从某列起、止于某列、跳过某列、留在同一格各要多少代价。
    """

    def __init__(self, slots: Sequence[Slot], *, numbered: bool, exact: bool) -> None:
        self.is_numbered = numbered
        self._families = tuple(slot.family for slot in slots)
        self._kinds = tuple(slot.families for slot in slots)
        missed = _missed(self._families, numbered=numbered)
        ease = 0.4 if exact else 1.0  # merged cells alone are missing: rows begin and end anywhere
        self.heads = [cost * ease for cost in _heads(self._families, missed)[: len(slots)]]
        tails = _tails(self._families, missed, numbered=numbered)
        content = next((i for i, family in enumerate(self._families) if family is Family.CONTENT), 0)
        self._tails = [cost * ease + (0.6 if exact and i < content else 0.0) for i, cost in enumerate(tails)]
        if exact:
            missed = [
                3.0 if f is Family.LEVEL else m * 0.6 for f, m in zip(self._families, missed, strict=True)
            ]
        before = [0.0]
        for cost in missed:
            before.append(before[-1] + cost)
        self._before = before
        self.ended = (_NEVER,) * len(slots)

    def unlike(self, piece: Piece, is_number: bool) -> tuple[float, ...]:
        """How unlike each slot the piece looks."""
        is_item = piece.is_listed or (not piece.closed and bool(_ITEM.match(piece.text)))
        return _costs(piece.look, is_number, is_item, min(len(piece.text), 41), self._kinds)

    def stays(self, pieces: Sequence[Piece], at: int) -> tuple[float, ...]:
        """What it costs in each slot that the piece stands in one cell with the one before it."""
        piece, last = pieces[at], pieces[at - 1]
        closed = _closes_levels(pieces, at)
        short = min(len(piece.text), len(last.text)) <= 3
        is_listed = last.look is Look.NAME and not last.closed and bool(_FIRST_ITEM.match(piece.text))
        kind = (last.closed, piece.is_paragraph, not piece.text, short, closed, is_listed)
        return _stays(kind, piece.look, self._families)

    def step(
        self,
        best: Sequence[float],
        turn: float,
        stays: Sequence[float],
        unlike: Sequence[float],
        *,
        ended: bool,
    ) -> tuple[list[float], list[int]]:
        """The best cost of every slot after one more piece, and where it came from."""
        ends = [cost + tail for cost, tail in zip(best, self._tails, strict=True)]
        end_cost = min(ends)
        end_from = 3 * ends.index(end_cost) + 2
        end_cost += turn
        ahead, ahead_from = _NEVER, 0
        new: list[float] = []
        came: list[int] = []
        before = self._before
        for slot, cost_here in enumerate(best):
            cost, origin = end_cost + self.heads[slot], end_from
            stay = stays[slot]
            if not ended:
                forward = ahead + before[slot]
                if forward <= cost and stay < _CLOSED:
                    cost, origin = forward, ahead_from
                if cost_here + stay < cost:
                    cost, origin = cost_here + stay, 3 * slot
            new.append(cost + unlike[slot])
            came.append(origin)
            passed = cost_here - before[slot + 1]
            if passed < ahead:
                ahead, ahead_from = passed, 3 * slot + 1
        return new, came


def aligned(
    pieces: Sequence[Piece], numbers: frozenset[int], columns: Sequence[Caption], starts: Sequence[int] = ()
) -> Alignment:
    """The cheapest way to set the pieces, in their order, into rows of these columns.

    `starts` says of every piece whether a row surely begins there (1), surely not (-1), or may (0).
    """
    slots = slots_of(columns)
    road = _Road(slots, numbered=bool(numbers), exact=not numbers and _prints_blanks(pieces))
    best = [head + cost for head, cost in zip(road.heads, road.unlike(pieces[0], 0 in numbers), strict=True)]
    back = [[3 * slot + 2 for slot in range(len(slots))]]
    for i in range(1, len(pieces)):
        sure = starts[i] if starts else 0
        ended = pieces[i - 1].padding > 0 or sure > 0
        turn = 0.0 if ended else 6.0 if sure < 0 or _repeats(pieces, i) else _turning(pieces, i)
        stays = road.ended if ended else road.stays(pieces, i)
        best, came = road.step(best, turn, stays, road.unlike(pieces[i], i in numbers), ended=ended)
        back.append(came)
    return _literal(pieces, road, _traced(slots, best, back))


def _literal(pieces: Sequence[Piece], road: _Road, found: Alignment) -> Alignment:
    """Rows of as many cells as there are columns are taken as they stand, unless a cell cannot be there."""
    marked = [slot.family in MARKED for slot in found.slots]
    plain = len(marked) - sum(marked)
    most = [_LITERAL_NAME if slot.family is Family.LEVEL else _LITERAL for slot in found.slots]
    places = list(found.places)
    opens = [i for i, place in enumerate(places) if place.opens] + [len(places)]
    for start, end in pairwise(opens):
        if end - start != plain or any(marked[:plain]) or places[start].slot != 0:
            continue
        if all(
            road.unlike(pieces[start + i], i == 0 and road.is_numbered)[i] < most[i] for i in range(plain)
        ):
            places[start:end] = [Placed(start + i, i, i == 0) for i in range(plain)]
    return Alignment(found.slots, tuple(places), found.cost)


def _prints_blanks(pieces: Sequence[Piece]) -> bool:
    """Whether empty cells stand in the text as bare bars, so that only merged ones are missing."""
    return sum(not piece.text for piece in pieces) * 10 > len(pieces)


def _missed(families: Sequence[Family], *, numbered: bool) -> list[float]:
    """What it costs that a row lacks each slot; the upper levels are the ones that merges cover."""
    levels = [i for i, family in enumerate(families) if family is Family.LEVEL]
    costs = [_MISSED_NUMBER if f is Family.NUMBER and numbered else _MISSED[f] for f in families]
    for at, slot in enumerate(levels):
        costs[slot] = 0.3 + 0.15 * min(at, 2)
    if levels:
        costs[levels[-1]] = 1.6 if numbered and len(levels) > 1 else 0.6
    return costs


def _heads(families: Sequence[Family], missed: Sequence[float]) -> list[float]:
    """What it costs to begin a row at each slot."""
    heads, total = [0.0], 0.0
    for family, cost in zip(families, missed, strict=True):
        total += _COVERED if family is Family.LEVEL else cost * 0.7 if family is Family.CONTENT else cost
        heads.append(total)
    return heads


def _tails(families: Sequence[Family], missed: Sequence[float], *, numbered: bool) -> list[float]:
    """What it costs to end a row after each slot; merges leave out the end of rows that bear no number."""
    tails, total = [0.0], 0.0
    for family, cost in zip(reversed(families[1:]), reversed(missed[1:]), strict=True):
        total += cost if numbered or family in {Family.LEVEL, Family.CONTENT} else cost * 0.5
        tails.append(total)
    return tails[::-1]


def _traced(slots: tuple[Slot, ...], best: Sequence[float], back: Sequence[Sequence[int]]) -> Alignment:
    at = min(range(len(slots)), key=best.__getitem__)
    cost = best[at]
    places: list[Placed] = []
    for i in range(len(back) - 1, -1, -1):
        origin = back[i][at]
        places.append(Placed(i, at, origin % 3 == 2))
        at = origin // 3
    return Alignment(slots, tuple(reversed(places)), cost)


def _closes_levels(pieces: Sequence[Piece], at: int) -> bool:
    """Whether empty cells after a name stand before this piece: no name of a deeper level can follow them."""
    if not pieces[at].text or pieces[at - 1].text:
        return False
    for i in range(at - 1, max(at - 8, -1), -1):
        if pieces[i].text:
            return pieces[i].look in {Look.NAME, Look.BODY}
    return False


def _repeats(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the piece begins, after empty cells, with the name before them: then it is its content."""
    if not pieces[at].text or pieces[at - 1].text:
        return False
    before = next((pieces[i].text for i in range(at - 1, max(at - 8, -1), -1) if pieces[i].text), "")
    return bool(before) and pieces[at].text.startswith(before)


def _turning(pieces: Sequence[Piece], at: int) -> float:
    """What it costs to begin a row here: little where a line of many cells begins, much inside one."""
    piece, last = pieces[at], pieces[at - 1]
    if not piece.starts and piece.mates > 2:
        return 5.0
    if piece.starts and piece.mates > 2:
        return 0.1 if last.closed else 0.6
    if not piece.text:
        return 1.2
    return 0.3 if last.look in {Look.EMPTY, Look.TICK} else 0.6


@lru_cache(maxsize=8192)
def _stays(
    kind: tuple[bool, bool, bool, bool, bool, bool], found: Look, families: tuple[Family, ...]
) -> tuple[float, ...]:
    was_closed, is_paragraph, is_empty, short, closed, is_listed = kind
    parted = 0.4 if is_paragraph else 0.0
    heads_list = _HEADS_LIST if is_listed else 0.0
    return tuple(
        _CLOSED
        if closed and family is Family.LEVEL
        else _staying(was_closed, is_empty, found, short, family)
        + (parted if family in _WHOLE or (found is Look.NAME and family is Family.CONTENT) else 0.0)
        + (heads_list if family is Family.CONTENT else 0.0)
        for family in families
    )


def _staying(was_closed: bool, is_empty: bool, found: Look, short: bool, family: Family) -> float:
    """What it costs that two pieces stand in one cell of this family."""
    if family in MARKED:
        return 0.0
    if family is Family.NUMBER:
        return _NEVER / 4
    if is_empty:
        return 0.5
    if was_closed:
        return 0.3 if family is Family.CHANNELS and found is Look.CHANNELS else 5.0
    if family is Family.LEVEL:
        return 0.5 if short else 1.4
    cost, likes = _GOES_ON.get(family, (0.4, frozenset(Look)))
    return cost if found in likes else cost + 1.0


@lru_cache(maxsize=8192)
def _costs(
    found: Look, is_number: bool, is_item: bool, length: int, kinds: tuple[tuple[Family, ...], ...]
) -> tuple[float, ...]:
    return tuple(
        min(_cost(found, is_number, length, family) for family in families)
        + (1.5 if is_item and Family.LEVEL in families else 0.0)
        for families in kinds
    )


def _cost(found: Look, is_number: bool, length: int, family: Family) -> float:
    if is_number:
        return 0.0 if family is Family.NUMBER else _NEVER / 2
    if found is Look.EMPTY:
        return _BLANK.get(family, 0.0)
    if family is Family.NUMBER:
        return _NEVER / 2
    long = 0.0
    if found is Look.NAME and family is Family.CONTENT:
        long = 0.3 if length <= 6 else -0.3 if length > 12 else 0.0
    if found is Look.NAME and family is Family.LEVEL:
        long = next((extra for limit, extra in _LONG_NAMES if length <= limit), 2.4)
    return _UNLIKE[found].get(family, 7.0) + long
