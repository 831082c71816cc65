"""Merged, lost and blank cells, dittos and rows that go on."""

import pytest
from tests.law.drawn import codes, paths, read

HEAD = "序号 | 一级事项 | 二级事项 | 公开内容 | 公开依据 | 公开时限\n"
LIMIT = "自信息形成或者变更之日起20个工作日内"


def test_merged_cells_fill_the_rows_that_they_cover() -> None:
    found = read(
        f"""{HEAD}
        1 | 招生 | 学校介绍 | 办学性质 | 《教育法》 | {LIMIT}
        2 | ^ | 招生政策 | 政策全文 | ^ | ^
        3 | 财务 | 收费 | 收费标准 | 《预算法》 | ^
        """.replace("\n        ", "\n").replace("\n\n", "\n")
    )
    assert paths(found) == ["1 招生›学校介绍", "2 招生›招生政策", "3 财务›收费"]
    assert [item.legal_basis_text for item in found.items] == ["《教育法》", "《教育法》", "《预算法》"]
    assert [item.inherited for item in found.items] == [
        (),
        ("legal_basis", "time_limit_text"),
        ("time_limit_text",),
    ]


def test_a_name_merged_over_two_levels_is_a_leaf_of_the_upper_one() -> None:
    found = read(
        f"{HEAD}1 | 学籍 | < | 学籍办理 | 《教育法》 | {LIMIT}\n2 | 财务 | 财务 | 收费 | 《教育法》 | {LIMIT}"
    )
    assert paths(found) == ["1 学籍", "2 财务›财务"]


def test_where_merges_were_lost_names_numbers_bases_and_limits_hold_below() -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | {LIMIT}\n"
        " | | 政策 | 全文 | | \n | | 结果 | 名单 | | \n2 | 财务 | 收费 | 标准 | | "
    )
    assert paths(found) == ["1 招生›介绍", "1 招生›政策", "1 招生›结果", "2 财务›收费"]
    assert [item.legal_basis_text for item in found.items] == ["《教育法》"] * 3 + [""]
    assert [item.time_limit_text for item in found.items] == [LIMIT] * 3 + [""]
    assert found.items[1].inherited == ("legal_basis", "time_limit_text")
    assert {"merged-cells-lost", "basis-missing", "time-limit-silent"} <= codes(found)
    assert sum(finding.code == "merged-cells-lost" for finding in found.findings) == 1


def test_a_blank_limit_in_a_column_that_shows_its_merges_is_silent() -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | {LIMIT}\n"
        "^ | ^ | 政策 | 全文 | ^ | ^\n^ | ^ | 名单 | 结果 | ^ | "
    )
    assert [item.time_limit_text for item in found.items] == [LIMIT, LIMIT, ""]
    assert "time-limit-silent" in codes(found)


@pytest.mark.parametrize("ditto", ["同上", "（同上）", "〃", "″", '"', "同前", "同上。", "同1", "同第1项"])
def test_dittos_are_resolved_marked_and_told(ditto: str) -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | {LIMIT}\n2 | 财务 | 收费 | 标准 | {ditto} | {ditto}"
    )
    item = found.items[1]
    assert (item.legal_basis_text, item.time_limit_text) == ("《教育法》", LIMIT)
    assert item.inherited == ("legal_basis", "time_limit_text")
    assert any("第5格写的是" in repair for repair in item.repairs)
    assert "ditto-resolved" in codes(found)


def test_a_ditto_of_a_ditto_and_one_in_a_name() -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | {LIMIT}\n"
        "2 | 同上 | 政策 | 全文 | 同上 | 同上\n3 | 同上 | 名单 | 结果 | 同上 | 同上"
    )
    assert paths(found) == ["1 招生›介绍", "2 招生›政策", "3 招生›名单"]
    assert found.items[2].time_limit_text == LIMIT


def test_a_limit_as_below_is_taken_from_the_next_row() -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | 同下\n2 | 财务 | 收费 | 标准 | 《预算法》 | {LIMIT}"
    )
    assert found.items[0].time_limit_text == LIMIT
    assert found.items[0].inherited == ("time_limit_text",)


def test_contents_on_rows_below_are_joined_to_their_item() -> None:
    found = read(
        f"{HEAD}1 | 预算 | 政府预算 | 收支表 | 《预算法》 | 批准后20日内\n^ | ^ | ^ | 支出表 | ^ | ^\n"
        f" | | | 没有数据的表应当列出空表。 | | \n2 | 决算 | 政府决算 | 决算表 | 《预算法》 | 批准后20日内"
    )
    assert paths(found) == ["1 预算›政府预算", "2 决算›政府决算"]
    assert found.items[0].content == "收支表\n支出表\n没有数据的表应当列出空表。"
    assert "row-continued" in codes(found)


def test_parts_of_an_item_with_limits_of_their_own_are_columns_of_their_own() -> None:
    found = read(
        f"{HEAD}1 | 许可 | 母婴保健 | 办事指南 | 《行政许可法》 | {LIMIT}\n"
        "^ | ^ | ^ | 结果信息 | ^ | 自决定作出之日起7个工作日内"
    )
    assert paths(found) == ["1 许可›母婴保健", "1 许可›母婴保健（结果信息）"]
    assert [item.time_limit_text for item in found.items] == [LIMIT, "自决定作出之日起7个工作日内"]
    assert found.items[1].inherited == ("legal_basis",)
    assert "part-with-own-limit" in codes(found)


def test_a_long_part_with_a_limit_of_its_own_is_joined_and_told() -> None:
    found = read(
        f"{HEAD}1 | 许可 | 母婴保健 | 办事指南 | 《行政许可法》 | {LIMIT}\n"
        "^ | ^ | ^ | 1.许可结果；2.许可证信息 | ^ | 自决定作出之日起7个工作日内"
    )
    assert "limits-within-item" in codes(found)
    assert len(found.items) == 1


def test_rows_under_one_merged_name_are_told_apart_by_their_contents() -> None:
    found = read(
        "序号 | 公开事项 | 公开内容 | 公开时限 | 责任单位\n"
        "1 | 财政信息 | 年度预算 | 批复后20日内 | 财政所\n2 | ^ | 年度决算 | 批复后20日内 | 财政所\n"
    )
    assert paths(found) == ["1 财政信息›年度预算", "2 财政信息›年度决算"]
    assert "named-by-content" in codes(found)


def test_a_line_across_the_table_is_a_group_over_the_rows_below() -> None:
    found = read(
        "序号 | 公开事项 | 公开内容 | 公开时限\n一、机构信息 | < | < | <\n1 | 概况 | 职能 | 长期公开\n"
        "二、财务信息 | < | < | <\n1 | 预算 | 收支 | 20日内\n李某审核 | < | < | <\n"
    )
    assert paths(found) == ["1 一、机构信息›概况", "1 二、财务信息›预算"]
    assert "row-left-out" in codes(found)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1", 1),
        ("0505", 505),
        ("1.1", 1),
        ("（一）", 1),
        ("十二、", 12),
        ("③", 3),
        ("第7项", 7),
        ("2.", 2),
        ("", 0),
    ],
)
def test_numbers_are_read_in_every_form(printed: str, number: int) -> None:
    found = read(f"{HEAD}{printed} | 甲 | 子 | 内容 | 《预算法》 | 长期公开")
    assert found.items[0].number == number


def test_a_number_printed_twice_is_told() -> None:
    rows = "".join(
        f"{number} | 事{at} | 项{at} | 内容 | 《预算法》 | 长期公开\n" for at, number in enumerate("12234567")
    )
    found = read(HEAD + rows)
    assert [finding.message[:5] for finding in found.findings if finding.code == "number-repeated"] == [
        "序号2重复"
    ]


def test_a_numbered_row_without_a_name_is_kept_and_told() -> None:
    found = read(f"{HEAD}1 |  |  | 内容 | 《预算法》 | 长期公开\n2 | 甲 | 子 | 内容 | 《预算法》 | 长期公开")
    assert found.items[0].path == ("（第2行没有栏目名称）",)
    assert "name-missing" in codes(found)


def test_names_lose_their_line_breaks_other_cells_keep_them() -> None:
    found = read(f"{HEAD}1 | 政策⏎文件 | 法律 法规 | 1.全文⏎2.解读 | 《预算法》⏎《会计法》 | 长期⏎公开")
    item = found.items[0]
    assert item.path == ("政策文件", "法律法规")
    assert (item.content, item.legal_basis_text) == ("1.全文\n2.解读", "《预算法》\n《会计法》")


def test_every_item_knows_its_place_and_its_cells() -> None:
    found = read(f"{HEAD}1 | 甲 | 子 | 内容 | 《预算法》 | 长期公开")
    assert (found.items[0].place.line, found.items[0].cells) == (2, (5, 4, 6))


def test_a_ditto_with_nothing_above_stays_and_is_told() -> None:
    found = read(f"{HEAD}1 | 招生 | 介绍 | 性质 | 同上 | {LIMIT}")
    assert found.items[0].legal_basis_text == "同上"
    assert "ditto-unresolved" in codes(found)


def test_a_ditto_reaches_over_cells_whose_merge_was_lost() -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | {LIMIT}\n"
        " | | 政策 | 全文 | | \n2 | 财务 | 收费 | 标准 | 同上 | 同上"
    )
    assert found.items[2].legal_basis_text == "《教育法》"


@pytest.mark.parametrize(
    "name", ["负责人信息", "审核人员名单", "说明书", "附件管理", "联系电话", "合计表公开"]
)
def test_items_whose_names_look_like_signatures_are_kept(name: str) -> None:
    found = read(
        f"{HEAD}1 | 机构 | {name} | 内容 | 《教育法》 | {LIMIT}\n"
        f" | {name} | {name} | 内容 | 《教育法》 | {LIMIT}"
    )
    assert [item.path for item in found.items] == [("机构", name), (name, name)]


def test_a_note_below_the_table_is_no_row_though_the_columns_stand_in_another_order() -> None:
    found = read(
        "公开方式 | 公开内容 | 公开依据 | 公开时限 | 二级事项 | 一级事项 | 序号\n"
        f"主动公开 | 办学性质 | 《教育法》 | {LIMIT} | 学校介绍 | 招生 | 1\n"
        "注：本目录由教育局负责解释。 | | | | | |"
    )
    assert [item.attributes[0].value for item in found.items] == ["主动公开"]
    assert "row-left-out" in codes(found)


def test_where_bases_are_merged_an_empty_limit_is_empty_though_no_limit_is_merged() -> None:
    found = read(
        f"{HEAD}1 | 招生 | 介绍 | 性质 | 《教育法》 | {LIMIT}\n"
        f"^ | ^ | 政策 | 全文 | ^ | 7个工作日内\n^ | ^ | 结果 | 名单 | ^ | "
    )
    assert [item.time_limit_text for item in found.items] == [LIMIT, "7个工作日内", ""]
    assert [item.legal_basis_text for item in found.items] == ["《教育法》"] * 3
