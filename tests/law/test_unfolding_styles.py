"""Every style in which extractors pour out a table."""

from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.unfolding import Unfolded, unfolded

LIMIT = "信息形成或者变更之日起20个工作日内"


def read(text: str) -> Unfolded:
    found = unfolded(Grid((), "某.txt", source=tuple(text.strip("\n").split("\n"))))
    assert found is not None
    return found


def rows(text: str) -> list[dict[str, str]]:
    """Every row of the first table by its heading words; ^ where a merge covered the cell, no blanks."""
    grid = read(text).grids[0]
    words = [cell.text for cell in grid.rows[0].cells]
    return [
        {
            word: "^" if cell.covered else cell.text
            for word, cell in zip(words, row.cells, strict=True)
            if cell.text or cell.covered
        }
        for row in grid.rows[1:]
    ]


def codes(text: str) -> set[str]:
    return {finding.code for finding in read(text).findings}


HEADING = """序号 |
公开事项 |
公开内容(要素) |
公开依据 |
公开时限 |
公开主体 |
公开渠道和载体 |
公开对象 |
公开方式 |
||||
一级事项 |
二级事项 |
全社会 |
特定群体 |
主动 |
依申请 |
|||||||
"""


def test_one_cell_a_line_with_bars_and_rows_padded_to_one_width() -> None:
    found = rows(
        HEADING + "1 |\n殡葬服务 |\n服务指南 |\n服务项目、收费标准 |\n《殡葬管理条例》 |\n"
        f"{LIMIT} |\n县民政局 |\n■政府网站 |\n√ |\n|\n√ |\n|\n|\n"
        f"2 |\n惠民政策 |\n减免对象、减免标准 |\n《殡葬管理条例》 |\n{LIMIT} |\n"
        "县民政局 |\n■政府网站 |\n√ |\n|\n√ |\n|\n||\n"
    )
    assert [(row["一级事项"], row["二级事项"]) for row in found] == [
        ("殡葬服务", "服务指南"),
        ("^", "惠民政策"),
    ]
    assert found[1]["公开内容"] == "减免对象、减免标准"
    assert found[0]["全社会"] == found[0]["主动"] == "√"
    assert "特定群体" not in found[0]


def test_lone_bars_that_close_the_line_above() -> None:
    found = rows(
        "类别\n|\n公开内容\n|\n公开形式\n|\n公开时限\n|\n水利工程\n|\n"
        "水库除险加固项目名称、投资、进度\n|\n公示栏\n广播\n|\n定期公开\n|\n"
        "村务财务\n|\n集体收入、支出明细\n|\n公示栏\n|\n每季度公开\n|\n"
    )
    assert [row["类别"] for row in found] == ["水利工程", "村务财务"]
    assert found[0]["公开形式"] == "公示栏\n广播"
    assert [row["公开时限"] for row in found] == ["定期公开", "每季度公开"]


def test_bare_lines_with_cells_broken_over_several() -> None:
    text = (
        "某镇养老服务领域基层政务公开标准目录\n序号\n公开事项\n公开内容\n(要素)\n"
        "公开依据\n公开\n时限\n公开\n主体\n公开渠道\n和载体\n"
        "一级事项\n二级事项\n1\n养老服务\n业务办理\n高龄\n津贴\n"
        "补贴名称、补贴对象、补贴标准\n《中华人民共和国老年人权益\n保障法》\n"
        "自信息形\n成或者变\n更之日起\n20个工作\n日内予以\n公开\n县民\n政局\n■政府网站\n■公示栏\n"
        "2\n护理\n补贴\n补贴名称、申请材料、办理流程\n"
        "《国务院关于加快发展养老服务业的若干意\n见》\n自信息形\n成或者变\n更之日起\n"
        "20个工作\n日内予以\n公开\n县民\n政局\n■政府网站\n"
    )
    found = rows(text)
    assert [row["序号"] for row in found] == ["1", "2"]
    assert [row["公开时限"] for row in found] == ["自信息形成或者变更之日起20个工作日内予以公开"] * 2
    assert found[0]["公开依据"] == "《中华人民共和国老年人权益保障法》"
    assert found[1]["二级事项"] == "护理补贴"
    assert found[0]["公开渠道和载体"] == "■政府网站\n■公示栏"
    assert "levels-guessed" in codes(text)


def test_blank_lines_between_cells_keep_the_lines_of_one_cell_together() -> None:
    head = "\n\n".join(
        [
            "序号",
            "公开事项",
            "公开内容(要素)",
            "公开依据",
            "公开时限",
            "公开主体",
            "公开渠道和载体",
            "一级事项",
            "二级事项",
        ]
    )
    found = rows(
        f"{head}\n\n1\n\n节水管理\n\n定额\n  标准\n\n《用水定额》\n  计划用水户名录\n\n"
        f"《水法》\n\n{LIMIT}\n\n县水利局\n\n■政府网站\n\n\n"
        f"2\n\n监督\n  检查\n\n举报电话\n  通信地址\n\n《水法》\n\n及时回应\n\n县水利局\n\n■政府网站\n"
    )
    assert (found[0]["一级事项"], found[0]["二级事项"]) == ("节水管理", "定额标准")
    assert found[0]["公开内容"] == "《用水定额》\n计划用水户名录"
    assert (found[1]["一级事项"], found[1]["二级事项"]) == ("^", "监督检查")
    assert found[1]["公开内容"] == "举报电话\n通信地址"
    assert found[1]["公开时限"] == "及时回应"


def test_a_cell_in_the_place_of_the_limit_is_the_limit_whatever_its_words() -> None:
    head = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道"]
    cells = ["1", "舆情", "热点回应", "回应内容", "《政务公开意见》", "第一时间答复", "县政府办", "政府网站"]
    found = rows(
        "\n\n".join(
            [
                *head,
                *cells,
                "2",
                "舆情",
                "辟谣信息",
                "辟谣内容",
                "《政务公开意见》",
                "同上",
                "县政府办",
                "政府网站",
            ]
        )
    )
    assert [row["公开时限"] for row in found] == ["第一时间答复", "同上"]


def test_spaces_between_the_cells_of_a_row() -> None:
    found = rows(
        "序号 公开事项 公开内容 公开依据 公开时限 公开主体 公开渠道和载体 公开对象 公开方式\n"
        "一级事项 二级事项 全社会 主动\n"
        f"1 气象服务 预警信号 种类、等级、防御指南 《气象灾害防御条例》(国务院令第570号) {LIMIT} "
        "县气象局 ■政府网站   □政府公报\n"
        "□两微一端   ■广播电视\n"
        f"2 人工影响天气 作业公告、作业时段 《人工影响天气管理条例》 {LIMIT} 县气象局 ■政府网站\n"
    )
    assert [(row["一级事项"], row["二级事项"]) for row in found] == [
        ("气象服务", "预警信号"),
        ("^", "人工影响天气"),
    ]
    assert found[0]["公开依据"] == "《气象灾害防御条例》(国务院令第570号)"
    assert found[0]["公开渠道和载体"].endswith("■广播电视")


def test_numbers_alone_without_any_heading() -> None:
    text = (
        "某区文物保护领域基层政务公开标准目录\n1\n文物资源\n不可移动文物名录\n"
        f"名称、地址、保护级别\n《文物保护法》\n{LIMIT}\n区文物局\n■政府网站\n"
        f"2\n考古发掘\n发掘项目批复、单位、时间\n《文物保护法》\n{LIMIT}\n区文物局\n■政府网站\n"
    )
    found = rows(text)
    assert [row["公开内容"] for row in found] == ["名称、地址、保护级别", "发掘项目批复、单位、时间"]
    assert [row["公开时限"] for row in found] == [LIMIT, LIMIT]
    assert found[1]["二级事项"] == "考古发掘"
    assert "heading-guessed" in codes(text)


def test_six_levels_whose_empty_cells_are_bare_bars() -> None:
    head = ["一级目录", "二级目录", "三级目录", "四级目录", "公开内容", "公开时限", "公开形式", "公开主体"]
    lines = [*head, "法定内容", "组织机构", "机构设置", "", "职责、电话", "1年", "政府网站", "综合科"]
    lines += [
        "领导信息",
        "",
        "领导信息",
        "人事任免",
        "",
        "任免文件",
        "信息形成后10日内公开",
        "政府网站",
        "人事科",
    ]
    found = rows("\n".join(f"{line} |" if line else "|" for line in lines))
    assert [[row.get(word, "") for word in head[:5]] for row in found] == [
        ["法定内容", "组织机构", "机构设置", "", "职责、电话"],
        ["^", "^", "领导信息", "", "领导信息"],
        ["^", "^", "人事任免", "", "任免文件"],
    ]
    assert found[1]["公开时限"] == "^"


def test_pinyin_of_mirrors_goes_and_the_words_stay() -> None:
    found = rows(
        "序號 | 公開事項(xiàng) | 公開內(nèi)容 | 公開依據(jù) | 公開時限 | 公開主體 | ||\n"
        "一級事項(xiàng) | 二級事項(xiàng) | ||||||\n"
        "1 | 鄉(xiāng)村振興 | 項目庫(kù) | 項目名稱(APP)、規(guī)模 | 《條例》 | "
        "信息形成20個(gè)工作日內(nèi) | 鎮(zhèn)政府 |\n"
        "2 | 資金安排 | 來源、用途 | 《條例》 | 信息形成20個(gè)工作日內(nèi) | 鎮(zhèn)政府 | |\n"
    )
    assert found[0]["一级事项"] == "鄉村振興"
    assert found[0]["公开内容"] == "項目名稱(APP)、規模"
    assert found[1] == {
        "序号": "2",
        "一级事项": "^",
        "二级事项": "資金安排",
        "公开内容": "來源、用途",
        "公开依据": "《條例》",
        "公开时限": "信息形成20個工作日內",
        "公开主体": "鎮政府",
    }


def test_several_catalogues_one_below_the_other_and_page_headers() -> None:
    body = "1 |\n{0} |\n名单 |\n名单、条件 |\n《条例》 |\n{1} |\n县局 |\n■政府网站 |\n"
    more = "2 |\n{0} |\n结果 |\n结果、时间 |\n《条例》 |\n{1} |\n县局 |\n■政府网站 |\n"
    fish, wood = ("(一)渔业管理领域基层政务公开标准目录", "(二)林业管理领域基层政务公开标准目录")
    pages = (fish, body.format("捕捞许可", LIMIT), fish, more.format("养殖许可", LIMIT))
    text = "\n".join((*pages, wood, body.format("采伐许可", LIMIT))).replace("\n\n", "\n")
    found = read(text)
    assert [grid.above for grid in found.grids] == [
        ("(一)渔业管理领域基层政务公开标准目录",),
        ("(二)林业管理领域基层政务公开标准目录",),
    ]
    assert [len(grid.rows) - 1 for grid in found.grids] == [2, 1]
    assert found.grids[1].sheet == "第2个表格"


def test_content_that_runs_on_below_its_row_belongs_to_it() -> None:
    found = rows(
        "序号\n公开事项\n公开内容(要素)\n公开依据\n公开时限\n公开主体\n公开渠道和载体\n一级事项\n二级事项\n"
        f"1\n债务信息\n限额余额\n上年末限额、余额;本年新增。\n《预算法》\n{LIMIT}\n"
        "县财政局\n■政府网站\n没有数据的表格应当列出空表并说明。\n"
        f"2\n债务信息\n资金用途\n项目名称、金额、用途。\n《预算法》\n{LIMIT}\n县财政局\n■政府网站\n"
    )
    assert found[0]["公开内容"] == "上年末限额、余额;本年新增。\n没有数据的表格应当列出空表并说明。"
    assert len(found) == 2


def test_ticks_fewer_than_their_columns_are_not_guessed_at() -> None:
    text = HEADING + (
        f"1 |\n河长制 |\n河长名单 |\n姓名、职务 |\n《水污染防治法》 |\n{LIMIT} |\n"
        "县水利局 |\n■政府网站 |\n√ |\n√ |\n|||\n"
    )
    assert not {"全社会", "特定群体", "主动", "依申请"} & set(rows(text)[0])
    assert "marks-unplaced" in codes(text)


def test_a_text_cut_off_in_a_row_keeps_name_and_content_and_takes_no_limit_from_above() -> None:
    text = HEADING + (
        f"1 |\n统计数据 |\n月度数据 |\n指标、数值 |\n《统计法》 |\n{LIMIT} |\n"
        "县统计局 |\n■政府网站 |\n√ |\n|\n√ |\n|\n|\n"
        "2 |\n统计数据 |\n统计公报 |\n国民经济和社会发展统计公报、说"
    )
    found = rows(text)
    assert found[1]["二级事项"] == "统计公报"
    assert "公开时限" not in found[1]
    assert "row-cut" in codes(text)


def test_cells_run_together_are_cut_at_figures_titles_limits_and_name_endings() -> None:
    text = (
        "某镇防汛抗旱领域基层政务公开标准目录\n"
        "序号公开事项公开内容(要素)公开依据公开时限公开主体公开渠道和载体\n一级事项二级事项\n"
        f"1应急管理应急预案预案文本、演练方案《防汛条例》{LIMIT}镇人民政府■政府网站\n"
        f"2信息发布水情、雨情、工情《防汛条例》、《抗旱条例》{LIMIT}镇人民政府■政府网站\n"
    )
    found = rows(text)
    assert found[0]["一级事项"] == "应急管理"
    assert found[0]["二级事项"] == "应急预案"
    assert found[0]["公开内容"] == "预案文本、演练方案"
    assert [row["公开时限"] for row in found] == [LIMIT, LIMIT]
    assert found[1]["公开依据"] == "《防汛条例》、《抗旱条例》"
    assert found[1]["公开渠道和载体"] == "■政府网站"
    assert "names-guessed" in codes(text)


def test_what_is_no_poured_out_table_is_left_alone() -> None:
    for text in (
        "序号\t公开事项\t内容\n1\t甲\t乙\n2\t丙\t丁\n",
        "关于做好某项工作的通知\n各乡镇人民政府:\n现将有关事项通知如下。\n一、提高认识。\n二、抓好落实。\n",
        "",
    ):
        assert unfolded(Grid((), source=tuple(text.split("\n")))) is None
    assert unfolded(Grid(())) is None


def test_a_name_after_one_that_closed_its_levels_stands_beside_it() -> None:
    found = rows(
        "一级目录 |\n二级目录 |\n三级目录 |\n四级目录 |\n五级目录 |\n六级目录 |\n公开内容 |\n"
        "公开形式 |\n公开时限 |\n公开主体 |\n信息公开指南 |\n部门信息公开指南 |\n|\n|\n|\n|\n"
        "部门信息公开指南 |\n网站公开 |\n1年 |\n办公室 |\n"
        "法定主动公开内容 |\n决策公开 |\n政策解读 |\n图文解读 |\n|\n|\n"
        "解读的图片、文字 |\n网站公开 |\n6个月 |\n办公室 |\n简明问答 |\n|\n|\n"
        "会议公开 |\n单位重点会议 |\n|\n|\n业务类会议纪要 |\n办公室 |\n"
    )
    names = [[row.get(f"{digit}级目录", "") for digit in "三四五"] for row in found]
    assert names[1:3] == [["政策解读", "图文解读", ""], ["^", "简明问答", ""]]
    assert (found[2]["公开内容"], found[2]["公开时限"]) == ("^", "^")


def test_a_name_above_a_list_is_the_item_where_an_extra_column_is_left() -> None:
    found = rows(
        "序号\n对相应领域\n公开事项\n公开内容(要素)\n公开依据\n公开时限\n公开主体\n公开渠道和载体\n一级事项\n二级事项\n"
        "1\n公共文化服务\n6\n公共文化\n公共文化机构免费开放信息\n1.机构名称;2.开放时间;\n3.开放项目;4.机构地址\n"
        "《公共文化服务保障法》\n信息形成之日起20个工作日内\n街道文化站\n■政府网站\n"
        "2\n特殊群体公共文化服务信息\n《残疾人保障法》\n"
        "3\n组织开展群众文化活动\n《公共文化服务保障法》、《文化馆服务标准》\n"
    )
    assert [(row["对相应领域"], row["一级事项"], row["二级事项"]) for row in found] == [
        ("公共文化服务", "公共文化", "公共文化机构免费开放信息"),
        ("^", "^", "特殊群体公共文化服务信息"),
        ("^", "^", "组织开展群众文化活动"),
    ]
    assert found[0]["公开内容"].startswith("1.机构名称")
