"""Citations as plain values (contracts/cli.md)."""

from typing import Any

from gongkai.law.citation.model import Citation, CitationReading
from gongkai.law.finding import finding_value


def citations_value(reading: CitationReading) -> dict[str, Any]:
    """What `gongkai cite --json` prints."""
    return {
        "citations": [citation_value(citation) for citation in reading.citations],
        "findings": [finding_value(finding) for finding in reading.findings],
    }


def citation_value(citation: Citation) -> dict[str, Any]:
    """A citation of the contract: the number as written, put right; the known instrument or null."""
    return {
        "title": citation.title,
        "document_number": citation.document_number,
        "instrument": citation.instrument or None,
        "span": list(citation.span),
    }
