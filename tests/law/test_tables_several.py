"""Several catalogues in one file, tables that go on, others."""

from tests.law.drawn import codes, grid, paths, read, read_all

from gongkai.law.catalogue import values
from gongkai.law.catalogue.grid import Cell, Grid, Row

HEAD = "序号 | 公开事项 | 公开内容 | 公开时限\n"
ONE = f"{HEAD}1 | 甲 | 子 | 长期公开\n2 | 乙 | 丑 | 长期公开\n"


def test_one_below_the_other_with_titles_and_headings_of_their_own() -> None:
    found = read_all(
        grid(
            f"（一）教育领域标准目录 | < | < | <\n{ONE}（二）户籍管理领域标准目录 | < | < | <\n"
            f"{HEAD}1 | 丙 | 寅 | 及时公开\n"
        )
    )
    assert [catalogue.title for catalogue in found] == [
        "（一）教育领域标准目录",
        "（二）户籍管理领域标准目录",
    ]
    assert [paths(catalogue) for catalogue in found] == [["1 甲", "2 乙"], ["1 丙"]]


def test_a_title_inside_the_table_opens_a_catalogue_under_the_same_heading() -> None:
    found = read_all(
        grid(f"教育领域标准目录 | < | < | <\n{ONE}户籍领域标准目录 | < | < | <\n1 | 丙 | 寅 | 及时公开\n")
    )
    assert [(one.title, paths(one)) for one in found] == [
        ("教育领域标准目录", ["1 甲", "2 乙"]),
        ("户籍领域标准目录", ["1 丙"]),
    ]


def test_a_title_repeated_on_each_page_opens_nothing() -> None:
    found = read(
        f"教育领域标准目录 | < | < | <\n{ONE}教育领域标准目录 | < | < | <\n{HEAD}3 | 丙 | 寅 | 及时公开\n"
    )
    assert paths(found) == ["1 甲", "2 乙", "3 丙"]


def test_sheets_give_a_catalogue_each_and_other_tables_are_passed_over() -> None:
    found = read_all(
        grid("姓名 | 电话\n张某 | 123", sheet="通讯录"),
        grid(ONE, sheet="教育目录"),
        grid(f"{HEAD}1 | 丙 | 寅 | 及时公开", sheet="Sheet3"),
    )
    assert [catalogue.title for catalogue in found] == ["教育目录", ""]
    assert [catalogue.items[0].place.sheet for catalogue in found] == ["教育目录", "Sheet3"]


def test_a_table_as_wide_without_heading_goes_on_with_the_one_before() -> None:
    (found,) = read_all(grid(ONE, sheet="第1个表格"), grid("3 | 丙 | 寅 | 及时公开", sheet="第2个表格"))
    assert paths(found) == ["1 甲", "2 乙", "3 丙"]
    assert found.items[2].place.sheet == "第2个表格"
    assert "table-continued" in codes(found)


def test_a_table_as_wide_with_a_title_of_its_own_is_another_catalogue() -> None:
    found = read_all(grid(ONE, "教育领域标准目录"), grid("1 | 丙 | 寅 | 及时公开", "户籍领域标准目录"))
    assert [one.title for one in found] == ["教育领域标准目录", "户籍领域标准目录"]


def test_a_table_of_another_kind_does_not_go_on() -> None:
    (found,) = read_all(grid(ONE), grid("张某 | 男 | 科员 | 123\n李某 | 女 | 科长 | 456"))
    assert paths(found) == ["1 甲", "2 乙"]


def test_the_values_of_several_hold_everything_and_each_by_itself() -> None:
    one = read_all(grid(ONE))
    several = read_all(grid(ONE, "甲目录"), grid(f"{HEAD}1 | 丙 | 寅 | 及时公开", "乙目录"))
    assert "catalogues" not in values.catalogues_value(one)
    given = values.catalogues_value(several)
    assert [len(each["items"]) for each in given["catalogues"]] == [2, 1]
    assert len(given["items"]) == 3
    assert given["title"] == "甲目录"


def test_a_table_on_the_next_page_with_the_same_heading_counts_on() -> None:
    (found,) = read_all(
        grid(ONE, sheet="第1个表格"), grid(f"{HEAD}3 | 丙 | 寅 | 及时公开", sheet="第2个表格")
    )
    assert paths(found) == ["1 甲", "2 乙", "3 丙"]


def test_a_name_that_counts_itself_is_a_group_where_there_are_no_numbers() -> None:
    found = read(
        "公开事项 | 公开内容 | 公开时限 | 责任单位\n一、机构 |  |  | \n概况 | 职能 | 长期公开 | 办公室\n"
        "二、财务 |  |  | \n预算 | 收支 | 20日内 | 财政所"
    )
    assert paths(found) == ["1 一、机构›概况", "2 二、财务›预算"]


def test_the_text_of_a_page_beside_its_table_is_not_read() -> None:
    lines = ("首页", "政务公开")
    menu = Grid(tuple(Row(at, (Cell(line),)) for at, line in enumerate(lines, 1)), "页.html", source=lines)
    (found,) = read_all(grid(ONE), menu)
    assert paths(found) == ["1 甲", "2 乙"]
