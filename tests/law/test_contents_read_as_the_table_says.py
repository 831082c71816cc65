"""Content cells: the table in cases/contents.toml, row by row."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from gongkai.law import elements, lawdata
from gongkai.law.vocabulary import ColumnKind

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("contents.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["content"][:20])
def test_a_content_cell_reads_as_the_table_says(case: dict[str, Any]) -> None:
    reading = elements.read(case["content"], lawdata.elements(), case.get("path", ()), case.get("limit", ""))
    assert reading.column_kind == case["kind"]
    names = {each.name for each in reading.elements} | {each.standard for each in reading.elements}
    assert set(case["elements"]) <= names
    assert case["elements"] or not names


def test_an_unknown_content_is_a_general_document_and_says_so() -> None:
    reading = elements.read("西湖行动", lawdata.elements())
    assert reading.column_kind is ColumnKind.GENERAL_DOCUMENT
    assert [finding.code for finding in reading.findings] == ["kind-not-recognised"]


def test_an_empty_content_is_told() -> None:
    assert [finding.code for finding in elements.read(" ", lawdata.elements()).findings] == ["empty-content"]


def test_every_kind_of_column_can_be_recognised() -> None:
    recognised = {words.kind for words in lawdata.elements().kinds}
    assert recognised == set(ColumnKind)
