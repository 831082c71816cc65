"""Random tables of merged cells, as three kinds of file."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from tests.grids.making import document, workbook

from gongkai.law.catalogue.grid import Cell


@dataclass(frozen=True)
class Block:
    """A merged cell: where it begins, how far it reaches, what it says.

    矩形格。
    """

    top: int
    left: int
    rows: int
    columns: int
    text: str


WORDS = st.text("公开事项依据时限主体0123456789《》、（）", min_size=1, max_size=8)


@st.composite
def tables(draw: st.DrawFn) -> list[Block]:
    """Blocks that cover a table of up to seven by seven places, without gaps or overlaps."""
    height, width = draw(st.integers(1, 7)), draw(st.integers(2, 7))
    free = {(row, column) for row in range(height) for column in range(width)}
    blocks = []
    for place in sorted(free):
        if place not in free:
            continue
        rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        taken = _largest(free, place, rows, columns)
        free -= taken
        bottom, right = max(row for row, _ in taken), max(column for _, column in taken)
        lines = draw(st.lists(WORDS, min_size=1, max_size=3))
        blocks.append(Block(*place, bottom - place[0] + 1, right - place[1] + 1, "\n".join(lines)))
    return blocks


def _largest(
    free: set[tuple[int, int]], place: tuple[int, int], rows: int, columns: int
) -> set[tuple[int, int]]:
    while True:
        wanted = {(place[0] + i, place[1] + j) for i in range(rows) for j in range(columns)}
        if wanted <= free:
            return wanted
        rows, columns = (rows, columns - 1) if columns > 1 else (rows - 1, 1)


def expected(blocks: Sequence[Block]) -> list[list[Cell]]:
    """What every reader must give: text at the upper left, the rest covered, nothing past the last text."""
    height, width = max(each.top for each in blocks) + 1, max(each.left for each in blocks) + 1
    grid = [[Cell("", covered=True)] * width for _ in range(height)]
    for each in blocks:
        rows, columns = min(each.rows, height - each.top), min(each.columns, width - each.left)
        grid[each.top][each.left] = Cell(each.text, columns, rows)
    return grid


def as_page(blocks: Sequence[Block]) -> bytes:
    """The table as HTML, line breaks as <br>."""
    rows = []
    for row in range(max(each.top + each.rows for each in blocks)):
        cells = (
            f'<td colspan="{each.columns}" rowspan={each.rows}>{each.text.replace(chr(10), "<br>")}</td>'
            for each in sorted(blocks, key=lambda each: each.left)
            if each.top == row
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<meta charset=utf-8><table>{''.join(rows)}</table>".encode()


def as_workbook(blocks: Sequence[Block]) -> bytes:
    """The table as XLSX."""
    rows: dict[int, str] = {}
    for each in sorted(blocks, key=lambda each: each.left):
        cell = f'<c r="{_name(each.top, each.left)}" t="inlineStr"><is><t>{each.text}</t></is></c>'
        rows[each.top] = rows.get(each.top, "") + cell
    merges = "".join(
        f'<mergeCell ref="{_name(each.top, each.left)}:'
        f'{_name(each.top + each.rows - 1, each.left + each.columns - 1)}"/>'
        for each in blocks
        if each.rows * each.columns > 1
    )
    markup = "".join(f'<row r="{row + 1}">{cells}</row>' for row, cells in sorted(rows.items()))
    return workbook(markup, f"<mergeCells>{merges}</mergeCells>")


def as_document(blocks: Sequence[Block]) -> bytes:
    """The table as DOCX: gridSpan across, vMerge down, lines as paragraphs."""
    rows = []
    for row in range(max(each.top + each.rows for each in blocks)):
        cells = (
            _word_cell(each, each.top == row)
            for each in sorted(blocks, key=lambda each: each.left)
            if each.top <= row < each.top + each.rows
        )
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return document(f"<w:tbl>{''.join(rows)}</w:tbl>")


def _word_cell(each: Block, is_first: bool) -> str:
    merge = (
        f"<w:vMerge{' w:val=' + chr(34) + 'restart' + chr(34) if is_first else ''}/>" if each.rows > 1 else ""
    )
    lines = each.text.split("\n") if is_first else [""]
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{each.columns}"/>{merge}</w:tcPr>{paragraphs}</w:tc>'


def _name(row: int, column: int) -> str:
    return f"{chr(65 + column)}{row + 1}"
