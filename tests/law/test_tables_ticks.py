"""Ticks in columns and boxes in cells become attributes."""

import pytest
from tests.law.drawn import attributes, read

from gongkai.law.catalogue import values

HEAD = (
    "序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 | 公开对象 | < | 公开方式 | < | 公开层级 | <\n"
    "^ | ^ | ^ | ^ | ^ | 全社会 | 特定群体 | 主动 | 依申请 | 县级 | 乡级\n"
)


@pytest.mark.parametrize("tick", ["√", "✓", "■", "☑", "▄", "●", "是", "Y", "1"])
@pytest.mark.parametrize("empty", ["", "□", "口", "☐", "×", "否", "/"])
def test_ticks_in_columns_become_the_names_ticked(tick: str, empty: str) -> None:
    found = read(
        f"{HEAD}1 | 甲 | 子 | 长期公开 | 政府网站 | {tick} | {empty} | {empty} | {tick} | {tick} | {tick}"
    )
    assert attributes(found) == {
        "公开渠道和载体": "政府网站",
        "公开对象": "全社会",
        "公开方式": "依申请",
        "公开层级": "县级、乡级",
    }


@pytest.mark.parametrize(
    ("printed", "ticked"),
    [
        ("■政府网站 □政府公报 ■两微一端", "政府网站、两微一端"),
        ("■政府网站⏎□政府公报⏎□公开查阅点□政务服务中心", "政府网站"),
        ("▄政府网站;口政府公报;口发布会/听证会;▄广播电视。", "政府网站、广播电视"),
        ("☑政府网站 ☐公示栏", "政府网站"),
        ("√政府网站", "政府网站"),
        ("口政府网站 口公示栏", None),
        ("t政府网站□政府公报⏎□两微一端□发布会/听证会 t村公示栏", "政府网站、村公示栏"),
        ("政府网站、入口大厅", "政府网站、入口大厅"),
    ],
)
def test_lists_of_boxes_become_the_words_ticked(printed: str, ticked: str | None) -> None:
    found = read(f"{HEAD}1 | 甲 | 子 | 长期公开 | {printed} | √ | | | | |")
    assert attributes(found).get("公开渠道和载体") == ticked


def test_words_in_a_column_of_ticks_are_kept_with_the_whole_heading() -> None:
    found = read(f"{HEAD}1 | 甲 | 子 | 长期公开 | 网站 | | 被征收人 | √ | | √ |")
    assert attributes(found)["公开对象›特定群体"] == "被征收人"


def test_a_heading_whose_upper_row_was_lost_still_says_what_is_ticked() -> None:
    found = read(
        "序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 依申请公开\n1 | 甲 | 子 | 长期公开 | √ | √"
    )
    assert attributes(found) == {"公开对象": "全社会", "公开方式": "依申请公开"}


def test_columns_nobody_knows_are_attributes_too_and_empty_cells_say_nothing() -> None:
    found = read(
        "序号 | 公开事项 | 公开内容 | 公开时限 | 责任科室 | 归档编码\n"
        "1 | 甲 | 子 | 长期公开 | 办公室 | A1\n2 | 乙 | 丑 | 长期公开 | |"
    )
    assert attributes(found) == {"责任科室": "办公室", "归档编码": "A1"}
    assert attributes(found, 1) == {}


def test_attributes_stand_in_the_values_that_machines_get() -> None:
    found = read("序号 | 公开事项 | 公开内容 | 公开时限 | 责任科室\n1 | 甲 | 子 | 长期公开 | 办公室")
    assert values.catalogue_value(found)["items"][0]["attributes"] == [
        {"name": "责任科室", "value": "办公室"}
    ]


def test_a_channel_a_column_becomes_one_list_of_channels() -> None:
    found = read(
        "序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 | < | < | 公开主体\n"
        "^ | ^ | ^ | ^ | 政府网站 | 社区/企事业单位/村公示栏（电子屏） | 两微一端 | ^\n"
        "1 | 甲 | 子 | 长期公开 | √ | √ | | 某局\n2 | 乙 | 丑 | 长期公开 | | | √ | 某局"
    )
    assert attributes(found) == {
        "公开渠道和载体": "政府网站、社区/企事业单位/村公示栏（电子屏）",
        "公开主体": "某局",
    }
    assert attributes(found, 1) == {"公开渠道和载体": "两微一端", "公开主体": "某局"}


def test_a_lone_box_in_a_list_of_channels_says_nothing() -> None:
    found = read("序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体\n1 | 甲 | 子 | 长期公开 | ■")
    assert attributes(found) == {}
