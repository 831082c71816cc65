"""The level of every name, though columns slid to the left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai.law.catalogue.heading import Layout
from gongkai.law.catalogue.lines import Line, Name, Repair
from gongkai.law.catalogue.pages import belongs_to_next, is_torn_row
from gongkai.law.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Opened:
    """One numbered item of the table with its lines.

    一个序号下的各行；第一行（开头行）写明序号、上级栏目和设立依据。`early` 是印在分页之前的行。
    """

    number: int
    lines: tuple[Line, ...]
    early: int = 0

    @property
    def opening(self) -> Line:
        """The line that opens the item."""
        return self.lines[self.early]


def opened(lines: Sequence[Line], layout: Layout) -> tuple[Opened, ...]:
    """The lines grouped by item, every name with its level."""
    groups = _groups(lines, layout)
    habit = _habit(groups, layout)
    return tuple(_levelled(group, layout, habit) for group in groups)


@dataclass(frozen=True, slots=True)
class Habit:
    """Where numbered lines begin and end when nothing slid.

    本表的惯例：开头行的名称从哪些级次开始；若都止于最末一级，`leaf` 是那一级，否则为0。
    """

    first: frozenset[int]
    leaf: int = 0


def _groups(lines: Sequence[Line], layout: Layout) -> list[Opened]:
    groups: list[Opened] = []
    early: list[Line] = []
    for i, line in enumerate(lines):
        adopted = belongs_to_next(lines, i, _branches(groups)) if groups else None
        if adopted:
            early.append(line.repaired(adopted))
        elif _opens(line, groups, layout):
            number = line.number if line.number is not None else len(groups) + 1
            groups.append(Opened(number, (*early, line), len(early)))
            early = []
        else:
            groups[-1] = replace(groups[-1], lines=(*groups[-1].lines, _told_number(line)))
    return groups


def _opens(line: Line, groups: list[Opened], layout: Layout) -> bool:
    if not groups:
        return True
    if layout.number is None:
        return bool(line.names) and line.names[0].column == layout.levels[0]
    if line.number is None:
        return False
    return line.number != groups[-1].number or len(line.names) >= len(groups[-1].opening.names) > 1


def _told_number(line: Line) -> Line:
    if line.number is None:
        return line
    told = f"序号{line.number}重复：本行没有自己的上级栏目和设立依据，作第{line.number}项的又一个末级栏目。"
    return line.repaired(Repair("number-repeated", told, 0, Severity.WARNING))


def _branches(groups: list[Opened]) -> str:
    names = groups[-1].opening.names
    return names[-2].text if len(names) > 1 else groups[-1].opening.leaf


def _habit(groups: Sequence[Opened], layout: Layout) -> Habit:
    whole = [
        group.opening.names
        for group in groups
        if group.opening.names and group.opening.slid == 0 and _is_unbroken(group.opening.names)
    ]
    ends = {layout.level_of(names[-1].column) for names in whole}
    deepest = len(layout.levels)
    first = frozenset(layout.level_of(names[0].column) for names in whole)
    return Habit(first or frozenset({1}), deepest if ends == {deepest} else 0)


def _is_unbroken(names: Sequence[Name]) -> bool:
    return all(left.column + 1 == right.column for left, right in pairwise(names))


def _levelled(group: Opened, layout: Layout, habit: Habit) -> Opened:
    opening, lost = _opening_levels(group.opening, layout, habit)
    done: list[Line] = []
    for i, line in enumerate(group.lines):
        if i == group.early:
            done.append(opening)
        elif i < group.early or is_torn_row(line):
            done.append(_at(line, opening.names[-1].level if opening.names else 1))
        else:
            done.append(_following(line, opening, lost, layout))
    return replace(group, lines=tuple(done))


def _at(line: Line, level: int) -> Line:
    """The line's only name at a level known from elsewhere."""
    return replace(line, names=tuple(replace(name, level=level + i) for i, name in enumerate(line.names)))


def _opening_levels(line: Line, layout: Layout, habit: Habit) -> tuple[Line, int]:
    """Levels of an opening line and how many levels were lost on its left."""
    if not line.names:
        return line, 0
    if line.slid == 0 and not _is_unbroken(line.names):
        return _closed_up(line, layout)
    lost = _lost(line, layout, habit) if line.slid > 0 else 0
    named = _moved(line, layout, lost)
    if not lost:
        return named, 0
    told = f"本行左边的一级栏目是合并单元格，提取时丢了，“{line.names[0].text}”等名称右移{lost}级。"
    return named.repaired(Repair("level-restored", told, line.names[0].column)), lost


def _closed_up(line: Line, layout: Layout) -> tuple[Line, int]:
    """A level cannot be skipped: the names left of a hole slid left, those right of it stand."""
    names: list[Name] = []
    level = layout.level_of(line.names[-1].column)
    for name in reversed(line.names):
        names.insert(0, replace(name, level=level))
        level -= 1
    lost = names[0].level - layout.level_of(names[0].column)
    told = f"“{names[0].text}”与“{names[-1].text}”之间空了一级，左边的名称向左移了{lost}列，已右移{lost}级。"
    named = replace(line, names=tuple(names))
    return named.repaired(Repair("level-restored", told, names[0].column)), lost


def _lost(line: Line, layout: Layout, habit: Habit) -> int:
    """How many levels were lost on the left: the reading with the fewest separate losses.

    Extraction drops whole runs of empty cells: merged ones left of the names, unused ones right of them.
    A reading that drops only a part of the unused ones is less likely than one that drops the merged one.
    Where every whole line ends at the last level, so does this one.
    """
    first, last = (layout.level_of(line.names[i].column) for i in (0, -1))
    if habit.leaf and 0 <= habit.leaf - last <= line.slid:
        return habit.leaf - last
    choices = [lost for lost in range(line.slid + 1) if first + lost in habit.first] or [0]
    return min(choices, key=lambda lost: (_losses(line.slid, lost, len(layout.levels) - last - lost), lost))


def _losses(slid: int, left: int, unused: int) -> int:
    right = slid - left
    if unused < 0 or right > unused:
        return 9
    partly = 2 if right < unused else 1
    return (1 if left else 0) + (partly if right else 0)


def _moved(line: Line, layout: Layout, lost: int) -> Line:
    return replace(
        line,
        names=tuple(
            replace(name, level=max(layout.level_of(name.column), 1 - layout.levels[0]) + lost)
            for name in line.names
        ),
    )


def _following(line: Line, opening: Line, lost: int, layout: Layout) -> Line:
    """Levels of a line inside an item."""
    if not line.names:
        return line
    if line.basis and (line.slid or line.is_disordered):
        return _own_branch(line, opening)
    begins = layout.levels[0] - line.names[0].column
    moved = max(line.slid, begins) if begins > 0 else lost if line.slid > 0 else 0
    named = _moved(line, layout, moved)
    if not moved:
        return named
    told = f"“{line.names[0].text}”等名称随本项开头一行右移{moved}级。"
    return named.repaired(Repair("level-restored", told, line.names[0].column))


def _own_branch(line: Line, opening: Line) -> Line:
    """A displaced line that brings its own legal basis stands beside the item's branch, not in it."""
    named = _at(line, branch_level(opening))
    beside = next((name.text for name in opening.names if name.level == branch_level(opening)), opening.leaf)
    told = f"“{line.names[0].text}”有自己的设立依据，不是“{beside}”的下级，与它并列。把握较大，请核对。"
    return named.repaired(Repair("own-branch", told, line.names[0].column, Severity.WARNING))


def branch_level(opening: Line) -> int:
    """The level of an item's own name: the first, or the second where level one is printed beside it."""
    if not opening.names:
        return 1
    first = opening.names[0].level
    return 2 if first == 1 and len(opening.names) > 1 else first
