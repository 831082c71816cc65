"""How hostile files are made: bombs, borders, depth."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.grids.making import MAIN, document, workbook, workbook_parts, zipped

MEGA = 1 << 20
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>'
ROW = (
    '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    '<c r="B{0}" t="inlineStr"><is><t>乙</t></is></c></row>'
)
HEAD = ROW.format(1, "序号") + ROW.format(2, "1")


@dataclass(frozen=True)
class Hostile:
    """One hostile file.

    难缠的文件：`words` 是拒绝它的那句话里必有的字；为空表示照样读得出，`rows` 是读出的行数。
    `full` 是同一种文件的足尺寸，由bench/grids.py量；测试里用小的，刚过限度即可。
    """

    title: str
    name: str
    made: Callable[[], bytes]
    words: str = ""
    rows: int = 0
    full: Callable[[], bytes] | None = None


def bomb(member: str, unit: bytes, times: int, others: dict[str, str | bytes], claim: int = -1) -> bytes:
    """An archive with one member of `times` units, packed only once; `claim` is a false size."""
    block = unit * (MEGA // len(unit))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = 0
    for _ in range(times):
        crc = zlib.crc32(block, crc)
    packed = first * times + b"\x03\x00"
    size = len(block) * times if claim < 0 else claim
    archive = zipped({name: content for name, content in others.items() if name != member})
    return _with_member(archive, member.encode(), packed, size, crc)


def _with_member(archive: bytes, name: bytes, packed: bytes, size: int, crc: int) -> bytes:
    """The archive with one more member, whose bytes are packed already."""
    end = archive.rindex(b"PK\x05\x06")
    count = struct.unpack_from("<H", archive, end + 10)[0]
    start = struct.unpack_from("<I", archive, end + 16)[0]
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + fields + name + packed
    entry = b"PK\x01\x02\x14\x00" + fields + struct.pack("<HHHII", 0, 0, 0, 0, start) + name
    listed = archive[start:end] + entry
    tail = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(listed), start + len(local), 0)
    return archive[:start] + local + listed + b"PK\x05\x06" + tail


def styled(rows: int, columns: int) -> bytes:
    """A sheet with text in its first two rows and nothing but borders below."""
    letters = [f"{chr(65 + i // 676 % 26)}{chr(65 + i // 26 % 26)}{chr(65 + i % 26)}" for i in range(columns)]
    cells = "".join(f'<c r="{letter}9" s="0"/>' for letter in letters)
    unit = f'<row r="9" spans="1:{columns}" ht="14" customHeight="1">{cells}</row>'.encode()
    block = unit * max(1, MEGA // len(unit))
    times = rows * len(unit) // len(block) + 1
    others = workbook_parts("")
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    opening, closing = f"{SHEET}{HEAD}".encode(), b"</sheetData></worksheet>"
    packed = packer.compress(opening) + packer.flush(zlib.Z_FULL_FLUSH)
    repeated = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    packed += repeated * times + packer.compress(closing) + packer.flush()
    crc = zlib.crc32(opening)
    for _ in range(times):
        crc = zlib.crc32(block, crc)
    crc = zlib.crc32(closing, crc)
    del others["xl/worksheets/sheet1.xml"]
    size = len(opening) + len(block) * times + len(closing)
    return _with_member(zipped(others), b"xl/worksheets/sheet1.xml", packed, size, crc)


def numbers(rows: int, column: str = "A") -> bytes:
    """A sheet with a number in each of so many rows, near or far from the left."""
    numbered = range(1, rows + 1)
    return workbook("".join(f'<row r="{i}"><c r="{column}{i}"><v>{i}</v></c></row>' for i in numbered))


def merges(count: int, reference: str) -> str:
    """So many merged ranges at the same place."""
    return f"<mergeCells>{f'<mergeCell ref={chr(34)}{reference}{chr(34)}/>' * count}</mergeCells>"


def many_merges(count: int) -> bytes:
    """A sheet whose merged ranges all overlap."""
    return workbook(HEAD + ROW.format(900, "末"), merges(count, "A1:XFD1048576"))


def many_members(count: int) -> bytes:
    """An archive of so many empty members."""
    return zipped({f"xl/{number}": "" for number in range(count)})


def paragraphs(count: int) -> bytes:
    """A Word document of so many paragraphs."""
    return document("<w:p><w:r><w:t>甲</w:t></w:r></w:p>" * count)


def wide_rows(count: int) -> bytes:
    """A Word document with a table of so many rows, each a thousand columns wide."""
    cell = "<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr>{cell}<w:tc>{cell}</w:tr>'
    return document(f"<w:tbl>{row * count}</w:tbl>")


def nested(opening: str, closing: str, times: int, inner: str) -> bytes:
    """Elements so many deep around something."""
    return (opening * times + inner + closing * times).encode()


def repeated(unit: str, times: int, before: str = "", after: str = "") -> bytes:
    """Text that says the same many times."""
    return (before + unit * times + after).encode()
