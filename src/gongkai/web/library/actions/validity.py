"""Validity of published documents: repealed, amended, lapsed."""

from gongkai.law.citation import quoted
from gongkai.law.errors import LawError
from gongkai.law.facts import RelationKind
from gongkai.law.review import Role, Status
from gongkai.web.audit.actions import record
from gongkai.web.library.actions.ground import locked, require, tell_site
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import VALIDITY_WORDS, Document, Relation, Validity
from gongkai.web.org.models import Person

BY = {Validity.REPEALED: RelationKind.REPEALS, Validity.AMENDED: RelationKind.AMENDS}


def repeal(person: Person, document: Document, by: Document | None = None) -> Document:
    """Mark a published document as repealed, linking what repealed it."""
    return set_validity(person, document, Validity.REPEALED, by=by)


@whole
def set_validity(
    person: Person, document: Document, validity: Validity, *, by: Document | None = None
) -> Document:
    """Say that a published document now holds, was amended, repealed or has lapsed.

    Text and review stay as they are: what changes is its standing in law, so the final reviewer says it.
    """
    held = locked(document)
    require(person, Role.FINAL_REVIEWER, held.body, quoted(held.title))
    if held.status != Status.PUBLISHED:
        raise LawError(f"{quoted(held.title)}没有公开，有效性请在起草时填写。")
    if by is not None and validity not in BY:
        raise LawError("只有修改和废止需要注明依据的文件；其他情形请不要选依据文件。")
    if by is not None and by.pk == held.pk:
        raise LawError("文件不能修改或废止自己；请选另一份文件。")
    held.validity = validity.value
    held.save(update_fields=["validity"])
    reason = ""
    if by is not None:
        Relation.objects.get_or_create(source=by, kind=BY[validity].value, target=held)
        reason = f"，依据{quoted(by.title)}"
        if by.status == Status.PUBLISHED:
            tell_site(by.code)
    tell_site(held.code)
    sentence = f"{person.name}将{quoted(held.title)}标为“{VALIDITY_WORDS[validity]}”{reason}。"
    record(person, "改有效性", f"document:{held.code}", sentence, body=held.body)
    return held
