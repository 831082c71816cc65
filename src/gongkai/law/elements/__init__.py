"""Content cells: required elements and kind of column."""

from gongkai.law.elements.kinds import kind_of
from gongkai.law.elements.model import Element, ElementReading, ElementType
from gongkai.law.elements.reading import read
from gongkai.law.elements.words import KindWords, Known, Vocabulary, vocabulary

__all__ = [
    "Element",
    "ElementReading",
    "ElementType",
    "KindWords",
    "Known",
    "Vocabulary",
    "kind_of",
    "read",
    "vocabulary",
]
