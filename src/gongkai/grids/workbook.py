"""Excel workbooks (XLSX) into grids: every sheet that is seen."""

from dataclasses import dataclass

from gongkai.grids import sheet
from gongkai.grids.allowance import Allowance
from gongkai.grids.archive import Archive
from gongkai.grids.markup import attribute, listen, whole
from gongkai.grids.refusal import damaged, empty, named, only_pictures
from gongkai.grids.relations import Relations
from gongkai.grids.shown import BUILT_IN
from gongkai.grids.symbols import drawn, unescaped
from gongkai.law.catalogue.grid import Grid
from gongkai.law.errors import LawError

KIND = "Excel工作簿"
_MOST_SHEETS = 500


@dataclass(frozen=True, slots=True)
class _Sheet:
    title: str
    relation: str
    is_hidden: bool


def read(data: bytes, name: str = "") -> tuple[Grid, ...]:
    """The sheets that people see, one grid each; hidden sheets are left out. LawError with one sentence."""
    allowance = Allowance(name)
    archive = Archive(data, allowance, KIND)
    main = Relations(archive, "").first("officeDocument", "xl/workbook.xml")
    if not archive.has(main):
        raise damaged(name, KIND)
    contents = _Contents()
    listen(archive.pieces(main), contents, allowance, KIND)
    relations = Relations(archive, main)
    texts, formats = _Strings(allowance), _Formats()
    for kind, listener in (("sharedStrings", texts), ("styles", formats)):
        member = relations.first(kind)
        if archive.has(member):
            listen(archive.pieces(member), listener, allowance, KIND)
    notes = sheet.Notes(texts.texts, formats.codes, formats.symbol_fonts, contents.from_1904)
    grids = tuple(_grids(archive, contents.sheets, relations, notes))
    if not grids:
        raise _nothing(contents.sheets, archive)
    return grids


def _grids(archive: Archive, sheets: list[_Sheet], relations: Relations, notes: sheet.Notes) -> list[Grid]:
    if len(sheets) > _MOST_SHEETS:
        raise LawError(
            f"{named(archive.allowance.file)}有{len(sheets)}张工作表，不像是一份目录：请只留目录，另存后再读。"
        )
    found = []
    for each in sheets:
        kind, member = relations.targets.get(each.relation, ("", ""))
        if each.is_hidden or kind != "worksheet":
            continue
        if not archive.has(member):
            raise damaged(archive.allowance.file, KIND)
        grid = sheet.read(archive, member, each.title, notes)
        if grid.rows:
            found.append(grid)
    return found


def _nothing(sheets: list[_Sheet], archive: Archive) -> LawError:
    name = archive.allowance.file
    hidden = [each.title for each in sheets if each.is_hidden]
    if not hidden:
        has_pictures = any(part.startswith("xl/media/") for part in archive.names)
        return only_pictures(name) if has_pictures else empty(name)
    return LawError(
        f"{named(name)}里看得见的工作表都是空的，工作表“{hidden[0]}”等被隐藏：请取消隐藏，另存后再读。"
    )


class _Contents:
    """Hears the list of sheets."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(_Sheet(attributes.get("name", ""), attribute(attributes, "id"), is_hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true", "on")

    def end(self, name: str) -> None:
        """Nothing hangs on the end of an element."""

    def text(self, text: str) -> None:
        """The list of sheets has no text."""


class _Strings:
    """Hears the texts that cells share."""

    def __init__(self, allowance: Allowance) -> None:
        self.texts: list[str] = []
        self._words: list[str] = []
        self._font = ""
        self._is_open = False
        self._is_phonetic = False
        self._allowance = allowance

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._words.clear()
        elif name == "r":
            self._font = ""
        elif name == "rFont":
            self._font = attributes.get("val", "")
        elif name == "rPh":
            self._is_phonetic = True
        elif name == "t":
            self._is_open = not self._is_phonetic

    def end(self, name: str) -> None:
        if name == "t":
            self._is_open = False
        elif name == "rPh":
            self._is_phonetic = False
        elif name == "si":
            text = unescaped("".join(self._words))
            self._allowance.take_text(len(text))
            self._allowance.take_cells(1)
            self.texts.append(text)

    def text(self, text: str) -> None:
        if self._is_open:
            self._words.append(drawn(text, self._font))


class _Formats:
    """Hears how each style of a cell shows its number."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.symbol_fonts: list[str] = []
        self._own: dict[int, str] = {}
        self._fonts: list[str] = []
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("cellXfs", "fonts"):
            self._inside = name
        elif name == "numFmt":
            self._own[whole(attributes.get("numFmtId", ""), -1)] = attributes.get("formatCode", "")[:200]
        elif name == "font" and self._inside == "fonts":
            self._fonts.append("")
        elif name == "name" and self._inside == "fonts" and self._fonts:
            self._fonts[-1] = attributes.get("val", "")
        elif name == "xf" and self._inside == "cellXfs":
            code = whole(attributes.get("numFmtId", ""), 0)
            font = whole(attributes.get("fontId", ""), 0)
            self.codes.append(self._own.get(code) or BUILT_IN.get(code, ""))
            self.symbol_fonts.append(self._fonts[font] if font < len(self._fonts) else "")

    def end(self, name: str) -> None:
        if name == self._inside:
            self._inside = ""

    def text(self, text: str) -> None:
        """Styles have no text."""
