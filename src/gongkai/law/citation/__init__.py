"""Legal citations: titles, numbers and what they point to."""

from gongkai.law.citation.instruments import Instrument, Instruments
from gongkai.law.citation.model import Citation, CitationReading
from gongkai.law.citation.quoting import quoted
from gongkai.law.citation.reading import is_only_citations, read

__all__ = ["Citation", "CitationReading", "Instrument", "Instruments", "is_only_citations", "quoted", "read"]
