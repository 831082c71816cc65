"""Rows into leaves: paths, numbers, rows that go on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gongkai.law.catalogue.exact import joining, wording
from gongkai.law.catalogue.exact.cells import Cells, State
from gongkai.law.catalogue.exact.roles import Roles
from gongkai.law.catalogue.lines import Repair
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_LONGEST_NAME = 20
_LONGEST_PART = 40
_SEVERAL = lazy(r"[。；;：:]")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf with its cells, before what it inherits is settled.

    末级栏目；`is_lost` 表示上级名称没有印在本行，合并单元格丢失，承上补出；`opening` 是本序号开头的
    一行在表中的次序；`part_of` 是所属事项的路径，只在同一事项另有时限的一部分上有。
    """

    cells: Cells
    path: tuple[str, ...]
    number: int
    opening: int
    is_lost: bool = False
    part_of: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def repaired(self, repair: Repair) -> "Leaf":
        """This leaf with one more repair told."""
        return replace(self, repairs=(*self.repairs, repair))


@dataclass(slots=True)
class _Walk:
    """What has been read so far on the way down the table."""

    chain: dict[int, str] = field(default_factory=dict)
    group: str = ""
    number: int = 0
    printed: int = 0
    opening: int = -1


def read(rows: Sequence[Cells], roles: Roles) -> list[Leaf]:
    """The leaves in the order of print; rows that only go on are joined to the leaf above."""
    done: list[Leaf] = []
    going: list[Cells] = []
    walk = _Walk()
    for at, cells in enumerate(rows):
        if cells.body.group != walk.group:
            walk = _Walk(group=cells.body.group, number=walk.number, opening=len(done))
        goes_on = _goes_on(cells, done)
        if goes_on and not _is_part(cells, done[-1]):
            going.append(cells)
            continue
        if going:
            done[-1] = _with_rows_below(done[-1], going)
            going = []
        if goes_on and _is_part(cells, done[-1]):
            done.append(_part(cells, done[-1]))
        elif _is_branch_only(cells, rows[at + 1 : at + 2]):
            _named(cells, walk)
        elif _holds_something(cells):
            done.append(_leaf(cells, walk, roles, len(done)))
    if going:
        done[-1] = _with_rows_below(done[-1], going)
    return _told_apart(done)


def _with_rows_below(leaf: Leaf, rows: Sequence[Cells]) -> Leaf:
    cells, told = joining.joined(leaf.cells, rows, leaf.path[-1])
    return replace(leaf, cells=cells, repairs=(*leaf.repairs, *told))


def _goes_on(cells: Cells, done: Sequence[Leaf]) -> bool:
    """A row without name and number of its own adds to the leaf above it."""
    if not done or cells.number.is_printed or cells.names:
        return False
    if cells.number.column < 0 and cells.content.is_printed and cells.limit.is_printed:
        return False
    return done[-1].cells.body.group == cells.body.group


def _is_part(cells: Cells, above: Leaf) -> bool:
    """A row that goes on with a content short as a name and a limit of its own is a column of its own.

    Joined to the item above, its limit would count for what the rows above hold (条例第二十六条).
    """
    if not cells.content.is_printed or not joining.differ(above.cells.limit, cells.limit):
        return False
    return bool(_as_name(cells.content.text, _LONGEST_PART))


def _part(cells: Cells, above: Leaf) -> Leaf:
    whole = above.part_of or above.path
    name = f"{whole[-1]}（{_as_name(cells.content.text, _LONGEST_PART)}）"
    basis = cells.basis
    if not basis.text and above.cells.basis.text:
        basis = basis._replace(text=above.cells.basis.text, state=State.COVERED)
    told = (
        f"第{cells.body.matrix.line(cells.body.row)}行没有自己的名称，是“{whole[-1]}”的一部分，但时限不同，"
        f"作为另一个末级栏目“{name}”。"
    )
    part = Leaf(replace(cells, basis=basis), (*whole[:-1], name), above.number, above.opening, part_of=whole)
    return part.repaired(Repair("part-with-own-limit", told, cells.limit.column, Severity.WARNING))


def _holds_something(cells: Cells) -> bool:
    return bool(cells.names) or any(held.text for held in cells.duties)


def _is_branch_only(cells: Cells, following: Sequence[Cells]) -> bool:
    """A row with names alone, above a row that begins deeper, is no leaf."""
    if not following or any(held.text for held in (*cells.duties, *cells.others)) or not cells.names:
        return False
    below = following[0]
    return bool(below.names) and below.names[0] > cells.names[-1] and not below.levels[cells.names[-1]].text


def _named(cells: Cells, walk: _Walk) -> tuple[str, ...]:
    """The path of a row; empty levels before its first name keep what stands above them."""
    shown, names = [at for at, held in enumerate(cells.levels) if held.text], cells.names
    first = names[0] if names else len(cells.levels)
    chain: dict[int, str] = {}
    for at, held in enumerate(cells.levels):
        if held.text:
            chain[at] = held.text
        elif shown and at < shown[-1] and at < first and at in walk.chain:
            chain[at] = walk.chain[at]
    walk.chain = chain or walk.chain
    upper = (walk.group,) if walk.group else ()
    return (*upper, *walk.chain.values()) if walk.chain else ()


def _leaf(cells: Cells, walk: _Walk, roles: Roles, at: int) -> Leaf:
    is_lost = bool(cells.levels) and not cells.levels[0].text and 0 in walk.chain
    path = _named(cells, walk)
    number = _number(cells, walk, roles, is_lost)
    if walk.opening < 0 or cells.number.is_printed or number != walk.number:
        walk.opening = at
    walk.number = number
    leaf = Leaf(cells, path, number, walk.opening, is_lost, repairs=cells.repairs)
    return leaf if path else _nameless(leaf)


def _nameless(leaf: Leaf) -> Leaf:
    line = leaf.cells.body.matrix.line(leaf.cells.body.row)
    told = Repair("name-missing", f"第{line}行没有栏目名称，请补写。", severity=Severity.ERROR)
    return replace(leaf, path=(*leaf.path, f"（第{line}行没有栏目名称）")).repaired(told)


def _number(cells: Cells, walk: _Walk, roles: Roles, is_lost: bool) -> int:
    """The number printed, or that of the merged cell above; 0 where a number is missing."""
    if roles.number < 0:
        return walk.number + 1
    held = cells.number
    printed = wording.number(held.text) if held.text else None
    if printed is not None:
        return printed
    return walk.number if held.state is State.COVERED or is_lost else 0


def _told_apart(leaves: list[Leaf]) -> list[Leaf]:
    """Rows under one merged name are told apart by their contents, where these are as short as names."""
    at = 0
    while at < len(leaves):
        end = at + 1
        while end < len(leaves) and _under_same_name(leaves[at], leaves[end]):
            end += 1
        if end - at > 1:
            leaves[at:end] = _named_by_contents(leaves[at:end])
        at = end
    return leaves


def _named_by_contents(leaves: list[Leaf]) -> list[Leaf]:
    names = [_as_name(leaf.cells.content.text) for leaf in leaves]
    if not all(names) or len(set(names)) < len(names):
        return leaves
    return [_named_by_content(leaf, name) for leaf, name in zip(leaves, names, strict=True)]


def _under_same_name(first: Leaf, other: Leaf) -> bool:
    return first.path == other.path and not other.cells.names


def _as_name(content: str, longest: int = _LONGEST_NAME) -> str:
    plain = wording.name(content).rstrip("。；;，,")
    return plain if len(plain) <= longest and not _SEVERAL.search(plain) else ""


def _named_by_content(leaf: Leaf, name: str) -> Leaf:
    told = f"几行同在合并单元格“{leaf.path[-1]}”之下，本行以栏目内容“{name}”作末级栏目的名称。"
    column = leaf.cells.content.column
    return replace(leaf, path=(*leaf.path, name)).repaired(Repair("named-by-content", told, column))


def repeated_numbers(leaves: Sequence[Leaf]) -> Iterator[tuple[int, Repair]]:
    """Numbers printed twice in a row, in a table that does not print them beside every leaf."""
    printed = [at for at, leaf in enumerate(leaves) if leaf.cells.number.is_printed]
    again = [
        (before, at)
        for before, at in pairwise(printed)
        if at == before + 1 and leaves[before].number == leaves[at].number > 0
    ]
    if len(again) * 5 > len(printed):
        return
    for before, at in again:
        number, first = leaves[at].number, leaves[before].cells.body
        told = f"序号{number}重复：第{first.matrix.line(first.row)}行已有序号{number}，请核对。"
        yield at, Repair("number-repeated", told, leaves[at].cells.number.column, Severity.WARNING)
