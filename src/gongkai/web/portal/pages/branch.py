"""The page of a column that holds columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.web.portal.queries import Node, Row


@dataclass(frozen=True, slots=True)
class Child:
    """A column below a branch, and how much it holds."""

    column: Node
    count: int
    newest_on: date | None


@dataclass(frozen=True, slots=True)
class BranchPage:
    """A column that holds columns.

    枝干栏目页：下级栏目与最近公开的文件。
    """

    column: Node
    children: tuple[Child, ...]
    newest: tuple[Row, ...]
    names: dict[int, str]


def branch_page(
    column: Node, counts: dict[int, int], dates: dict[int, date], rows: Sequence[Row]
) -> BranchPage:
    """The page of a branch, from counts and newest days of the leaves below it."""
    children = []
    for child in column.children:
        below = [leaf.id for leaf in child.leaves()]
        days = [dates[leaf] for leaf in below if leaf in dates]
        children.append(Child(child, sum(counts.get(leaf, 0) for leaf in below), max(days, default=None)))
    names = {leaf.id: leaf.name for leaf in column.leaves()}
    return BranchPage(column, tuple(children), tuple(rows), names)
