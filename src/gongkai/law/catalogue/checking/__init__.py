"""Checks of a catalogue: every fault with its place."""

from collections.abc import Iterator
from dataclasses import replace

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
from gongkai.law.catalogue.tables import OfficeLevel, Tables
from gongkai.law.finding import Finding

__all__ = ["CHECKS", "Part", "Told", "check", "check_as", "told"]

# One subject a file; a check reads the items only, so that a catalogue of any origin can be checked.
CHECKS: tuple[Check, ...] = (
    coverage.uncovered,
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


def check_as(level: OfficeLevel, catalogue: Catalogue, tables: Tables) -> Catalogue:
    """The catalogue checked as that of an office whose level is told, not guessed from the title."""
    guessed = {each.placed for each in coverage.uncovered(catalogue, tables)}
    kept = [finding for finding in catalogue.findings if finding not in guessed]
    missing = [each.placed for each in coverage.missing_at(level, catalogue, tables)]
    return replace(catalogue, findings=(*missing, *kept))


def told(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """The same with the item and the cell of each."""
    for one in CHECKS:
        yield from one(catalogue, tables)
