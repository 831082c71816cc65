"""What is owed, computed when asked."""

from datetime import date
from functools import lru_cache

from gongkai.law.obligations import Duty, duties
from gongkai.web import clock, law
from gongkai.web.audit.models import AuditLine
from gongkai.web.library.models import Document
from gongkai.web.org.models import Body
from gongkai.web.oversight import collect


def owed(as_of: date | None = None, body: Body | None = None) -> tuple[Duty, ...]:
    """Every duty with its state at the end of the day `as_of` (today when left out)."""
    everything = _owed(_last_act(), as_of or clock.today())
    return everything if body is None else tuple(duty for duty in everything if duty.body == body.code)


def duties_of(document: Document) -> tuple[Duty, ...]:
    """The duties that speak of this document: its own, those it settles, those it is meant to settle.

    A draft that interprets or answers another document is meant to settle the duty about that one.
    """
    targets = set(document.relations.values_list("target__code", flat=True))
    column = document.column.code
    return tuple(
        duty
        for duty in owed()
        if document.code in (duty.subject, duty.evidence)
        or (duty.column == column and duty.subject in targets)
    )


def _last_act() -> str:
    """The hash of the last audit line: it changes with every act, so it names a state of the books."""
    return AuditLine.objects.order_by("-sequence").values_list("hash", flat=True).first() or ""


@lru_cache(maxsize=8)
def _owed(last_act: str, as_of: date) -> tuple[Duty, ...]:
    return duties(
        collect.column_facts(), collect.document_facts(as_of), law.calendar(), law.statutory_limit(), as_of
    )
