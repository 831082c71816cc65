"""Tables of the library."""

from gongkai.web.library.models.catalogue import CatalogueItem, Edition
from gongkai.web.library.models.column import Column
from gongkai.web.library.models.document import Attachment, Document, IndexCounter, Relation, Version
from gongkai.web.library.models.outbox import OutboxEntry
from gongkai.web.library.models.review import ReviewAct

__all__ = [
    "Attachment",
    "CatalogueItem",
    "Column",
    "Document",
    "Edition",
    "IndexCounter",
    "OutboxEntry",
    "Relation",
    "ReviewAct",
    "Version",
]
