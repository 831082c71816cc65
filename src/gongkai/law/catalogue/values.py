"""Catalogues and items as plain values (contracts/cli.md)."""

from collections.abc import Sequence
from typing import Any

from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.elements import Element, ElementReading
from gongkai.law.finding import finding_value, place_value
from gongkai.law.time_limit.values import rule_value


def catalogue_value(catalogue: Catalogue) -> dict[str, Any]:
    """What `gongkai catalogue read --json` prints."""
    return {
        "title": catalogue.title,
        "items": [item_value(item) for item in catalogue.items],
        "findings": [finding_value(finding) for finding in catalogue.findings],
    }


def catalogues_value(catalogues: Sequence[Catalogue]) -> dict[str, Any]:
    """The same for a file with several catalogues: everything of all of them, then each by itself."""
    each = [catalogue_value(catalogue) for catalogue in catalogues]
    if len(each) == 1:
        return each[0]
    return {
        "title": each[0]["title"],
        "items": [item for one in each for item in one["items"]],
        "findings": [finding for one in each for finding in one["findings"]],
        "catalogues": each,
    }


def item_value(item: Item) -> dict[str, Any]:
    """ITEM of the contract, with the words as they stand and the repairs made."""
    return {
        "number": item.number,
        "path": list(item.path),
        "legal_basis": [
            {
                "title": citation.title,
                "document_number": citation.document_number,
                "instrument": citation.instrument or None,
            }
            for citation in item.legal_basis
        ],
        "legal_basis_text": item.legal_basis_text,
        "content": item.content,
        "elements": [element_value(element) for element in item.elements],
        "column_kind": item.column_kind.value,
        "time_limit_text": item.time_limit_text,
        "rules": [rule_value(rule) for rule in item.rules],
        "inherited": list(item.inherited),
        "repairs": list(item.repairs),
        "attributes": [{"name": each.name, "value": each.value} for each in item.attributes],
        "source": place_value(item.place),
    }


def element_value(element: Element) -> dict[str, Any]:
    """An element with the words it was read from, whether it is required, and its standard name."""
    return {
        "name": element.name,
        "type": element.type.value,
        "text": element.text,
        "required": element.required,
        "standard": element.standard,
    }


def elements_value(reading: ElementReading) -> dict[str, Any]:
    """What `gongkai elements --json` prints."""
    return {
        "elements": [element_value(element) for element in reading.elements],
        "column_kind": reading.column_kind.value,
        "findings": [finding_value(finding) for finding in reading.findings],
    }
