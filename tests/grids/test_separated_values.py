"""CSV by any separator, and texts that only look like it."""

import pytest

from gongkai.grids import files
from gongkai.law.catalogue.grid import Grid


def read(text: str, name: str) -> Grid:
    """The only grid of a text."""
    (grid,) = files.read(text.encode(), name)
    return grid


@pytest.mark.parametrize("separator", [",", ";", "\t", "，"])
def test_the_separator_is_found(separator: str) -> None:
    text = "序号,事项,时限\n1,机构,及时\n2,领导,每年\n".replace(",", separator)
    grid = read(text, "目录.csv")
    assert grid.exact
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["序号", "事项", "时限"],
        ["1", "机构", "及时"],
        ["2", "领导", "每年"],
    ]


def test_line_breaks_commas_and_marks_inside_quotation_marks_stay() -> None:
    grid = read('序号,内容\n1,"甲,乙\n""丙"""\n2,丁\n', "目录.csv")
    assert grid.rows[1].cells[1].text == '甲,乙\n"丙"'
    assert [row.line for row in grid.rows] == [1, 2, 4]


def test_every_row_is_as_wide_as_the_widest_without_the_empty_end() -> None:
    grid = read(
        "某县目录\n序号,事项,时限,,\n1,机构,及时,,\n2,领导\n3,职能,每年,,\n4,职能,每年,,\n5,职能,每年,,\n",
        "目录.csv",
    )
    assert {len(row.cells) for row in grid.rows} == {3}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("某县目录\n本目录，含机构、职能等，请查收\n", "目录.csv"),
        ("序号,事项\n1\n机构,职能,其他\n2,甲,乙,丙\n", "目录.csv"),
        ("序号\t事项\n1\t机构，职能\n", "目录.txt"),
        ("本文，有逗号\n也有,逗号\n", "目录.txt"),
    ],
)
def test_what_does_not_stand_in_columns_is_text(text: str, name: str) -> None:
    assert not read(text, name).exact


def test_plain_commas_are_seen_without_a_name_when_every_row_agrees() -> None:
    assert read("序号,事项,时限\n1,机构,及时\n2,领导,每年\n", "").exact


def test_one_cell_a_line_with_bars_stays_text() -> None:
    grid = read("序号 |\n公开事项 |\n公开内容 |\n1 |\n", "")
    assert not grid.exact
    assert [[cell.text for cell in row.cells] for row in grid.rows[:2]] == [["序号"], ["公开事项"]]


def test_the_rule_under_a_heading_of_bars_is_left_out() -> None:
    grid = read("| 序号 | 事项 |\n|---|:---:|\n| 1 | 机构 |\n", "目录.md")
    assert [(row.line, [cell.text for cell in row.cells]) for row in grid.rows[:2]] == [
        (1, ["序号", "事项"]),
        (3, ["1", "机构"]),
    ]


def test_a_page_break_is_a_blank_row() -> None:
    grid = read("1\t甲\n\f序号\t事项\n2\t乙", "目录.txt")
    assert [(row.line, [cell.text for cell in row.cells]) for row in grid.rows] == [
        (1, ["1", "甲"]),
        (2, [""]),
        (2, ["序号", "事项"]),
        (3, ["2", "乙"]),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(end: str) -> None:
    assert [row.line for row in read(f"1\t甲{end}2\t乙{end}3\t丙", "").rows] == [1, 2, 3]


def test_the_marks_of_word_between_cells_are_tabs() -> None:
    assert [cell.text for cell in read("序号\x07事项\x07时限\x07\n", "").rows[0].cells] == [
        "序号",
        "事项",
        "时限",
        "",
    ]
