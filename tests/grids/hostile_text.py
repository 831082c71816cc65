"""Hostile pages, texts and foreign files, and the answer."""

from functools import partial

from tests.grids.hostile import LAUGHS, MEGA, Hostile, nested, repeated

TABLE = "<table><tr><th>序号<th>事项<tr><td>1<td>甲</table>"
HUGE_ROW = "序号\t公开事项\t公开时限\t公开主体\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _old_office(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(600)


PAGES = (
    Hostile(
        "boxes a hundred thousand deep", "a.html", partial(nested, "<div>", "</div>", 100_000, TABLE), rows=2
    ),
    Hostile(
        "open fonts a hundred thousand deep", "a.html", partial(nested, "<font>", "", 100_000, TABLE), rows=2
    ),
    Hostile(
        "tables a hundred thousand deep",
        "a.html",
        partial(nested, "<table><tr><td>", "</table>", 100_000, "甲"),
        "表格套表格",
    ),
    Hostile(
        "billion laughs in a page",
        "a.html",
        partial(repeated, TABLE, 1, f"<!DOCTYPE html [{LAUGHS[30:]}><p>&i;</p>"),
        rows=2,
    ),
    Hostile(
        "absurd spans",
        "a.html",
        partial(repeated, "<tr><td colspan=1000000 rowspan=99999999>甲<td>乙", 400, "<table>"),
        "1000列",
    ),
    Hostile(
        "rows that all reach down",
        "a.html",
        partial(repeated, "<tr><td rowspan=65534>甲<td>乙", 2000, "<table>"),
        "1000列|20万格",
    ),
    Hostile("twenty megabytes of angle brackets", "a.html", lambda: b"<p>" + b"<" * (9 * MEGA), "过大过繁"),
    Hostile(
        "a comment that never ends", "a.html", lambda: TABLE.encode() + b"<!--" + b"-" * (11 * MEGA), rows=2
    ),
    Hostile(
        "a picture of fifteen megabytes inside",
        "a.html",
        partial(repeated, "A", 11 * MEGA, '<img src="data:image/png;base64,', f'">{TABLE}'),
        rows=2,
    ),
    Hostile(
        "very many cells",
        "a.html",
        partial(repeated, "<tr><td colspan=999>1<td>2", 201, "<table>"),
        "20万格",
        full=partial(repeated, "<tr><td>1<td>2", 500_000, "<table>"),
    ),
    Hostile("thirty megabytes of page", "a.html", partial(repeated, TABLE, 30 * MEGA // 50), "20兆"),
    Hostile("an empty page", "a.html", lambda: b"<html><body></body></html>", "空的"),
)

TEXTS = (
    Hostile("nothing", "a.txt", lambda: b"", "空的"),
    Hostile("nothing but zeroes", "a.txt", lambda: bytes(MEGA), "不是文本|空的"),
    Hostile("zeroes between words", "a.txt", partial(repeated, "序号\t机构\x00职能\n", 20), rows=21),
    Hostile("fifty megabytes of lines", "a.txt", partial(repeated, HUGE_ROW, 1_000_000), "20万格"),
    Hostile("more than fifty megabytes", "a.txt", lambda: b"1" * (50 * MEGA + 1), "50兆"),
    Hostile("fifty megabytes of line breaks", "a.txt", lambda: b"1" + b"\n" * (50 * MEGA - 1), "20万格"),
    Hostile("one line of fifty megabytes", "a.txt", lambda: b"1" * (50 * MEGA), "20万字"),
    Hostile("fifty megabytes of bars", "a.txt", lambda: b"|" * (50 * MEGA), "20万字"),
    Hostile("lines of bars", "a.txt", lambda: (b"|" * 1000 + b"\n") * 40_000, "20万格|千万字"),
    Hostile(
        "a cell of ten megabytes",
        "a.csv",
        partial(repeated, "长", 3_500_000, '序号,事项\n1,"', '"\n'),
        "20万字",
    ),
    Hostile("a mark that is never closed", "a.csv", lambda: b'1,"2\n' + b"3,4\n" * 50_000, rows=50_001),
    Hostile("many quotation marks", "a.csv", lambda: b'"",' * 60_000 + b"\n", rows=2),
)

# 让正则表达式、嵌套和切分走上平方、指数的老路的
TRAPS = (
    Hostile("comments before no page", "a.txt", partial(repeated, "<!---->", 5000, "", "甲"), rows=1),
    Hostile("tables without a cell", "a.txt", partial(repeated, "<table>", 9000, "甲"), rows=1),
    Hostile(
        "a long rule that is none", "a.txt", partial(repeated, "|" + "-" * 99_000 + "x|乙\n", 40), rows=41
    ),
    Hostile("a long blank before a bar", "a.txt", partial(repeated, " " * 190_000 + "|甲\n", 40), rows=41),
    Hostile(
        "tables in tables that all hold the text",
        "a.html",
        lambda: ("<table><tr><td>" * 39 + "甲" * 1990 + "</table>" * 39).encode() * 1000,
        "一千万字",
    ),
    Hostile(
        "an archived page of a million parts",
        "a.mht",
        partial(repeated, "--a", 5 * MEGA, "MIME-Version: 1.0\nContent-Type: m; boundary=a\n\n"),
        "损坏",
    ),
)

OTHERS = (
    Hostile("a workbook with a password", "a.xlsx", partial(_old_office, "EncryptedPackage"), "密码"),
    Hostile("old Word called docx", "a.docx", partial(_old_office, "WordDocument"), "旧版Word.*后缀名"),
    Hostile("old Excel", "a.xls", partial(_old_office, "Workbook"), "旧版Excel"),
    Hostile("old Office of some kind", "a.et", lambda: OLE, "旧版Office"),
    Hostile("RTF called doc", "a.doc", lambda: rb"{\rtf1\ansi \'c4\'bf}", "RTF"),
    Hostile("PDF", "a.pdf", lambda: b"%PDF-1.4\n", "PDF"),
    Hostile("picture", "a.jpg", lambda: b"\xff\xd8\xff\xe0", "图片"),
    Hostile("bitmap", "a.bmp", lambda: b"BM\x36\x10\x0e\x00\x00\x00\x00\x00", "图片"),
    Hostile("7z", "a.7z", lambda: b"7z\xbc\xaf\x27\x1c", "压缩包"),
    Hostile(
        "Excel of 2003 as XML",
        "a.xml",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "2003",
    ),
)
