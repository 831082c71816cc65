"""The tree of columns as the public sees it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models import Column


@dataclass(frozen=True, slots=True)
class Node:
    """A column with its place in the tree.

    栏目及其在树中的位置。`path` 含自身；枝干没有 `kind`。
    """

    id: int
    code: str
    name: str
    path: tuple[str, ...]
    parent: str
    kind: ColumnKind | None
    body: str
    time_limit_text: str = ""
    content: str = ""
    legal_basis_text: str = ""
    outbound_url: str = ""
    published_count: int = 0
    is_retired: bool = False
    children: tuple["Node", ...] = ()

    @property
    def is_leaf(self) -> bool:
        """Whether documents (or a link) stand in it."""
        return self.kind is not None

    @property
    def is_link(self) -> bool:
        """Whether it only leads to another site (转链)."""
        return self.kind is ColumnKind.OUTBOUND_LINK

    @property
    def href(self) -> str:
        """Its address on the site."""
        return f"/columns/{self.code}/"

    def leaves(self) -> Iterator["Node"]:
        """The leaf columns below it, itself if it is one, in order."""
        if self.is_leaf:
            yield self
        for child in self.children:
            yield from child.leaves()


@dataclass(frozen=True, slots=True)
class Tree:
    """All columns, by place and by code."""

    roots: tuple[Node, ...]
    by_code: dict[str, Node]
    code_of: dict[int, str] = field(default_factory=dict)

    def leaves(self) -> tuple[Node, ...]:
        """Every leaf column, in the order of the catalogue."""
        return tuple(leaf for root in self.roots for leaf in root.leaves())

    def branches(self) -> tuple[Node, ...]:
        """Every column that holds columns."""
        return tuple(node for node in self.by_code.values() if not node.is_leaf)

    def ancestors(self, node: Node) -> tuple[Node, ...]:
        """The branches above a column, from the top down."""
        above: list[Node] = []
        while node.parent:
            node = self.by_code[node.parent]
            above.append(node)
        return tuple(reversed(above))

    def first_of(self, kind: ColumnKind) -> Node | None:
        """The first leaf of a kind, in the order of the catalogue."""
        return next((leaf for leaf in self.leaves() if leaf.kind is kind), None)


def tree() -> Tree:
    """The whole tree; a retired column stays while documents stand in it."""
    rows = list(Column.objects.select_related("item", "body").order_by("order"))
    below: dict[int | None, list[Column]] = defaultdict(list)
    for row in rows:
        below[row.parent_id].append(row)
    by_code: dict[str, Node] = {}
    roots = _grow(below, None, (), "", by_code)
    return Tree(roots, by_code, {node.id: node.code for node in by_code.values()})


def _grow(
    below: dict[int | None, list[Column]],
    parent: int | None,
    path: tuple[str, ...],
    parent_code: str,
    by_code: dict[str, Node],
) -> tuple[Node, ...]:
    grown = []
    for row in below[parent]:
        children = _grow(below, row.pk, (*path, row.name), row.code, by_code)
        if row.is_retired and not children and not row.published_count:
            continue
        if not row.item and not children:
            continue
        by_code[row.code] = _node(row, (*path, row.name), parent_code, children)
        grown.append(by_code[row.code])
    return tuple(grown)


def _node(row: Column, path: tuple[str, ...], parent: str, children: tuple[Node, ...]) -> Node:
    item = row.item
    return Node(
        id=row.pk,
        code=row.code,
        name=row.name,
        path=path,
        parent=parent,
        kind=row.kind,
        body=row.body.name,
        time_limit_text=item.time_limit_text if item else "",
        content=item.content if item else "",
        legal_basis_text=item.legal_basis_text if item else "",
        outbound_url=row.outbound_url,
        published_count=row.published_count,
        is_retired=row.is_retired,
        children=children,
    )
