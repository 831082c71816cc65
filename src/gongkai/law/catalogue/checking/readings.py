"""Cells read once, however often the same words are printed."""

from functools import lru_cache

from gongkai.law import elements
from gongkai.law.citation import CitationReading, Instruments
from gongkai.law.citation import read as read_citations
from gongkai.law.elements import ElementReading, Vocabulary
from gongkai.law.time_limit import grammar
from gongkai.law.time_limit.rule import Reading

# A catalogue of 5,000 rows prints the same basis and the same limit over and over.
_KEPT = 8192


@lru_cache(_KEPT)
def cited(text: str, instruments: Instruments) -> CitationReading:
    """The citations of a cell."""
    return read_citations(text, instruments)


@lru_cache(_KEPT)
def limited(text: str) -> Reading:
    """The rules of a cell."""
    return grammar.read(text)


@lru_cache(_KEPT)
def asked(text: str, vocabulary: Vocabulary) -> ElementReading:
    """The elements of a content cell by itself, without its path."""
    return elements.read(text, vocabulary)
