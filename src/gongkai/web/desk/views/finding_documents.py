"""One document from its address, for those who may see it."""

from django.http import Http404

from gongkai.web.desk.pages.document import refusal_of_sight
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
