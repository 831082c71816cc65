"""Content cells made to be slow hold no name made up."""

import pytest
from tests.law import hostile

from gongkai.law import elements, lawdata
from gongkai.law.elements.reading import LONGEST_CELL


@pytest.mark.parametrize("text", list(hostile.contents()), ids=lambda text: repr(text[:8] + text[-4:]))
def test_a_name_is_never_made_up(text: str) -> None:
    found = elements.read(text, lawdata.elements())
    assert all(element.text in text for element in found.elements)


@pytest.mark.parametrize("piece", hostile.CONTENTS, ids=repr)
def test_a_document_poured_into_a_cell_is_told(piece: str) -> None:
    text = (piece * 100_000)[:100_000] + "完"
    assert len(text) > LONGEST_CELL
    found = elements.read(text, lawdata.elements())
    assert [each.code for each in found.findings] == ["content-too-long"]
    assert not found.elements
