"""Office files made for the tests, their parts by hand."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import docx
import openpyxl

_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}.spreadsheetml.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_OFFICE}.spreadsheetml.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_OFFICE}.spreadsheetml.sharedStrings+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_OFFICE}.spreadsheetml.styles+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{LINKED}/officeDocument" Target="TARGET"/></Relationships>'
)
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{LINKED}">'
    '<sheets><sheet name="目录" sheetId="1" r:id="r1"/></sheets></workbook>'
)
SHEETS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{LINKED}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{LINKED}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{LINKED}/styles" Target="styles.xml"/></Relationships>'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook_parts(sheet: str | bytes, **others: str | bytes) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet; others by their stem (sharedStrings, styles)."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT.replace("TARGET", "xl/workbook.xml"),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": SHEETS,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    return parts | {f"xl/{stem}.xml": content for stem, content in others.items()}


def workbook(rows: str, after: str = "", **others: str | bytes) -> bytes:
    """A workbook whose only sheet has these rows as markup."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return zipped(workbook_parts(sheet, **others))


def document(body: str, others: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document with this markup in its body, and other parts."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT.replace("TARGET", "word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    return zipped(parts | dict(others or {}))


def real_workbook() -> openpyxl.Workbook:
    """A small catalogue as an office types it in Excel."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "目录"
    sheet["A1"] = "某某县主动公开目录"
    sheet.merge_cells("A1:D1")
    sheet.append(["序号", "公开事项", "公开时限", "公开主体"])
    for number in range(1, 6):
        sheet.append([number, f"事项{number}\n第二行", "信息形成之日起20个工作日内", "县政府办公室"])
    sheet.merge_cells("D3:D5")
    return book


def real_document() -> "docx.document.Document":
    """The same as a Word document."""
    document = docx.Document()
    document.add_paragraph("某某县主动公开目录")
    table = document.add_table(6, 4)
    for column, heading in enumerate(("序号", "公开事项", "公开时限", "公开主体")):
        table.cell(0, column).text = heading
        for row in range(1, 6):
            table.cell(row, column).text = f"{heading}{row}"
    table.cell(1, 3).merge(table.cell(3, 3)).text = "县政府办公室"
    return document


def saved(made: "openpyxl.Workbook | docx.document.Document") -> bytes:
    """The bytes of a workbook or document."""
    out = BytesIO()
    made.save(out)
    return out.getvalue()


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>某某县人民政府</title>
<style>td{color:red}</style></head><body><table><tr><td><a href="/">首页</a></td><td>公开</td></tr>
<tr><td colspan="2"><h1>某某县主动公开目录</h1>
<table border="1"><caption>2024年版</caption>
<thead><tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开时限</th></tr>
<tr><th>一级</th><th>二级</th></tr></thead>
<tbody><tr><td>1</td><td rowspan="2">机构职能</td><td>机构<br>简介</td>
<td><p>信息形成之日起</p><p>20个工作日内</p></td></tr>
<tr><td>2</td><td>领导&nbsp;信息</td><td>同上</td></tr></tbody></table></td></tr></table>
<p>主办：某某县人民政府办公室</p><script>var a = "<table>";</script></body></html>"""
