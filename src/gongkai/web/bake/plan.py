"""Which pages a change to some documents touches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from gongkai.web.library.models import Document, Relation
from gongkai.web.portal.queries import PAGE_SIZE, Node, Tree, in_beijing


@dataclass(frozen=True, slots=True)
class Touched:
    """The pages that some documents appear on.

    牵连到的页面：文件页（含相关文件）、栏目最新页、归档页、年份页、上级栏目页、站点地图的年份。
    """

    documents: frozenset[int]
    newest: tuple[Node, ...]
    archives: tuple[tuple[Node, int], ...]
    years: tuple[tuple[Node, int], ...]
    feeds: tuple[Node, ...]
    site_years: frozenset[int]


def touched(codes: Sequence[str], tree: Tree) -> Touched:
    """What must be written anew when these documents change, whatever else the site holds.

    Pages of neighbours in the same branch are among them: a new original makes an interpretation due,
    which an empty column beside it says.
    """
    rows = list(
        Document.objects.filter(code__in=codes, sequence__isnull=False).values_list(
            "pk", "column_id", "sequence", "published_at"
        )
    )
    own = {pk for pk, *_ in rows}
    columns = {
        column: tree.by_code[tree.code_of[column]] for _, column, _, _ in rows if column in tree.code_of
    }
    archives = {
        (columns[column], (sequence - 1) // PAGE_SIZE + 1)
        for _, column, sequence, _ in rows
        if column in columns
        and (sequence - 1) // PAGE_SIZE + 1 <= columns[column].published_count // PAGE_SIZE
    }
    years = {(column, in_beijing(at).year) for _, column, _, at in rows if at and column in columns}
    return Touched(
        documents=frozenset(own | _related(own)),
        newest=_newest(columns.values(), tree),
        archives=tuple(archives),
        years=tuple((columns[column], year) for column, year in years),
        feeds=tuple(columns.values()),
        site_years=frozenset(year for _, year in years),
    )


def _related(own: set[int]) -> set[int]:
    """Documents that a relation joins to these, published or withdrawn."""
    pairs = Relation.objects.filter(Q(source__in=own) | Q(target__in=own)).values_list(
        "source_id", "target_id"
    )
    ends = {end for pair in pairs for end in pair} - own
    return set(Document.objects.filter(pk__in=ends, sequence__isnull=False).values_list("pk", flat=True))


def _newest(columns: Iterable[Node], tree: Tree) -> tuple[Node, ...]:
    found: dict[str, Node] = {}
    for column in columns:
        above = tree.ancestors(column)
        beside = above[-1].children if above else ()
        for node in (column, *above, *(one for one in beside if one.is_leaf)):
            found[node.code] = node
    return tuple(found.values())
