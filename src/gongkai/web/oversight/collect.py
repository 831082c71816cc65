"""Turns the library's rows into facts."""

from collections import defaultdict
from collections.abc import Iterator

from gongkai.law.facts import ColumnFact, DocumentFact, Relation, RelationKind
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.collect import dates_of
from gongkai.web.library.models import Column, Document
from gongkai.web.library.models import Relation as RelationRow


def column_facts() -> tuple[ColumnFact, ...]:
    """Every leaf column that keeps an item of the catalogue."""
    rows = Column.objects.filter(item__isnull=False).select_related("item__edition", "parent", "body")
    return tuple(
        ColumnFact(
            key=row.code,
            path=tuple(row.item.path),
            branch=row.parent.code if row.parent else "",
            kind=ColumnKind(row.item.kind),
            time_limit_text=row.item.time_limit_text,
            since=row.item.edition.in_force_on,
            body=row.body.code,
        )
        for row in rows
        if row.item is not None
    )


def document_facts() -> tuple[DocumentFact, ...]:
    """Every document, drafts too: an event recorded is an event that happened."""
    return tuple(_facts())


def _facts() -> Iterator[DocumentFact]:
    relations = _relations()
    rows = Document.objects.select_related("column", "body").defer("text", "summary", "keywords")
    for row in rows.order_by("id"):
        yield DocumentFact(
            key=row.code,
            column=row.column.code,
            title=row.title,
            dates=dates_of(row),
            published_on=row.published_on,
            withdrawn_on=row.withdrawn_on,
            opens_on=row.opens_on,
            closes_on=row.closes_on,
            relations=tuple(relations[row.pk]),
            body=row.body.code,
        )


def _relations() -> dict[int, list[Relation]]:
    found: dict[int, list[Relation]] = defaultdict(list)
    for source, kind, target in RelationRow.objects.order_by("id").values_list(
        "source_id", "kind", "target__code"
    ):
        found[source].append(Relation(RelationKind(kind), target))
    return found
