"""Checks of a catalogue: every fault with its place."""

from collections.abc import Iterator

from gongkai.law.catalogue.checking import (
    citations,
    citing,
    contents,
    coverage,
    duplicates,
    limits,
    misplaced,
    numbering,
    statutes,
)
from gongkai.law.catalogue.checking.told import Check, Part, Told
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding

__all__ = ["CHECKS", "Part", "Told", "check", "told"]

# One subject a file; a check reads the items only, so that a catalogue of any origin can be checked.
CHECKS: tuple[Check, ...] = (
    coverage.matters,
    numbering.items,
    duplicates.paths,
    duplicates.columns,
    misplaced.cells,
    citations.in_basis,
    citations.in_content,
    citing.forms,
    numbering.ordinals,
    contents.empty,
    contents.elements_of,
    contents.swapped,
    contents.copied,
    contents.against_names,
    contents.links,
    limits.dates_in_content,
    limits.amounts_in_content,
    limits.readings,
    limits.days_of_statutes,
    statutes.limits,
    statutes.cycles,
    statutes.consultations,
)


def check(catalogue: Catalogue, tables: Tables) -> tuple[Finding, ...]:
    """Every fault of the catalogue, check after check, each in the order of print."""
    return tuple(each.placed for each in told(catalogue, tables))


def told(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """The same with the item and the cell of each."""
    for one in CHECKS:
        yield from one(catalogue, tables)
