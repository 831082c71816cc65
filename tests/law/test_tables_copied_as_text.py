"""Tables copied as text, as offices put them on their pages."""

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue, Item

LIMIT = "信息形成或者变更之日起20个工作日内"
BASIS = "《政府信息公开条例》"


def read(text: str) -> Catalogue:
    return reading.read_all(files.read(text.encode(), "某页.txt"), lawdata.tables())[0]


def leaf(item: Item) -> tuple[str, str, str, str]:
    return "›".join(item.path), item.content, item.legal_basis_text, item.time_limit_text


def leaves(text: str) -> list[tuple[str, str, str, str]]:
    return [leaf(item) for item in read(text).items]


def codes(text: str) -> list[str]:
    return [finding.code for finding in read(text).findings]


def test_a_whole_table_whose_last_row_is_cut_off_is_read_as_it_stands() -> None:
    text = (
        "信息类别 | 内容描述 | 责任主体 | 公开方式 | 公开时限 |\n"
        f"领导信息 | 姓名、职务 | 办公室 | 县政府网站的民政局栏目 | {LIMIT} |\n"
        "政策解读 | 解读材料,与文件同步发布 | 各股室 | 县政府网站的民政局栏目 | 与文件同步发布 |\n"
        f"通知公告 | 通知全文 | 各股室 | 县政府网站的民政局栏目 | {LIMIT} |\n"
        "预算决算 | 预算表、决算表 | 计财股 | 县政府"
    )
    assert leaves(text) == [
        ("领导信息", "姓名、职务", "", LIMIT),
        ("政策解读", "解读材料,与文件同步发布", "", "与文件同步发布"),
        ("通知公告", "通知全文", "", LIMIT),
        ("预算决算", "预算表、决算表", "", ""),
    ]
    assert "row-cut" in codes(text)


def test_a_whole_table_without_contents_keeps_its_columns() -> None:
    row = "{} | {} | 《村民委员会组织法》 | {} | 行政村 | 村务公开栏 | 村级 |\n"
    text = (
        "序号 | 公开事项 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开层级 |\n"
        + row.format(1, "村规划及代表会议决议", "每季度公布一次")
        + row.format(2, "投入5万元以上的重大事项及进程", "随时公布")
        + row.format(3, "宅基地审批情况", "每季度公布一次")
        + "4 | 计划生育政策落实情况 | 《村民委员会组织法》 | 每季度公布一次 | 行政村 | 村务公"
    )
    assert [(path, limit) for path, _, _, limit in leaves(text)] == [
        ("村规划及代表会议决议", "每季度公布一次"),
        ("投入5万元以上的重大事项及进程", "随时公布"),
        ("宅基地审批情况", "每季度公布一次"),
        ("计划生育政策落实情况", "每季度公布一次"),
    ]
    assert "content-column-missing" in codes(text)


def test_a_second_heading_row_under_a_lost_merge_is_no_item() -> None:
    text = (
        "| 某区民政局主动公开事项目录 | ||||\n"
        "| 公开事项 | 公开内容(要素) | 公开依据 | 公开范围 | |\n"
        "| 一级事项 | 二级事项 | |||\n"
        f"| 机关信息 | 机关简介 | 机关职能,机构设置,办公地址 | {BASIS} | 全社会 |\n"
        "| 财政预决算 | 部门预算、决算 | 1.本年度预算;2.上年度决算;3.“三公”经费 | 《预算法》 | 全社会 |\n"
    )
    assert leaves(text) == [
        ("机关信息›机关简介", "机关职能,机构设置,办公地址", BASIS, ""),
        ("财政预决算›部门预算、决算", "1.本年度预算;2.上年度决算;3.“三公”经费", "《预算法》", ""),
    ]


def test_two_names_under_one_heading_word_are_two_levels() -> None:
    text = (
        "序号 | 公开事项 | 内容规范 | 公开时限 | 公开形式 | 公开主体 |\n"
        "1 | 组织机构 | 机构概况 | 1、工作职责; 2、内设机构; 3、办公地址 | 15个工作日 | 政府网站 | 政工室 |\n"
        "2 | 信息公开 | 组织管理 | 培训计划、培训通知 | 20个工作日内公开 | 政府网站 | 指挥中心 |\n"
        "3 | 政策文件 | 规范性文件 | 1、文号; 2、有效性; 3、正文 | 15个工作日内公开 | 政府网站 | 法制大队 |\n"
        "文件征集、备案、清理 | 意见征集、备案情况,清理情况 |\n"
        "4 | 重大决策 | 决策目录 | 事项目录及标准 | 20个工作日内 | 政府网站 | 办公室 |\n"
    )
    assert [path for path, *_ in leaves(text)] == [
        "组织机构›机构概况",
        "信息公开›组织管理",
        "政策文件›规范性文件",
        "政策文件›文件征集、备案、清理",
        "重大决策›决策目录",
    ]
    assert leaves(text)[0][3] == "15个工作日"


TORN_HEADING = (
    "| 某市农村危房改造领域基层政务公开标准目录 | |||||||||||||\n"
    "| 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开对象 | 公开方式 |"
    " 公开层级 | ||||\n"
    "| 一级事项 | 二级 | 全 | 特定群众 | 主动 | 依申请公开 | 县级 | 乡 | ||||||\n"
    "| 事项 | 社 | 镇 | |||||||||||\n"
    "| 会 | 级 | ||||||||||||\n"
    f"| 1 | 部门文件 | 危房改造文件 | 文件标题、文号 | {BASIS} | {LIMIT} | 市住建局 | ■政府网站 □政府公报 |"
    " √ | √ | √ | √ | ||\n"
    "| □两微一端 □发布会/听证会 | |||||||||||||\n"
    f"| 2 | 计划实施 | 任务分配 | 补助农户名单 | 《预算法》 | {LIMIT} | 市住建局 | ■政府网站 □政府公报 |"
    " √ | √ | √ | √ | ||\n"
)


def test_scraps_of_a_heading_broken_over_four_lines_are_no_item() -> None:
    assert leaves(TORN_HEADING) == [
        ("部门文件›危房改造文件", "文件标题、文号", BASIS, LIMIT),
        ("计划实施›任务分配", "补助农户名单", "《预算法》", LIMIT),
    ]


def test_ticks_under_a_torn_heading_are_left_open() -> None:
    names = {name for item in read(TORN_HEADING).items for name, _ in map(_pair, item.attributes)}
    assert names == {"公开主体", "公开渠道和载体"}
    assert "marks-unplaced" in codes(TORN_HEADING)


def _pair(attribute: object) -> tuple[str, str]:
    return getattr(attribute, "name", ""), getattr(attribute, "value", "")


def test_a_ditto_stands_in_whatever_column_it_was_printed() -> None:
    text = (
        "序号 | 公开事项 | 公开内容(要素) | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开对象 | ||\n"
        "一级事项 | 二级事项 | 全社会 | 特定群众 | |||||||\n"
        f"1 | 法治宣传 | 法律普及 | 普法资讯 | 《法治宣传教育规划》 | {LIMIT} | 司法局 | ■政府网站 | √ | |\n"
        f"推广服务 | 阵地信息;作品 | 同上 | {LIMIT} | 司法局 | 同上 | √ | |||\n"
        "表彰奖励 | 表彰通知;名单 | 同上 |"
    )
    assert leaves(text) == [
        ("法治宣传›法律普及", "普法资讯", "《法治宣传教育规划》", LIMIT),
        ("法治宣传›推广服务", "阵地信息;作品", "《法治宣传教育规划》", LIMIT),
        ("法治宣传›表彰奖励", "表彰通知;名单", "《法治宣传教育规划》", ""),
    ]


def test_the_limit_of_a_row_cut_off_before_it_is_not_that_of_the_row_above() -> None:
    heading = (
        "序号\n公开事项\n公开内容(要素)\n公开主体\n公开依据\n公开时限\n公开渠道和载体\n一级事项\n二级事项\n"
    )
    text = heading.replace("\n", "\n\n") + "\n\n".join(
        [
            *(
                "1",
                "单位概况",
                "基本简介",
                "单位性质、规模、经营范围、办公地址",
                "市医院",
                "《卫生健康法》",
                LIMIT,
            ),
            *("■政府网站", "2", "资质标识", "技术许可", "床位、大型设备等资源配置情况。", "市医院"),
            "《国务院办公厅关于印发<公共企事业单位信息公开规定制定办法>的通知》(国办发〔2020〕50号);《国家卫生",
        ]
    )
    assert [limit for *_, limit in leaves(text)] == [LIMIT, ""]
    assert "row-cut" in codes(text)


def test_a_table_that_ends_with_its_limits_is_not_cut_off() -> None:
    text = (
        "某镇安全生产领域主动公开目录\n序号   公开事项      公开内容       公开依据      公开时限\n"
        "1      检查计划      年度执法检查计划    《安全生产法》    每年3月底前\n"
        "2      事故信息      事故情况、调查报告    《事故报告和调查处理条例》    事故批复后20个工作日内\n"
        "3      隐患举报      举报电话、奖励办法    《安全生产法》    及时公开\n"
    )
    assert [(path, limit) for path, *_, limit in leaves(text)] == [
        ("检查计划", "每年3月底前"),
        ("事故信息", "事故批复后20个工作日内"),
        ("隐患举报", "及时公开"),
    ]
    assert "row-cut" not in codes(text)


def test_a_name_merged_over_several_numbers_is_the_level_above_where_there_is_but_one() -> None:
    row = f"{LIMIT} |\n各医疗机构 |\n现场 | |\n"
    text = (
        "序号 | 一级事项 | 公开内容 | 公开时限 | 公开主体 | 公开渠道 |\n"
        f"1 |\n机构概况 |\n科室设置、职能职责 | {LIMIT} |\n各公立医院 |\n县政府网站 |\n"
        f"2 |\n服务信息 |\n医保、价格、收费 | {LIMIT} |\n各医疗机构 |\n现场 |\n"
        f"3\n|\n科室分布、人员标识 | {row}4 |\n科普宣传教育信息 | {row}"
        f"5 |\n项目建设 |\n招标采购信息 | {LIMIT} |\n县卫生健康局 |\n政府门户网站、政府采购网 |\n"
    )
    assert [path for path, *_ in leaves(text)] == [
        "机构概况",
        "服务信息›医保、价格、收费",
        "服务信息›科室分布、人员标识",
        "服务信息›科普宣传教育信息",
        "项目建设",
    ]


def test_a_table_of_markdown_with_dittos_and_a_remark_below() -> None:
    text = (
        "# 某乡乡村振兴领域基层政务公开标准目录\n\n"
        "| 序号 | 一级事项 | 二级事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |\n"
        "|---|:---:|---|---|---|---|---|\n"
        f"| 1 | 对象 | 识别标准 | 标准、程序 | 《乡村振兴促进法》 | {LIMIT} | 乡政府 |\n"
        "| 2 | | 名单 | 姓名、村组 | 同上 | 同上 | 乡政府 |\n\n> 由乡政府解释。\n"
    )
    assert read(text).title == "某乡乡村振兴领域基层政务公开标准目录"
    assert leaves(text) == [
        ("对象›识别标准", "标准、程序", "《乡村振兴促进法》", LIMIT),
        ("对象›名单", "姓名、村组", "《乡村振兴促进法》", LIMIT),
    ]
    assert "row-left-out" in codes(text)


def test_headings_repeated_on_a_later_page_are_no_items() -> None:
    head = "序号\t公开事项\t\t公开内容\t公开依据\t公开时限\n\t一级事项\t二级事项\t\t\t\n"
    first = (
        "1\t财政\t预算\t预算报告\t《预算法》\t批复后20日内\n\t\t决算\t决算报告\t《预算法》\t批复后20日内\n"
    )
    for between in ("\f", "- 1 -\n\f", "第1页\n", ""):
        text = f"某区目录\n{head}{first}{between}{head}2\t审计\t审计报告\t报告全文\t《审计法》\t{LIMIT}\n"
        assert [path for path, *_ in leaves(text)] == ["财政›预算", "财政›决算", "审计›审计报告"], between


def test_a_heading_repeated_above_rows_that_slid_is_no_item_either() -> None:
    head = "序号\t公开事项\t\t公开内容\t公开依据\t公开时限\n\t一级事项\t二级事项\t\t\t\n"
    text = (
        f"某区目录\n{head}1\t财政\t预算\t预算报告\t《预算法》\t{LIMIT}\n\n{head}"
        f"2\t审计\t审计报告\t报告全文\t《审计法》\t{LIMIT}\n3\t统计\t公报全文\t《统计法》\t{LIMIT}\n"
    )
    assert [path for path, *_ in leaves(text)] == ["财政›预算", "审计›审计报告", "统计›公报全文"]


def test_a_name_after_one_with_a_content_of_its_own_stands_beside_it() -> None:
    rest = f"{BASIS} | {LIMIT} | 办公室 | 门户网站 |"
    text = (
        "某局主动公开基本目录\n"
        "一级目录 | 二级目录 | 三级目录 | 公开内容 | 公开依据 | 公开时限 | 责任科室 |"
        " 公开渠道和载体 | 公开对象 | ||\n全社会 | 特定对象 | |||||||||\n"
        f"政策 | 规范性文件 | 现行有效的规范性文件全文、目录、清理结果。 | {rest} √ | ||\n"
        f"其他文件 | 公示、公告、其他 | {rest} √ | |||\n"
        f"政策解读 | 文字解读、图解、发布会等多种形式。 | {rest} √ | |||\n"
        f"机构信息 | 机构简介 | 机构职能 | 机构名称、职能、办公地址、联系方式。 | {rest} √ | |\n"
    )
    assert [path for path, *_ in leaves(text)] == [
        "政策›规范性文件",
        "政策›其他文件",
        "政策›政策解读",
        "机构信息›机构简介›机构职能",
    ]
