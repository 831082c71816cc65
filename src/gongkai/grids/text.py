"""Text with tabs, bars or commas into a grid of cells."""

import codecs
import csv
import re
from collections.abc import Callable

from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.errors import LawError

LARGEST = 50 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_RARE = re.compile(r"[\ue000-\uf8ff\ufff0-\uffff\U000e0000-\U0010ffff]|[\u0080-\u009f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_QUOTED = re.compile(r'(?:^|\t)"', re.MULTILINE)
_BAR = re.compile(r"\s*\|\s*")


def read(data: bytes, file: str = "") -> Grid:
    """The table in a text file: cells parted by tabs, by | or (in .csv) by commas.

    UTF-8, UTF-16 and GB18030 (GBK) are recognised. Raises LawError with one sentence for a file that is
    empty, too large, or no text.
    """
    text = decode(data, file)
    if not text.strip():
        raise LawError(f"{_named(file)}是空的，没有可读的目录：请检查文件是否保存完整。")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Grid(tuple(_rows(text, file)), file)


def decode(data: bytes, file: str = "") -> str:
    """The text of a file in whatever encoding Chinese offices use; LawError where it is none."""
    if len(data) > LARGEST:
        raise LawError(f"{_named(file)}超过50兆字节，不像是一份目录：请确认文件，或拆开后再读。")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, file)
    if b"\x00" in data[:4096]:
        return _strict(data, "utf-16-le" if _zeroes_follow(data[:4096]) else "utf-16-be", file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030", file)
    return _plausible(text, file)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return _plausible(data.decode(encoding), file)
    except UnicodeDecodeError:
        raise _not_text(file) from None


def _plausible(text: str, file: str) -> str:
    """Random bytes decode as GB18030 or UTF-16 too, but not into words."""
    sample = text[:20_000]
    odd = len(_RARE.findall(sample))
    strange = sum(not sign.isascii() for sign in sample) - len(_HAN.findall(sample))
    if _CONTROL.search(sample) or odd * 50 > len(sample) or strange * 2 > len(sample) + 20:
        raise _not_text(file)
    return text


def _zeroes_follow(sample: bytes) -> bool:
    """Little-endian text has its zeroes after tabs, digits and line breaks, big-endian before them."""
    return sample[1::2].count(0) >= sample[0::2].count(0)


def _rows(text: str, file: str) -> list[Row]:
    if "\t" in text:
        return _quoted(text, "\t") if _QUOTED.search(text) else _split(text, lambda line: line.split("\t"))
    if file.lower().endswith(".csv"):
        return _quoted(text, ",")
    return _split(text, _barred)


def _split(text: str, parts: Callable[[str], list[str]]) -> list[Row]:
    return [_row(i, parts(line)) for i, line in enumerate(text.split("\n"), 1)]


def _barred(line: str) -> list[str]:
    """A line of a printed table: | a | b | or a | b |."""
    if "|" not in line:
        return [line]
    inner = line.strip().removeprefix("|").removesuffix("|")
    return _BAR.split(inner.strip())


def _quoted(text: str, delimiter: str) -> list[Row]:
    """Cells in quotation marks may hold line breaks, as spreadsheets write them.

    A mark that is never closed is no such mark: then every line is a row.
    """
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        before = 0
        for cells in reader:
            rows.append(_row(before + 1, cells))
            before = reader.line_num
    except csv.Error:
        return _split(text, lambda line: line.split(delimiter))
    return rows


def _row(line: int, cells: list[str]) -> Row:
    return Row(line, tuple(Cell(cell) for cell in cells))


def _named(file: str) -> str:
    return f"文件“{file}”" if file else "输入"


def _not_text(file: str) -> LawError:
    return LawError(f"{_named(file)}不是文本：请另存为UTF-8、UTF-16或GBK编码、以制表符分列的文本后再读。")
