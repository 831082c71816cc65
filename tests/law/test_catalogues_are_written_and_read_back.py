"""The project's own form of a catalogue: there and back."""

import tomllib
from dataclasses import replace

import pytest
import tomli_w

from gongkai.law import lawdata
from gongkai.law.catalogue import reading, writing
from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.catalogue.model import Attribute, Catalogue
from gongkai.law.errors import LawError

SEED = lawdata.catalogue("xihu-2022")


def test_what_is_written_reads_back_equal() -> None:
    assert lawdata.catalogue_from(tomli_w.dumps(writing.table(SEED))) == SEED


def test_a_limit_taken_over_from_above_says_nothing_of_what_the_row_holds() -> None:
    """承用的“/”是别的栏目的时限，不使本栏目成为转链栏目。"""
    rows = (
        ("序号", "一级栏目", "二级栏目", "设立依据", "栏目内容", "公开时限"),
        ("1", "六稳六保", "上级动态", "《预算法》", "转链省政府网页", "/"),
        ("", "", "政策文件", "", "政策文件标题、文号、发文日期", ""),
    )
    grid = Grid(tuple(Row(i, tuple(map(Cell, cells))) for i, cells in enumerate(rows, 1)))
    found = reading.read(grid, lawdata.tables())
    assert found.items[1].elements
    assert lawdata.catalogue_from(tomli_w.dumps(writing.table(found))) == found


def test_the_other_columns_of_a_table_are_kept() -> None:
    others = (
        Attribute("公开主体", "区政府办"),
        Attribute("公开渠道", "网站、公报"),
        Attribute("公开渠道", "微信"),
    )
    given = Catalogue(SEED.title, (replace(SEED.items[0], attributes=others), *SEED.items[1:]), SEED.findings)
    assert lawdata.catalogue_from(tomli_w.dumps(writing.table(given))) == given


def test_words_changed_by_hand_are_read_anew() -> None:
    table = writing.table(SEED)
    table["item"][0]["time_limit"] = "及时公开"
    table["item"][0]["legal_basis"] = "《预算法》"
    changed = lawdata.catalogue_from(tomli_w.dumps(table)).items[0]
    assert [rule.kind.value for rule in changed.rules] == ["promptly"]
    assert [citation.title for citation in changed.legal_basis] == ["预算法"]


def test_each_repair_stands_beside_its_row() -> None:
    rows = tomllib.loads(tomli_w.dumps(writing.table(SEED)))["item"]
    assert [len(row.get("repair", [])) for row in rows] == [len(item.repairs) for item in SEED.items]
    assert all(repair["sentence"].endswith("。") for row in rows for repair in row.get("repair", []))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title = ", "TOML文件：文件末尾"),
        ("form = 1\ntitle '目录'", "TOML文件：第2行第7列"),
        ("title = '目录'", "form"),
        ("form = 1\ntitle = '目录'", "没有栏目"),
        ("form = 1\nitem = [1]", "不是一个表"),
        ("form = 1\n[[item]]\nnumber = 1", "没有path"),
        ("form = 1\n[[item]]\nnumber = -1\npath = ['甲']", "整数"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\ncontent = 3", "加引号"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲', 2]", "方括号"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\ncolumn_kind = '乙'", "栏目种类"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\n[[item.attribute]]\nname = 1", "attribute的name"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\nattribute = ['乙']", "attribute应是"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\n[[item.repair]]\nseverity = '丙'", "severity"),
    ],
)
def test_a_file_that_is_not_our_form_is_refused_with_one_sentence(text: str, words: str) -> None:
    with pytest.raises(LawError, match=words) as refused:
        lawdata.catalogue_from(text)
    assert str(refused.value).endswith("。")
