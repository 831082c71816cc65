"""Documents that another may be related to."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from gongkai.law.facts import RelationKind
from gongkai.law.review import Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models import Column, Document
from gongkai.web.library.plan import relation_for

MANY = 60
KIND_OF = {
    RelationKind.INTERPRETS: ColumnKind.NORMATIVE_DOCUMENT,
    RelationKind.ANSWERS: ColumnKind.CONSULTATION,
}
RELATION_WORDS = {
    RelationKind.INTERPRETS: ("解读", "被解读"),
    RelationKind.ANSWERS: ("反馈", "反馈见"),
    RelationKind.AMENDS: ("修改", "被修改"),
    RelationKind.REPEALS: ("废止", "被废止"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A document that may be related to."""

    code: str
    words: str


def targets_for(column: Column) -> tuple[Target, ...]:
    """The originals or consultations beside this column, the newest first."""
    wanted = relation_for(column)
    if wanted is None or wanted.kind not in KIND_OF:
        return ()
    kind = KIND_OF[wanted.kind].value
    beside = Q(column__parent_id=column.parent_id, column__item__kind=kind)
    return _targets(_public().filter(beside)[:MANY])


def targets_found(text: str, apart_from: Document) -> tuple[Target, ...]:
    """The published documents whose title or number has these characters, the newest first."""
    if not text.strip():
        return ()
    words = Q(title__contains=text.strip()) | Q(document_number__contains=text.strip())
    return _targets(_public().filter(words).exclude(pk=apart_from.pk)[:20])


def target_of(code: str) -> Target | None:
    """One document by its code, or None."""
    found = _targets(_public().filter(code=code))
    return found[0] if found else None


def _public() -> QuerySet[Document]:
    return Document.objects.filter(status=Status.PUBLISHED).order_by("-published_at", "-id")


def _targets(rows: Iterable[Document]) -> tuple[Target, ...]:
    return tuple(
        Target(row.code, f"{row.title}（{row.document_number or row.published_on}）") for row in rows
    )
