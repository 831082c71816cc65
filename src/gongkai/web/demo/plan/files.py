"""Attachments as bytes, the same every time."""

import importlib
import io
import pickle
import re
import sys
import zipfile
from html import escape

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from gongkai.web.demo.plan.markup import Block, blocks, html
from gongkai.web.demo.plan.planned import PlannedFile

FIXED = (2020, 1, 1, 0, 0, 0)
FIXED_TEXT = b"2020-01-01T00:00:00Z"
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
FONT = "仿宋"
STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { font-family: "Noto Serif CJK SC", "Noto Sans CJK SC", "FangSong", "SimSun", serif; font-size: 12pt }
h1 { font-size: 18pt; text-align: center } h2 { font-size: 13pt } p { text-indent: 2em; margin: .3em 0 }
table { border-collapse: collapse; width: 100%; font-size: 10pt } th, td { border: 1px solid; padding: 2pt }
"""


def made(file: PlannedFile) -> bytes:
    """The file's bytes; its name's ending decides what it is."""
    kind = file.name.rpartition(".")[2]
    return {"docx": _word, "xlsx": _excel, "pdf": _pdf}[kind](file)


def _word(file: PlannedFile) -> bytes:
    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name = FONT
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    word.core_properties.author = "示例区人民政府办公室"
    word.core_properties.title = file.title
    heading = word.add_heading(file.title, level=1)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for block in blocks(file.lines):
        _word_block(word, block)
    out = io.BytesIO()
    word.save(out)
    return _same_every_time(out.getvalue())


def _word_block(word: WordDocument, block: Block) -> None:
    if block.kind == "table":
        width = max(len(row) for row in block.rows)
        table = word.add_table(rows=0, cols=width, style="Table Grid")
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    elif block.kind in {"h2", "h3"}:
        word.add_heading(block.text, level=2 if block.kind == "h2" else 3)
    else:
        paragraph = word.add_paragraph(block.text)
        if block.kind == "sign":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _excel(file: PlannedFile) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "示例数据"
    sheet.append([file.title])
    sheet["A1"].font = Font(bold=True, size=14)
    for block in blocks(file.lines):
        for row in block.rows:
            sheet.append([int(cell) if cell.isdecimal() else cell for cell in row])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal="center")
    for letter in "ABCDEF":
        sheet.column_dimensions[letter].width = 22
    out = io.BytesIO()
    book.save(out)
    return _same_every_time(out.getvalue())


def _pdf(file: PlannedFile) -> bytes:
    page = (
        f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(file.title)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(file.title)}</h1>{html(file.lines)}</body></html>"
    )
    return bytes(
        importlib.import_module("weasyprint")
        .HTML(string=page)
        .write_pdf(pdf_identifier=b"gongkai-demonstration")
    )


def _same_every_time(content: bytes) -> bytes:
    """The zip with every clock in it set to one fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = source.read(name)
            if name == "docProps/core.xml":
                part = STAMP.sub(rb"\g<1>" + FIXED_TEXT + rb"\2", part)
            entry = zipfile.ZipInfo(name, FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return out.getvalue()


def make_all() -> None:
    """In a process of its own: standard input says what is wanted, its bytes go to standard output."""
    for file in pickle.load(sys.stdin.buffer):
        pickle.dump(made(file), sys.stdout.buffer)
        sys.stdout.buffer.flush()
