"""Turns the library's rows into facts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db.models import Min
from django.utils import timezone

from gongkai.law.facts import ColumnFact, DocumentFact, Relation, RelationKind
from gongkai.law.review import Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.collect import dates_of
from gongkai.web.library.models import CatalogueItem, Column, Document, Edition, ReviewAct
from gongkai.web.library.models import Relation as RelationRow
from gongkai.web.org.models import Body


def column_facts() -> tuple[ColumnFact, ...]:
    """Every column with every rule it has had, from the edition that brought it to the one that changed it.

    Duties of the past are judged by the catalogue of their day, whatever was loaded since.
    """
    facts: list[ColumnFact] = []
    current: dict[str, ColumnFact] = {}
    for edition in _editions():
        kept = {fact.key: fact for fact in _facts_of(edition)}
        for key, fact in list(current.items()):
            if kept.get(key) is None or replace(kept[key], since=fact.since) != fact:
                facts.append(replace(fact, until=edition.in_force_on))
                del current[key]
        current = kept | current
    return (*facts, *current.values())


def _editions() -> list[Edition]:
    """The editions that were in force, oldest first; of two from the same day the later loaded one."""
    by_day = {edition.in_force_on: edition for edition in Edition.objects.order_by("in_force_on", "id")}
    return list(by_day.values())


def _facts_of(edition: Edition) -> Iterator[ColumnFact]:
    rows = CatalogueItem.objects.filter(edition=edition, kept_by__isnull=False)
    for row in rows.select_related("kept_by__body", "branch"):
        if row.kept_by is not None:
            yield ColumnFact(
                key=row.kept_by.code,
                path=tuple(row.path),
                branch=row.branch.code if row.branch else "",
                kind=ColumnKind(row.kind),
                time_limit_text=row.time_limit_text,
                since=edition.in_force_on,
                body=row.kept_by.body.code,
            )


def document_facts(as_of: date) -> tuple[DocumentFact, ...]:
    """Every document, drafts too: an event recorded is an event that happened.

    Whether it was off the site is told as it stood at the end of `as_of`, whatever came later.
    """
    return tuple(_document_facts(as_of))


def _document_facts(as_of: date) -> Iterator[DocumentFact]:
    relations, first_published, withdrawn = _relations(), _first_published(), _withdrawn(as_of)
    columns = dict(Column.objects.values_list("pk", "code"))
    bodies = dict(Body.objects.values_list("pk", "code"))
    rows = Document.objects.only(
        *("code", "column_id", "body_id", "title", "signed_on", "issued_on", "formed_on", "decided_on"),
        *("approved_on", "effective_on", "opens_on", "closes_on"),
    )
    for row in rows.order_by("id"):
        yield DocumentFact(
            key=row.code,
            column=columns[row.column_id],
            title=row.title,
            dates=dates_of(row),
            published_on=first_published.get(row.pk),
            withdrawn_on=withdrawn.get(row.pk),
            opens_on=row.opens_on,
            closes_on=row.closes_on,
            relations=tuple(relations[row.pk]),
            body=bodies[row.body_id],
        )


def _first_published() -> dict[int, date]:
    """The day each document first became public: withdrawing and republishing does not make it late."""
    acts = ReviewAct.objects.filter(after=Status.PUBLISHED).order_by()
    days = acts.values_list("document_id").annotate(Min("at"))
    return {document: timezone.localdate(at) for document, at in days}


def _withdrawn(as_of: date) -> dict[int, date]:
    """The day each document came off the site, of those that were off it at the end of a day."""
    ever = ReviewAct.objects.filter(after=Status.WITHDRAWN).values("document_id")
    moves = ReviewAct.objects.filter(document__in=ever, after__in=[Status.PUBLISHED, Status.WITHDRAWN])
    found: dict[int, date] = {}
    for document, after, at in moves.order_by("id").values_list("document_id", "after", "at"):
        if (day := timezone.localdate(at)) > as_of:
            continue
        found.pop(document, None)
        if after == Status.WITHDRAWN:
            found[document] = day
    return found


def _relations() -> dict[int, list[Relation]]:
    found: dict[int, list[Relation]] = defaultdict(list)
    for source, kind, target in RelationRow.objects.order_by("id").values_list(
        "source_id", "kind", "target__code"
    ):
        found[source].append(Relation(RelationKind(kind), target))
    return found
