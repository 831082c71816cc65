"""The seed and the national table as XLSX, DOCX and HTML."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from tests.law.drawn import ABOVE, LEFT

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue

Rows = Sequence[Sequence[str]]
TITLE = "某县义务教育领域基层政务公开标准目录"
NATIONAL = [
    line.split(" | ")
    for line in (
        "序号 | 公开事项 | < | 公开内容（要素） | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体"
        " | 公开对象 | < | 公开方式 | < | 公开层级 | <",
        "^ | 一级事项 | 二级事项 | ^ | ^ | ^ | ^ | ^ | 全社会 | 特定群体 | 主动 | 依申请公开 | 县级 | 乡级",
        "1 | 政策文件 | 法律法规 | 法律、法规全文 | 《教育法》 | 信息形成或者变更之日起20个工作日内"
        " | 县教育局 | ■政府网站 □公示栏 | √ |  | √ |  | √ | ",
        "2 | ^ | 部门文件 | 标题、文号、全文 | ^ | ^ | ^ | ■政府网站 ■公示栏 | √ |  | √ |  | √ | √",
        "3 | 招生管理 | 招生结果 | 录取名单 | 《义务教育法》 | 每年8月31日前 | 学校 | □政府网站 ■公示栏"
        " |  | 学生家长 | √ |  |  | √",
        "^ | ^ | ^ | 咨询电话 | ^ | ^ | ^ | ^ |  | ^ | √ |  |  | √",
    )
]


def merges(rows: Rows) -> dict[tuple[int, int], tuple[int, int]]:
    """Upper left and lower right of every cell that covers others."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            owner[r, c] = {LEFT: owner.get((r, c - 1)), ABOVE: owner.get((r - 1, c))}.get(text) or (r, c)
            last[owner[r, c]] = (r, c)
    return {first: end for first, end in last.items() if first != end}


def printed(text: str) -> str:
    """What stands in a cell; nothing where another covers it."""
    return "" if text in (LEFT, ABOVE) else text


def as_xlsx(rows: Rows, title: str) -> bytes:
    """A workbook with a title over the table."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    for row in rows:
        sheet.append([printed(text) or None for text in row])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[0]))
    for (top, left), (bottom, right) in merges(rows).items():
        sheet.merge_cells(start_row=top + 2, end_row=bottom + 2, start_column=left + 1, end_column=right + 1)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_docx(rows: Rows, title: str) -> bytes:
    """A document with a title paragraph before the table."""
    document = docx.Document()
    document.add_heading(title, 1)
    table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        cells = table.rows[r].cells
        for c, text in enumerate(row):
            cells[c].text = printed(text)
    for (top, left), (bottom, right) in merges(rows).items():
        table.cell(top, left).merge(table.cell(bottom, right))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def as_html(rows: Rows, title: str) -> bytes:
    """A page whose table has row and column spans, among other tables."""
    spans = {(r, c): (end[0] - r + 1, end[1] - c + 1) for (r, c), end in merges(rows).items()}
    lines = []
    for r, row in enumerate(rows):
        cells = []
        for c, text in enumerate(row):
            if text not in (LEFT, ABOVE):
                deep, wide = spans.get((r, c), (1, 1))
                cells.append(f'<td rowspan="{deep}" colspan="{wide}">{text}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    other = "<table><tr><td>首页</td><td>政务公开</td></tr></table>"
    table = f"<table>{''.join(lines)}</table>"
    head = "<!DOCTYPE html><html><head><title>某县</title></head>"
    return f"{head}<body>{other}<p>{title}</p>{table}</body></html>".encode()


MAKERS: dict[str, Callable[[Rows, str], bytes]] = {"xlsx": as_xlsx, "docx": as_docx, "html": as_html}


def read(rows: Rows, title: str, kind: str) -> Catalogue:
    """The catalogue of rows written as a file of a kind and read again."""
    found = reading.read_all(files.read(MAKERS[kind](rows, title), f"目录.{kind}"), lawdata.tables())
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_national_table_is_read_with_its_merges_and_ticks(kind: str) -> None:
    found = read(NATIONAL, TITLE, kind)
    assert found.title == TITLE
    assert [(item.number, "›".join(item.path)) for item in found.items] == [
        (1, "政策文件›法律法规"),
        (2, "政策文件›部门文件"),
        (3, "招生管理›招生结果"),
    ]
    first, second, third = found.items
    assert second.legal_basis_text == first.legal_basis_text == "《教育法》"
    assert second.time_limit_text == "信息形成或者变更之日起20个工作日内"
    assert second.inherited == ("legal_basis", "time_limit_text")
    assert third.content == "录取名单\n咨询电话"
    assert {each.name: each.value for each in second.attributes} == {
        "公开主体": "县教育局",
        "公开渠道和载体": "政府网站、公示栏",
        "公开对象": "全社会",
        "公开方式": "主动",
        "公开层级": "县级、乡级",
    }
    assert {each.name: each.value for each in third.attributes} == {
        "公开主体": "学校",
        "公开渠道和载体": "公示栏",
        "公开对象›特定群体": "学生家长",
        "公开方式": "主动",
        "公开层级": "乡级",
    }


@pytest.mark.parametrize("kind", MAKERS)
def test_the_seed_reads_alike_from_every_kind_of_file(shared: Callable[[str], Path], kind: str) -> None:
    text = shared("seed/catalogue.txt")
    (seed,) = reading.read_all(files.read(text.read_bytes(), text.name), lawdata.tables())
    found = read(_seed_rows(seed), seed.title, kind)
    assert len(found.items) == 75
    for item, again in zip(seed.items, found.items, strict=True):
        assert (again.number, again.path, again.content) == (item.number, item.path, item.content)
        assert (again.legal_basis_text, again.legal_basis) == (item.legal_basis_text, item.legal_basis)
        assert (again.time_limit_text, again.rules) == (item.time_limit_text, item.rules)
        assert (again.column_kind, again.elements) == (item.column_kind, item.elements)


def _seed_rows(seed: Catalogue) -> list[list[str]]:
    """The seed's table as its office would have drawn it, names and bases merged."""
    rows = [["序号", "一级栏目", "二级栏目", "三级栏目", "四级栏目", "设立依据", "栏目内容", "公开时限"]]
    before: tuple[str, ...] = ()
    for at, item in enumerate(seed.items):
        path = (*item.path, *[""] * (4 - len(item.path)))
        shared_levels = _alike(before, item.path)
        levels = [ABOVE if level < shared_levels else path[level] for level in range(4)]
        same = at > 0 and seed.items[at - 1].number == item.number
        basis = (
            ABOVE
            if same and seed.items[at - 1].legal_basis_text == item.legal_basis_text
            else item.legal_basis_text
        )
        rows.append([ABOVE if same else str(item.number), *levels, basis, item.content, item.time_limit_text])
        before = item.path
    return rows


def _alike(before: tuple[str, ...], path: tuple[str, ...]) -> int:
    """How many upper names two leaves share."""
    upper = min(len(before), len(path)) - 1
    return next((at for at in range(max(upper, 0)) if before[at] != path[at]), max(upper, 0))
