"""Which of a document's dates an event happened on."""

from datetime import date

from gongkai.law.facts import Dated
from gongkai.law.vocabulary import Event
from gongkai.web.library.models import Document

# The day on which information was formed (条例第二十六条) is rarely written down as such: it is the day
# recorded for it, else that of signing, else of the decision, the approval or the issue.
FORMED = ("formed_on", "signed_on", "decided_on", "approved_on", "issued_on")

# Event → the columns that tell its day, the first that is filled wins.
EVENT_FIELDS: dict[Event, tuple[str, ...]] = {
    Event.FORMED_OR_CHANGED: FORMED,
    Event.FORMED: FORMED,
    Event.CHANGED: FORMED,
    Event.OBTAINED: FORMED,
    Event.ISSUED: ("issued_on",),
    Event.SIGNED: ("signed_on",),
    Event.DECIDED: ("decided_on",),
    Event.APPROVED: ("approved_on",),
    Event.EFFECTIVE: ("effective_on",),
    Event.STARTED: ("opens_on",),
    Event.CLOSED: ("closes_on",),
    Event.HELD: ("formed_on",),
}


def happened_on(document: Document, event: Event) -> date | None:
    """The day of an event in a document's life, or None while it is not recorded."""
    days = (getattr(document, name) for name in EVENT_FIELDS.get(event, ()))
    return next((day for day in days if day is not None), None)


def dates_of(document: Document) -> tuple[Dated, ...]:
    """Every event that a document's dates record, for the law to count from."""
    days = ((event, happened_on(document, event)) for event in EVENT_FIELDS)
    return tuple(Dated(event, day) for event, day in days if day is not None)
