"""One document from its address, for those who may see it."""

from django.http import Http404

from gongkai.web.desk.pages.document import refusal_of_history, refusal_of_sight
from gongkai.web.library import queries as library
from gongkai.web.library.models import Document
from gongkai.web.org.models import Person


def document_for(person: Person, code: str) -> Document:
    """The document. Errors: 404 when there is none, NotAllowed for another body's unpublished one."""
    try:
        document = library.document(code)
    except Document.DoesNotExist as missing:
        raise Http404 from missing
    if not library.may_see(person, document):
        raise refusal_of_sight(document)
    return document


def own_document_for(person: Person, code: str) -> Document:
    """The document, for those of its body: its versions and reviews are not for others, even when public."""
    document = document_for(person, code)
    if not library.is_of_own_body(person, document):
        raise refusal_of_history(document)
    return document
