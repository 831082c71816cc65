"""Each cited instrument by itself, wherever it is printed."""

from collections.abc import Iterator

from gongkai.law.catalogue.checking.readings import cited
from gongkai.law.catalogue.checking.told import Part, Told
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.tables import Tables

# In a content cell a title often stands without number or marks, and rightly so.
_OF_FORM = {"citation-without-title", "missing-title-marks", "number-without-brackets"}
# A content cell without any of these names no document: it need not be read for citations.
_CITING = "《》〈〔号令法例"


def in_basis(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Each printed citation: brackets, numerals, marks, wrong or superseded instruments."""
    for item in catalogue.items:
        if "legal_basis" in item.inherited or not item.legal_basis_text:
            continue
        for finding in cited(item.legal_basis_text, tables.instruments).findings:
            yield Told(item, Part.BASIS, finding)


def in_content(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Documents that the content cell names: the same faults, as far as they are faults of substance."""
    for item in catalogue.items:
        if not any(sign in item.content for sign in _CITING):
            continue
        for finding in cited(item.content, tables.instruments).findings:
            if finding.code not in _OF_FORM:
                yield Told(item, Part.CONTENT, finding)
