"""Merged cells read alike from Excel, Word and the web."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from tests.grids import rectangles
from tests.grids.making import workbook
from tests.grids.rectangles import Block

from gongkai.grids import files
from gongkai.law.catalogue.grid import Cell, Row

WRITERS = {"xlsx": rectangles.as_workbook, "docx": rectangles.as_document, "html": rectangles.as_page}


def shown(rows: Sequence[Row]) -> list[list[str]]:
    """Texts, with covered cells as ← and spans as columns×rows."""
    return [[_shown(cell) for cell in row.cells] for row in rows]


def _shown(cell: Cell) -> str:
    span = f" {cell.columns}×{cell.rows}" if cell.columns * cell.rows > 1 else ""
    return "←" if cell.covered else f"{cell.text}{span}"


@pytest.mark.parametrize("kind", WRITERS)
@given(blocks=rectangles.tables())
def test_a_table_reads_back_as_it_was_written(kind: str, blocks: list[Block]) -> None:
    wanted = rectangles.expected(blocks)
    if kind == "html" and sum(sum(bool(cell.text) for cell in row) > 1 for row in wanted) < 2:
        return  # 网页里不足两行各有两格的，是排版，不是表
    if kind == "docx" and not any(sum(bool(cell.text) for cell in row) > 1 for row in wanted):
        return
    grid = files.read(WRITERS[kind](blocks))[0]
    assert grid.exact
    assert [list(row.cells) for row in grid.rows] == wanted
    assert [row.line for row in grid.rows] == list(range(1, len(wanted) + 1))


def page(rows: str) -> list[list[str]]:
    """The only table of a page."""
    (grid,) = files.read(f"<table>{rows}</table>".encode())
    return shown(grid.rows)


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        (
            "<tr><td rowspan=2>序<td colspan=2>事项<tr><td>一级<td>二级",
            [["序 1×2", "事项 2×1", "←"], ["←", "一级", "二级"]],
        ),
        (
            "<tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊",
            [["甲 1×2", "乙"], ["←", "丙"], ["丁", "戊"]],
        ),
        ("<tr><td rowspan=99>甲<td>乙<tr><td>丙<td>丁", [["甲 1×2", "乙", ""], ["←", "丙", "丁"]]),
        (
            "<tr><td colspan=999>标题<tr><td>甲<td>乙<tr><td>丙<td>丁",
            [["标题 2×1", "←"], ["甲", "乙"], ["丙", "丁"]],
        ),
        ("<tr><td rowspan=x colspan=-1>甲<td>乙<tr><td>丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
        ("<td>甲<td>乙<tr><td>丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
        (
            "<thead><tr><th rowspan=5>序<th>事项</thead><tbody><tr><td>1<td>甲<tr><td>2<td>乙",
            [["序", "事项"], ["1", "甲"], ["2", "乙"]],
        ),
    ],
    ids=[
        "two header rows",
        "to the end of the body",
        "too far down",
        "too far right",
        "no numbers",
        "no row",
        "out of its head",
    ],
)
def test_spans_of_a_page(rows: str, table: list[list[str]]) -> None:
    assert page(rows) == table


@pytest.mark.parametrize(
    ("merges", "table"),
    [
        ("A1:B1", [["甲 2×1", "←"], ["丙", "丁"]]),
        ("A1:A2", [["甲 1×2", "乙"], ["←", "丁"]]),
        ("A1:B1 A1:A2", [["甲 2×1", "←"], ["丙", "丁"]]),
        ("A1:B1 B1:B2", [["甲 2×1", "←"], ["丙", "丁"]]),
        ("B2:A1", [["甲 2×2", "←"], ["←", "←"]]),
        ("A1 A:B nonsense", [["甲", "乙"], ["丙", "丁"]]),
        ("A1:XFD1", [["甲 2×1", "←"], ["丙", "丁"]]),
    ],
)
def test_merges_of_a_sheet(merges: str, table: list[list[str]]) -> None:
    cells = '<row r="{0}"><c r="A{0}" t="str"><v>{1}</v></c><c r="B{0}" t="str"><v>{2}</v></c></row>'
    listed = "".join(f'<mergeCell ref="{each}"/>' for each in merges.split())
    data = workbook(
        cells.format(1, "甲", "乙") + cells.format(2, "丙", "丁"), f"<mergeCells>{listed}</mergeCells>"
    )
    assert shown(files.read(data)[0].rows) == table
