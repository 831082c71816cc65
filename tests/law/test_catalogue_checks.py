"""Checks of any catalogue: what is found, what is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.law.rows import BASIS, catalogue, codes, row

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.checking import coverage, statutes
from gongkai.law.catalogue.checking.contents import distinguishing
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.tables import OfficeLevel
from gongkai.law.errors import LawError
from gongkai.law.vocabulary import Severity, Unit

WEAKER = "limit-weaker-than-statute"
SHORT = "consultation-too-short"


def messages(found: Catalogue, code: str) -> list[str]:
    """What the findings of one code say."""
    return [finding.message for finding in found.findings if finding.code == code]


# ---- limits against statutes ----


@pytest.mark.parametrize(
    ("limit", "is_weaker"),
    [
        ("信息形成或者变更之日起20个工作日内", False),
        ("信息形成或者变更之日起21个工作日内", True),
        ("信息形成之日起30个工作日内公开", True),
        ("信息形成之日起28日内", False),
        ("信息形成之日起30日内", True),
        ("信息形成之日起1个月内", False),
        ("信息形成之日起2个月内", True),
        ("意见征集结束后的30天内发布", False),
        ("自收到申请之日起30个工作日内", False),
        ("7个工作日内", False),
        ("每半年更新一次", False),
        ("及时公开", False),
    ],
)
def test_a_limit_longer_than_twenty_working_days_is_told(limit: str, is_weaker: bool) -> None:
    assert (WEAKER in codes(row(1, "公告", "公告公示", limit=limit))) is is_weaker


@pytest.mark.parametrize(
    ("name", "limit", "is_weaker"),
    [
        ("部门预算", "批复后20日内公开", False),
        ("部门预算", "批复后20个工作日内公开", True),
        ("部门预算", "批复后30日内公开", True),
        ("部门决算", "自信息形成之日起20个工作日内", True),
        ("预算绩效评价", "自信息形成之日起20个工作日内", False),
        ("工程预算编制", "自信息形成之日起20个工作日内", False),
    ],
)
def test_budgets_are_due_within_twenty_days_of_approval(name: str, limit: str, is_weaker: bool) -> None:
    found = catalogue(row(1, "财政", name, "《预算法》", f"{name}及说明", limit))
    told = messages(found, WEAKER)
    assert bool(told) is is_weaker
    assert all("第十四条" in each for each in told)


@pytest.mark.parametrize(
    ("limit", "is_told"),
    [
        ("每年更新一次", True),
        ("半年至少更新1次", True),
        ("每月更新", False),
        ("每两周更新一次", False),
        ("信息形成之日起20个工作日内，每半年更新一次", False),
    ],
)
def test_a_cycle_alone_is_told_as_a_notice(limit: str, is_told: bool) -> None:
    found = catalogue(row(1, "公告", "公告公示", limit=limit)).findings
    told = [each.severity for each in found if each.code == "cycle-longer-than-statute"]
    assert told == ([Severity.NOTICE] if is_told else [])


def test_penalties_are_told_of_the_practice_as_a_notice_only() -> None:
    late = catalogue(row(1, "执法", "处罚结果", content="行政处罚决定", limit="自决定作出之日起20个工作日内"))
    told = [each for each in late.findings if each.code == "limit-longer-than-practice"]
    assert [each.severity for each in told] == [Severity.NOTICE]
    assert WEAKER not in {each.code for each in late.findings}


def test_twenty_working_days_take_at_least_four_weeks() -> None:
    assert statutes.days_at_least(20, Unit.WORKDAY) == 28
    assert statutes.days_at_least(7, Unit.WORKDAY) == 9
    assert statutes.days_at_least(1, Unit.YEAR) == 365


@pytest.mark.parametrize(
    ("name", "limit", "words"),
    [
        ("重大行政决策意见征集", "征求意见期限不少于15日", "重大行政决策"),
        ("涉企政策意见征集", "征求意见期限不少于7个工作日", "优化营商环境条例"),
        ("行政规范性文件意见征集", "征求意见期限不少于5个工作日", "其他行政规范性文件"),
        ("行政规范性文件意见征集", "征求意见期限不少于7个工作日", "只够一般的行政规范性文件"),
    ],
)
def test_a_consultation_is_held_to_the_floor_of_its_profile(name: str, limit: str, words: str) -> None:
    told = messages(catalogue(row(1, "互动", name, content=f"{name}公告", limit=limit)), SHORT)
    assert len(told) == 1
    assert words in told[0]


@pytest.mark.parametrize("name", ["重大行政决策意见征集", "涉企政策意见征集", "行政规范性文件意见征集"])
def test_a_consultation_of_thirty_days_is_long_enough(name: str) -> None:
    assert SHORT not in codes(row(1, "互动", name, content=f"{name}公告", limit="征求意见期限不少于30日"))


# ---- what must be covered ----

WHOLE = [
    ("政府信息公开指南", "指南", "政府信息公开指南"),
    ("政府信息公开制度", "制度", "政府信息公开制度"),
    ("机构", "领导", "领导姓名、职务"),
    *[("文件", f"文件{n}", f"第{n}类文件") for n in range(12)],
]


def whole(title: str, *more: tuple[str, str, str]) -> Catalogue:
    """A whole office's catalogue that covers little."""
    rows = [
        row(i, group, name, content=content) for i, (group, name, content) in enumerate([*WHOLE, *more], 1)
    ]
    return catalogue(*rows, title=title)


def test_a_whole_catalogue_is_asked_for_every_matter_once_with_article_and_item() -> None:
    told = messages(whole("某区人民政府主动公开目录"), "matter-not-covered")
    assert len(told) == len(set(told)) > 15
    assert any("第二十条第（八）项" in each and "行政事业性收费" in each for each in told)
    assert any("第十九条" in each for each in told)
    assert (
        messages(whole("某区人民政府主动公开目录"), "local-matters-not-covered")[0].count("第二十一条") == 1
    )


@pytest.mark.parametrize(
    "covering",
    [
        ("收费", "收费", "行政事业性收费项目"),
        ("行政事业性收费", "目录", "目录及标准"),
    ],
)
def test_a_matter_counts_as_covered_by_content_or_by_path(covering: tuple[str, str, str]) -> None:
    told = messages(whole("某区人民政府主动公开目录", covering), "matter-not-covered")
    assert not any("行政事业性收费" in each for each in told)


def test_a_matter_counts_as_covered_where_the_basis_cites_its_item() -> None:
    rows = [row(i, group, name, content=content) for i, (group, name, content) in enumerate(WHOLE, 1)]
    citing = row(len(rows) + 1, "费用", "费用", "《政府信息公开条例》第二十条第（八）项", "费用")
    told = messages(catalogue(*rows, citing, title="某区人民政府主动公开目录"), "matter-not-covered")
    assert not any("行政事业性收费" in each for each in told)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("区政府办主动公开目录", OfficeLevel.COUNTY),
        ("某县人民政府办公室政府信息主动公开目录", OfficeLevel.COUNTY),
        ("市城市管理执法局政府信息主动公开基本目录", OfficeLevel.BODY),
        ("某市发展和改革委员会主动公开目录", OfficeLevel.BODY),
        ("润镇政务公开事项标准目录", OfficeLevel.TOWNSHIP),
        ("香山街道主动公开目录", OfficeLevel.TOWNSHIP),
    ],
)
def test_the_title_tells_whose_catalogue_it_is(title: str, level: OfficeLevel) -> None:
    assert coverage.level_of(title) is level


def test_a_township_is_asked_for_what_townships_must_disclose() -> None:
    told = messages(whole("某镇人民政府主动公开目录"), "local-matters-not-covered")
    assert "宅基地" in told[0]
    assert "治安管理" not in told[0]


def test_a_body_of_the_government_is_not_asked_for_what_others_do() -> None:
    told = messages(whole("某市城市管理局主动公开目录"), "matter-not-covered")
    assert any("预算" in each for each in told)
    assert not any("环境保护" in each or "扶贫" in each for each in told)


@pytest.mark.parametrize("title", ["义务教育领域基层政务公开标准目录", "安全生产领域主动公开目录"])
def test_a_catalogue_of_one_sector_is_not_blamed_for_the_others(title: str) -> None:
    assert "matter-not-covered" not in {finding.code for finding in whole(title).findings}


def test_a_handful_of_rows_is_not_taken_for_a_whole_catalogue() -> None:
    assert "matter-not-covered" not in codes(row(1, "甲", "一"))


# ---- contents ----


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("部门预算", "部门决算", ("预算", "决算")),
        ("行政许可结果", "行政处罚结果", ("许可", "处罚")),
        ("政策文件", "政策文件解读", ("", "")),
        ("甲", "乙", ("", "")),
    ],
)
def test_two_names_are_told_apart_by_their_own_words(ours: str, theirs: str, words: tuple[str, str]) -> None:
    assert distinguishing(ours, theirs) == words


def test_contents_that_are_nearly_swapped_are_found() -> None:
    found = codes(
        row(1, "财政", "部门预算", "《预算法》", "本部门年度决算报表及说明", "批复后20日内"),
        row(2, "财政", "部门决算", "《预算法》", "本部门年度预算报表及说明", "批复后20日内"),
    )
    assert found.count("contents-swapped") == 2


def test_contents_that_name_both_are_no_swap() -> None:
    found = codes(
        row(1, "财政", "部门预算", "《预算法》", "部门预算，与上年决算对比", "批复后20日内"),
        row(2, "财政", "部门决算", "《预算法》", "部门决算，与年初预算对比", "批复后20日内"),
    )
    assert "contents-swapped" not in found


def test_a_content_that_says_the_opposite_of_its_name_is_told() -> None:
    assert "content-against-name" in codes(row(1, "执法", "行政许可结果", content="行政处罚决定书"))
    assert "content-against-name" not in codes(row(1, "执法", "行政许可结果", content="许可、处罚决定书"))


def test_a_content_copied_from_a_sibling_is_told() -> None:
    found = codes(
        row(1, "执法", "双随机抽查", content="双随机抽查的计划和结果"),
        row(2, "执法", "执法主体", content="双随机抽查的计划和结果"),
    )
    assert found.count("content-of-another-column") == 1


def test_an_empty_content_is_told_but_not_for_a_link() -> None:
    assert codes(row(1, "甲", "一", content=""), row(2, "乙", "二")).count("empty-content") == 1
    assert "empty-content" not in codes(row(1, "甲", "一", content="", limit="/"), row(2, "乙", "二"))


# ---- cells in the wrong place, doubled columns ----


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((row(1, "甲", "一", content="7个工作日内"), row(2, "乙", "二")), "limit-as-content"),
        ((row(1, "甲", "一", basis="", limit="《预算法》（主席令第22号）"),), "citation-as-limit"),
        ((row(1, "甲", "一", limit="■政府网站 □政府公报"),), "channel-as-limit"),
        ((row(1, "甲", "一", basis="信息形成之日起7个工作日内"),), "limit-as-basis"),
        ((row(1, "甲", "一"), f"2|乙|{BASIS}|政策解读|7个工作日内||"), "cells-shifted"),
        ((row(1, "甲", "一"), f"2|乙|二||{BASIS}|政策解读|7个工作日内"), "cells-shifted"),
        ((row(1, "甲", "一", content="■政府网站 □政府公报"),), "channel-as-content"),
        ((row(1, "甲", "信息形成之日起7个工作日内"),), "limit-as-name"),
        ((f"{row(1, '甲', '一')}|7个工作日内",), "limit-in-other-cell"),
        ((row(1, "甲", "一"), row(2, "甲", "一", content="领导姓名")), "path-repeated"),
        ((row(1, "甲", "政策文件"), row(2, "乙", "政策文件")), "column-duplicated"),
        ((row(1, "甲", "一"), row(4, "乙", "二", content="领导姓名")), "number-out-of-order"),
    ],
)
def test_a_fault_of_place_is_found_once(rows: tuple[str, ...], code: str) -> None:
    assert codes(*rows).count(code) == 1


def test_a_clean_catalogue_has_no_findings() -> None:
    assert (
        codes(
            row(1, "机构", "领导", "《政府信息公开条例》（国务院令第711号）", "领导姓名、职务、分工"),
            row(
                2,
                "文件",
                "公告",
                "《政府信息公开条例》（国务院令第711号）",
                "公告全文、发布日期",
                "7个工作日内",
            ),
        )
        == []
    )


def test_numbers_may_begin_anew() -> None:
    found = codes(
        row(1, "甲", "一"), row(2, "甲", "二", content="机构职能"), row(1, "乙", "三", content="规划")
    )
    assert "number-out-of-order" not in found


# ---- every finding, on every shared catalogue ----


def test_findings_point_into_their_cells_on_every_shared_catalogue(shared: Callable[[str], Path]) -> None:
    seen = 0
    for path in sorted(shared("real/catalogues").iterdir()):
        try:
            found = reading.read_all(files.read(path.read_bytes(), path.name), lawdata.tables())
        except LawError:
            continue
        for finding in (finding for each in found for finding in each.findings):
            seen += 1
            assert finding.message.endswith("。"), (path.name, finding)
            assert finding.code in lawdata.finding_kinds(), (path.name, finding.code)
            assert finding.place is not None, (path.name, finding)
            if finding.span:
                assert 0 <= finding.span[0] <= finding.span[1], (path.name, finding)
    assert seen > 50


def test_a_word_for_both_is_no_contradiction() -> None:
    found = codes(row(1, "财政", "部门财政预决算", "《预算法》", "一般公共预算及说明", "批复后20日内"))
    assert "content-against-name" not in found


@pytest.mark.parametrize("limit", ["《预算法》（主席令第22号）", "■政府网站 □公示栏"])
def test_a_limit_that_stands_in_the_wrong_cell_is_told_once(limit: str) -> None:
    found = catalogue(row(1, "财政", "部门预算", limit=limit))
    told = [finding.code for finding in found.findings if finding.place and finding.place.cell == 6]
    assert told in (["citation-as-limit"], ["channel-as-limit"])


def test_a_number_known_only_by_hearsay_is_told_and_not_put_in() -> None:
    title = "《国务院关于进一步加强和改进最低生活保障工作的意见》"
    known = lawdata.instruments().titled(title.strip("《》"))
    assert known is not None
    assert not known.verified
    alone = catalogue(row(1, "甲", "一", basis=title)).findings
    told = next(finding for finding in alone if finding.code == "number-missing")
    assert known.number in told.message
    assert (told.suggestion, "请核对后补写" in told.message) == ("", True)
    beside = catalogue(
        row(1, "甲", "一", basis=f"{title}（{known.number}）"), row(2, "乙", "二", basis=title)
    )
    told = next(finding for finding in beside.findings if finding.code == "number-missing")
    assert told.suggestion == f"{title}（{known.number}）"


def test_a_row_that_slid_left_from_its_basis_on_is_told_once() -> None:
    given = "1|甲|子|信息形成之日起20个工作日内|政策文件原文|县政府办|"
    found = [finding for finding in catalogue(given, row(2, "甲", "丑")).findings if finding.place]
    about_first = [finding for finding in found if finding.place and finding.place.line == 2]
    assert [finding.code for finding in about_first] == ["cells-shifted"]
    assert "“县政府办”" in about_first[0].message
