"""Content cells of many governments, cell by cell."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai.grids import files
from gongkai.law import elements, lawdata
from gongkai.law.catalogue import reading
from gongkai.law.elements import Element, ElementReading, ElementType
from gongkai.law.vocabulary import ColumnKind

CASES = Path(__file__).with_name("cases")
CELLS = [
    row
    for name in ("element_cells.toml", "element_cells_later.toml")
    for row in tomllib.loads(CASES.joinpath(name).read_text("utf-8"))["cells"]
]


def read(content: str, *path: str) -> ElementReading:
    """A cell read with the words of lawdata."""
    return elements.read(content, lawdata.elements(), path)


def written(found: tuple[Element, ...]) -> list[str]:
    """Elements as the tables write them: 名称:类型, with ? where an element may be missing."""
    return [f"{each.name}:{each.type}{'' if each.required else '?'}" for each in found]


@pytest.mark.parametrize("row", CELLS, ids=lambda row: row[0][:20])
def test_a_cell_has_the_elements_and_the_kind_of_the_table(row: list[str]) -> None:
    content, kind, names, *path = row
    found = read(content, *(path[0].split("›") if path else ()))
    assert written(found.elements) == names.split()
    assert found.column_kind == kind


@pytest.fixture(scope="module")
def seed(shared: Callable[[str], Path]) -> Any:
    """The seed catalogue, read."""
    data = shared("seed/catalogue.txt").read_bytes()
    return reading.read_all(files.read(data, "catalogue.txt"), lawdata.tables())[0]


def test_every_leaf_of_the_seed_has_the_elements_written_by_hand(seed: Any) -> None:
    leaves = tomllib.loads(CASES.joinpath("seed_elements.toml").read_text("utf-8"))["leaves"]
    kinds = [row[3] for row in tomllib.loads(CASES.joinpath("seed_tree.toml").read_text("utf-8"))["leaves"]]
    assert len(seed.items) == len(leaves) == len(kinds) == 75
    for item, (name, names), kind in zip(seed.items, leaves, kinds, strict=True):
        assert "›".join(item.path).endswith(name)
        assert (name, written(item.elements)) == (name, names.split())
        assert item.column_kind == kind


@pytest.mark.parametrize("row", CELLS, ids=lambda row: row[0][:20])
def test_the_words_of_an_element_stand_in_its_cell_and_its_name_is_clean(row: list[str]) -> None:
    for element in read(row[0]).elements:
        assert element.text
        assert element.text in row[0]
        assert not re.search(r"^[\d①-⑳●■\s]|[；;：:\s\n]|等(?:信息|内容)?$", element.name)


def test_the_same_element_under_another_name_has_its_standard_name() -> None:
    found = {each.name: each.standard for each in read("1.文件名称;2.发文字号;3.正文;4.办学性质").elements}
    assert found == {"文件名称": "标题", "发文字号": "文号", "正文": "全文", "办学性质": ""}


def test_an_element_named_once_as_required_is_required() -> None:
    (annex,) = (each for each in read("标题、附件（如有）；正文、附件").elements if each.name == "附件")
    assert annex.required


def test_hollow_dots_beside_full_ones_mark_what_may_be_missing() -> None:
    assert written(read("●文号\n〇附件\n●正文").elements) == ["文号:text", "附件:file?", "正文:body"]
    assert written(read("○文号 ○附件").elements) == ["文号:text", "附件:file"]


def test_line_breaks_inside_words_and_between_elements_are_told_apart() -> None:
    assert [each.name for each in read("法律法规\n政策文件").elements] == ["法律法规", "政策文件"]
    assert [each.name for each in read("政策\n法规\n文件").elements] == ["政策法规文件"]
    assert [each.name for each in read("申请材\n料").elements] == ["申请材料"]


def test_numbers_that_are_no_list_stay_in_the_words() -> None:
    assert [each.name for each in read("总投资3.5亿元以上项目名单").elements] == ["总投资3.5亿元以上项目名单"]


FINDINGS = [
    ("", "empty-content"),
    ("是否公开年度报告；是否按时公开", "content-checklist"),
    ("按照区财政统一部署执行", "content-without-elements"),
    ("机构信息（名称、地址", "content-bracket-unpaired"),
    ("适用范围、事项审查类型……", "content-cut-short"),
    ("标题、" * 4000, "content-too-long"),
    ("西湖行动", "kind-not-recognised"),
]


@pytest.mark.parametrize(("content", "code"), FINDINGS, ids=[code for _, code in FINDINGS])
def test_what_hinders_reading_is_told_with_its_place(content: str, code: str) -> None:
    (finding,) = (each for each in read(content).findings if each.code == code)
    assert finding.span is not None
    assert 0 <= finding.span[0] <= finding.span[1] <= len(content)
    assert finding.message.endswith("。")
    assert code not in {each.code for each in read("标题、文号、全文").findings} - {"kind-not-recognised"}


def test_every_type_has_a_name_for_people_and_a_word_that_tells_it() -> None:
    words = lawdata.elements()
    assert set(words.types) == set(ElementType) == {known.type for known in words.known.values()}


def test_every_kind_of_column_is_told_by_some_word() -> None:
    assert {words.kind for words in lawdata.elements().kinds} == set(ColumnKind)
