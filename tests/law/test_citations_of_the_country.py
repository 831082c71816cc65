"""Citations as the country writes them, row by row."""

import tomllib
from pathlib import Path

import pytest

from gongkai.law import lawdata
from gongkai.law.citation import read

FILES = ("citations_of_the_country.toml", "citations_unseen.toml")
CASES = Path(__file__).with_name("cases")
ROWS = [
    row
    for file in FILES
    for rows in tomllib.loads((CASES / file).read_text("utf-8")).values()
    for row in rows
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:24])
def test_titles_and_numbers_read_as_a_careful_hand_reads_them(row: list[str]) -> None:
    text, *pairs = row
    found = read(text, lawdata.instruments()).citations
    assert [f"{each.title}|{each.document_number}" for each in found] == pairs
