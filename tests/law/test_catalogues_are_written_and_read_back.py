"""The project's own form of a catalogue: there and back."""

import tomllib

import pytest
import tomli_w

from gongkai.law import lawdata
from gongkai.law.catalogue import writing
from gongkai.law.errors import LawError

SEED = lawdata.catalogue("xihu-2022")


def test_what_is_written_reads_back_equal() -> None:
    assert lawdata.catalogue_from(tomli_w.dumps(writing.table(SEED))) == SEED


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
        ("title = ", "TOML"),
        ("title = '目录'", "form"),
        ("form = 1\ntitle = '目录'", "没有栏目"),
        ("form = 1\nitem = [1]", "不是一个表"),
        ("form = 1\n[[item]]\nnumber = 1", "没有path"),
        ("form = 1\n[[item]]\nnumber = -1\npath = ['甲']", "整数"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\ncontent = 3", "加引号"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲', 2]", "方括号"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\ncolumn_kind = '乙'", "栏目种类"),
        ("form = 1\n[[item]]\nnumber = 1\npath = ['甲']\n[[item.repair]]\nseverity = '丙'", "severity"),
    ],
)
def test_a_file_that_is_not_our_form_is_refused_with_one_sentence(text: str, words: str) -> None:
    with pytest.raises(LawError, match=words) as refused:
        lawdata.catalogue_from(text)
    assert str(refused.value).endswith("。")
