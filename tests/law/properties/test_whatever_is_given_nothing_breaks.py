"""Mutated text is read or refused, never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.grids import files
from gongkai.law import elements, lawdata
from gongkai.law.catalogue import reading, writing
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.citation import read as read_citations
from gongkai.law.errors import LawError

SIGNS = "《》〈〉（）()〔〕[]【】，。；;、\n\t 令第号年月日711〇七十百国办发务院条例通知1.2"
MESSY = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(codec="utf-8")), max_size=120)


@given(MESSY)
def test_any_text_has_citations_or_none_with_spans_inside_it(text: str) -> None:
    found = read_citations(text, lawdata.instruments())
    ends = [citation.span for citation in found.citations]
    assert all(0 <= start <= end <= len(text) for start, end in ends)
    assert ends == sorted(ends)
    assert all(finding.message and finding.code for finding in found.findings)


@given(MESSY)
def test_any_text_has_elements_or_none(text: str) -> None:
    found = elements.read(text, lawdata.elements())
    names = [element.name for element in found.elements]
    assert all(names)
    assert len(names) == len(set(names))
    assert all(element.text and element.text in text for element in found.elements)
    assert all(0 <= each.span[0] <= each.span[1] <= len(text) for each in found.findings if each.span)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_grid_or_a_sentence(data: bytes) -> None:
    try:
        (grid,) = files.read(data, "某.txt")
    except LawError as refused:
        _is_sentence(refused)
    else:
        assert grid.rows


def _is_sentence(refused: LawError) -> None:
    assert str(refused).endswith("。")
    assert "\n" not in str(refused)


@pytest.fixture(scope="module")
def text(shared: Callable[[str], Path]) -> str:
    """The seed catalogue as text."""
    return shared("seed/catalogue.txt").read_text("utf-8")


def _catalogue(text: str) -> Catalogue | None:
    try:
        return reading.read_all(files.read(text.encode("utf-8", "ignore"), "某.txt"), lawdata.tables())[0]
    except LawError as refused:
        _is_sentence(refused)
        return None


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_torn_and_shuffled_seed_is_read_or_refused(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        i = data.draw(st.integers(0, len(lines) - 1))
        cells = lines[i].split("\t")
        j = data.draw(st.integers(0, len(cells) - 1))
        act = data.draw(st.sampled_from(["drop line", "double line", "drop cell", "swap", "cut", "mess"]))
        if act == "drop line":
            lines[i] = ""
        elif act == "double line":
            lines.insert(i, lines[i])
        elif act == "drop cell":
            del cells[j]
            lines[i] = "\t".join(cells)
        elif act == "swap":
            k = data.draw(st.integers(0, len(cells) - 1))
            cells[j], cells[k] = cells[k], cells[j]
            lines[i] = "\t".join(cells)
        elif act == "cut":
            lines[i] = lines[i][: data.draw(st.integers(0, max(len(lines[i]), 1)))]
        else:
            cells[j] = data.draw(MESSY)
            lines[i] = "\t".join(cells)
    found = _catalogue("\n".join(lines))
    if found is not None:
        assert found.items
        assert all(item.path and all(item.path) for item in found.items)
        assert lawdata.catalogue_from(tomli_w.dumps(writing.table(found))) == found
