"""Saved web pages: the data tables, in any wrapping."""

import base64
import quopri

import pytest
from tests.grids.making import PAGE

from gongkai.grids import files
from gongkai.law.catalogue.grid import Grid

ROWS = "<tr><td>序号<td>事项<tr><td>1<td>机构职能"


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid."""
    return [[cell.text for cell in row.cells] for row in grid.rows]


def test_a_saved_page_gives_its_data_table_with_the_lines_above() -> None:
    (grid,) = files.read(PAGE.encode(), "目录.html")
    assert grid.above[-2:] == ("某某县主动公开目录", "2024年版")
    assert texts(grid) == [
        ["序号", "公开事项", "", "公开时限"],
        ["", "一级", "二级", ""],
        ["1", "机构职能", "机构\n简介", "信息形成之日起\n20个工作日内"],
        ["2", "", "领导 信息", "同上"],
    ]
    assert [row.line for row in grid.rows] == [1, 2, 3, 4]


def test_several_tables_are_numbered_in_their_order() -> None:
    grids = files.read(f"<h1>民政</h1><table>{ROWS}</table><h1>教育</h1><table>{ROWS}</table>".encode())
    assert [(grid.sheet, grid.above) for grid in grids] == [
        ("第1个表格", ("民政",)),
        ("第2个表格", ("教育",)),
    ]


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("甲<br>乙", "甲\n乙"),
        ("<p>甲</p>\n<p>乙</p>", "甲\n乙"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙"),
        ("信息\n  形成", "信息形成"),
        ("a \n b", "a b"),
        ("甲&nbsp;&nbsp;乙&lt;&#20057;&gt;", "甲  乙<乙>"),
        ("<pre>甲\n乙</pre>", "甲\n乙"),
        ("甲<script>x()</script><style>y</style><!-- z -->乙", "甲乙"),
        ("甲<span style='display: none'>藏<b>着</b></span>乙", "甲乙"),
        ("甲<span hidden>藏</span>乙", "甲乙"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("<input type=checkbox checked>网站<input type=checkbox>广播", "☑网站□广播"),
        ("甲<table><tr><td>内</table>乙", "甲\n内\n乙"),
        ("甲<p hidden>藏<br>着<img></p>乙", "甲乙"),
    ],
)
def test_a_cell_says_what_a_browser_shows(inside: str, seen: str) -> None:
    (grid,) = files.read(f"<table>{ROWS}<tr><td>2<td>{inside}</table>".encode())
    assert grid.rows[2].cells[1].text == seen


DECLARED = ('<meta charset="{}">', '<meta http-equiv=Content-Type content="text/html; charset={}">', "")


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030", "utf-8", "big5"])
@pytest.mark.parametrize("declared", DECLARED)
def test_the_charset_is_the_declared_one_or_found(charset: str, declared: str) -> None:
    text = "公開事項，機構職能與領導信息" if charset == "big5" else "公开事项，机构职能和领导信息"
    page = f"<html>{declared.format(charset)}<table><tr><td>{text}<td>一<tr><td>二<td>三</table>"
    assert texts(files.read(page.encode(charset))[0])[0][0] == text


def test_a_declared_charset_that_is_wrong_is_not_believed() -> None:
    page = f'<meta charset="utf-8"><table>{ROWS}<tr><td>2<td>公开时限和公开主体</table>'
    assert texts(files.read(page.encode("gbk"))[0])[2][1] == "公开时限和公开主体"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert texts(files.read(f"<html><table>{ROWS}</table>".encode(encoding))[0])[1] == ["1", "机构职能"]


@pytest.mark.parametrize("way", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_mhtml_is_read(way: str) -> None:
    page = f"<html><table>{ROWS}</table>".encode()
    packed = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[way](page)
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--b--"\r\n\r\n'
    part = f"----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {way}\r\n\r\n".encode()
    assert texts(files.read(head + part + packed + b"\r\n----b----\r\n", "目录.doc")[0])[1] == [
        "1",
        "机构职能",
    ]


@pytest.mark.parametrize("name", ["目录.xls", "目录.doc", "目录.htm", "目录.txt", ""])
def test_a_page_is_known_by_what_it_is(name: str) -> None:
    data = f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>{ROWS}</table></html>'.encode()
    assert files.read(data, name)[0].exact


def test_a_page_without_a_table_gives_its_lines() -> None:
    (grid,) = files.read(
        "<html><body><h1>某县目录</h1><p>序号</p><p>1<br>机构职能</p></body></html>".encode()
    )
    assert not grid.exact
    assert [row.cells[0].text for row in grid.rows] == ["某县目录", "序号", "1", "机构职能"]
    assert [row.line for row in grid.rows] == [1, 2, 3, 4]


def test_a_last_row_on_a_page_of_its_own_is_a_table_too() -> None:
    rest = "<table><tr><td>2<td>领导信息</table>"
    assert [len(grid.rows) for grid in files.read(f"<table>{ROWS}</table>{rest}".encode())] == [2, 1]
    assert len(files.read(f"<table>{ROWS}</table><p>链接</p>{rest}".encode())) == 1


@pytest.mark.parametrize(
    "before", ["<select><option>甲", "<object>", "<head><title></title>", "<svg/>", "<div hidden/>"]
)
def test_what_was_left_open_does_not_swallow_the_table(before: str) -> None:
    assert texts(files.read(f"<html>{before}<table>{ROWS}</table>".encode())[0])[1] == ["1", "机构职能"]


def test_a_page_that_is_text_rather_than_table_gives_both() -> None:
    lines = "".join(f"<p>第{number}项公开事项的内容</p>" for number in range(30))
    grids = files.read(f"<table>{ROWS}</table>{lines}".encode())
    assert [(grid.exact, len(grid.rows)) for grid in grids] == [(True, 2), (False, 30)]


def test_a_heading_in_a_table_of_its_own_is_kept_with_the_rows_below() -> None:
    head = "<table><tr><td>序号<td>公开事项<td>公开内容<td>公开时限</table>"
    body = "<div><table><tr><td>1<td>甲<td>子<td>及时<tr><td>2<td>乙<td>丑<td>及时</table></div>"
    menu = "<table><tr><td>首页<td>公开<td>互动<td>搜索</table>"
    found = files.read(f"<meta charset=utf-8>{menu}<p>某局目录{head}{body}".encode(), "页.html")
    assert [texts(grid) for grid in found] == [
        [["序号", "公开事项", "公开内容", "公开时限"]],
        [["1", "甲", "子", "及时"], ["2", "乙", "丑", "及时"]],
    ]
