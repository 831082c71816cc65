"""Two editions compared: what goes on, and what it means."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law import elements, lawdata
from gongkai.law.catalogue.comparing import editions, matching, meaning, report, values
from gongkai.law.catalogue.comparing.changes import Comparison, Part
from gongkai.law.catalogue.comparing.marking import Mark, marked, spelled
from gongkai.law.catalogue.comparing.strictness import Strictness, strictness
from gongkai.law.catalogue.model import Attribute, Catalogue, Item
from gongkai.law.citation import read as read_citations
from gongkai.law.time_limit import grammar

DEFAULT = lawdata.default_rule()
SEED = lawdata.catalogue("xihu-2022")
LIMIT = "自该政府信息形成或者变更之日起20个工作日内"
AROUND = meaning.Circumstances(DEFAULT, {words.kind: words.name for words in lawdata.elements().kinds})


def leaf(path: str, content: str = "", limit: str = LIMIT, basis: str = "", number: int = 1) -> Item:
    """A column written 一级/二级 with its texts read as a catalogue reads them."""
    names = tuple(path.split("/"))
    read = elements.read(content, lawdata.elements(), names, limit)
    return Item(
        number,
        names,
        read_citations(basis, lawdata.instruments()).citations,
        basis,
        content,
        read.elements,
        read.column_kind,
        limit,
        grammar.read(limit).rules,
    )


def compared(old: list[Item], new: list[Item]) -> Comparison:
    return editions.compare(Catalogue("旧版", tuple(old)), Catalogue("新版", tuple(new)), DEFAULT)


def paths(items) -> list[str]:
    return ["/".join(item.path) for item in items]


def ways(pairs) -> list[tuple[str, str]]:
    return [("/".join(pair.before.path), "/".join(pair.after.path)) for pair in pairs]


def test_equal_editions_have_no_difference_whatever_their_numbers_and_order() -> None:
    turned = replace(SEED, items=tuple(replace(item, number=99) for item in reversed(SEED.items)))
    found = editions.compare(SEED, turned, DEFAULT)
    assert found.is_empty
    assert report.report(found, AROUND).summary == "两版目录没有差别。"
    assert not any(values.comparison_value(found, AROUND).values())


def test_what_is_only_in_one_edition_is_added_or_removed() -> None:
    found = compared([leaf("甲/乙", "权责清单")], [leaf("甲/丙", "人事任免文件")])
    assert (paths(found.added), paths(found.removed), found.pairs) == (["甲/丙"], ["甲/乙"], ())


def test_the_same_column_under_another_branch_moved() -> None:
    found = compared([leaf("甲/人事任免", "人事任免文件")], [leaf("乙/人事任免", "人事任免的文件和公示")])
    assert ways(found.moved) == [("甲/人事任免", "乙/人事任免")]
    assert not found.added
    assert not found.removed


def test_the_same_content_under_another_name_was_renamed() -> None:
    content = "区政府领导姓名、职务、分工、照片、简历等"
    found = compared([leaf("机构/区政府领导及分工", content)], [leaf("机构/领导之窗", content)])
    assert ways(found.renamed) == [("机构/区政府领导及分工", "机构/领导之窗")]
    assert not found.moved
    assert not found.changed


def test_neighbours_with_contents_of_one_pattern_are_not_taken_for_each_other() -> None:
    old = [leaf(f"进万家/{name}", f"{name}相关政策文件") for name in ("教育事业", "卫生健康", "市场监管")]
    new = [leaf(f"进万家/{name}", f"{name}相关政策文件") for name in ("教育事业", "就业创业", "文化体育")]
    found = compared(old, new)
    assert paths(found.removed) == ["进万家/卫生健康", "进万家/市场监管"]
    assert paths(found.added) == ["进万家/就业创业", "进万家/文化体育"]


@settings(max_examples=25)
@given(st.sets(st.integers(0, 74), min_size=30, max_size=50), st.sets(st.integers(0, 74), min_size=30))
def test_different_columns_of_one_catalogue_are_never_taken_for_each_other(
    old: set[int], new: set[int]
) -> None:
    """两版各缺一些栏目，内容略有改动：相邻栏目名称再像，也不混作一个。"""
    changed = [replace(SEED.items[i], content=SEED.items[i].content + "等" * (i % 2)) for i in sorted(new)]
    found = compared([SEED.items[i] for i in sorted(old)], changed)
    assert [way for way in ways(found.pairs) if way[0] != way[1]] == []
    assert [one.before for one in (*found.split, *found.merged)] == []
    assert len(found.pairs) == len(old & new)


def test_columns_are_never_matched_by_their_number() -> None:
    found = compared([leaf("甲/乙", "权责清单", number=5)], [leaf("丙/丁", "采购公告", number=5)])
    assert not found.pairs


def test_of_two_of_one_name_the_content_tells_which_moved() -> None:
    licensing, penalty = "行政许可的依据、条件、程序、期限", "行政处罚的依据、程序、裁量基准"
    old = [leaf("许可/依据", licensing), leaf("处罚/依据", penalty)]
    new = [leaf("执法公示/处罚类/依据", penalty), leaf("执法公示/许可类/依据", licensing)]
    assert set(ways(compared(old, new).moved)) == {
        ("许可/依据", "执法公示/许可类/依据"),
        ("处罚/依据", "执法公示/处罚类/依据"),
    }


def test_a_branch_with_a_new_name_takes_its_columns_along() -> None:
    old = [leaf("会议/全体会议", "甲"), leaf("会议/常务会议", "乙"), leaf("会议/专题会议", "丙")]
    new = [leaf("政府会议/全体会议", "甲"), leaf("政府会议/常务会议", "乙"), leaf("政府会议/专题会议", "丙")]
    found = compared(old, new)
    assert found.branches == ((("会议",), ("政府会议",)),)
    assert len(found.moved) == 3


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("20个工作日", "10个工作日", Strictness.STRICTER),
        ("10个工作日", "20个工作日", Strictness.WEAKER),
        ("10日内", "20个工作日内", Strictness.WEAKER),
        ("10个工作日", "14日内", Strictness.UNCLEAR),
        ("文件印发后7个工作日内", "文件印发之日起7个工作日内", Strictness.SAME),
        ("文件印发后7个工作日内", "自决定作出之日起7个工作日内", Strictness.UNCLEAR),
        ("", "20个工作日", Strictness.SAME),
        ("", "10个工作日", Strictness.STRICTER),
        ("按年度更新", "按季度更新", Strictness.STRICTER),
        ("公示期不少于7个工作日", "公示期不少于5个工作日", Strictness.WEAKER),
        ("每年3月31日前", "每年1月31日前", Strictness.STRICTER),
        ("及时公开", "20个工作日", Strictness.UNCLEAR),
        ("及时公开", "实时公开", Strictness.SAME),
        ("看情况", "20个工作日", Strictness.UNCLEAR),
        ("看情况", "再看情况", Strictness.UNCLEAR),
    ],
)
def test_a_limit_is_told_stricter_or_weaker_only_where_that_is_clear(before, after, told) -> None:
    assert strictness(grammar.read(before).rules, grammar.read(after).rules, DEFAULT) is told


def test_each_part_that_changed_is_told_with_what_it_means() -> None:
    old = leaf("甲/乙", "标题、文号", basis="《中华人民共和国预算法》")
    new = leaf("甲/乙", "标题、文号、发文日期", "10个工作日", "《中华人民共和国审计法》")
    found = compared([old], [replace(new, attributes=(Attribute("公开主体", "区财政局"),))])
    (pair,) = found.changed
    assert [change.part for change in pair.changes] == [
        Part.CONTENT,
        Part.ELEMENTS,
        Part.BASIS,
        Part.LIMIT,
        Part.ATTRIBUTE,
    ]
    around = replace(AROUND, documents={("甲", "乙"): 3}, in_force="2023-07-01")
    told = meaning.of_changed(pair, around)
    assert told[0] == "栏目内容改了，自2023-07-01起照新的内容公开；已有的3份文件请核对是否还合要求。"
    assert "增加“发文日期”" in told[1]
    assert "审计法" in told[2]
    assert told[3] == (
        f"公开时限由“{LIMIT}”改为“10个工作日”（更严），自2023-07-01起形成的信息适用；此前形成的仍按原时限。"
    )
    assert told[4] == "公开主体由（空）改为“区财政局”。"


def test_spaces_and_line_breaks_are_no_change() -> None:
    assert compared([leaf("甲", "权责清单")], [leaf("甲", "权责\n清 单")]).is_empty


def test_a_column_that_becomes_a_link_or_ends_says_what_becomes_of_its_documents() -> None:
    around = replace(AROUND, documents={("甲",): 2})
    (pair,) = compared([leaf("甲", "政策文件")], [leaf("甲", "转链省政府网页", "/")]).changed
    assert any(
        "改为转链栏目" in told and "已有的2份文件保留" in told for told in meaning.of_changed(pair, around)
    )
    (gone,) = compared([leaf("甲", "政策文件"), leaf("乙")], [leaf("乙")]).removed
    assert "已有的2份文件保留，网址不变" in meaning.of_removed(gone, around)
    assert "其中没有文件" in meaning.of_removed(gone, replace(AROUND, documents={}))


def test_a_column_split_in_two_names_its_heir_and_the_other() -> None:
    old = [leaf("财政/预算决算", "部门预算编制说明、收支总表；部门决算收支情况、三公经费支出")]
    new = [
        leaf("财政/部门预算", "部门预算编制说明、收支总表"),
        leaf("财政/部门决算", "部门决算收支情况、三公经费支出"),
    ]
    found = compared(old, new)
    (one,) = found.split
    assert one.before == (("财政", "预算决算"),)
    assert set(one.after) == {("财政", "部门预算"), ("财政", "部门决算")}
    told = meaning.of_split(one, found, replace(AROUND, documents={("财政", "预算决算"): 8}))
    assert "分为2个栏目" in told
    assert "已有的8份文件" in told


def test_two_columns_put_together_name_the_heir_and_the_retired() -> None:
    new = [leaf("财政/预算决算", "部门预算编制说明、收支总表；部门决算收支情况、三公经费支出")]
    old = [
        leaf("财政/部门预算", "部门预算编制说明、收支总表"),
        leaf("财政/部门决算", "部门决算收支情况、三公经费支出"),
    ]
    found = compared(old, new)
    (one,) = found.merged
    assert one.after == (("财政", "预算决算"),)
    assert set(one.before) == {("财政", "部门预算"), ("财政", "部门决算")}
    assert "停用" in meaning.of_merged(one, found, AROUND)


def test_a_leaf_that_becomes_a_branch_and_a_path_that_stands_twice_are_told_without_falling() -> None:
    found = compared(
        [leaf("甲", "权责清单"), leaf("丙", "一"), leaf("丙", "二")],
        [leaf("甲/乙", "采购公告"), leaf("丙", "一")],
    )
    assert paths(found.added) == ["甲/乙"]
    assert paths(found.removed) == ["甲", "丙"]


def test_a_leaf_that_is_opened_goes_on_as_the_likest_column_below_it() -> None:
    old = [leaf("财政/预算决算", "部门预算编制说明、收支总表；部门决算收支情况、三公经费支出")]
    new = [
        leaf("财政/预算决算/部门预算", "部门预算编制说明、收支总表"),
        leaf("财政/预算决算/部门决算", "部门决算收支情况、三公经费支出"),
    ]
    found = compared(old, new)
    ((was, now),) = ways(found.moved)
    assert was == "财政/预算决算"
    assert now in {"财政/预算决算/部门预算", "财政/预算决算/部门决算"}
    assert not found.removed
    (one,) = found.split
    assert set(one.after) == {item.path for item in new}


def test_matching_the_seed_with_its_branches_renamed_loses_no_column() -> None:
    renamed = tuple(replace(item, path=(f"{item.path[0]}（新）", *item.path[1:])) for item in SEED.items)
    known = matching.known(matching.tree(SEED.items), matching.tree(renamed))
    for item, other in zip(SEED.items, renamed, strict=True):
        assert known[other.path] == item.path


def test_columns_out_of_use_are_known_again_by_their_path_alone() -> None:
    old = matching.tree([leaf("甲/乙", "权责清单及其动态调整情况"), leaf("丙/丁", "采购公告")])
    new = matching.tree([leaf("戊/乙", "权责清单及其动态调整情况"), leaf("丙/丁", "采购公告")])
    known = matching.known(old, new, dormant={("甲", "乙"), ("甲",), ("丙", "丁")})
    assert known == {("丙",): ("丙",), ("丙", "丁"): ("丙", "丁")}


def test_blanks_that_a_narrow_cell_left_in_a_word_are_not_marked() -> None:
    found = compared([leaf("甲", "主动 公\n开的 3 份文件")], [leaf("甲", "主动公开的 5 份文件")])
    (group,) = report.report(found, AROUND).groups
    told = spelled(group.entries[0].words[0].pieces)
    assert told == "主动公开的 〔删：3〕〔增：5〕 份文件"
    assert spelled(marked("甲" * 50 + "乙", "甲" * 50 + "丙"), 4) == "甲甲甲甲……甲甲甲甲〔删：乙〕〔增：丙〕"


def test_words_that_changed_are_marked() -> None:
    pieces = marked("自形成之日起20个工作日内公开", "自形成之日起10个工作日内公开")
    assert [(piece.mark, piece.text) for piece in pieces] == [
        (Mark.KEPT, "自形成之日起"),
        (Mark.GONE, "20"),
        (Mark.COME, "10"),
        (Mark.KEPT, "个工作日内公开"),
    ]
    for before, after in (("", "甲"), ("甲", ""), ("甲乙丙", "丁乙戊"), ("甲" * 9000, "乙" * 9000)):
        found = marked(before, after)
        assert "".join(piece.text for piece in found if piece.mark is not Mark.COME) == before
        assert "".join(piece.text for piece in found if piece.mark is not Mark.GONE) == after
