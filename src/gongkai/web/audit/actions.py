"""Writing the audit: one more line at the end of the chain."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from gongkai.web import clock
from gongkai.web.audit.models import AuditLine, ChainHead
from gongkai.web.audit.queries import GENESIS, line_hash
from gongkai.web.org.models import Body, Person

SYSTEM = "系统"


@transaction.atomic(savepoint=False)
def record(
    person: Person | None,
    act: str,
    subject: str,
    sentence: str,
    *,
    body: Body | None = None,
    details: Mapping[str, Any] | None = None,
    person_name: str = "",
) -> AuditLine:
    """One line about one act, written in the caller's transaction: both stand or neither.

    Whoever writes holds the end of the chain until the transaction ends, so the lines of acts that run
    at the same time come one after the other. `person` None is the system, or `person_name` where a name
    was given that nobody bears (a failed sign-in).
    """
    head = _head()
    line = AuditLine(
        sequence=head.sequence + 1,
        at=clock.now(),
        person=person,
        person_name=(person.name if person else person_name or SYSTEM)[:40],
        body_code=body.code if body else "",
        act=act,
        subject=subject[:80],
        sentence=sentence,
        details=dict(details or {}),
        previous_hash=head.hash,
    )
    line.hash = line_hash(line)
    line.save(force_insert=True)
    ChainHead.objects.filter(pk=1).update(sequence=line.sequence, hash=line.hash)
    return line


def _head() -> ChainHead:
    head = ChainHead.objects.select_for_update().filter(pk=1).first()
    if head is None:
        ChainHead.objects.get_or_create(pk=1, defaults={"sequence": 0, "hash": GENESIS})
        head = ChainHead.objects.select_for_update().get(pk=1)
    return head
