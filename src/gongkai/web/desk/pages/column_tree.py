"""The tree of columns with counts, freshness and state."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.law.obligations import Duty, DutyState
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.desk.queries import Kept
from gongkai.web.library.models import Column

URGENT = (
    (DutyState.OVERDUE, "overdue", "逾期"),
    (DutyState.DUE_TODAY, "today", "今天到期"),
    (DutyState.DUE_SOON, "soon", "临近到期"),
)


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of the tree.

    栏目树的一行：`level` 从1起；`shape` 和 `word` 是现状；`has_children` 为真的可以收起。
    """

    column: Column
    level: int
    ancestors: tuple[str, ...]
    has_children: bool
    kept: Kept
    shape: str
    word: str

    @property
    def time_limit(self) -> str:
        """The rule in the catalogue's own words."""
        return self.column.item.time_limit_text.strip() if self.column.item else ""


def tree_of(columns: Sequence[Column], kept: dict[int, Kept], duties: Iterable[Duty]) -> list[Branch]:
    """The whole tree in order, each branch summing what stands below it."""
    parent = {column.pk: column.parent_id for column in columns}
    code = {column.pk: column.code for column in columns}
    line = {column.pk: tuple(_line(column.parent_id, parent)) for column in columns}
    below: dict[int, list[int]] = defaultdict(list)
    for column in columns:
        for one in (column.pk, *line[column.pk]):
            below[one].append(column.pk)
    states: dict[str, Counter[DutyState]] = defaultdict(Counter)
    for duty in duties:
        states[duty.column][duty.state] += 1
    return [
        _branch(
            column,
            tuple(code[one] for one in reversed(line[column.pk])),
            len(below[column.pk]) > 1,
            _sum(kept.get(one) for one in below[column.pk]),
            sum((states[code[one]] for one in below[column.pk]), Counter()),
        )
        for column in columns
    ]


def _line(parent_id: int | None, parent: dict[int, int | None]) -> Iterable[int]:
    while parent_id is not None:
        yield parent_id
        parent_id = parent.get(parent_id)


def _branch(
    column: Column, ancestors: tuple[str, ...], has_children: bool, kept: Kept, states: Counter[DutyState]
) -> Branch:
    shape, word = _standing(column, kept, states)
    return Branch(column, len(ancestors) + 1, ancestors, has_children, kept, shape, word)


def _sum(parts: Iterable[Kept | None]) -> Kept:
    there = [part for part in parts if part]
    days = [part.newest_on for part in there if part.newest_on]
    return Kept(sum(part.count for part in there), max(days, default=None))


def _standing(column: Column, kept: Kept, states: Counter[DutyState]) -> tuple[str, str]:
    for state, shape, word in URGENT:
        if states[state]:
            return shape, f"{states[state]}项{word}"
    if column.kind is ColumnKind.OUTBOUND_LINK:
        return ("link", "转链") if column.outbound_url else ("check", "没有填转链地址")
    if column.is_retired:
        return "na", "已停用"
    return ("kept", "正常") if kept.count or not column.is_leaf else ("check", "空栏目")
