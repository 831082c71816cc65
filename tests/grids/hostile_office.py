"""Hostile archives, workbooks and documents, and the answer."""

from functools import partial

from tests.grids import making
from tests.grids.hostile import (
    HEAD,
    LAUGHS,
    MEGA,
    OUTSIDE,
    ROW,
    SHEET,
    Hostile,
    bomb,
    many_members,
    many_merges,
    merges,
    numbers,
    paragraphs,
    styled,
    wide_rows,
)
from tests.grids.making import MAIN, WORKBOOK, document, workbook, workbook_parts, zipped

BOMB = "xl/worksheets/sheet1.xml"
PARTS = workbook_parts("")
DOCUMENT_PARTS: dict[str, str | bytes] = {
    "[Content_Types].xml": making.TYPES,
    "_rels/.rels": making.ROOT.replace("TARGET", "word/document.xml"),
}


def _typed(kind: str) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"})


def _cut() -> bytes:
    whole = making.saved(making.real_workbook())
    return whole[: len(whole) * 2 // 3]


def _encrypted_member() -> bytes:
    data = bytearray(workbook(HEAD))
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"xl/workbook.xml", data.index(b"PK\x01\x02")))
    data[at + 8] |= 1
    return bytes(data)


ARCHIVES = (
    Hostile(
        "zip bomb of spaces",
        "a.xlsx",
        partial(bomb, BOMB, b" ", 99, PARTS),
        "过大过繁",
        full=partial(bomb, BOMB, b" ", 1000, PARTS),
    ),
    Hostile(
        "zip bomb of tags",
        "a.xlsx",
        partial(bomb, BOMB, b"<a>", 99, PARTS),
        "过大过繁",
        full=partial(bomb, BOMB, b"<a>", 1000, PARTS),
    ),
    Hostile(
        "zip bomb that claims a small size", "a.xlsx", partial(bomb, BOMB, b"<a>", 99, PARTS, 99), "损坏"
    ),
    Hostile(
        "one tag of thirty megabytes",
        "a.xlsx",
        lambda: zipped(PARTS | {BOMB: f"<worksheet {' ' * 30 * MEGA}/>"}),
        "损坏",
    ),
    Hostile(
        "a bomb beside what is read",
        "a.xlsx",
        lambda: bomb(
            "xl/media/image1.png", b"\0", 700, workbook_parts(f"{SHEET}{HEAD}</sheetData></worksheet>")
        ),
        rows=2,
    ),
    Hostile(
        "zip bomb as a document",
        "a.docx",
        partial(bomb, "word/document.xml", b"<w:p/>", 99, DOCUMENT_PARTS),
        "损坏|过大过繁",
    ),
    Hostile("zip in a zip", "a.zip", lambda: zipped({"b.zip": zipped({"c.xlsx": workbook(HEAD)})}), "压缩包"),
    Hostile("workbook in a zip", "a.xlsx", lambda: zipped({"目录.xlsx": workbook(HEAD)}), "解压"),
    Hostile(
        "very many members",
        "a.xlsx",
        partial(many_members, 21_000),
        "太多",
        full=partial(many_members, 100_000),
    ),
    Hostile("half downloaded", "a.xlsx", _cut, "没有下载完整"),
    Hostile("a member with a password", "a.xlsx", _encrypted_member, "密码"),
    Hostile("empty archive", "a.xlsx", lambda: zipped({}), "空的压缩包"),
    Hostile("no workbook inside", "a.xlsx", lambda: zipped({"xl/theme.xml": "<a/>"}), "损坏"),
    Hostile(
        "macros by their member",
        "a.xlsm",
        lambda: zipped(workbook_parts("") | {"xl/vbaProject.bin": b"x"}),
        "宏",
    ),
    Hostile(
        "macros by their type",
        "a.docx",
        lambda: zipped({"word/document.xml": "", "[Content_Types].xml": "application/x.macroEnabled.12"}),
        "宏",
    ),
    Hostile("binary workbook", "a.xlsb", lambda: zipped({"xl/workbook.bin": b"x"}), "xlsb"),
    Hostile("presentation", "a.pptx", lambda: zipped({"ppt/presentation.xml": "<a/>"}), "演示文稿"),
    Hostile("ods", "a.xlsx", partial(_typed, "spreadsheet"), "ods"),
    Hostile("odt", "a.docx", partial(_typed, "text"), "odt"),
    Hostile("ofd", "a.ofd", lambda: zipped({"OFD.xml": "<a/>"}), "ofd"),
)

SHEETS = (
    Hostile(
        "billion laughs in a sheet", "a.xlsx", lambda: zipped(workbook_parts(f"{LAUGHS}<x>&i;</x>")), "实体"
    ),
    Hostile(
        "billion laughs in shared texts",
        "a.xlsx",
        lambda: workbook(HEAD, sharedStrings=f"{LAUGHS}<x>&i;</x>"),
        "实体",
    ),
    Hostile(
        "a file of the machine as an entity",
        "a.xlsx",
        lambda: zipped(workbook_parts(f"{OUTSIDE}<x>&a;</x>")),
        "实体",
    ),
    Hostile(
        "formula without a value",
        "a.xlsx",
        lambda: workbook('<row r="1"><c r="B1"><f>1+1</f></c></row>'),
        "单元格B1是公式",
    ),
    Hostile(
        "a million rows of borders",
        "a.xlsx",
        partial(styled, 99_000, 10),
        rows=2,
        full=partial(styled, 1_000_000, 10),
    ),
    Hostile(
        "every column of a sheet formatted",
        "a.xlsx",
        partial(styled, 60, 16_384),
        rows=2,
        full=partial(styled, 1000, 16_384),
    ),
    Hostile(
        "a million empty rows",
        "a.xlsx",
        lambda: workbook(HEAD + "".join(f'<row r="{i}"/>' for i in range(3, 1_000_001))),
        rows=2,
    ),
    Hostile(
        "text in the last cell of a sheet",
        "a.xlsx",
        lambda: workbook(f'{HEAD}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        rows=4,
    ),
    Hostile(
        "more cells than a catalogue has",
        "a.xlsx",
        partial(numbers, 201, "ALL"),
        "20万格",
        full=partial(numbers, 1_000_000),
    ),
    Hostile(
        "one text a million times",
        "a.xlsx",
        lambda: workbook(
            "<row>" + '<c t="s"><v>0</v></c>' * 1000 + "</row>",
            sharedStrings=f'<sst xmlns="{MAIN}"><si><t>{"长" * 100_000}</t></si></sst>',
        ),
        "一千万字",
    ),
    Hostile("a cell of ten megabytes", "a.xlsx", lambda: workbook(ROW.format(1, "长" * 3_500_000)), "20万字"),
    Hostile("merged over the header", "a.xlsx", lambda: workbook(HEAD, merges(1, "A1:B2")), rows=2),
    Hostile("merged over everything", "a.xlsx", lambda: workbook(HEAD, merges(1, "A1:XFD1048576")), rows=2),
    Hostile(
        "merges that overlap",
        "a.xlsx",
        lambda: workbook(HEAD, merges(1, "A1:A2") + merges(1, "A2:B2")),
        rows=2,
    ),
    Hostile(
        "very many merges",
        "a.xlsx",
        partial(many_merges, 30_000),
        "20万格",
        full=partial(many_merges, 1_000_000),
    ),
    Hostile(
        "ten thousand sheets",
        "a.xlsx",
        lambda: zipped(
            PARTS | {"xl/workbook.xml": f'<workbook xmlns="{MAIN}">{"<sheet/>" * 10_000}</workbook>'}
        ),
        "10000张工作表",
    ),
    Hostile(
        "only a hidden sheet",
        "a.xlsx",
        lambda: zipped(PARTS | {"xl/workbook.xml": WORKBOOK.replace("sheetId", 'state="hidden" sheetId')}),
        "隐藏",
    ),
    Hostile("an empty sheet", "a.xlsx", lambda: workbook(""), "空的"),
    Hostile(
        "an index of texts beyond the list",
        "a.xlsx",
        lambda: workbook('<row><c t="s"><v>7</v></c></row>'),
        "损坏",
    ),
    Hostile("deep elements", "a.xlsx", lambda: workbook("<row>" * 99_000 + "</row>" * 99_000), "空的"),
    Hostile(
        "deeper elements", "a.xlsx", lambda: workbook("<row>" * 200_000 + "</row>" * 200_000), "过大过繁"
    ),
)

DOCUMENTS = (
    Hostile(
        "billion laughs in a document",
        "a.docx",
        lambda: zipped(DOCUMENT_PARTS | {"word/document.xml": f"{LAUGHS}<x>&i;</x>"}),
        "实体",
    ),
    Hostile(
        "tables ten thousand deep",
        "a.docx",
        lambda: document("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000),
        "表格套表格",
    ),
    Hostile(
        "tables a hundred thousand deep",
        "a.docx",
        lambda: document("<w:tbl><w:tr><w:tc>" * 100_000 + "</w:tc></w:tr></w:tbl>" * 100_000),
        "过大过繁",
    ),
    Hostile(
        "an absurd span",
        "a.docx",
        lambda: document(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
            "<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>"
        ),
        "1000列",
    ),
    Hostile("an empty document", "a.docx", lambda: document("<w:p/>"), "空的"),
    Hostile(
        "a scanned document",
        "a.docx",
        lambda: document("<w:p/>", {"word/media/image1.png": b"x"}),
        "只有图片",
    ),
    Hostile(
        "a document longer than a catalogue",
        "a.docx",
        partial(wide_rows, 201),
        "20万格|过大过繁",
        full=partial(paragraphs, 1_900_000),
    ),
)
