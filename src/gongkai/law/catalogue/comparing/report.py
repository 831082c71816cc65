"""A comparison as a report for people, before it is drawn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.law.catalogue.comparing import meaning
from gongkai.law.catalogue.comparing.changes import Comparison, Pair, Part, PartChange
from gongkai.law.catalogue.comparing.marking import Piece, legible, marked
from gongkai.law.catalogue.comparing.meaning import Circumstances, shown

NO_CHANGE = "两版目录没有差别。"
PARTS = {
    Part.CONTENT: "栏目内容",
    Part.BASIS: "设立依据",
    Part.LIMIT: "公开时限",
}


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text of which words changed.

    有改动的文字：`label` 是哪一栏。
    """

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One column in a group of the report.

    报告的一条：`heading` 是栏目，`before` 是它原来的位置，`sentences` 是对栏目和已有文件意味着什么。
    """

    heading: str
    sentences: tuple[str, ...]
    before: str = ""
    words: tuple[MarkedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one sort.

    报告的一组：新增、取消、移动、改名、变化……
    """

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison says, ready to be drawn.

    比较报告：没有差别时 `groups` 为空。
    """

    title_before: str
    title_after: str
    groups: tuple[Group, ...]

    @property
    def summary(self) -> str:
        """The counts in one sentence."""
        if not self.groups:
            return NO_CHANGE
        return "、".join(f"{group.name}{len(group.entries)}个" for group in self.groups) + "。"


def report(comparison: Comparison, around: Circumstances) -> Report:
    """The report: each sort of change once, each change with what it means."""
    groups = (Group(name, tuple(entries(comparison, around))) for name, entries in _GROUPS)
    shown_groups = tuple(group for group in groups if group.entries)
    return Report(
        comparison.title_before, comparison.title_after, () if comparison.is_empty else shown_groups
    )


def _added(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for item in comparison.added:
        yield Entry(shown(item.path), (meaning.of_added(item, around),))


def _removed(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for item in comparison.removed:
        yield Entry(shown(item.path), (meaning.of_removed(item, around),))


def _moved(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for pair in comparison.moved:
        yield _entry(pair, meaning.of_moved(pair, around))


def _renamed(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for pair in comparison.renamed:
        yield _entry(pair, meaning.of_renamed(pair, around))


def _changed(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for pair in comparison.changed:
        words = tuple(_words(change) for change in pair.changes if change.part in PARTS)
        before = shown(pair.before.path) if pair.before.path != pair.after.path else ""
        yield Entry(shown(pair.after.path), meaning.of_changed(pair, around), before, words)


def _split(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for one in comparison.split:
        yield Entry(shown(one.before[0]), (meaning.of_split(one, comparison, around),))


def _merged(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for one in comparison.merged:
        yield Entry(shown(one.after[0]), (meaning.of_merged(one, comparison, around),))


def _branches(comparison: Comparison, around: Circumstances) -> Iterator[Entry]:
    for was, now in comparison.branches:
        yield Entry(shown(now), ("上级栏目换了名称或位置，它下面的栏目跟着走，网址不变。",), shown(was))


_GROUPS: tuple[tuple[str, Callable[[Comparison, Circumstances], Iterable[Entry]]], ...] = (
    ("新增", _added),
    ("取消", _removed),
    ("移动", _moved),
    ("改名", _renamed),
    ("变化", _changed),
    ("拆分", _split),
    ("合并", _merged),
    ("上级栏目移动或改名", _branches),
)


def _entry(pair: Pair, sentence: str) -> Entry:
    return Entry(shown(pair.after.path), (sentence,), shown(pair.before.path))


def _words(change: PartChange) -> MarkedText:
    return MarkedText(PARTS[change.part], marked(legible(change.before), legible(change.after)))
