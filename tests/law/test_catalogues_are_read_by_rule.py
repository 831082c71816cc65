"""The reader knows forms, not names: other tables too."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError

HEAD = "某局主动公开目录\n序号\t公开事项\t\t设立依据\t栏目内容\t公开时限\n\t一级栏目\t二级栏目\t\t\t\n"
LIMIT = "自该政府信息形成或者变更之日起20个工作日内"
REST = f"《预算法》\t政策文件\t{LIMIT}"


def read(text: str, name: str = "") -> Catalogue:
    """The catalogue in a text."""
    return reading.read_all(files.read(text.encode(), name), lawdata.tables())[0]


def paths(catalogue: Catalogue) -> list[str]:
    """The paths as one string each."""
    return ["›".join(item.path) for item in catalogue.items]


def codes(catalogue: Catalogue) -> set[str]:
    """The codes of the findings."""
    return {finding.code for finding in catalogue.findings}


def test_the_seed_with_every_name_changed_has_the_same_shape(shared: Callable[[str], Path]) -> None:
    text = shared("seed/catalogue.txt").read_text("utf-8")
    plain = read(text)
    signs = sorted({sign for item in plain.items for name in item.path for sign in name})
    other = {ord(sign): chr(0x7000 + i * 7) for i, sign in enumerate(signs)}
    names = {name for item in plain.items for name in item.path} | {"政策进企"}
    changed = "\n".join(
        "\t".join(cell.translate(other) if cell.strip() in names else cell for cell in line.split("\t"))
        for line in text.split("\n")
    )
    read_again = read(changed)
    assert [item.place.line for item in read_again.items] == [item.place.line for item in plain.items]
    # 栏目内容恰是名称本身的几格也一并换了字，所以只比树形
    assert [item.path for item in read_again.items] == [
        tuple(name.translate(other) for name in item.path) for item in plain.items
    ]


def test_a_plain_table_needs_no_repair() -> None:
    found = read(
        HEAD + f"1\t机构\t职能\t《政府信息公开条例》（国务院令第711号）\t机构职能\t{LIMIT}\n"
        f"\t\t领导\t\t领导姓名、职务\t{LIMIT}\n"
    )
    assert paths(found) == ["机构›职能", "机构›领导"]
    assert found.items[1].inherited == ("legal_basis",)
    assert [item.repairs for item in found.items] == [(), ()]


def test_a_specific_limit_is_not_taken_over_by_another_kind_of_column() -> None:
    found = read(
        HEAD + "1\t执法\t处罚\t《政府信息公开条例》\t行政处罚决定\t执法决定作出之日起7个工作日内\n"
        "\t\t主体\t\t行政执法主体名称\t\n"
        "\t\t结果\t\t行政处罚结果公示\t\n"
    )
    assert [item.time_limit_text for item in found.items] == [
        "执法决定作出之日起7个工作日内",
        "",
        "执法决定作出之日起7个工作日内",
    ]
    assert "time-limit-silent" in codes(found)


def test_a_citation_torn_by_a_page_break_is_joined() -> None:
    found = read(
        HEAD + f"1\t信息\t文件\t《某某办公室关于印发某年政务公开\t政策文件\t{LIMIT}\n\n"
        f"\t\t解读\t工作要点的通知》\t政策解读\t{LIMIT}\n"
    )
    assert {item.legal_basis[0].title for item in found.items} == {
        "某某办公室关于印发某年政务公开工作要点的通知"
    }
    assert sum(finding.code == "citation-torn" for finding in found.findings) == 2


def test_swapped_contents_are_found_in_any_pair_of_columns() -> None:
    found = read(HEAD + f"1\t许可\t目录\t《行政许可法》\t指南\t{LIMIT}\n\t\t指南\t\t目录\t{LIMIT}\n")
    assert sum(finding.code == "contents-swapped" for finding in found.findings) == 2


def test_numbers_that_jump_are_told() -> None:
    found = read(
        HEAD + f"1\t甲\t子\t《预算法》\t政策文件\t{LIMIT}\n4\t乙\t丑\t《预算法》\t政策文件\t{LIMIT}\n"
    )
    assert "number-out-of-order" in codes(found)


def test_the_same_path_twice_is_told() -> None:
    found = read(
        HEAD + f"1\t甲\t子\t《预算法》\t政策文件\t{LIMIT}\n2\t甲\t子\t《预算法》\t政策文件\t{LIMIT}\n"
    )
    assert "path-repeated" in codes(found)


def test_a_repeated_heading_and_a_page_number_are_no_rows() -> None:
    heading = HEAD.split("\n")[1]
    found = read(
        HEAD + f"1\t甲\t子\t《预算法》\t政策文件\t{LIMIT}\n3\n{heading}\n\t\t丑\t\t公告公示\t{LIMIT}\n"
    )
    assert paths(found) == ["甲›子", "甲›丑"]


def test_a_row_of_names_alone_is_a_branch() -> None:
    found = read(HEAD + f"1\t甲\t\t\t\t\n\t\t子\t《预算法》\t政策文件\t{LIMIT}\n")
    assert paths(found) == ["甲›子"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "空的"),
        ("   \n\n\t\n", "空的"),
        ("今天天气很好\n", "没有找到目录的表头"),
        ("序号\t姓名\t电话\n1\t张三\t123\n", "没有找到目录的表头"),
        (HEAD, "下面没有栏目"),
        ("<html><table></table></html>", "空的"),
        ("PK\x03\x04abc", "没有下载完整"),
        ("%PDF-1.7", "PDF"),
    ],
)
def test_what_is_no_catalogue_is_refused_with_one_sentence(text: str, words: str) -> None:
    with pytest.raises(LawError, match=words) as refused:
        read(text, "某某.txt")
    assert str(refused.value).endswith("。")
    assert "\n" not in str(refused.value)


def test_every_catalogue_of_other_governments_gives_items(shared: Callable[[str], Path]) -> None:
    paths = sorted(shared("real/catalogues").iterdir())
    assert len(paths) > 20
    for path in paths:
        found = reading.read_all(files.read(path.read_bytes(), path.name), lawdata.tables())
        assert found, path.name
        assert all(catalogue.items for catalogue in found), path.name


def test_a_cell_cut_by_a_page_break_goes_on_in_the_row_above() -> None:
    found = read(f"{HEAD}1\t甲\t子\t《预算法》\t公开政策\t{LIMIT}\n\n\t\t\t\t文件的全文\t\n")
    assert [(item.content, item.time_limit_text) for item in found.items] == [("公开政策文件的全文", LIMIT)]
    assert "row-continued" in codes(found)


def test_a_numbered_row_without_a_name_is_kept_and_told() -> None:
    found = read(f"{HEAD}1\t\t\t{REST}\n2\t甲\t子\t{REST}\n3\t甲\t丑\t{REST}\n")
    assert paths(found)[0] == "甲›（第4行没有栏目名称）"
    assert "name-missing" in codes(found)


def test_a_wide_table_with_ticks_and_lost_cells_is_read_by_order() -> None:
    head = "某镇目录\n序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开方式\n"
    found = read(
        head + "一级事项 | 二级事项 | 主动 | 依申请\n"
        f"1 | 财务 | 收费 | ●收费项目 ●收费标准 | 《预算法》 | {LIMIT} | 某镇 | ■政府网站 □公报 | √ |\n"
        f"2 | 招生 | ●办学性质 ●办学地点 | 《预算法》 | {LIMIT} | 某镇 | ■政府网站 | √ |\n"
    )
    assert paths(found) == ["财务›收费", "财务›招生"]
    assert [element.name for element in found.items[1].elements] == ["办学性质", "办学地点"]
    assert [item.time_limit_text for item in found.items] == [LIMIT, LIMIT]


def test_rows_that_do_not_answer_to_the_heading_are_refused() -> None:
    with pytest.raises(LawError, match="对不上"):
        read(HEAD + "1\t甲\n\t乙\n\t丙\n\t丁\n")
