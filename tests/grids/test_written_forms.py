"""The official form in Excel and Word, as an office prints it."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gongkai.grids.writing import form, word, xlsx
from gongkai.law import lawdata
from gongkai.law.catalogue.model import Attribute, Catalogue, Item
from gongkai.law.errors import LawError

SEED = lawdata.catalogue("xihu-2022")
ODD = ("=1+1", "+86 571", "-", "@甲", "'甲", "1.", "甲\n乙", '他说"好"', "𠮷\t乙", "  甲 ")


def sheets(*catalogues: Catalogue):
    return load_workbook(io.BytesIO(xlsx.workbook(catalogues)))


def test_the_seed_is_nine_columns_with_its_levels_under_one_heading() -> None:
    (sheet,) = sheets(SEED).worksheets
    assert sheet.title == "区政府办主动公开目录"
    assert [sheet.cell(2, column).value for column in (1, 2, 6, 7, 8)] == [
        "序号",
        "公开事项",
        "设立依据",
        "栏目内容",
        "公开时限",
    ]
    assert [sheet.cell(3, column).value for column in range(2, 6)] == [
        "一级栏目",
        "二级栏目",
        "三级栏目",
        "四级栏目",
    ]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A1:H1", "B2:E2", "A2:A3", "F2:F3", "G2:G3", "H2:H3"} <= merged
    assert sheet.max_row == 3 + 75


def test_what_a_row_inherits_lies_under_the_cell_of_the_row_above() -> None:
    (sheet,) = sheets(SEED).worksheets
    merged = {str(area) for area in sheet.merged_cells.ranges}
    # 第6项的七个栏目：序号、二级栏目、设立依据各一格，前三行的时限一格
    assert {"A9:A15", "C9:C15", "F9:F15", "H9:H11"} <= merged
    assert "B6:B49" in merged


def test_the_sheet_prints_on_a4_with_its_heading_on_every_page() -> None:
    (sheet,) = sheets(SEED).worksheets
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$2:$3"
    assert sheet.freeze_panes == "A4"
    body = sheet.cell(4, 7)
    assert (body.font.name, body.alignment.wrap_text, body.border.left.style) == ("仿宋", True, "thin")
    assert sheet.cell(2, 1).font.name == "宋体"


@pytest.mark.parametrize("text", ODD)
def test_a_text_is_never_a_formula(text: str) -> None:
    item = Item(1, ("甲",), legal_basis_text=text, content=text, time_limit_text=text)
    data = xlsx.workbook([Catalogue("目录", (item,))])
    cell = load_workbook(io.BytesIO(data)).worksheets[0].cell(4, 7)
    assert (cell.data_type, cell.value) == ("s", text)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    item = Item(1, ("甲",), content="甲\x00乙\r\n丙\x0b丁\x1f\ud800")
    (sheet,) = sheets(Catalogue("目录", (item,))).worksheets
    assert sheet.cell(4, 7).value == "甲乙\n丙\n丁"
    (table,) = Document(io.BytesIO(word.document([Catalogue("目录", (item,))]))).tables
    assert table.cell(2, 6).text == "甲乙\n丙\n丁"


def test_a_text_longer_than_a_cell_of_excel_is_refused_and_not_cut() -> None:
    given = Catalogue("目录", (Item(1, ("甲",), content="甲" * 32768),))
    with pytest.raises(LawError, match="Excel一格最多32767字"):
        xlsx.workbook([given])
    assert word.document([given])


def test_more_levels_and_other_columns_make_the_form_wider() -> None:
    item = replace(SEED.items[0], path=tuple("甲乙丙丁戊己"), attributes=(Attribute("公开主体", "区政府办"),))
    cells = form.form(Catalogue("目录", (item,))).rows
    assert [cell.text for cell in cells[1]][1:7] == [f"{number}级栏目" for number in "一二三四五六"]
    assert [cell.text for cell in cells[0]][-2:] == ["公开时限", "公开主体"]
    assert [cell.text for cell in cells[2]][-1] == "区政府办"
    with pytest.raises(LawError, match="表格最多写10级"):
        form.form(Catalogue("目录", (replace(item, path=tuple("甲乙丙丁戊己庚辛壬癸子")),)))


def test_several_catalogues_are_sheets_with_names_of_their_own_and_tables_under_their_titles() -> None:
    long = replace(SEED, title="某某省某某市某某区人民政府办公室[主动]公开/基层政务公开标准目录（2022年版）")
    names = [sheet.title for sheet in sheets(long, long, replace(SEED, title="")).worksheets]
    assert len({name.lower() for name in names}) == 3
    assert all(len(name) <= 31 for name in names)
    document = Document(io.BytesIO(word.document([long, SEED])))
    assert [len(table.rows) for table in document.tables] == [77, 77]
    assert [part.text for part in document.paragraphs if part.text] == [long.title, SEED.title]


def test_the_word_table_lies_across_a4_and_repeats_its_heading() -> None:
    document = Document(io.BytesIO(word.document([SEED])))
    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    (table,) = document.tables
    headings = [row for row in table.rows if row._tr.xpath("./w:trPr/w:tblHeader")]
    assert [cell.text for cell in headings[0].cells[:2]] == ["序号", "公开事项"]
    assert len(headings) == 2
    widths = [column.width.mm for column in table.columns]
    assert 260 < sum(widths) < 268
    assert table.cell(7, 5).text == table.cell(8, 5).text != ""


def test_the_same_catalogue_is_written_as_the_same_bytes_of_table() -> None:
    once, again = (zipfile.ZipFile(io.BytesIO(xlsx.workbook([SEED]))) for _ in range(2))
    assert once.read("xl/worksheets/sheet1.xml") == again.read("xl/worksheets/sheet1.xml")
    assert word.document([SEED])[:4] == b"PK\x03\x04"


def test_a_list_keeps_its_heading_in_sight_and_can_be_filtered() -> None:
    data = xlsx.list_of("问题", ("位置", "问题"), [("第1行", "=缺依据"), ("第2行", "缺时限")], (12, 60))
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:B4")
    assert (sheet["B3"].data_type, sheet["B3"].value) == ("s", "=缺依据")


WILD = st.text(max_size=12)


@settings(max_examples=40)
@given(st.lists(st.tuples(WILD, WILD, WILD, WILD), min_size=1, max_size=5), WILD)
def test_whatever_a_catalogue_holds_is_written_or_refused(rows: list[tuple[str, ...]], title: str) -> None:
    """Control signs, halves of signs, right-to-left marks: a file that opens, or a sentence."""
    items = tuple(
        Item(number, (name,), legal_basis_text=basis, content=content, time_limit_text=limit)
        for number, (name, basis, content, limit) in enumerate(rows)
    )
    given_catalogue = Catalogue(title, items)
    assert len(load_workbook(io.BytesIO(xlsx.workbook([given_catalogue]))).worksheets) == 1
    assert len(Document(io.BytesIO(word.document([given_catalogue]))).tables) == 1
