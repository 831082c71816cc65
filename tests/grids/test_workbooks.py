"""Excel workbooks as people see them."""

import datetime

import openpyxl
import pytest
from tests.grids.making import MAIN, saved, workbook, workbook_parts, zipped

from gongkai.grids import files
from gongkai.grids.shown import shown
from gongkai.law.errors import LawError


def texts(data: bytes, sheet: int = 0) -> list[list[str]]:
    """The texts of a sheet."""
    return [[cell.text for cell in row.cells] for row in files.read(data, "目录.xlsx")[sheet].rows]


def book(*values: object, form: str = "") -> bytes:
    """A workbook with these values in its first row."""
    made = openpyxl.Workbook()
    for column, value in enumerate(values, 1):
        cell = made.active.cell(1, column, value)
        if form:
            cell.number_format = form
    return saved(made)


@pytest.mark.parametrize(
    ("value", "form", "seen"),
    [
        (1, "", "1"),
        (1.0, "", "1"),
        (0.1 + 0.2, "", "0.3"),
        (12345678901, "", "12345678901"),
        (505, "0000", "0505"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12.5%"),
        (3, '"第"0"条"', "第3条"),
        (2.5, "0.00", "2.50"),
        (-3, "0", "-3"),
        (True, "", "TRUE"),
        ("=甲", "@", "=甲"),
        ("001", "", "001"),
        ("第一行\r\n第二行", "", "第一行\n第二行"),
        (datetime.date(2022, 3, 1), "", "2022年3月1日"),
        (datetime.date(2022, 3, 1), "yyyy/mm/dd", "2022年3月1日"),
        (datetime.date(2022, 3, 1), 'yyyy"年"m"月"', "2022年3月"),
        (datetime.date(2022, 3, 1), 'm"月"d"日"', "3月1日"),
        (datetime.date(2022, 3, 1), "[$-804]yyyy年m月d日;@", "2022年3月1日"),
        (datetime.date(2022, 3, 1), "yyyy-mm-dd dddd", "2022年3月1日"),
        (datetime.datetime.fromisoformat("2022-03-01T09:05"), "yyyy-mm-dd hh:mm", "2022年3月1日 9:05"),
        (datetime.time(9, 5), "h:mm", "9:05"),
    ],
)
def test_a_value_is_read_as_it_is_seen(value: object, form: str, seen: str) -> None:
    made = openpyxl.Workbook()
    cell = made.active["A1"]
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if form:
        cell.number_format = form
    assert texts(saved(made)) == [[seen]]


@pytest.mark.parametrize(
    ("written", "code", "from_1904", "seen"),
    [
        ("44621", "yyyy-m-d", False, "2022年3月1日"),
        ("43159", "yyyy-m-d", True, "2022年3月1日"),
        ("1", "yyyy-m-d", False, "1900年1月1日"),
        ("61", "yyyy-m-d", False, "1900年3月1日"),
        ("-1", "yyyy-m-d", False, "-1"),
        ("99999999", "yyyy-m-d", False, "99999999"),
        ("1.5", "[h]:mm", False, "36:00"),
        ("0.5", "mm:ss", False, "0.5"),
        ("1E+400", "0", False, "1E+400"),
        ("nan", "0", False, "nan"),
        ("三", "0", False, "三"),
        ("1234567.5", "#,##0.00", False, "1234567.50"),
        ("0.001", "0", False, "0"),
        ("1.0000000000000001E-2", "", False, "0.01"),
    ],
)
def test_numbers_at_the_edges(written: str, code: str, from_1904: bool, seen: str) -> None:
    assert shown(written, code, from_1904=from_1904) == seen


def test_only_sheets_that_are_seen_are_read_each_by_its_name() -> None:
    made = openpyxl.Workbook()
    made.active.title = "民政"
    made.active["A1"] = "甲"
    made.create_sheet("空表")
    made.create_sheet("藏着")["A1"] = "乙"
    made["藏着"].sheet_state = "hidden"
    made.create_sheet("教育")["B2"] = "丙"
    grids = files.read(saved(made), "目录.xlsx")
    assert [(grid.sheet, grid.exact, grid.file) for grid in grids] == [
        ("民政", True, "目录.xlsx"),
        ("教育", True, "目录.xlsx"),
    ]
    assert [(row.line, [cell.text for cell in row.cells]) for row in grids[1].rows] == [(2, ["", "丙"])]


def test_blank_rows_stay_and_a_long_gap_becomes_one() -> None:
    made = openpyxl.Workbook()
    for row in (1, 4, 60_000):
        made.active.cell(row, 1, "甲")
    assert [row.line for row in files.read(saved(made))[0].rows] == [1, 2, 3, 4, 5, 60_000]


def test_a_merge_across_a_gap_keeps_its_place() -> None:
    made = openpyxl.Workbook()
    made.active.append(["甲", "乙"])
    made.active.cell(2_000, 2, "末")
    made.active.merge_cells("A1:A2000")
    rows = files.read(saved(made))[0].rows
    assert (rows[0].cells[0].rows, [row.line for row in rows]) == (3, [1, 2, 2_000])
    assert [row.cells[0].covered for row in rows] == [False, True, True]


def test_a_formula_gives_the_value_that_was_saved_with_it() -> None:
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;""</f><v></v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    assert texts(workbook(f'<row r="1">{cells}</row>')) == [["2", "", "#DIV/0!"]]


def test_a_formula_that_was_never_counted_is_named_by_its_cell() -> None:
    made = openpyxl.Workbook()
    made.active.title = "目录"
    made.active["C7"] = "=SUM(A1:A6)"
    with pytest.raises(LawError, match=r"“目录\.xlsx”的工作表“目录”单元格C7是公式.*选择性粘贴为数值"):
        files.read(saved(made), "目录.xlsx")


def test_a_formula_on_a_hidden_sheet_disturbs_nobody() -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "甲"
    made.create_sheet("算")["A1"] = "=1+1"
    made["算"].sheet_state = "veryHidden"
    assert texts(saved(made)) == [["甲"]]


def test_texts_of_every_make() -> None:
    shared = (
        f'<sst xmlns="{MAIN}"><si><r><t>公开</t></r><r><rPr><b/></rPr><t>事项</t></r></si>'
        "<si><t>漢字</t><rPh><t>かんじ</t></rPh></si><si><t>一_x000D_\n二_x0041_</t></si>"
        '<si><r><rPr><rFont val="Wingdings 2"/></rPr><t>R</t></r><r><t>网站</t></r></si></sst>'
    )
    cells = "".join(f'<c t="s"><v>{index}</v></c>' for index in range(4))
    inline = '<c t="inlineStr"><is><r><t>内</t></r><r><t>嵌</t></r></is></c><c><v>7</v></c>'
    data = workbook(f"<row>{cells}{inline}</row>", sharedStrings=shared)
    assert texts(data) == [["公开事项", "漢字", "一\n二A", "☑网站", "内嵌", "7"]]


def test_a_tick_drawn_with_a_symbol_font_is_a_tick() -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "R"
    made.active["A1"].font = openpyxl.styles.Font(name="Wingdings 2")
    made.active["B1"] = "ü"
    made.active["B1"].font = openpyxl.styles.Font(name="Wingdings")
    made.active["C1"] = "R"
    assert texts(saved(made)) == [["☑", "√", "R"]]


def test_the_same_texts_as_openpyxl_reads() -> None:
    made = openpyxl.Workbook()
    for row in range(1, 39):
        made.active.append(
            [f"第{row}行\n第{column}列" if (row * column) % 3 else None for column in range(1, 15)]
        )
    data = saved(made)
    ours = texts(data)
    theirs = [[value or "" for value in row] for row in made.active.iter_rows(values_only=True)]
    assert ours == theirs


def test_other_spellings_of_the_same_markup_are_read() -> None:
    cell = '<x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row>'
    blank = '<x:row r="1"><x:c r="A1" s="0"/></x:row>'
    for space in (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"):
        sheet = f'<x:worksheet xmlns:x="{space}"><x:sheetData>{blank * 9}{cell}</x:sheetData></x:worksheet>'
        assert texts(zipped(workbook_parts(sheet))) == [["", "甲"]]
        assert texts(zipped(workbook_parts(sheet.encode("utf-16")))) == [["", "甲"]]


def test_names_of_parts_in_other_letters_are_the_same_parts() -> None:
    parts = workbook_parts(
        f'<worksheet xmlns="{MAIN}"><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>'
    )
    assert texts(zipped({name.upper(): content for name, content in parts.items()})) == [["7"]]
    assert texts(zipped({name.replace("/", "\\"): content for name, content in parts.items()})) == [["7"]]


def test_empty_cells_are_left_out_and_their_neighbours_keep_their_places() -> None:
    rows = (
        '<row r="3" ht="14"><c r="A3" s="0"/><c r="B3" t="str" s="0"><v>乙</v></c><c r="C3" s="0"/>'
        '<c r="D3"><v>4</v></c></row><row r="4"><c r="A4" s="0"/></row><row r="5"/>'
        '<row r="6"><c r="B6" t="str"><v><![CDATA[<c r="A1"/>]]></v></c></row>'
    )
    (grid,) = files.read(workbook(rows))
    assert [(row.line, [cell.text for cell in row.cells]) for row in grid.rows] == [
        (3, ["", "乙", "", "4"]),
        (4, ["", "", "", ""]),
        (5, ["", "", "", ""]),
        (6, ["", '<c r="A1"/>', "", ""]),
    ]


@pytest.mark.parametrize("name", ["目录.xlsx", "目录.xls", "目录.docx", "目录", ""])
def test_the_name_does_not_decide(name: str) -> None:
    assert files.read(book("甲", "乙"), name)[0].exact
