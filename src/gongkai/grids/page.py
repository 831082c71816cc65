"""Web pages into grids: saved pages, tables named .xls, MHTML."""

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from gongkai.grids.allowance import Allowance
from gongkai.grids.decoding import decode
from gongkai.grids.flow import Emission, Flow
from gongkai.grids.markup import whole
from gongkai.grids.refusal import empty, named
from gongkai.grids.saved import main_part
from gongkai.law.catalogue.grid import Grid
from gongkai.law.errors import LawError
from gongkai.law.patterns import lazy

LARGEST = 20 * 1024 * 1024
_CHARSET = lazy(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
# 标签上写的编码名，按浏览器的惯例放宽
_ENCODINGS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8",
}  # fmt: skip
_UNSEEN = frozenset({"script", "style", "head", "noscript", "template", "svg", "option", "iframe"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "ul",
    }
)  # fmt: skip
_HIDDEN = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_SPACES = lazy(r"[ \t\r\f\n]+")
_WIDE = r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]"
_CHINESE_BREAK = lazy(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\f\n]*(?={_WIDE})")


def read(data: bytes, name: str = "") -> tuple[Grid, ...]:
    """The data tables of a page; its lines as text where it holds none. LawError with one sentence."""
    data = main_part(data, name)
    if len(data) > LARGEST:
        raise LawError(
            f"{named(name)}是超过20兆字节的网页，不像是一份目录：请把目录所在的表格复制到新文件后再读。"
        )
    allowance = Allowance(name)
    events = _Page(Flow(allowance))
    parser = etree.HTMLParser(target=events, huge_tree=True, encoding="utf-8")
    text = decoded(data, name).replace("\x00", "").encode("utf-8", "replace")
    allowance.parse_tags(len(text), 2 * text.count(b"<"))
    try:
        etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, etree.ParserError, AssertionError):
        # 空网页、只有注释的网页：lxml说“没有内容”
        raise empty(name) from None
    return _grids(events.flow, allowance)


def decoded(data: bytes, name: str = "") -> str:
    """The text of a page: by its mark, by what its head declares, else by what the bytes look like."""
    declared = _CHARSET.search(data[:8192])
    encoding = _ENCODINGS.get(declared[1].decode("ascii").lower(), "") if declared else ""
    if encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") * 200 <= len(text):
            return text
    return decode(data, name)


def _grids(flow: Flow, allowance: Allowance) -> tuple[Grid, ...]:
    emission = Emission(allowance, fewest_rows=2)
    emission.walk(flow.parts)
    several = len(emission.grids) > 1
    grids = [
        replace(grid, sheet=f"第{i}个表格" if several else "") for i, grid in enumerate(emission.grids, 1)
    ]
    if emission.lines and emission.is_mostly_text():
        grids.append(emission.text_rows())
    if not grids:
        raise empty(allowance.file)
    return tuple(grids)


class _Page:
    """Hears the elements of a page and builds its flow."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._unseen, self._unseen_tag = 0, ""
        self._kept = 0
        self._words: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._unseen and tag == "table" and self._unseen_tag == "option":
            self._unseen = 0  # 没有收尾的下拉框，不能吞掉后面的表
        if self._unseen:
            self._unseen += 1
        elif tag in _UNSEEN or "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
            self._unseen, self._unseen_tag = 1, tag
        elif tag in _STARTS:
            self._end_line()
            _STARTS[tag](self, attributes)
        elif tag in _BLOCKS:
            self._end_line()
            self._kept += tag == "pre"
        elif tag == "input" and attributes.get("type", "").lower() in ("checkbox", "radio"):
            self._words.append("☑" if "checked" in attributes else "□")

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
        elif tag in _ENDS:
            self._end_line()
            _ENDS[tag](self)
        elif tag in _BLOCKS:
            self._end_line()
            self._kept -= tag == "pre" and self._kept > 0

    def text(self, text: str) -> None:
        """Text that is seen."""
        if not self._unseen:
            self._words.append(text)

    data = text  # lxml的叫法

    def comment(self, text: str) -> None:
        """Comments are not seen."""

    def close(self) -> None:
        """The page ends; tables that were left open end with it."""
        self._end_line()
        while self.flow.tables:
            self.flow.end_table()

    def _end_line(self) -> None:
        if not self._words:
            return
        text = "".join(self._words)
        self._words.clear()
        if not self._kept:
            text = _SPACES.sub(" ", _CHINESE_BREAK.sub("", text))
        for line in text.split("\n"):
            self.flow.line(line.replace("\xa0", " ").strip())

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self.flow.begin_table()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if self.flow.tables:
            self.flow.boxes[-1] = None
            self.flow.tables[-1].begin_row()

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if self.flow.tables:
            columns = whole(attributes.get("colspan", "").strip(), 1)
            rows = min(whole(attributes.get("rowspan", "").strip(), 1), 65_534)
            self.flow.boxes[-1] = self.flow.tables[-1].begin_cell(columns, rows)

    def _end_cell(self) -> None:
        if self.flow.tables:
            self.flow.boxes[-1] = None

    def _end_table(self) -> None:
        self.flow.end_table()

    def _end_section(self) -> None:
        if self.flow.tables:
            self.flow.tables[-1].end_section()


_STARTS: dict[str, Callable[[_Page, dict[str, str]], None]] = {
    "table": _Page._begin_table,
    "tr": _Page._begin_row,
    "td": _Page._begin_cell,
    "th": _Page._begin_cell,
}
_ENDS: dict[str, Callable[[_Page], None]] = {
    "table": _Page._end_table,
    "td": _Page._end_cell,
    "th": _Page._end_cell,
    "tbody": _Page._end_section,
    "thead": _Page._end_section,
    "tfoot": _Page._end_section,
}
