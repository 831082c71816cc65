"""What a new edition of the catalogue means for the columns."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import Faults, LawError
from gongkai.web.library.models import Column, Document

Path = tuple[str, ...]


class StepKind(StrEnum):
    """What happens to a column when an edition is loaded.

    新增、保留、移动、停用。
    """

    ADD = "add"
    KEEP = "keep"
    MOVE = "move"
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

    载入计划：先列新目录的全部栏目，再列其中没有了的。
    """

    title: str
    steps: tuple[ColumnStep, ...]

    def of(self, *kinds: StepKind) -> tuple[ColumnStep, ...]:
        """The steps of these kinds."""
        return tuple(step for step in self.steps if step.kind in kinds)


def edition_plan(catalogue: Catalogue) -> EditionPlan:
    """What loading this catalogue would do; nothing is changed.

    A column is known again by its path, else by its name under the same parent, else by a name that only
    one old and one new column of its kind bear. Raises Faults for a tree that cannot be kept.
    """
    tree = _tree(catalogue)
    old = {path: column for column, path in _paths(Column.objects.select_related("item")).items()}
    documents = Counter(Document.objects.values_list("column_id", flat=True))
    known = _known(tree, old)
    steps = [_step(path, item, known.get(path), documents) for path, item in tree.items()]
    if faults := [("", fault) for fault in map(_lost_documents, steps) if fault]:
        raise Faults(faults)
    used = {column.pk for column, _ in known.values()}
    gone = {path: column for path, column in old.items() if column.pk not in used}
    return EditionPlan(catalogue.title, (*steps, *_gone(gone, documents)))


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


def _known(tree: dict[Path, Item | None], old: dict[Path, Column]) -> dict[Path, tuple[Column, Path]]:
    found = {path: (old[path], path) for path in tree if path in old}
    used = {path for _, path in found.values()}
    new_names = Counter(_likeness(path[-1], item) for path, item in tree.items() if path not in found)
    free = {path: column for path, column in old.items() if path not in used}
    old_names = Counter(_likeness(column.name, column.item) for column in free.values())
    for path, item in tree.items():
        if path in found:
            continue
        like = _likeness(path[-1], item)
        parent = found.get(path[:-1])
        near = (*parent[1], path[-1]) if parent else ()
        far = [one for one, column in free.items() if _likeness(column.name, column.item) == like]
        if near in free:
            found[path] = (free.pop(near), near)
        elif len(far) == 1 and new_names[like] == 1 == old_names[like]:
            found[path] = (free.pop(far[0]), far[0])
    return found


def _likeness(name: str, item: object) -> tuple[str, str]:
    kind = getattr(item, "column_kind", None) or getattr(item, "kind", "")
    return name, str(kind)


def _step(
    path: Path, item: Item | None, known: tuple[Column, Path] | None, documents: Counter[int]
) -> ColumnStep:
    if known is None:
        return ColumnStep(StepKind.ADD, path, item)
    column, before = known
    kind = StepKind.KEEP if before == path else StepKind.MOVE
    rule = column.item.time_limit_text if column.item else ""
    return ColumnStep(kind, path, item, column, before, documents[column.pk], rule)


def _lost_documents(step: ColumnStep) -> str:
    if step.item is None and step.documents:
        where = " › ".join(step.path)
        return f"“{where}”里有{step.documents}份文件，新目录却在它下面分了栏目；请先为这些文件定好去处。"
    return ""


def _gone(gone: dict[Path, Column], documents: Counter[int]) -> list[ColumnStep]:
    """What the new edition no longer has: retired, never removed, as it owed something until today."""
    return [
        ColumnStep(StepKind.RETIRE, path, None, column, path, documents[column.pk])
        for path, column in gone.items()
        if not column.is_retired
    ]
