"""Reading columns, documents and who waits for whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from gongkai.law.facts import RelationKind
from gongkai.law.review import STAGES, Move, Passed, Role, Round, Status, refusal, reviewing_role
from gongkai.web.library.models import Attachment, Column, Document, Relation, ReviewAct, Version
from gongkai.web.org.models import Person
from gongkai.web.org.queries import roles_of


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as one of its two ends sees it.

    文件关系的一头：`is_source` 为真，本文件解读（反馈、修改、废止）`other`；为假则相反。
    """

    kind: RelationKind
    other: Document
    is_source: bool
    relation: Relation


def columns() -> list[Column]:
    """The whole tree in its order, every column with item, parent and body."""
    return list(Column.objects.select_related("item__edition", "parent", "body"))


def leaf_columns() -> list[Column]:
    """The columns in which documents stand (or that link elsewhere), in the order of the tree."""
    return [column for column in columns() if column.is_leaf]


def column(code: str) -> Column:
    """One column by its code; Column.DoesNotExist when there is none."""
    return Column.objects.select_related("item__edition", "parent", "body").get(code=code)


def published() -> QuerySet[Document]:
    """What is public now, the newest first."""
    public = Document.objects.filter(status=Status.PUBLISHED)
    return public.select_related("column__item", "column__parent", "body")


def document(code: str) -> Document:
    """One document by its code, whatever its status; Document.DoesNotExist when there is none."""
    return Document.objects.select_related("column__item", "column__parent", "body", "created_by").get(
        code=code
    )


def may_see(person: Person, document: Document) -> bool:
    """Whether this person may read a document at the desk: public, or of a body where they have a role."""
    return document.status == Status.PUBLISHED or is_of_own_body(person, document)


def is_of_own_body(person: Person, document: Document) -> bool:
    """Whether the document belongs to a body for which this person holds a role."""
    return document.body_id in roles_of(person)


def documents_of(
    person: Person,
    *,
    status: Status | None = None,
    column: Column | None = None,
    text: str = "",
) -> QuerySet[Document]:
    """The documents of the bodies where this person has a role, the last changed first."""
    found = Document.objects.filter(body_id__in=roles_of(person)).select_related(
        "column", "body", "created_by"
    )
    if status:
        found = found.filter(status=status)
    if column:
        found = found.filter(column=column)
    if text:
        numbers = Q(document_number__contains=text) | Q(index_number__contains=text) | Q(code=text)
        found = found.filter(Q(title__contains=text) | numbers)
    return found.order_by("-changed_at", "-id")


def waiting_for(person: Person) -> list[Document]:
    """The documents that this person may pass now, the longest waiting first."""
    own: dict[int, set[Role]] = roles_of(person)
    wanted = Q(pk__in=[])
    for body, roles in own.items():
        stages = [stage for stage in STAGES if reviewing_role(stage) in roles]
        wanted |= Q(body_id=body, status__in=stages)
    found = list(
        Document.objects.filter(wanted).select_related("column", "body", "created_by").order_by("id")
    )
    rounds = rounds_of(found)
    return [
        one
        for one in found
        if refusal(Move.APPROVE, rounds[one.pk], str(person.pk), own.get(one.body_id, set())) is None
    ]


def sent_back_to(person: Person) -> list[Document]:
    """The drafts that a reviewer returned and that this person had saved or begun, the last first."""
    last = ReviewAct.objects.filter(document=OuterRef("pk")).order_by("-id")
    wrote = Version.objects.filter(document=OuterRef("pk"), saved_by=person)
    found = Document.objects.filter(Exists(wrote), status=Status.DRAFT).annotate(
        last_move=Subquery(last.values("move")[:1]), returned_at=Subquery(last.values("at")[:1])
    )
    back = found.filter(last_move=Move.SEND_BACK).select_related("column", "body", "created_by")
    return list(back.order_by("-returned_at"))


def relations_of(document: Document, *, public: bool = False) -> tuple[RelationLine, ...]:
    """A document's relations, both ways; `public` leaves out those whose other end is not published."""
    ends = Relation.objects.filter(Q(source=document) | Q(target=document))
    rows = ends.select_related("source__column", "target__column", "source__body", "target__body")
    lines = []
    for row in rows.order_by("id"):
        is_source = row.source_id == document.pk
        other = row.target if is_source else row.source
        if not public or other.status == Status.PUBLISHED:
            lines.append(RelationLine(RelationKind(row.kind), other, is_source, row))
    return tuple(lines)


def relations_seen_by(person: Person, document: Document) -> tuple[RelationLine, ...]:
    """A document's relations, both ways, without those to documents that this person may not see."""
    own = roles_of(person)
    lines = relations_of(document)
    return tuple(line for line in lines if line.other.status == Status.PUBLISHED or line.other.body_id in own)


def rounds_of(documents: Iterable[Document]) -> dict[int, Round]:
    """The present round of review of each document, by its id, in two questions to the database.

    Writers are all who saved a version since the last publication, and whoever saved the present one.
    """
    among = {document.pk: document for document in documents}
    acts: dict[int, list[ReviewAct]] = defaultdict(list)
    made = ReviewAct.objects.filter(document__in=among).order_by("id").defer("conclusion")
    for act in made.annotate(version_number=F("version__number")):
        acts[act.document_id].append(act)
    versions: dict[int, list[tuple[int, int]]] = defaultdict(list)
    saved = Version.objects.filter(document__in=among).order_by("number")
    for document_id, number, person_id in saved.values_list("document_id", "number", "saved_by_id"):
        versions[document_id].append((number, person_id))
    return {
        key: Round(Status(one.status), _writers(versions[key], acts[key]), _passed(acts[key]))
        for key, one in among.items()
    }


def path_of(attachment: Attachment) -> Path:
    """Where an attachment's bytes lie on this machine."""
    return Path(settings.FILES_DIR) / attachment.sha256[:2] / attachment.sha256


def _writers(versions: list[tuple[int, int]], acts: list[ReviewAct]) -> frozenset[str]:
    public = [act.version_number for act in acts if act.after == Status.PUBLISHED]
    since = public[-1] if public else 0
    wrote = {person for number, person in versions if number > since}
    return frozenset(str(person) for person in wrote | {person for _, person in versions[-1:]})


def _passed(acts: list[ReviewAct]) -> tuple[Passed, ...]:
    begun = max((place for place, act in enumerate(acts) if act.move == Move.SUBMIT), default=len(acts))
    return tuple(
        Passed(Status(act.before), str(act.person_id)) for act in acts[begun:] if act.move == Move.APPROVE
    )
