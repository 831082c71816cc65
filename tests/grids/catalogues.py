"""One catalogue of any length as every kind of file."""

from collections.abc import Iterator

import docx
import openpyxl
from tests.grids.making import saved

HEADINGS = (
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体",
    "全社会", "特定群体", "主动", "依申请公开", "县级", "乡级",
)  # fmt: skip
BASIS = "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）第二十条第（一）项"
LIMIT = "自信息形成或者变更之日起20个工作日内予以公开"


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """The heading and so many rows of a catalogue."""
    yield HEADINGS
    for number in range(1, count + 1):
        content = f"第{number}项：办理依据、条件、程序、期限；\n联系方式、办公地址、办公时间"
        yield (
            str(number), f"一级事项{number // 9}", f"二级事项{number}", content, BASIS, LIMIT, "县民政局",
            "■政府网站\n■两微一端\n□公开栏", "√", "", "√", "", "√", "√",
        )  # fmt: skip


def of(count: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the same catalogue in each kind of file."""
    table = list(rows(count))
    yield "目录.xlsx", _workbook(table)
    yield "目录.docx", _document(table)
    cells = (
        "<tr>" + "".join(f"<td style='border:1px'>{cell}</td>" for cell in row) + "</tr>\n" for row in table
    )
    yield "目录.html", f"<html><meta charset=utf-8><table>{''.join(cells)}</table>".encode()
    quoted = ("".join(f'"{cell}",' for cell in row)[:-1] for row in table)
    yield "目录.csv", "\n".join(quoted).encode("gb18030")
    yield "目录.txt", "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in table).encode()


def _workbook(table: list[tuple[str, ...]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("目录")
    for row in table:
        sheet.append(row)
    return saved(book)


def _document(table: list[tuple[str, ...]]) -> bytes:
    """python-docx needs minutes for so many rows, so the rows are copies of one that it made."""
    document = docx.Document()
    made = document.add_table(1, len(HEADINGS))
    body = made._tbl
    first = body.tr_lst[0]
    for row in table:
        copy = type(first)
        new = first.__deepcopy__({})
        assert isinstance(new, copy)
        for cell, text in zip(new.tc_lst, row, strict=True):
            cell.p_lst[0].add_r().text = text
        body.append(new)
    body.remove(first)
    return saved(document)
