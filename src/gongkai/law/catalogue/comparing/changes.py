"""What changed between two editions, as values."""

from dataclasses import dataclass
from enum import StrEnum

from gongkai.law.catalogue.comparing.strictness import Strictness
from gongkai.law.catalogue.model import Item
from gongkai.law.time_limit.rule import Rule

Path = tuple[str, ...]


class Part(StrEnum):
    """What of a column can change.

    变化的部分：栏目内容、设立依据、公开时限、栏目种类、内容要素、其他栏。
    """

    CONTENT = "content"
    BASIS = "legal_basis"
    LIMIT = "time_limit"
    KIND = "column_kind"
    ELEMENTS = "elements"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part of a column before and after.

    一处变化。`name` 是其他栏的栏名；`gone`、`come` 是去掉的、增加的要素或依据；`rules_before`、
    `rules_after`、`strictness` 只用于公开时限。
    """

    part: Part
    before: str
    after: str
    name: str = ""
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    rules_before: tuple[Rule, ...] = ()
    rules_after: tuple[Rule, ...] = ()
    strictness: Strictness = Strictness.SAME


@dataclass(frozen=True, slots=True)
class Pair:
    """A column that both editions have.

    两版都有的栏目：`changes` 是各处变化，按表的次序。
    """

    before: Item
    after: Item
    changes: tuple[PartChange, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether it stands under another branch."""
        return self.before.path[:-1] != self.after.path[:-1]

    @property
    def is_renamed(self) -> bool:
        """Whether its own name is another."""
        return self.before.path[-1] != self.after.path[-1]


@dataclass(frozen=True, slots=True)
class Divided:
    """A column split into several, or several put together.

    一分为二、合并：`before` 是旧版的栏目，`after` 是新版的栏目；一边只有一个，另一边有两个以上。
    """

    before: tuple[Path, ...]
    after: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions of a catalogue beside each other.

    目录两版的比较：`pairs` 是两版都有的栏目（不论有无变化），`branches` 是改名或移动的上级栏目。
    """

    title_before: str
    title_after: str
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    pairs: tuple[Pair, ...]
    branches: tuple[tuple[Path, Path], ...] = ()
    split: tuple[Divided, ...] = ()
    merged: tuple[Divided, ...] = ()

    @property
    def moved(self) -> tuple[Pair, ...]:
        """Columns that stand under another branch."""
        return tuple(pair for pair in self.pairs if pair.is_moved)

    @property
    def renamed(self) -> tuple[Pair, ...]:
        """Columns whose own name is another."""
        return tuple(pair for pair in self.pairs if pair.is_renamed)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Columns of which a part changed, moved or not."""
        return tuple(pair for pair in self.pairs if pair.changes)

    @property
    def is_empty(self) -> bool:
        """Whether the editions say the same."""
        return not (self.added or self.removed or self.moved or self.renamed or self.changed)
