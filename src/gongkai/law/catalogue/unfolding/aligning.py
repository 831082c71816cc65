"""Pieces set against columns: the cheapest reading wins."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.law.catalogue.unfolding.costs import (
    CLOSED,
    NEVER,
    Seam,
    head_costs,
    missed_costs,
    staying_costs,
    tail_costs,
    unlike_costs,
)
from gongkai.law.catalogue.unfolding.headings import Caption
from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.pieces import Piece
from gongkai.law.catalogue.unfolding.words import MARKED, Family
from gongkai.law.patterns import lazy

_ITEM = lazy(r"[(（]?\d{1,2}[.．、)）](?!\d)|[●①②③④⑤◆·]")  # 没有竖线时，列举的各项是内容，不是名称
_FIRST_ITEM = lazy(r"[(（]?[1一][.．、)）](?!\d)|①")
_LITERAL = 4.5  # a cell this unlike its column is not there by place alone
_LITERAL_NAME = 1.9  # nor a list of contents where a name stands


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
        missed = missed_costs(self._families, numbered=numbered)
        ease = 0.4 if exact else 1.0  # merged cells alone are missing: rows begin and end anywhere
        self.heads = [cost * ease for cost in head_costs(self._families, missed)[: len(slots)]]
        tails = tail_costs(self._families, missed, numbered=numbered)
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
        self.ended = (NEVER,) * len(slots)

    def unlike(self, piece: Piece, is_number: bool) -> tuple[float, ...]:
        """How unlike each slot the piece looks."""
        is_item = piece.is_listed or (not piece.closed and bool(_ITEM.match(piece.text)))
        return unlike_costs(piece.look, is_number, is_item, min(len(piece.text), 41), self._kinds)

    def stays(self, pieces: Sequence[Piece], at: int) -> tuple[float, ...]:
        """What it costs in each slot that the piece stands in one cell with the one before it."""
        piece, last = pieces[at], pieces[at - 1]
        closed = _closes_levels(pieces, at)
        short = min(len(piece.text), len(last.text)) <= 3
        is_listed = last.look is Look.NAME and not last.closed and bool(_FIRST_ITEM.match(piece.text))
        seam = Seam(last.closed, piece.is_paragraph, not piece.text, short, closed, is_listed)
        return staying_costs(seam, piece.look, self._families)

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
        if ended:
            anew = [end_cost + head + far for head, far in zip(self.heads, unlike, strict=True)]
            return anew, [end_from] * len(best)
        ahead, ahead_from = NEVER, 0
        new: list[float] = []
        came: list[int] = []
        before = self._before
        costs = zip(best, self.heads, stays, unlike, strict=True)
        for slot, (cost_here, head, stay, far) in enumerate(costs):
            cost, origin = end_cost + head, end_from
            forward = ahead + before[slot]
            if forward <= cost and stay < CLOSED:
                cost, origin = forward, ahead_from
            if cost_here + stay < cost:
                cost, origin = cost_here + stay, 3 * slot
            new.append(cost + far)
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
