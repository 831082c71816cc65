"""Drafting: new documents, saving, relations, other columns."""

from gongkai.law.citation import quoted
from gongkai.law.errors import Conflict, LawError, NotAllowed
from gongkai.law.facts import RelationKind
from gongkai.law.review import Role, Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.audit.actions import record
from gongkai.web.library.actions import fields as written
from gongkai.web.library.actions.fields import DocumentFields
from gongkai.web.library.actions.ground import locked, next_code, require, require_draft, tell_site
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import Column, Document, Relation, Version
from gongkai.web.library.queries import may_see
from gongkai.web.org.models import Body, Person

RELATION_WORDS = {
    RelationKind.INTERPRETS: "解读",
    RelationKind.ANSWERS: "反馈",
    RelationKind.AMENDS: "修改",
    RelationKind.REPEALS: "废止",
}


@whole
def draft(
    person: Person,
    column: Column,
    fields: DocumentFields,
    *,
    body: Body | None = None,
    is_demonstration: bool = False,
) -> Document:
    """A new document of a body (by default the person's own) in a column, as a draft.

    Raises NotAllowed for those who are no editor there, Faults for fields that cannot be kept.
    """
    owner = body or person.body or column.body
    require(person, Role.EDITOR, owner, "这个栏目的新文件")
    _require_open(column)
    kept = written.clean(fields)
    moment = clock.now()
    document = Document(
        code=f"d{next_code('document'):06d}",
        column=column,
        body=owner,
        is_demonstration=is_demonstration,
        created_at=moment,
        created_by=person,
        changed_at=moment,
        revision=1,
    )
    written.apply(kept, document)
    document.save(force_insert=True)
    keep_version(person, document)
    sentence = f"{person.name}在“{column.name}”起草{quoted(document.title)}。"
    record(person, "起草", f"document:{document.code}", sentence, body=owner)
    return document


@whole
def save(person: Person, document: Document, fields: DocumentFields, *, revision: int) -> Document:
    """Keep what an editor wrote, as a new version.

    `revision` is the one the editor had before them: when somebody saved since, Conflict says who and when,
    and nothing is overwritten (the other's text is the document's newest version).
    """
    held = locked(document)
    require(person, Role.EDITOR, held.body, quoted(held.title))
    if held.revision != revision:
        raise Conflict(_who_saved(held))
    require_draft(held)
    kept = written.clean(fields)
    if kept == written.fields_of(held):
        return held
    written.apply(kept, held)
    held.revision += 1
    held.changed_at = clock.now()
    held.save()
    version = keep_version(person, held)
    sentence = f"{person.name}保存{quoted(held.title)}第{version.number}稿。"
    record(person, "保存", f"document:{held.code}", sentence, body=held.body)
    return held


@whole
def move(person: Person, document: Document, column: Column) -> Document:
    """Put a draft that was never public into another column."""
    held = locked(document)
    require(person, Role.EDITOR, held.body, quoted(held.title))
    require_draft(held)
    if held.index_number:
        raise LawError(f"{quoted(held.title)}公开过，网址和索引号已定，不能换栏目；请在新栏目另建文件。")
    _require_open(column)
    before, held.column = held.column.name, column
    held.changed_at = clock.now()
    held.save(update_fields=["column", "changed_at"])
    keep_version(person, held)
    sentence = f"{person.name}把{quoted(held.title)}从“{before}”移到“{column.name}”。"
    record(person, "换栏目", f"document:{held.code}", sentence, body=held.body)
    return held


@whole
def relate(person: Person, source: Document, kind: RelationKind, target: Document) -> Relation:
    """Say how one document stands to another (解读、反馈、修改、废止).

    Of a draft the editor says it; of a published document the final reviewer, since the site changes.
    """
    held = locked(source)
    _require_relating(person, held)
    if held.pk == target.pk:
        raise LawError("文件不能和自己建立关系；请选另一份文件。")
    if not may_see(person, target):
        raise NotAllowed("要关联的文件属于别的单位，还没有公开；请等它公开以后再关联。")
    relation, is_new = Relation.objects.get_or_create(source=held, kind=kind.value, target=target)
    if is_new:
        _tell_ends(held, target)
        sentence = f"{person.name}注明{quoted(held.title)}{RELATION_WORDS[kind]}{quoted(target.title)}。"
        record(
            person,
            "建立关系",
            f"document:{held.code}",
            sentence,
            body=held.body,
            details={"target": target.code},
        )
    return relation


@whole
def unrelate(person: Person, relation: Relation) -> None:
    """Take a relation back; the same people may as may make it."""
    held = locked(relation.source)
    _require_relating(person, held)
    gone, _ = Relation.objects.filter(pk=relation.pk).delete()
    if not gone:
        raise Conflict("这条关系已由别人取消，请刷新后再看。")
    target, word = relation.target, RELATION_WORDS[RelationKind(relation.kind)]
    _tell_ends(held, target)
    sentence = f"{person.name}取消{quoted(held.title)}对{quoted(target.title)}的“{word}”关系。"
    record(
        person, "取消关系", f"document:{held.code}", sentence, body=held.body, details={"target": target.code}
    )


def keep_version(person: Person, document: Document) -> Version:
    """The document as it stands, attachments included, as its next version."""
    last = document.versions.order_by("-number").values_list("number", flat=True).first() or 0
    attachments = list(document.attachments.values("name", "sha256").order_by("order"))
    kept = written.as_json(written.fields_of(document)) | {
        "column": document.column.code,
        "attachments": attachments,
    }
    return Version.objects.create(
        document=document,
        number=last + 1,
        saved_at=clock.now(),
        saved_by=person,
        fields=kept,
        sha256=written.fingerprint(kept),
    )


def _require_open(column: Column) -> None:
    if not column.is_leaf:
        raise LawError(f"“{column.name}”下面还有栏目，文件要放在最末一级栏目里。")
    if column.is_retired:
        raise LawError(f"“{column.name}”在现行目录中已停用，不再收新文件；请选现行目录中的栏目。")
    if column.kind is ColumnKind.OUTBOUND_LINK:
        raise LawError(f"“{column.name}”是转链栏目，只链接到别的网站，不放文件。")


def _require_relating(person: Person, held: Document) -> None:
    if held.status == Status.PUBLISHED:
        require(person, Role.FINAL_REVIEWER, held.body, quoted(held.title))
        return
    require(person, Role.EDITOR, held.body, quoted(held.title))
    require_draft(held)


def _tell_ends(source: Document, target: Document) -> None:
    if source.status == Status.PUBLISHED:
        tell_site(source.code)
        if target.status == Status.PUBLISHED:
            tell_site(target.code)


def _who_saved(held: Document) -> str:
    last = held.versions.select_related("saved_by").latest("number")
    when = f"{last.saved_at.astimezone(clock.now().tzinfo):%Y-%m-%d %H:%M}"
    return (
        f"{last.saved_by.name}在{when}保存了{quoted(held.title)}第{last.number}稿，您打开的是更早的一稿；"
        "您写的没有存入，请对照两稿之后再保存。"
    )
