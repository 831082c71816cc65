"""Which kind of file it is, by its first bytes, and its grids."""

import re
from importlib import import_module

from gongkai.grids import kinds, saved, text
from gongkai.grids.allowance import LARGEST
from gongkai.grids.refusal import empty, too_large
from gongkai.law.catalogue.grid import Grid
from gongkai.law.patterns import lazy

# 种类 → 读它的模块；只在来了这种文件时才载入
_READERS = {
    "archive": "gongkai.grids.packed",
    "page": "gongkai.grids.page",
}
_MARKUP = lazy(
    rb"(?>(?><!--.*?-->|<\?xml[^>]*>|\s)*)<(?:!doctype\s+html|(?:html|head|meta|title|body|table|thead|tbody|tr|td|th|"
    rb"div|p|span|center|font|b|strong|em|i|u|a|img|h[1-6]|ul|ol|section|article|main|header|nav|form|style|script|"
    rb"link|base|br|hr|caption|colgroup)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TABLE, _CELL = lazy(rb"<table\b", re.IGNORECASE), lazy(rb"<t[dh]\b", re.IGNORECASE)
_SAMPLE = 65_536


def read(data: bytes, name: str = "") -> tuple[Grid, ...]:
    """The tables of a file, one grid each, by what the file is and not by what it is called.

    XLSX, DOCX, web pages, CSV and text. Raises LawError with one sentence for a file that cannot be used:
    what it is, and how to mend it.
    """
    if not data:
        raise empty(name)
    if len(data) > LARGEST:
        raise too_large(name)
    kind = kind_of(data, name)
    if kind == "text":
        return (text.read(data, name),)
    grids: tuple[Grid, ...] = import_module(_READERS[kind]).read(data, name)
    return grids


def kind_of(data: bytes, name: str = "") -> str:
    """archive, page or text; LawError for what is known and not read."""
    kinds.refuse_unread(data, name)
    if kinds.zipped(data):
        return "archive"
    if saved.is_saved_page(data):
        return "page"
    head = data[:_SAMPLE]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[1:2] == b"\x00" or head[:1] == b"\x00":
        head = head.replace(b"\x00", b"")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").removeprefix(b"\xef\xbb\xbf")
    table = _TABLE.search(head)
    return "page" if _MARKUP.match(head) or (table and _CELL.search(head, table.end())) else "text"
