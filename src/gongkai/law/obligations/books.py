"""The facts of an office as they stood on one day."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gongkai.law.facts import ColumnFact, DocumentFact, RelationKind
from gongkai.law.time_limit.rule import Rule
from gongkai.law.vocabulary import ColumnKind, Event
from gongkai.law.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Books:
    """What an office's books say on a day, arranged for asking.

    `answering[(kind, key)]` are the documents that stand in that relation to document `key`.
    """

    today: date
    calendar: Calendar
    statutory: Rule
    columns: Sequence[ColumnFact]
    documents: Mapping[str, Sequence[DocumentFact]]
    answering: Mapping[tuple[RelationKind, str], Sequence[DocumentFact]]

    def in_branch(
        self, column: ColumnFact, kind: ColumnKind, event_on: Callable[[DocumentFact], date | None]
    ) -> list[DocumentFact]:
        """The documents of the columns of this kind that stood beside `column` on the day of the event."""
        beside = [one for one in self.columns if one.branch == column.branch and one.kind is kind]
        return [
            document
            for one in beside
            for document in self.documents.get(one.key, ())
            if (on := event_on(document)) is not None and one.covers(on)
        ]


def open_books(
    columns: Sequence[ColumnFact],
    documents: Sequence[DocumentFact],
    calendar: Calendar,
    statutory: Rule,
    today: date,
) -> Books:
    """The books as they stood at the end of `today`: nothing that came later is in them.

    The calendar too is the one of that day, so that the answer about a past day never changes.
    """
    known = [as_known_on(document, today) for document in documents]
    by_column: dict[str, list[DocumentFact]] = defaultdict(list)
    answering: dict[tuple[RelationKind, str], list[DocumentFact]] = defaultdict(list)
    for document in known:
        by_column[document.column].append(document)
        for relation in document.relations:
            answering[relation.kind, relation.to].append(document)
    in_force = [replace(one, until=_not_after(one.until, today)) for one in columns if one.since <= today]
    return Books(today, calendar.known_on(today), statutory, in_force, by_column, answering)


def as_known_on(document: DocumentFact, day: date) -> DocumentFact:
    """The document without what happened after `day`; announced periods stay as announced."""
    later = (document.published_on, document.withdrawn_on, *(dated.on for dated in document.dates))
    if not any(happened_on and happened_on > day for happened_on in later):
        return document
    return replace(
        document,
        dates=tuple(dated for dated in document.dates if dated.on <= day or dated.event is Event.CLOSED),
        published_on=_not_after(document.published_on, day),
        withdrawn_on=_not_after(document.withdrawn_on, day),
    )


def _not_after(happened_on: date | None, day: date) -> date | None:
    return happened_on if happened_on and happened_on <= day else None


def happened(document: DocumentFact, event: Event) -> date | None:
    """The day of `event` in the life of a document, None while it has not happened."""
    if event is Event.PUBLISHED:
        return document.published_on
    return next((dated.on for dated in document.dates if dated.event is event), None)


def published(document: DocumentFact) -> date | None:
    """The day a document became public, None while it has not."""
    return document.published_on
