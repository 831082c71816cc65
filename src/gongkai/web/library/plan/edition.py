"""What a new edition of the catalogue means for the columns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai.law import lawdata
from gongkai.law.catalogue.comparing import editions, matching
from gongkai.law.catalogue.comparing.changes import Comparison
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import Faults, LawError
from gongkai.web import law
from gongkai.web.library.models import Column, Document, Edition

Path = tuple[str, ...]


class StepKind(StrEnum):
    """What happens to a column when an edition is loaded.

    新增、恢复使用、保留、移动（上级不同）、改名（只有名称不同）、停用。
    """

    ADD = "add"
    RESTORE = "restore"
    KEEP = "keep"
    MOVE = "move"
    RENAME = "rename"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class ColumnStep:
    """One column in a new edition.

    载入新版目录时一个栏目的变化；`documents` 是其中现有文件数，`rule_before` 是原公开时限。
    """

    kind: StepKind
    path: Path
    item: Item | None = None
    column: Column | None = None
    before: Path = ()
    documents: int = 0
    rule_before: str = ""

    @property
    def is_rule_changed(self) -> bool:
        """Whether a column that stays gets another time limit."""
        return bool(self.before) and self.item is not None and self.rule_before != self.item.time_limit_text


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """What loading a catalogue would do, column by column.

    载入计划：先列新目录的全部栏目，再列其中没有了的。`comparison` 是现行目录与新目录的比较，与各步出自
    同一次对应；`documents` 是现有各栏目（按现在的路径）的文件数。
    """

    title: str
    steps: tuple[ColumnStep, ...]
    comparison: Comparison
    documents: Mapping[Path, int]

    def of(self, *kinds: StepKind) -> tuple[ColumnStep, ...]:
        """The steps of these kinds."""
        return tuple(step for step in self.steps if step.kind in kinds)


def edition_plan(catalogue: Catalogue) -> EditionPlan:
    """What loading this catalogue would do; nothing is changed.

    Which column goes on as which is settled where editions are compared (law/catalogue/comparing/matching);
    a column out of use is known again by its path. Raises Faults for a tree that cannot be kept.
    """
    tree = _tree(catalogue)
    old = {path: column for column, path in _paths(Column.objects.select_related("item")).items()}
    dormant = {path for path, column in old.items() if column.is_retired}
    current = Edition.objects.first()
    before = _items(old, current)
    known = matching.known(before, tree, dormant)
    counted = Counter(Document.objects.values_list("column_id", flat=True))
    documents = {path: counted[column.pk] for path, column in old.items()}
    steps = [_step(path, item, known.get(path), old, documents) for path, item in tree.items()]
    if faults := [("", fault) for fault in map(_lost_documents, steps) if fault]:
        raise Faults(faults)
    kept = set(known.values())
    gone = {path: column for path, column in old.items() if path not in kept}
    awake = {path: item for path, item in before.items() if path not in dormant}
    lasting = {path: was for path, was in known.items() if was not in dormant}
    titles = (current.title if current else "", catalogue.title)
    comparison = editions.compared(titles, awake, tree, lasting, law.statutory_limit())
    return EditionPlan(catalogue.title, (*steps, *_gone(gone, documents)), comparison, documents)


def _tree(catalogue: Catalogue) -> dict[Path, Item | None]:
    """Every path of the new tree, parents first and siblings together; branches have no item."""
    if not catalogue.items:
        raise LawError("目录里没有读到任何公开事项，没有载入；请用 gongkai catalogue check 查看原因。")
    children: dict[Path, list[Path]] = defaultdict(list)
    leaves: dict[Path, Item] = {}
    for item in catalogue.items:
        if item.path in leaves:
            raise LawError(f"目录里有两行都是“{' › '.join(item.path)}”，不知道以哪一行为准；请改一行的名称。")
        leaves[item.path] = item
        for depth in range(1, len(item.path) + 1):
            path = item.path[:depth]
            if path not in children[path[:-1]]:
                children[path[:-1]].append(path)
    for path in leaves:
        if children.get(path):
            raise LawError(f"“{' › '.join(path)}”下面还有栏目，自己又有内容；请把它的内容另列一行。")
    ordered: dict[Path, Item | None] = {}
    _walk((), children, leaves, ordered)
    return ordered


def _walk(
    path: Path,
    children: dict[Path, list[Path]],
    leaves: dict[Path, Item],
    ordered: dict[Path, Item | None],
) -> None:
    for child in children.get(path, []):
        ordered[child] = leaves.get(child)
        _walk(child, children, leaves, ordered)


def _paths(columns: Iterable[Column]) -> dict[Column, Path]:
    by_id = {column.pk: column for column in columns}

    def path(column: Column) -> Path:
        parent = by_id.get(column.parent_id)
        return (*(path(parent) if parent else ()), column.name)

    return {column: path(column) for column in by_id.values()}


def _items(old: Mapping[Path, Column], current: Edition | None) -> dict[Path, Item | None]:
    """What each column keeps now, read from the edition in force; a column out of use only is a leaf."""
    printed = {item.path: item for item in lawdata.catalogue_from(current.source).items} if current else {}
    return {
        path: printed.get(path, Item(column.item.number, path)) if column.item else None
        for path, column in old.items()
    }


def _step(
    path: Path, item: Item | None, was: Path | None, old: Mapping[Path, Column], documents: Mapping[Path, int]
) -> ColumnStep:
    if was is None:
        return ColumnStep(StepKind.ADD, path, item)
    column = old[was]
    rule = column.item.time_limit_text if column.item else ""
    return ColumnStep(_kind(path, was, column), path, item, column, was, documents[was], rule)


def _kind(path: Path, was: Path, column: Column) -> StepKind:
    if column.is_retired:
        return StepKind.RESTORE
    if was == path:
        return StepKind.KEEP
    return StepKind.RENAME if was[:-1] == path[:-1] else StepKind.MOVE


def _lost_documents(step: ColumnStep) -> str:
    if step.item is None and step.documents:
        where = " › ".join(step.path)
        return f"“{where}”里有{step.documents}份文件，新目录却在它下面分了栏目；请先为这些文件定好去处。"
    return ""


def _gone(gone: dict[Path, Column], documents: Mapping[Path, int]) -> list[ColumnStep]:
    """What the new edition no longer has: retired, never removed, as it owed something until today."""
    return [
        ColumnStep(StepKind.RETIRE, path, None, column, path, documents[path])
        for path, column in gone.items()
        if not column.is_retired
    ]
