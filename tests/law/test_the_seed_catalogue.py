"""The district's catalogue: its tree and its faults."""

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.vocabulary import ColumnKind

CASES = Path(__file__).with_name("cases")
TREE = tomllib.loads((CASES / "seed_tree.toml").read_text("utf-8"))["leaves"]
FAULTS = tomllib.loads((CASES / "seed_faults.toml").read_text("utf-8"))["fault"]
FIELDS = {"legal_basis": "依", "time_limit_text": "限"}


@pytest.fixture(scope="module")
def seed(shared: Callable[[str], Path]) -> Catalogue:
    """The catalogue read from the text as received."""
    data = shared("seed/catalogue.txt").read_bytes()
    return reading.read_all(files.read(data, "catalogue.txt"), lawdata.tables())[0]


def test_the_tree_is_the_one_in_the_table(seed: Catalogue) -> None:
    found = [
        [
            item.number,
            item.place.line,
            "›".join(item.path),
            item.column_kind.value,
            "".join(FIELDS[name] for name in item.inherited),
            " ".join(rule.kind.value for rule in item.rules),
        ]
        for item in seed.items
    ]
    assert found == TREE


def test_the_tree_has_the_shape_that_the_reading_describes(seed: Catalogue) -> None:
    assert len(seed.items) == 75
    assert sorted({item.number for item in seed.items}) == list(range(1, 30))
    assert list(dict.fromkeys(item.path[0] for item in seed.items)) == [
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "专题",
        "公共企事业单位信息公开专栏",
        "政府信息公开工作年度报告",
    ]
    statutory = {item.number for item in seed.items if item.path[0] == "法定主动公开内容"}
    special = {item.number for item in seed.items if item.path[0] == "专题"}
    assert statutory == set(range(3, 21))
    assert special == set(range(21, 28))
    assert {item.number for item in seed.items if len(item.path) == 4} == {27}
    assert len({item.path for item in seed.items}) == 75


@pytest.mark.parametrize(
    ("branch", "leaves"),
    [
        (("法定主动公开内容", "行政规范性文件及解读"), 7),
        (("法定主动公开内容", "区政府会议"), 3),
        (("法定主动公开内容", "行政执法信息"), 7),
        (("法定主动公开内容", "人事信息"), 4),
        (("法定主动公开内容", "民生信息"), 1),
        (("专题", "政策进万家进企"), 11),
        (("专题", "政策进万家进企", "政策进万家"), 6),
        (("专题", "政策进万家进企", "政策进万企"), 4),
        (("专题", "助企纾困"), 3),
    ],
)
def test_a_branch_has_its_leaves(seed: Catalogue, branch: tuple[str, ...], leaves: int) -> None:
    assert sum(item.path[: len(branch)] == branch for item in seed.items) == leaves


def test_six_columns_only_link_elsewhere(seed: Catalogue) -> None:
    linking = [item.path[-1] for item in seed.items if item.column_kind is ColumnKind.OUTBOUND_LINK]
    assert linking == ["上级文件", "优化财产登记", "亲清在线", "上级动态", "网上咨询", "在线访谈"]


def test_three_columns_are_silent_and_the_statute_is_named(seed: Catalogue) -> None:
    silent = [item for item in seed.items if not item.time_limit_text]
    assert [item.path[-1] for item in silent] == [
        "行政执法主体",
        "行政执法人员及执法辅助人员",
        "部门自主招投标",
    ]
    assert all("第二十六条" in " ".join(item.repairs) for item in silent)


def test_every_leaf_but_one_has_a_legal_basis(seed: Catalogue) -> None:
    assert [item.path[-1] for item in seed.items if not item.legal_basis] == ["公告公示"]


def test_the_torn_citation_is_whole_again_for_all_three_leaves(seed: Catalogue) -> None:
    titles = {item.legal_basis[-1].title for item in seed.items if item.number == 26}
    assert titles == {"浙江省人民政府办公厅关于印发2022年浙江省政务公开工作要点的通知"}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['line']}-{fault['code']}")
def test_a_fault_is_found_where_it_stands(seed: Catalogue, fault: dict[str, Any]) -> None:
    found = [
        finding
        for finding in seed.findings
        if finding.code == fault["code"] and finding.place and finding.place.line == fault["line"]
    ]
    assert found, fault["what"]
    assert all(finding.message.endswith("。") for finding in found)


def test_no_finding_is_told_twice_and_every_one_has_its_line(seed: Catalogue) -> None:
    told = Counter((each.code, each.message, each.place, each.span) for each in seed.findings)
    assert [finding for finding, times in told.items() if times > 1] == []
    of_the_whole = {"matter-not-covered", "local-matters-not-covered"}
    for finding in seed.findings:
        line = finding.place.line if finding.place else -1
        assert line == 0 if finding.code in of_the_whole else 7 <= line <= 86


def test_spans_point_at_the_words_in_the_cell_as_printed(
    seed: Catalogue, shared: Callable[[str], Path]
) -> None:
    lines = shared("seed/catalogue.txt").read_text("utf-8").split("\n")
    quoted = 0
    for finding in seed.findings:
        if finding.span and finding.place and finding.place.cell and "“" in finding.message:
            cell = lines[finding.place.line - 1].split("\t")[finding.place.cell - 1].strip()
            words = cell[slice(*finding.span)]
            quoted += words in finding.message or finding.suggestion.strip("（）") in words
    assert quoted > 30


def test_every_repair_beside_a_row_is_also_a_finding(seed: Catalogue) -> None:
    told = {finding.message for finding in seed.findings}
    assert all(repair in told for item in seed.items for repair in item.repairs)


def test_the_written_catalogue_is_the_seed_as_read(seed: Catalogue) -> None:
    assert lawdata.catalogue("xihu-2022") == seed
