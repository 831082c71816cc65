"""Text files become grids, whatever wrote them."""

import codecs
import random

import pytest

from gongkai.grids import files, text
from gongkai.grids.allowance import LARGEST
from gongkai.law.errors import LawError

TABLE = "序号\t栏目\n1\t机构职能\n\n2\t领导信息\n"
ENCODINGS = {
    "utf-8": TABLE.encode("utf-8"),
    "utf-8 with mark": codecs.BOM_UTF8 + TABLE.encode("utf-8"),
    "gbk": TABLE.encode("gbk"),
    "gb18030": TABLE.encode("gb18030"),
    "utf-16 with mark": TABLE.encode("utf-16"),
    "utf-16 big-endian with mark": codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
    "utf-16-le": TABLE.encode("utf-16-le"),
    "utf-16-be": TABLE.encode("utf-16-be"),
    "windows line ends": TABLE.replace("\n", "\r\n").encode("gbk"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_every_encoding_of_an_office_gives_the_same_cells(data: bytes) -> None:
    rows = text.read(data).rows
    assert [[cell.text for cell in row.cells] for row in rows[:4]] == [
        ["序号", "栏目"],
        ["1", "机构职能"],
        [""],
        ["2", "领导信息"],
    ]
    assert [row.line for row in rows[:4]] == [1, 2, 3, 4]


def test_the_lines_are_kept_as_they_stood() -> None:
    grid = text.read("序号 |\r\n公开主体\r\n|\r\n||\r\n".encode())
    assert grid.source == ("序号 |", "公开主体", "|", "||", "")
    assert [row.line for row in grid.rows] == [1, 2, 3, 4, 5]


def test_a_line_break_inside_quotation_marks_stays_in_its_cell() -> None:
    rows = text.read('序号\t内容\n1\t"第一行\n第二行"\n2\t后文\n'.encode()).rows
    assert [cell.text for cell in rows[1].cells] == ["1", "第一行\n第二行"]
    assert [row.line for row in rows[:3]] == [1, 2, 4]


def test_an_open_quotation_mark_does_not_swallow_the_file() -> None:
    rows = text.read('序号\t内容\n1\t"没有收尾\n2\t后文\n'.encode()).rows
    assert [cell.text for cell in rows[2].cells] == ["2", "后文"]


def test_commas_part_cells_in_a_csv_file() -> None:
    rows = text.read("序号,内容\n1,机构\n".encode(), "目录.csv").rows
    assert [cell.text for cell in rows[1].cells] == ["1", "机构"]


def test_bars_part_cells_of_a_printed_table() -> None:
    rows = text.read("| 序号 | 内容 |\n1 | 机构 | | 其他 |\n".encode()).rows
    assert [cell.text for cell in rows[0].cells] == ["序号", "内容"]
    assert [cell.text for cell in rows[1].cells] == ["1", "机构", "", "其他"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b"  \n\t\n", "空的"),
        (bytes(range(256)) * 8, "不是文本"),
        (random.Random(7).randbytes(4000), "不是文本"),
        (b"\xff\xfe\x00\xd8", "不是文本"),
        (b"PK\x03\x04" + bytes(100), "没有下载完整"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "旧版"),
        (b"\n <!DOCTYPE html><p>", "空的"),
    ],
    ids=["empty", "blank", "bytes", "noise", "half a pair", "zip", "pdf", "ole", "html"],
)
def test_what_is_no_text_is_refused_with_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(LawError, match=words) as refused:
        files.read(data, "某某.txt")
    assert str(refused.value).endswith("。")


def test_a_file_larger_than_any_catalogue_is_refused() -> None:
    with pytest.raises(LawError, match="50兆"):
        text.read(b"1" * (LARGEST + 1))
