"""Word documents: tables in order, with what stands above."""

from itertools import pairwise

import docx
import pytest
from tests.grids.making import WORD, document, saved

from gongkai.grids import files


def p(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: str) -> str:
    """A table of cells given as texts parted by bars; a cell that begins with < is markup."""
    made = ""
    for row in rows:
        cells = (cell if cell.startswith("<") else p(cell) for cell in row.split("|"))
        made += f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def texts(data: bytes, index: int = 0) -> list[list[str]]:
    """The texts of one table."""
    return [[cell.text for cell in row.cells] for row in files.read(data, "目录.docx")[index].rows]


def test_every_table_comes_with_the_lines_just_above_it() -> None:
    made = docx.Document()
    for title in ("民政领域目录", "教育领域目录"):
        made.add_paragraph("")
        made.add_paragraph(title)
        made.add_paragraph("")
        made.add_table(1, 2).rows[0].cells[0].text = "甲"
        made.tables[-1].rows[0].cells[1].text = "乙"
    grids = files.read(saved(made), "目录.docx")
    assert [(grid.sheet, grid.above, grid.exact) for grid in grids] == [
        ("第1个表格", ("民政领域目录",), True),
        ("第2个表格", ("教育领域目录",), True),
    ]


def test_the_halves_of_a_table_that_a_page_break_parts_stay_two() -> None:
    half = table("1|甲", "2|乙")
    grids = files.read(document(f'{half}<w:p><w:r><w:br w:type="page"/></w:r></w:p>{half}'))
    assert [(len(grid.rows), grid.above) for grid in grids] == [(2, ()), (2, ())]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>", "一\n二"),
        (p("一") + p("") + p("二"), "一\n二"),
        ("<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>机构</w:t></w:r></w:p>", "1. 机构"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", "甲"),
        ('<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>', "新"),
        ('<w:p><w:del w:id="1"><w:r><w:t>旧</w:t></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>', "新"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + p("控件") + "</w:sdtContent></w:sdt>", "控件"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:p>", "3"),
        ('<w:p><w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>网站</w:t></w:r></w:p>', "☑网站"),
        ('<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r></w:p>', "√"),
        ("<w:p><w:r><w:t>同</w:t></w:r><w:r><w:noBreakHyphen/><w:t>上</w:t></w:r></w:p>", "同-上"),
        (p("外") + table("内一|内二") + "<w:p/>", "外\n内一\n内二"),
    ],
)  # fmt: skip
def test_a_cell_says_what_people_see(cell: str, seen: str) -> None:
    assert texts(document(table(f"甲|{cell}")))[0][1] == seen


def test_a_table_inside_a_cell_is_a_table_of_its_own_too() -> None:
    inner = table("序号|事项", "1|机构")
    grids = files.read(document(table("目录").replace(p("目录"), p("某县目录") + inner + p(""))))
    assert [grid.above for grid in grids] == [("某县目录",)]
    assert [[cell.text for cell in row.cells] for row in grids[0].rows] == [["序号", "事项"], ["1", "机构"]]


def test_tables_in_content_controls_are_read() -> None:
    assert texts(document(f"<w:sdt><w:sdtContent>{table('甲|乙')}</w:sdtContent></w:sdt>")) == [["甲", "乙"]]


def test_rows_that_begin_later_leave_their_first_columns_blank() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>' + p("丙") + "</w:tc></w:tr>"
    assert texts(document(table("甲|乙").replace("</w:tbl>", f"{row}</w:tbl>"))) == [["甲", "乙"], ["", "丙"]]


NUMBERING = (
    f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="FORM"/><w:lvlText w:val="WORDS"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    "<w:r><w:t>{}</w:t></w:r></w:p>"
)
LINKED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x/numbering" Target="numbering.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("form", "words", "text", "seen"),
    [
        ("decimal", "%1", "", ["1", "2"]),
        ("decimal", "%1", "机构", ["1 机构", "2 机构"]),
        ("decimal", "%1.", "机构", ["1.机构", "2.机构"]),
        ("chineseCountingThousand", "（%1）", "机构", ["（一）机构", "（二）机构"]),
        ("decimalEnclosedCircle", "%1", "机构", ["① 机构", "② 机构"]),
        ("lowerRoman", "%1", "", ["i", "ii"]),
        ("bullet", "●", "机构", ["机构", "机构"]),
    ],
)
def test_numbers_that_word_draws_are_read(form: str, words: str, text: str, seen: list[str]) -> None:
    body = table(f"{NUMBERED.format(text)}|甲", f"{NUMBERED.format(text)}|乙")
    numbering = NUMBERING.replace("FORM", form).replace("WORDS", words)
    parts = {"word/numbering.xml": numbering, "word/_rels/document.xml.rels": LINKED}
    assert [row[0] for row in texts(document(body, parts))] == seen


def _askew(*rows: tuple[int, ...]) -> str:
    """A table whose rows have their vertical lines at these places, as Word writes it."""
    edges = sorted({0, *(edge for row in rows for edge in row)})
    widths = "".join(f'<w:gridCol w:w="{b - a}"/>' for a, b in pairwise(edges))
    made = ""
    for number, row in enumerate(rows):
        places = [0, *(edges.index(edge) for edge in row)]
        cells = (
            f'<w:tc><w:tcPr><w:gridSpan w:val="{b - a}"/></w:tcPr>{p(f"{number}{index}")}</w:tc>'
            for index, (a, b) in enumerate(pairwise(places))
        )
        made += f"<w:tr>{''.join(cells)}</w:tr>"
    return f"<w:tbl><w:tblGrid>{widths}</w:tblGrid>{made}</w:tbl>"


def test_lines_drawn_a_little_askew_are_one_line() -> None:
    body = _askew((1000, 2000, 3000), (1010, 1990, 3000), (1000, 3000))
    (grid,) = files.read(document(body))
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["00", "01", "02"],
        ["10", "11", "12"],
        ["20", "21", ""],
    ]
    assert [cell.columns for cell in grid.rows[2].cells] == [1, 2, 1]


@pytest.mark.parametrize("rows", [((100, 2000), (100, 2000)), ((10, 20, 30), (10, 20, 30))])
def test_narrow_columns_with_text_are_columns(rows: tuple[tuple[int, ...], ...]) -> None:
    assert len(texts(document(_askew(*rows)))[0]) == len(rows[0])


def test_a_document_without_a_table_gives_its_lines() -> None:
    body = p("某县目录") + "<w:p><w:r><w:t>1</w:t><w:tab/><w:t>机构</w:t></w:r></w:p>"
    (grid,) = files.read(document(body), "目录.docx")
    assert not grid.exact
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [["某县目录"], ["1", "机构"]]


def test_the_same_texts_as_python_docx_reads() -> None:
    made = docx.Document()
    made.add_table(6, 5)
    for row in range(6):
        for column in range(5):
            made.tables[0].cell(row, column).text = f"{row}行\n{column}列"
    theirs = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert texts(saved(made)) == theirs
