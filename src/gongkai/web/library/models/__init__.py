"""Tables of the library."""

from gongkai.law.review import STATUS_WORDS
from gongkai.web.library.models.catalogue import CatalogueItem, Edition
from gongkai.web.library.models.column import Column
from gongkai.web.library.models.document import (
    VALIDITY_WORDS,
    Attachment,
    CodeCounter,
    Document,
    IndexCounter,
    Relation,
    Validity,
    Version,
)
from gongkai.web.library.models.outbox import OutboxEntry
from gongkai.web.library.models.review import ReviewAct

__all__ = [
    "STATUS_WORDS",
    "VALIDITY_WORDS",
    "Attachment",
    "CatalogueItem",
    "CodeCounter",
    "Column",
    "Document",
    "Edition",
    "IndexCounter",
    "OutboxEntry",
    "Relation",
    "ReviewAct",
    "Validity",
    "Version",
]
