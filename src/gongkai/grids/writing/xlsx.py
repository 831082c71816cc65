"""Tables into an Excel workbook, ready to be printed."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.merge import MergedCellRange
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.grids.writing.form import Form, form, listed
from gongkai.grids.writing.lettering import BODY_FONT, HEADING_FONT, TITLE_FONT, lines_of, writable
from gongkai.law.catalogue.grid import Cell
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError
from gongkai.law.patterns import lazy

LONGEST = 32767  # 一格最多的字数，Excel的规定
_LINE, _TALLEST = 15.0, 409.0  # 行高，以磅计；409是Excel的上限
_THIN = Side(style="thin", color="FF808080")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SHADE = PatternFill("solid", fgColor="FFF2F2F2")
_BODY = Font(BODY_FONT, size=10.5)
_BOLD = Font(HEADING_FONT, size=10.5, bold=True)
_MIDDLE = Alignment("center", "center", wrap_text=True)
_LEFT = Alignment("left", "center", wrap_text=True)
# Excel shows them among its cell styles; setting the parts one by one takes five times as long.
_TITLE_STYLE, _HEADING_STYLE, _CENTRED_STYLE, _LEFT_STYLE = "目录标题", "目录表头", "目录居中", "目录靠左"
_SHORT = 12  # 这么短的格居中，长的靠左
_NOT_IN_A_NAME = lazy(r"[\[\]:*?/\\\x00-\x1f]")
_LIKE_SOMETHING_ELSE = lazy(r"[=+\-@'0-9]")
_ESCAPE = lazy(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x000D_ as one sign
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - 文件属性里的日期没有时区；写出的内容与时钟无关


def workbook(catalogues: Sequence[Catalogue]) -> bytes:
    """The catalogues in the official form, a sheet each; LawError for a cell that Excel cannot hold."""
    return book([(catalogue.title, form(catalogue)) for catalogue in catalogues])


def book(sheets: Sequence[tuple[str, Form]]) -> bytes:
    """Named tables as the sheets of one workbook; texts stay texts, whatever they begin with."""
    made = Workbook()
    made.remove(made.active)
    made.properties.creator, made.properties.created = "gongkai", _ANY_DAY
    for style in _styles():
        made.add_named_style(style)
    taken: set[str] = set()
    for name, each in sheets:
        _draw(made.create_sheet(_sheet_name(name, taken)), each)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def list_of(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
    name: str = "",
) -> bytes:
    """A plain list as a workbook: headings always in sight, wrapped cells, a filter for each."""
    return book([(name or title, listed(title, headings, rows, widths))])


def _sheet_name(title: str, taken: set[str]) -> str:
    """At most 31 signs, none that Excel forbids, none twice."""
    plain = "".join(_NOT_IN_A_NAME.sub("", writable(title)).split()).strip("'")[:28]
    plain = plain or f"表{len(taken) + 1}"
    name, nth = plain, 1
    while name.lower() in taken:
        nth += 1
        name = f"{plain[: 27 - len(str(nth))]}（{nth}）"
    taken.add(name.lower())
    return name


def _styles() -> Iterator[NamedStyle]:
    yield NamedStyle(_TITLE_STYLE, Font(TITLE_FONT, size=16, bold=True), alignment=_MIDDLE)
    yield NamedStyle(_HEADING_STYLE, _BOLD, _SHADE, _BORDER, _MIDDLE)
    yield NamedStyle(_CENTRED_STYLE, _BODY, border=_BORDER, alignment=_MIDDLE)
    yield NamedStyle(_LEFT_STYLE, _BODY, border=_BORDER, alignment=_LEFT)


def _draw(sheet: Worksheet, given: Form) -> None:
    above = 1 if given.title else 0
    if above:
        _title(sheet, given)
    for i, cells in enumerate(given.rows):
        for j, cell in enumerate(cells):
            _put(sheet.cell(above + i + 1, j + 1), cell, _style(cell, i < given.heading))
    for i, cells in enumerate(given.rows):
        for j, cell in enumerate(cells):
            if cell.rows > 1 or cell.columns > 1:
                row, column = above + i + 1, j + 1
                area = CellRange(None, column, row, column + cell.columns - 1, row + cell.rows - 1)
                # Its places are drawn already; merge_cells() would compare each area with all others.
                sheet.merged_cells.ranges.add(MergedCellRange(sheet, area.coord))
    for row, height in enumerate(_heights(given), above + 1):
        sheet.row_dimensions[row].height = height
    for column, width in enumerate(given.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    if given.has_filter:
        last = sheet.cell(above + len(given.rows), len(given.widths)).coordinate
        sheet.auto_filter.ref = f"{sheet.cell(above + 1, 1).coordinate}:{last}"
    _page(sheet, above, given.heading)


def _title(sheet: Worksheet, given: Form) -> None:
    _put(sheet.cell(1, 1), Cell(given.title), _TITLE_STYLE)
    sheet.row_dimensions[1].height = 30 * lines_of(given.title, sum(given.widths) / 1.6)
    if len(given.widths) > 1:
        sheet.merge_cells(None, 1, 1, 1, len(given.widths))


def _style(cell: Cell, is_heading: bool) -> str:
    if is_heading:
        return _HEADING_STYLE
    return _CENTRED_STYLE if len(cell.text) <= _SHORT else _LEFT_STYLE


def _put(place: SheetCell, cell: Cell, style: str) -> None:
    place.style = style
    text = writable(cell.text)
    if not text:
        return
    if len(text) > LONGEST:
        raise LawError(f"“{text[:20]}……”有{len(text)}字，Excel一格最多{LONGEST}字：请写成docx或toml文件。")
    place.value = _ESCAPE.sub("_x005F_", text)
    # A text that begins with = would become a formula: it is said to be a text, and stays one when edited.
    place.data_type = "s"
    if _LIKE_SOMETHING_ELSE.match(text):
        place.quotePrefix = True


def _heights(given: Form) -> list[float]:
    """Excel fits no height to merged cells: what a cell lacks is added to the last of its rows."""
    heights = [_LINE] * len(given.rows)
    for last, j, cell in sorted(_ends(given), key=lambda end: end[0]):
        first = last - cell.rows + 1
        needed = _LINE * lines_of(cell.text, sum(given.widths[j : j + cell.columns])) + 4
        heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
    return [min(height, _TALLEST) for height in heights]


def _ends(given: Form) -> Iterator[tuple[int, int, Cell]]:
    for i, cells in enumerate(given.rows):
        yield from ((i + cell.rows - 1, j, cell) for j, cell in enumerate(cells) if cell.text)


def _page(sheet: Worksheet, above: int, heading: int) -> None:
    """A4 on its side, as wide as the sheet, the heading on every page and always in sight."""
    sheet.freeze_panes = sheet.cell(above + heading + 1, 1)
    sheet.print_title_rows = f"{above + 1}:{above + heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
