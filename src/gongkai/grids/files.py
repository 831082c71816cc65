"""Which kind of file it is, by its first bytes, and its grid."""

from gongkai.grids import text
from gongkai.law.catalogue.grid import Grid
from gongkai.law.errors import LawError

# 目前只读文本；其余各种文件认得出来，但还不能读
_UNREAD = (
    (b"PK\x03\x04", "Word（docx）或Excel（xlsx）文件"),
    (b"\xd0\xcf\x11\xe0", "旧版Word（doc）或Excel（xls）文件"),
    (b"%PDF", "PDF文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<table", b"<?xml")


def read(data: bytes, name: str = "") -> tuple[Grid, ...]:
    """The tables of a file, one grid each; LawError with one sentence for a file that is not read."""
    kind = next((words for mark, words in _UNREAD if data.startswith(mark)), None)
    if kind is None and data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        kind = "网页（HTML）"
    if kind:
        named = f"文件“{name}”" if name else "输入"
        raise LawError(f"{named}是{kind}，目前还不能读：请复制表格，另存为以制表符分列的文本（txt）后再读。")
    return (text.read(data, name),)
