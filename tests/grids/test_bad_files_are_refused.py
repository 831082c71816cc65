"""Whatever comes, a grid or one sentence."""

import re

import pytest
from tests.grids.hostile import Hostile
from tests.grids.hostile_office import ARCHIVES, DOCUMENTS, SHEETS
from tests.grids.hostile_text import OTHERS, PAGES, TEXTS, TRAPS

from gongkai.grids import files
from gongkai.law.errors import LawError


@pytest.mark.parametrize(
    "hostile", [*ARCHIVES, *SHEETS, *DOCUMENTS, *PAGES, *TEXTS, *TRAPS, *OTHERS], ids=lambda each: each.title
)
def test_a_hostile_file_is_read_or_refused_with_one_sentence(hostile: Hostile) -> None:
    data = hostile.made()
    try:
        rows = files.read(data, hostile.name)[0].rows
    except LawError as refused:
        sentence = str(refused)
        assert re.search(hostile.words or "读得出", sentence), sentence
        assert sentence.endswith("。")
        assert sentence.count("。") == 1
        assert f"文件“{hostile.name}”" in sentence
    else:
        assert (hostile.words, len(rows)) == ("", hostile.rows)
