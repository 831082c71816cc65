"""How titles, texts and numbers are set."""

import re

import pytest
import segno

from gongkai.web.portal.pages.document import qr_code
from gongkai.web.portal.pages.official import official
from gongkai.web.portal.pages.typesetting import percent, phrases, size, suffix


def parts(title: str) -> list[str]:
    return (
        str(phrases(title))
        .removeprefix('<span class="ph">')
        .removesuffix("</span>")
        .split('</span><span class="ph">')
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "示例区人民政府办公室关于印发示例区城市公共停车泊位管理办法的通知",
            ["示例区人民政府办公室", "关于印发", "示例区城市公共停车泊位", "管理办法的通知"],
        ),
        ("示例区人民政府办公室2025年部门预算", ["示例区人民政府办公室", "2025年部门预算"]),
        ("《示例区城市公共停车泊位管理办法》政策解读", ["《示例区城市公共停车泊位管理办法》", "政策解读"]),
        ("短标题", ["短标题"]),
        ("<b>&关于", ["&lt;b&gt;&amp;关于"]),
    ],
)
def test_a_heading_breaks_between_phrases(title: str, expected: list[str]) -> None:
    assert parts(title) == expected


@pytest.mark.parametrize(
    ("octets", "expected"), [(0, "0 字节"), (1023, "1023 字节"), (1024, "1 KB"), (1048576, "1.0 MB")]
)
def test_sizes_are_said_as_people_say_them(octets: int, expected: str) -> None:
    assert size(octets) == expected


def test_a_share_is_a_hundred_only_when_nothing_was_missed() -> None:
    assert [percent(share) for share in (100.0, 99.99, 98.6, 0.0, None)] == [
        "100",
        "99.9",
        "98.6",
        "0.0",
        "—",
    ]


def test_the_kind_of_a_file_is_its_ending() -> None:
    assert [suffix(name) for name in ("表.xlsx", "没有后缀", "怪.后缀很长很长")] == ["XLSX", "文件", "文件"]


def test_plain_text_becomes_an_official_document() -> None:
    opening = "各镇人民政府：\n现印发给你们。\n示例区人民政府\n2026年9月18日"
    text = opening + "\n第一章　总则\n第一条　为了<规范>停车。"
    assert official(text).splitlines() == [
        '<p class="to">各镇人民政府：</p>',
        "<p>现印发给你们。</p>",
        '<p class="sign">示例区人民政府</p>',
        '<p class="sign">2026年9月18日</p>',
        "<h2>第一章　总则</h2>",
        '<p><b class="article">第一条</b>为了&lt;规范&gt;停车。</p>',
    ]


def test_headings_inside_a_text_begin_at_two_and_leave_none_out() -> None:
    assert (
        official("<h3>甲</h3><h5>乙</h5><p>丙</p><h3>丁</h3>") == "<h2>甲</h2><h3>乙</h3><p>丙</p><h2>丁</h2>"
    )
    assert official("<h4>甲</h4><h2>乙</h2>") == "<h2>甲</h2><h2>乙</h2>"


def test_each_table_can_be_reached_and_has_a_name_of_its_own() -> None:
    markup = official("<table><tr><td>甲</td></tr></table><p>间</p><table><tr><td>乙</td></tr></table>")
    assert markup.count('tabindex="0"') == 2
    assert "表格1，" in markup
    assert "表格2，" in markup


def test_the_strokes_of_a_qr_code_cover_exactly_its_dark_squares() -> None:
    address = "https://www.example.gov.cn/documents/d000318.html"
    code = qr_code(address)
    drawn = set()
    for row in re.findall(r"M0 (\d+)\.5((?:[mh]\d+(?: 0)?)+)", code.path):
        x = 0
        for kind, length in re.findall(r"([mh])(\d+)", row[1]):
            if kind == "h":
                drawn |= {(x + step, int(row[0])) for step in range(int(length))}
            x += int(length)
    matrix = segno.make(address, error="m", boost_error=False, micro=False, mask=3).matrix
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert code.view_box == f"0 0 {len(matrix)} {len(matrix)}"
