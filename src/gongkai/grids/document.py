"""Word documents (DOCX) into grids: every table in its order."""

from dataclasses import replace

from gongkai.grids.allowance import Allowance
from gongkai.grids.archive import Archive
from gongkai.grids.edges import straightened
from gongkai.grids.flow import Emission, Flow
from gongkai.grids.markup import attribute, listen, whole
from gongkai.grids.numbered import Numbering
from gongkai.grids.refusal import damaged, empty, only_pictures
from gongkai.grids.relations import Relations
from gongkai.grids.symbols import drawn
from gongkai.law.catalogue.grid import Grid

KIND = "Word文档"
# 备用画法（与正文重复）、已删除和已移走的修订，都不是人看到的文字
_UNSEEN = frozenset(
    {"Fallback", "del", "moveFrom", "tblGridChange", "tcPrChange", "trPrChange", "pPrChange", "rPrChange"}
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read(data: bytes, name: str = "") -> tuple[Grid, ...]:
    """The tables of a document; where it has none, its paragraphs as text. LawError with one sentence."""
    allowance = Allowance(name)
    archive = Archive(data, allowance, KIND)
    main = Relations(archive, "").first("officeDocument", "word/document.xml")
    if not archive.has(main):
        raise damaged(name, KIND)
    numbering = Numbering()
    member = Relations(archive, main).first("numbering")
    if archive.has(member):
        listen(archive.pieces(member), numbering, allowance, KIND)
    events = _Body(Flow(allowance), numbering)
    listen(archive.pieces(main), events, allowance, KIND)
    grids = _grids(events.flow, allowance)
    if not grids:
        has_pictures = any(part.startswith("word/media/") for part in archive.names)
        raise only_pictures(name) if has_pictures else empty(name)
    return tuple(grids)


def _grids(flow: Flow, allowance: Allowance) -> list[Grid]:
    emission = Emission(allowance, fewest_rows=1)
    emission.walk(flow.parts)
    grids = emission.grids
    if len(grids) == 1:
        grids = [replace(grids[0], sheet="")]
    if emission.lines and emission.is_mostly_text():
        grids.append(emission.text_rows())
    return grids


class _Body:
    """Hears the body of a document and builds its flow."""

    def __init__(self, flow: Flow, numbering: Numbering) -> None:
        self.flow = flow
        self._numbering = numbering
        self._unseen = 0
        self._in_run = 0
        self._in_text = False
        self._font = ""
        self._words: list[str] = []
        self._number = ("", 0)
        self._columns, self._merge = 1, ""
        self._cell_open = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._unseen or name in _UNSEEN:
            self._unseen += 1
            return
        if name == "t":
            self._in_text = True
        elif name == "r":
            self._in_run += 1
            self._font = ""
        elif self._in_run and name in _SIGNS:
            self._words.append(_SIGNS[name])
        elif name in _STARTS:
            _STARTS[name](self, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
        elif name == "t":
            self._in_text = False
        elif name == "r":
            self._in_run = max(0, self._in_run - 1)
        elif name in _ENDS:
            _ENDS[name](self)

    def text(self, text: str) -> None:
        """Text counts only inside <w:t>."""
        if self._in_text and not self._unseen:
            self._words.append(drawn(text, self._font) if self._font else text)

    def _symbol(self, attributes: dict[str, str]) -> None:
        code = attribute(attributes, "char")
        if len(code) <= 4 and all(sign in "0123456789abcdefABCDEF" for sign in code) and code:
            self._words.append(drawn(chr(int(code, 16) & 0xFF), attribute(attributes, "font")))

    def _run_font(self, attributes: dict[str, str]) -> None:
        if self._in_run:
            font = attribute(attributes, "ascii") or attribute(attributes, "hAnsi")
            self._font = font if font.startswith("Wingdings") else ""

    def _begin_paragraph(self, attributes: dict[str, str]) -> None:
        self._open_cell()
        self._end_paragraph()

    def _level(self, attributes: dict[str, str]) -> None:
        self._number = (self._number[0], whole(attribute(attributes, "val"), 0))

    def _list(self, attributes: dict[str, str]) -> None:
        self._number = (attribute(attributes, "val"), self._number[1])

    def _end_paragraph(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        if self._number[0] and (text.strip() or self._cell_open) and self._merge != "continue":
            text = self._numbering.numbered(*self._number, text)
        self._number = ("", 0)
        for line in text.split("\n"):
            self.flow.line(line.replace("\t", " ").strip() if self.flow.tables else line.rstrip())

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._open_cell()
        self._end_paragraph()
        self.flow.begin_table()
        self._cell_open = False

    def _column_width(self, attributes: dict[str, str]) -> None:
        if self.flow.tables:
            self.flow.tables[-1].widths.append(whole(attribute(attributes, "w"), 0))

    def _end_table(self) -> None:
        self._end_paragraph()
        if self.flow.tables:
            table = self.flow.tables[-1]
            table.boxes = straightened(table.boxes, table.widths)
        self.flow.end_table()
        self._cell_open = bool(self.flow.tables)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if self.flow.tables:
            self.flow.tables[-1].begin_row()
            self.flow.boxes[-1] = None

    def _skip_columns(self, attributes: dict[str, str]) -> None:
        if self.flow.tables:
            self.flow.tables[-1].skip(whole(attribute(attributes, "val"), 0))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._columns, self._merge = 1, ""
        self._cell_open = False

    def _span(self, attributes: dict[str, str]) -> None:
        self._columns = whole(attribute(attributes, "val"), 1)

    def _merged(self, attributes: dict[str, str]) -> None:
        self._merge = attribute(attributes, "val") or "continue"

    def _open_cell(self) -> None:
        """The properties of the cell are known: place it."""
        if not self.flow.tables or self._cell_open:
            return
        table = self.flow.tables[-1]
        if self._merge == "continue":
            self.flow.boxes[-1] = table.continue_cell(self._columns)
        else:
            self.flow.boxes[-1] = table.begin_cell(self._columns)
        self._cell_open = True

    def _end_cell(self) -> None:
        self._open_cell()
        self._end_paragraph()
        if self.flow.tables:
            self.flow.boxes[-1] = None
        self._cell_open = False


_STARTS = {
    "sym": _Body._symbol,
    "rFonts": _Body._run_font,
    "p": _Body._begin_paragraph,
    "ilvl": _Body._level,
    "numId": _Body._list,
    "tbl": _Body._begin_table,
    "gridCol": _Body._column_width,
    "tr": _Body._begin_row,
    "gridBefore": _Body._skip_columns,
    "tc": _Body._begin_cell,
    "gridSpan": _Body._span,
    "vMerge": _Body._merged,
}
_ENDS = {
    "p": _Body._end_paragraph,
    "tbl": _Body._end_table,
    "tc": _Body._end_cell,
    "tcPr": _Body._open_cell,
}
