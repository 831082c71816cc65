"""Basis and limit of a leaf: printed, merged, or taken over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.law.catalogue import inheritance
from gongkai.law.catalogue.exact.cells import Held
from gongkai.law.catalogue.exact.leaves import Leaf
from gongkai.law.catalogue.exact.roles import Roles
from gongkai.law.catalogue.inheritance import Above
from gongkai.law.catalogue.lines import Line, Repair
from gongkai.law.time_limit.rule import Reading
from gongkai.law.vocabulary import ColumnKind, Severity

KindOf = Callable[[Leaf], ColumnKind]
Limits = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Settled:
    """A leaf with the texts that hold for it.

    定下来的末级栏目：`inherited` 是承上取得的字段。
    """

    leaf: Leaf
    kind: ColumnKind
    basis: str
    content: str
    limit: str
    inherited: tuple[str, ...]


def settled(leaves: Sequence[Leaf], roles: Roles, kind_of: KindOf, limits: Limits) -> Iterator[Settled]:
    """Every leaf with what it takes over from above.

    A cell that a merged one covers takes its text. An empty cell in a column that shows its merges is
    empty. Where merges were lost, a basis holds for the item (and below a first level that was lost too),
    a limit as in `inheritance.limit_of`.
    """
    basis: tuple[Leaf, str] | None = None
    above: Settled | None = None
    source: Leaf | None = None
    for leaf in leaves:
        kind = kind_of(leaf)
        if not _same_item(leaf, source):
            basis, above, source = None, None, leaf
        words, taken, told = _basis(leaf, roles, basis)
        limit, limit_taken, silent = _limit(leaf, roles, kind, above, limits)
        for repair in (told, silent):
            leaf = leaf.repaired(repair) if repair else leaf
        held = leaf.cells
        inherited = [
            name
            for name, is_taken in (
                ("legal_basis", taken),
                ("content", held.content.is_above),
                ("time_limit_text", limit_taken),
            )
            if is_taken
        ]
        done = Settled(leaf, kind, words, held.content.text, limit, tuple(inherited))
        yield done
        basis = (leaf, words) if words else basis
        above = done if limit else above


def _same_item(leaf: Leaf, source: Leaf | None) -> bool:
    """Whether the leaf belongs to the item above: the same number, or a first level that was lost.

    A row that was cut off with the text takes nothing over: what stood in its other cells is not known.
    """
    body = leaf.cells.body
    if source is None or body.group != source.cells.body.group or body.matrix.grid.rows[body.row].is_cut:
        return False
    return leaf.opening == source.opening or (leaf.is_lost and leaf.path[:1] == source.path[:1])


def _basis(leaf: Leaf, roles: Roles, above: tuple[Leaf, str] | None) -> tuple[str, bool, Repair | None]:
    held = leaf.cells.basis
    if held.text or roles.basis < 0:
        return held.text, held.is_above, None
    if not roles.merges_duties and above is not None:
        return above[1], True, None
    told = "本项没有写明设立依据，没有理由承用别处的依据：请补写。"
    return "", False, Repair("basis-missing", told, held.column, Severity.WARNING)


def _limit(
    leaf: Leaf, roles: Roles, kind: ColumnKind, above: Settled | None, limits: Limits
) -> tuple[str, bool, Repair | None]:
    held = leaf.cells.limit
    if held.text or roles.limit < 0:
        return held.text, held.is_above, None
    shown = None
    if above is not None and not roles.merges_duties:
        shown = Above(_line(above.leaf, above.limit), above.kind, limits(above.limit))
    text, taken, told = inheritance.limit_of(_line(leaf, ""), kind, shown)
    return text, taken, replace(told, column=held.column) if told else None


def _line(leaf: Leaf, limit: str) -> Line:
    body = leaf.cells.body
    return Line(body.matrix.line(body.row), 0, limit=limit)


def column(held: Held) -> int:
    """The column of a cell as the file counts it, from 1; 0 where nothing stands there."""
    return held.column + 1 if held.text else 0
