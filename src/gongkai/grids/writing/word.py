"""Tables into a Word document, ready to be printed."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt

from gongkai.grids.writing.form import Form, form
from gongkai.grids.writing.lettering import BODY_FONT, HEADING_FONT, TITLE_FONT, writable
from gongkai.law.catalogue.grid import Cell
from gongkai.law.catalogue.model import Catalogue

_WIDE, _HIGH, _MARGIN = 297, 210, 15  # A4横放，以毫米计
_TWIPS = 56.7  # 一毫米合多少缇，Word以缇计表宽
_SHORT = 12
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - 文件属性里的日期没有时区；写出的内容与时钟无关


def document(catalogues: Sequence[Catalogue]) -> bytes:
    """The catalogues in the official form, a table each, every one on a page of its own."""
    made = _blank()
    for i, each in enumerate(map(form, catalogues)):
        _title(made, each.title, is_first=i == 0)
        made.element.body.insert_element_before(_table(each), "w:sectPr")
    made.add_paragraph()
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _blank() -> WordDocument:
    made = Document()
    properties = made.core_properties
    properties.author, properties.created, properties.modified = "gongkai", _ANY_DAY, _ANY_DAY
    properties.comments = ""
    normal = made.styles["Normal"]
    _lettered(normal.element.get_or_add_rPr(), BODY_FONT)
    normal.font.size, normal.paragraph_format.space_after = Pt(10.5), Pt(0)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_WIDE), Mm(_HIGH)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    return made


def _lettered(properties: BaseOxmlElement, font: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), font)


def _title(made: WordDocument, title: str, *, is_first: bool) -> None:
    """The title above its table; also without one a paragraph parts two tables."""
    paragraph = made.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.page_break_before = not is_first
    paragraph.paragraph_format.space_after = Pt(8)
    run = paragraph.add_run(" ".join(writable(title).split("\n")))
    run.font.size, run.font.bold = Pt(18), True
    _lettered(run._r.get_or_add_rPr(), TITLE_FONT)


# ---- the table: written as text, as merging cell by cell takes minutes for a large catalogue ----

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_PADDING = "".join(
    f'<w:{side} w:w="{twips}" w:type="dxa"/>'
    for side, twips in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
)
_HEADING_RUN = "<w:rPr><w:rFonts {}/><w:b/></w:rPr>".format(
    " ".join(f'w:{name}="{HEADING_FONT}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
)
_CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'


def _table(given: Form) -> BaseOxmlElement:
    share = (_WIDE - 2 * _MARGIN) * _TWIPS / sum(given.widths)
    widths = [round(width * share) for width in given.widths]
    left = [0] * len(widths)
    rows = (_row(cells, widths, left, i < given.heading) for i, cells in enumerate(given.rows))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_PADDING}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: Sequence[Cell], widths: Sequence[int], left: list[int], is_heading: bool) -> str:
    """One row; `left` counts for each column the rows that its merged cell still goes down."""
    parts = [f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_heading else ''}</w:trPr>"]
    j = 0
    while j < len(cells):
        cell = cells[j]
        if cell.rows > 1:
            left[j] = cell.rows
        width = sum(widths[j : j + cell.columns])
        parts.append(f"<w:tc>{_cell_properties(cell, width, left[j], is_heading)}")
        parts += [*_paragraphs(cell.text, is_heading), "</w:tc>"]
        left[j] = max(left[j] - 1, 0)
        j += cell.columns
    return "".join([*parts, "</w:tr>"])


def _cell_properties(cell: Cell, width: int, left: int, is_heading: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merged = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else "<w:vMerge/>" if left else ""
    shade = '<w:shd w:val="clear" w:fill="F2F2F2"/>' if is_heading else ""
    return (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{shade}<w:vAlign w:val="center"/></w:tcPr>'
    )


def _paragraphs(text: str, is_heading: bool) -> Iterator[str]:
    lines = writable(text).split("\n")
    is_centred = is_heading or (len(lines) == 1 and len(lines[0]) <= _SHORT)
    for line in lines:
        yield f"<w:p>{_CENTRED if is_centred else ''}{_run(line, is_heading) if line else ''}</w:p>"


def _run(line: str, is_heading: bool) -> str:
    words = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in line.split("\t"))
    return f"<w:r>{_HEADING_RUN if is_heading else ''}{words}</w:r>"
