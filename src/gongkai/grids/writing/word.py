"""Tables into a Word document, ready to be printed."""

import io
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
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


# ---- the table: written directly, as merging cell by cell takes minutes for a large catalogue ----


def _table(given: Form) -> BaseOxmlElement:
    share = (_WIDE - 2 * _MARGIN) * _TWIPS / sum(given.widths)
    widths = [round(width * share) for width in given.widths]
    table = _made("w:tbl")
    properties = _made("w:tblPr", parent=table)
    _made("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}, properties)
    _made("w:jc", {"w:val": "center"}, properties)
    borders = _made("w:tblBorders", parent=properties)
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _made(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:color": "808080"}, borders)
    _made("w:tblLayout", {"w:type": "fixed"}, properties)
    columns = _made("w:tblGrid", parent=table)
    for width in widths:
        _made("w:gridCol", {"w:w": str(width)}, columns)
    left = [0] * len(widths)
    for i, cells in enumerate(given.rows):
        _row(table, cells, widths, left, i < given.heading)
    return table


def _row(
    table: BaseOxmlElement, cells: Sequence[Cell], widths: Sequence[int], left: list[int], is_heading: bool
) -> None:
    """One row; `left` counts for each column the rows that its merged cell still goes down."""
    row = _made("w:tr", parent=table)
    if is_heading:
        _made("w:tblHeader", parent=_made("w:trPr", parent=row))
    j = 0
    while j < len(cells):
        cell = cells[j]
        place = _made("w:tc", parent=row)
        properties = _made("w:tcPr", parent=place)
        _made("w:tcW", {"w:w": str(sum(widths[j : j + cell.columns])), "w:type": "dxa"}, properties)
        if cell.columns > 1:
            _made("w:gridSpan", {"w:val": str(cell.columns)}, properties)
        if cell.rows > 1:
            left[j] = cell.rows
            _made("w:vMerge", {"w:val": "restart"}, properties)
        elif left[j]:
            _made("w:vMerge", parent=properties)
        if is_heading:
            _made("w:shd", {"w:val": "clear", "w:fill": "F2F2F2"}, properties)
        _made("w:vAlign", {"w:val": "center"}, properties)
        left[j] = max(left[j] - 1, 0)
        _paragraphs(place, cell.text, is_heading)
        j += cell.columns


def _paragraphs(place: BaseOxmlElement, text: str, is_heading: bool) -> None:
    lines = writable(text).split("\n")
    for line in lines:
        paragraph = _made("w:p", parent=place)
        if is_heading or (len(lines) == 1 and len(line) <= _SHORT):
            _made("w:jc", {"w:val": "center"}, _made("w:pPr", parent=paragraph))
        if line:
            _run(paragraph, line, is_heading)


def _run(paragraph: BaseOxmlElement, line: str, is_heading: bool) -> None:
    run = _made("w:r", parent=paragraph)
    if is_heading:
        properties = run.get_or_add_rPr()
        _lettered(properties, HEADING_FONT)
        _made("w:b", parent=properties)
    for i, words in enumerate(line.split("\t")):
        if i:
            _made("w:tab", parent=run)
        _made("w:t", {"xml:space": "preserve"}, run).text = words


def _made(
    tag: str, attributes: dict[str, str] | None = None, parent: BaseOxmlElement | None = None
) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name), value)
    if parent is not None:
        parent.append(element)
    return element
