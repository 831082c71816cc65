"""Rows of a portion into cells by role, dittos resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from gongkai.law.catalogue.exact import wording
from gongkai.law.catalogue.exact.portions import BodyRow
from gongkai.law.catalogue.exact.roles import Roles
from gongkai.law.catalogue.exact.spots import Spots
from gongkai.law.catalogue.lines import Repair
from gongkai.law.vocabulary import Severity

_LIMIT = 2  # 在 _all 里的次序
_REACH = 50  # 再往上的格，“同上”指不到


class State(Enum):
    """How a cell came by its text.

    格的来历：印在本行、被上面的合并单元格盖住、写的是“同上”、空着。
    """

    PRINTED = auto()
    COVERED = auto()
    DITTO = auto()
    EMPTY = auto()


class Held(NamedTuple):
    """What a column says for a row.

    一格：`column` 自0起。
    """

    text: str
    state: State
    column: int

    @property
    def is_above(self) -> bool:
        """Whether the text is that of a row above (or, for 同下, below)."""
        return self.state in (State.COVERED, State.DITTO)

    @property
    def is_printed(self) -> bool:
        """Whether the text stands in this row."""
        return self.state is State.PRINTED


NOTHING = Held("", State.EMPTY, -1)


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of the body by role.

    表体一行，各格按用途放好；`others` 与 `Roles.others` 一一对应。
    """

    body: BodyRow
    levels: tuple[Held, ...]
    number: Held = NOTHING
    basis: Held = NOTHING
    content: Held = NOTHING
    limit: Held = NOTHING
    others: tuple[Held, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def duties(self) -> tuple[Held, Held, Held]:
        """Basis, content and limit."""
        return self.basis, self.content, self.limit

    @property
    def names(self) -> tuple[int, ...]:
        """The levels (from 0) that this row itself names."""
        return tuple(at for at, held in enumerate(self.levels) if held.state in (State.PRINTED, State.DITTO))


def read(rows: Sequence[BodyRow], roles: Roles) -> list[Cells]:
    """Every row with its cells by role; 同上, 同下 and 同3 replaced by what they refer to."""
    done: list[Cells] = []
    waiting: list[int] = []
    by_number: dict[int, Cells] = {}
    for body in rows:
        cells = _resolved(_cells(body, roles), done, by_number)
        printed = wording.number(cells.number.text) if cells.number.is_printed else None
        if printed is not None:
            by_number.setdefault(printed, cells)
        if any(wording.is_ditto_below(held.text) for held in cells.duties):
            waiting.append(len(done))
        done.append(cells)
    for at in reversed(waiting):
        done[at] = _from_below(done, at)
    return done


def _cells(body: BodyRow, roles: Roles) -> Cells:
    row, spots = body.row, body.matrix.rows[body.row]
    return Cells(
        body,
        tuple(_level(spots, row, column, roles) for column in roles.levels),
        _held(spots, row, roles.number),
        _held(spots, row, roles.basis),
        _held(spots, row, roles.content),
        _held(spots, row, roles.limit),
        tuple(_held(spots, row, column.index) for column in roles.others),
    )


def _held(spots: Spots, row: int, column: int) -> Held:
    if column < 0:
        return NOTHING
    spot = spots[column]
    if not spot.text:
        return Held("", State.EMPTY, column)
    return Held(spot.text, State.PRINTED if spot.row == row else State.COVERED, column)


def _level(spots: Spots, row: int, column: int, roles: Roles) -> Held:
    """A level cell; one that a merged level to its left covers is empty: the leaf stands higher up."""
    held, left = _held(spots, row, column), spots[column].column
    if left != column and left in roles.levels:
        return Held("", State.EMPTY, column)
    return held._replace(text=wording.name(held.text)) if held.text else held


def _resolved(cells: Cells, above: Sequence[Cells], by_number: dict[int, Cells]) -> Cells:
    """The row with its dittos resolved; a ditto that refers to nothing stays as printed."""
    if not any(wording.refers(held.text) for held in _all(cells)):
        return cells
    told: list[Repair] = []
    found = [
        _looked_up(held, at, above, by_number, told) if wording.refers(held.text) else held
        for at, held in enumerate(_all(cells))
    ]
    return _put(cells, found, told)


def _looked_up(
    held: Held, at: int, above: Sequence[Cells], by_number: dict[int, Cells], told: list[Repair]
) -> Held:
    number = wording.ditto_number(held.text) if held.is_printed else None
    source = _nearest(above, at) if number is None else by_number.get(number)
    text = _all(source)[at].text if source else ""
    if not text or source is None:
        if at != _LIMIT:  # 公开时限的“同上”由时限语言自己说
            sentence = f"第{held.column + 1}格写的是“{held.text}”，却没有可以取的文字：请写出来。"
            told.append(Repair("ditto-unresolved", sentence, held.column, Severity.WARNING))
        return held
    if held.state is State.COVERED:
        return Held(text, State.COVERED, held.column)
    where = source.body.matrix.line(source.body.row)
    sentence = f"第{held.column + 1}格写的是“{held.text}”，取第{where}行的“{_short(text)}”。"
    told.append(Repair("ditto-resolved", sentence, held.column))
    return Held(text, State.DITTO, held.column)


def _nearest(above: Sequence[Cells], at: int) -> Cells | None:
    """The row above that says something in this column; empty ones between are lost merges."""
    near = reversed(above[-_REACH:])
    return next((cells for cells in near if _all(cells)[at].text), None)


def _from_below(rows: Sequence[Cells], at: int) -> Cells:
    """The row whose 同下 takes the text of the next row below."""
    told: list[Repair] = []
    found = list(_all(rows[at]))
    for i, held in enumerate(found):
        if held.is_printed and wording.is_ditto_below(held.text) and at + 1 < len(rows):
            below = _all(rows[at + 1])[i]
            if below.text:
                sentence = f"第{held.column + 1}格写的是“{held.text}”，取下一行的“{_short(below.text)}”。"
                told.append(Repair("ditto-resolved", sentence, held.column))
                found[i] = Held(below.text, State.DITTO, held.column)
    return _put(rows[at], found, told)


def _all(cells: Cells) -> tuple[Held, ...]:
    return (cells.basis, cells.content, cells.limit, *cells.levels, *cells.others)


def _put(cells: Cells, found: Sequence[Held], told: Sequence[Repair]) -> Cells:
    rest: Iterator[Held] = iter(found[3:])
    return replace(
        cells,
        basis=found[0],
        content=found[1],
        limit=found[2],
        levels=tuple(next(rest) for _ in cells.levels),
        others=tuple(rest),
        repairs=(*cells.repairs, *told),
    )


def _short(text: str) -> str:
    plain = "".join(text.split())
    return plain if len(plain) <= 20 else f"{plain[:20]}……"
