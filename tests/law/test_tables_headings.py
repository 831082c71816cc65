"""Headings of every known shape lead to the same items."""

import pytest
from tests.law.drawn import attributes, codes, grid, paths, read, read_all

from gongkai.law.catalogue.columns import Purpose, level, purpose
from gongkai.law.errors import LawError

ROW = "1 | 财务信息 | 收费公示 | 收费项目、收费标准 | 《预算法》 | 每年1月31日前"


@pytest.mark.parametrize(
    "heading",
    [
        "序号 | 一级栏目 | 二级栏目 | 栏目内容 | 设立依据 | 公开时限",
        "序号 | 公开事项 | < | 公开内容（要素） | 公开依据 | 公开时限\n^ | 一级事项 | 二级事项 | ^ | ^ | ^",
        "序⏎号 | 公开事项 | < | 公开 内容⏎(要素) | 公开依 据 | 公开⏎时限",
        "序号 | 事项类别 | 事项名称 | 公开要素 | 政策依据 | 公开期限",
        "编号 | 主题 | 子项 | 内容标准 | 文件依据 | 更新时限",
        "序號 | 類別 | 公開事項 | 公開內容 | 公開依據 | 公開時限",
        "序号 | 一级指标 | 二级指标 | 公开标准 | 法律依据 | 时限要求",
        "序号 | 公开事项 |  | 公开内容 | 公开依据 | 公开时限\n | 一级事项 | 二级事项 |  |  | ",
        "序号 | 公开事项 | < | 公开情况 | < | <\n^ | 一级 | 二级 | 公开内容 | 公开依据 | 公开时限",
        "序号 | 公开事项 | < | 内容 | 依据 | 时限\n^ | 名称 | < | ^ | ^ | ^\n^ | 一级 | 二级 | ^ | ^ | ^",
    ],
)
def test_a_heading_of_any_wording_names_the_same_columns(heading: str) -> None:
    found = read(f"{heading}\n{ROW}")
    assert paths(found) == ["1 财务信息›收费公示"]
    item = found.items[0]
    assert (item.content, item.legal_basis_text) == ("收费项目、收费标准", "《预算法》")
    assert item.time_limit_text == "每年1月31日前"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("公开渠道和载体（“■”表示必选项，“口”表示可选项）", Purpose.OTHER),
        ("责任科室", Purpose.OTHER),
        ("监督举报电话", Purpose.OTHER),
        ("受理机构", Purpose.OTHER),
        ("依申请公开", Purpose.OTHER),
        ("乡、村级", Purpose.OTHER),
        ("镇(街)级", Purpose.OTHER),
        ("条款内容", Purpose.OTHER),
        ("业务事项", Purpose.LEVEL),
        ("政府信息公開類別及事項", Purpose.LEVEL),
        ("六级目录", Purpose.LEVEL),
        ("信息名称", Purpose.LEVEL),
        ("公 开 时 限", Purpose.LIMIT),
        ("更新周期", Purpose.LIMIT),
        ("设定依据", Purpose.BASIS),
        ("公开时长", Purpose.OTHER),
        ("政府信息公开平台对应栏目", Purpose.OTHER),
        ("網站所屬欄目", Purpose.OTHER),
        ("?公開事項", Purpose.LEVEL),
        ("生成时间", Purpose.LIMIT),
        ("公开要素", Purpose.CONTENT),
        ("办事指南", None),
        ("法律法规", None),
        ("财务信息", None),
        ("某局政府信息公开目录", None),
        ("", None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, expected: Purpose | None) -> None:
    assert purpose(heading) is expected


def test_a_heading_may_tell_its_level() -> None:
    assert [level(word) for word in ("一级事项", "第二级", "六级 目录", "公开事项")] == [1, 2, 6, None]


def test_title_and_notes_stand_above_and_below() -> None:
    found = read(
        """
        附件1 | < | < | <
        某镇基层政务公开标准目录 | < | < | <
        填报单位：某镇人民政府 | < | < | <
        序号 | 公开事项 | 公开内容 | 公开时限
        1 | 机构概况 | 职能、地址、电话 | 长期公开
         |  |  |
        合计 | 1 |  |
        注：本目录自印发之日起施行。 | < | < | <
        审核人：李某 |  | 联系电话：123 |
        """
    )
    assert found.title == "某镇基层政务公开标准目录"
    assert paths(found) == ["1 机构概况"]
    told = [finding.message for finding in found.findings if finding.code == "row-left-out"]
    assert len(told) == 3
    assert "“注：本目录自印发之日起施行。”" in told[1]


def test_the_title_may_be_a_paragraph_before_the_table() -> None:
    found = read(
        "序号 | 公开事项 | 公开内容 | 公开时限\n1 | 概况 | 职能 | 长期公开",
        "某局主动公开目录",
        "（2024年版）",
    )
    assert found.title == "某局主动公开目录"


def test_a_heading_repeated_on_each_page_is_left_out() -> None:
    heading = "序号 | 公开事项 | 公开内容 | 公开时限"
    found = read(f"{heading}\n1 | 甲 | 子 | 长期公开\n{heading}\n2 | 乙 | 丑 | 长期公开\n")
    assert paths(found) == ["1 甲", "2 乙"]


def test_six_levels_and_blank_ones() -> None:
    found = read(
        """
        一级目录 | 二级目录 | 三级 | 四级 | 五级目录 | 六级目录 | 公开内容 | 公开时限 | 公开形式 | 公开主体
        信息公开指南 | 部门指南 |  |  |  |  | 指南全文 | 1年 | 政府网站 | 综合科
        法定主动公开内容 | 决策公开 | 政策解读 | 图文解读 |  |  | 解读全文 | 1年 | 政府网站 | 相关科室
        ^ | ^ | ^ | 简明问答 |  |  | 问答 | ^ | ^ | ^
        ^ | ^ | 上级文件 | 解读 | 诚信 | 本级 | 全文 | 6个月 | 政府网站 | 服务业科
        """
    )
    assert paths(found) == [
        "1 信息公开指南›部门指南",
        "2 法定主动公开内容›决策公开›政策解读›图文解读",
        "3 法定主动公开内容›决策公开›政策解读›简明问答",
        "4 法定主动公开内容›决策公开›上级文件›解读›诚信›本级",
    ]
    assert found.items[2].inherited == ("time_limit_text",)
    assert attributes(found, 2) == {"公开形式": "政府网站", "公开主体": "相关科室"}


def test_a_number_column_without_heading_is_known_by_its_numbers() -> None:
    found = read(
        """
        公开事项 | < | < | 公开内容 | 公开时限 | 公开主体
        一级事项 |  | 二级事项 | ^ | ^ | ^
        政策文件 | 1 | 法律法规 | 全文 | 长期公开 | 应急局
        ^ | 2 | 部门规章 | 全文 | 长期公开 | 应急局
        """
    )
    assert paths(found) == ["1 政策文件›法律法规", "2 政策文件›部门规章"]


def test_a_column_of_classes_is_no_level() -> None:
    found = read(
        """
        序号 | 公开类别 | 公开事项 | 公开内容 | 公开时限
        1 | 主动公开 | 概况 | 职能 | 长期公开
        2 | 依申请公开 | 档案 | 卷宗 | 长期公开
        """
    )
    assert paths(found) == ["1 概况", "2 档案"]
    assert attributes(found) == {"公开类别": "主动公开"}


def test_a_table_without_limit_and_basis_is_a_catalogue_when_other_columns_say_so() -> None:
    found = read(
        """
        序號 | 政府信息公開類別及事項 | < | 公開內容 | 責任單位
        ^ | 一級 | 二級 | ^ | ^
        1 | 機構介紹 | 機構設置 | 部門職能、辦公地址 | 黨政辦
        2 | ^ | 領導分工 | 領導簡介 | 黨建辦
        """
    )
    assert paths(found) == ["1 機構介紹›機構設置", "2 機構介紹›領導分工"]
    assert {"time-limit-column-missing", "basis-column-missing"} <= codes(found)
    assert sum(finding.code == "time-limit-column-missing" for finding in found.findings) == 1
    assert [item.rules[0].kind.value for item in found.items] == ["silent", "silent"]


def test_a_table_of_contents_alone_takes_the_contents_for_names() -> None:
    found = read("序号 | 公开内容 | 公开时限 | 责任单位\n1 | 年度预算 | 批复后20日内 | 财政所\n")
    assert paths(found) == ["1 年度预算"]
    assert found.items[0].content == "年度预算"


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        ("序号 | 姓名 | 电话\n1 | 张某 | 123", "没有找到目录的表头"),
        ("序号 | 项目 | 内容 | 备注\n1 | 会议 | 讨论 | 无", "缺少“公开时限”或“公开依据”"),
        ("事项 | 期限 | 责任单位\n修路 | 年底前 | 某局", "缺少“公开内容”"),
        ("序号 | 公开事项 | 公开内容\n1 | 甲 | 乙", "缺少“公开时限”或“公开依据”一栏"),
        ("序号 | 公开内容 | 备注说明栏\n1 | 甲 | 乙", "缺少“公开事项”"),
        ("序号 | 公开事项 | 公开内容 | 公开时限", "下面没有栏目"),
    ],
)
def test_what_is_no_catalogue_is_refused_with_one_sentence(drawing: str, words: str) -> None:
    with pytest.raises(LawError, match=words) as refused:
        read_all(grid(drawing))
    assert str(refused.value).endswith("。")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("某市某区教育局目录", "标准目录"), "某市某区教育局目录"),
        (("某乡人民政府政务公开", "标准目录汇编"), "某乡人民政府政务公开标准目录汇编"),
        (("某镇门户网站今日访问量", "标准目录"), "标准目录"),
        (("某县标准目录（2023年版）", "发布日期：2023-08-17"), "某县标准目录（2023年版）"),
        (("索引号：370400/2022-00091", "无"), ""),
    ],
)
def test_the_title_is_the_line_that_says_whose_catalogue_it_is(above: tuple[str, ...], title: str) -> None:
    found = read("序号 | 公开事项 | 公开内容 | 公开时限\n1 | 概况 | 职能 | 长期公开", *above)
    assert found.title == title


def test_a_list_of_matters_without_contents_is_a_catalogue_too() -> None:
    found = read(
        """
        某大学信息公开目录 | < | < | < | <
        序号 | 类别 | 公开事项 | 信息更新 | <
        ^ | ^ | ^ | 责任部门 | 生成时间
        1 | 基本信息（2项） | （1）办学规模等基本情况 | 党办校办 | 每年10月
        ^ | ^ | （2）学校章程 | 党办校办 | 变动即更
        """
    )
    assert paths(found) == ["1 基本信息（2项）›（1）办学规模等基本情况", "1 基本信息（2项）›（2）学校章程"]
    assert [item.time_limit_text for item in found.items] == ["每年10月", "变动即更"]
    assert attributes(found) == {"信息更新›责任部门": "党办校办"}
    assert "content-column-missing" in codes(found)
