"""Reading the audit and proving that nobody changed it."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC

from django.db.models import QuerySet

from gongkai.web.audit.models import AuditLine, ChainHead

GENESIS = "0" * 64


def line_hash(line: AuditLine) -> str:
    """The hash of all that a line says, the hash of the line before included."""
    content = [
        line.sequence,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.person_id,
        line.person_name,
        line.body_code,
        line.act,
        line.subject,
        line.sentence,
        line.details,
        line.previous_hash,
    ]
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def lines() -> QuerySet[AuditLine]:
    """Every line, the newest first."""
    return AuditLine.objects.order_by("-sequence")


def lines_about(subject: str) -> QuerySet[AuditLine]:
    """The lines about one thing, the oldest first.

    Things are named as `document:d000123`, `column:c012`, `person:linxw`, `body:b1`, `catalogue:1`.
    """
    return AuditLine.objects.filter(subject=subject).order_by("sequence")


def broken_links() -> list[str]:
    """One sentence for each place where the chain does not hold; empty when nobody touched it."""
    return list(_breaks())


def _breaks() -> Iterator[str]:
    sequence, before = 0, GENESIS
    for line in AuditLine.objects.order_by("sequence").iterator(2000):
        if line.sequence != sequence + 1:
            yield f"审计记录第{sequence + 1}行至第{line.sequence - 1}行不见了。"
        elif line.previous_hash != before:
            yield f"审计记录第{line.sequence}行与上一行接不上，两行之中至少有一行被改过。"
        if line_hash(line) != line.hash:
            yield f"审计记录第{line.sequence}行的内容与它的散列不符，这一行被改过。"
        sequence, before = line.sequence, line.hash
    head = ChainHead.objects.filter(pk=1).first()
    expected = (head.sequence, head.hash) if head else (0, GENESIS)
    if (sequence, before) != expected:
        yield f"审计记录到第{sequence}行为止，应到第{expected[0]}行，末尾被删改过。"
