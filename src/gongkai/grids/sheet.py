"""One sheet of a workbook: its cells, merges and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongkai.grids.allowance import Allowance
from gongkai.grids.archive import Archive
from gongkai.grids.laying import Rectangle, laid_out, rows_between
from gongkai.grids.markup import listen, whole
from gongkai.grids.refusal import damaged, named
from gongkai.grids.shown import shown
from gongkai.grids.symbols import drawn, unescaped
from gongkai.law.catalogue.grid import Grid
from gongkai.law.errors import LawError
from gongkai.law.patterns import lazy

_REFERENCE = lazy(r"([A-Z]{1,3})([0-9]{1,7})")
_MERGED = lazy(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")
# 没有内容的格和行（往往有上百万个，只有边框）先整段略去，不逐个交给解析器
_EMPTY = lazy(
    rb'<row r="\d+"[^<>]*>(?:<c r="[A-Z]+\d+"[^<>]*/>)*</row>|<row r="\d+"[^<>]*/>|<c r="[A-Z]+\d+"[^<>]*/>'
)
_LONGEST_GAP = 100


@dataclass(frozen=True, slots=True)
class Notes:
    """What cells refer to: shared texts, number formats, fonts.

    各格引用的内容：共用文字、数字格式、字体、日期起点。
    """

    texts: list[str]
    codes: list[str]
    fonts: list[str]
    from_1904: bool


def read(archive: Archive, member: str, title: str, notes: Notes) -> Grid:
    """One sheet; without rows where nothing is written on it. LawError with one sentence."""
    events = _Cells(archive, title, notes)
    listen(without_blanks(archive.pieces(member)), events, archive.allowance, archive.kind)
    texts = {place: text for place, text in events.texts.items() if text}
    lines = _lines(sorted({row for row, _ in texts}))
    rectangles = list(_merged(events.merges, texts, lines)) + list(_single(events.merges, texts, lines))
    return Grid(laid_out(rectangles, lines, archive.allowance), archive.allowance.file, title, exact=True)


def without_blanks(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The markup of a sheet without its empty rows and cells; all others keep their own numbers."""
    held = b""
    for piece in pieces:
        held += piece
        cut = held.rfind(b"<row")
        if cut > 0:
            yield _thinned(held[:cut])
            held = held[cut:]
        else:
            yield held
            held = b""
    yield _thinned(held)


def _thinned(block: bytes) -> bytes:
    if b"<!" in block:
        return block
    # 有内容的格总要另行收尾，空格都自行收尾
    is_blank = block.startswith(b'<row r="') and not any(
        mark in block for mark in (b"</c>", b":c>", b"</sheetData")
    )
    return b"" if is_blank else _EMPTY.sub(b"", block)


def _lines(filled: list[int]) -> list[int]:
    """Numbers of the rows that the grid keeps: of a long blank stretch only the first row."""
    lines: list[int] = []
    for row in filled:
        if lines:
            gap = range(lines[-1] + 1, row)
            lines += gap if len(gap) <= _LONGEST_GAP else gap[:1]
        lines.append(row)
    return lines


def _merged(
    merges: list[tuple[int, int, int, int]], texts: dict[tuple[int, int], str], lines: list[int]
) -> Iterator[Rectangle]:
    for top, left, bottom, right in merges:
        start, count = rows_between(lines, top, bottom)
        if count:
            yield Rectangle(start, left, count, right - left + 1, texts.get((top, left), ""))


def _single(
    merges: list[tuple[int, int, int, int]], texts: dict[tuple[int, int], str], lines: list[int]
) -> Iterator[Rectangle]:
    index = {line: i for i, line in enumerate(lines)}
    corners = {(top, left) for top, left, _, _ in merges}
    for place, text in texts.items():
        if place not in corners:
            yield Rectangle(index[place[0]], place[1], 1, 1, text)


class _Cells:
    """Hears the cells of a sheet and its merged ranges."""

    def __init__(self, archive: Archive, title: str, notes: Notes) -> None:
        self.texts: dict[tuple[int, int], str] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self._archive = archive
        self._allowance: Allowance = archive.allowance
        self._title = title
        self._notes = notes
        self._row = self._column = 0
        self._kind, self._style = "n", 0
        self._in_cell = self._has_formula = self._has_value = self._is_phonetic = self._is_open = False
        self._words: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._row = whole(attributes.get("r", ""), self._row + 1)
            self._column = -1
        elif self._in_cell:
            self._inside_cell(name)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "c":
            self._end_cell()
        elif name in ("v", "t"):
            self._is_open = False
        elif name == "rPh":
            self._is_phonetic = False

    def text(self, text: str) -> None:
        """Text counts inside values only."""
        if self._is_open:
            self._words.append(text)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = column_number(reference[1]) - 1 if reference else self._column + 1
        if reference:
            self._row = int(reference[2])
        self._kind = attributes.get("t", "n")
        self._style = whole(attributes.get("s", ""), 0)
        self._in_cell = True
        self._has_formula = self._has_value = False
        self._words.clear()

    def _inside_cell(self, name: str) -> None:
        if name == "f":
            self._has_formula = True
        elif name in ("v", "t"):
            self._is_open = not self._is_phonetic
            self._has_value = True
        elif name == "rPh":
            self._is_phonetic = True

    def _end_cell(self) -> None:
        self._in_cell = self._is_open = self._is_phonetic = False
        written = "".join(self._words)
        if self._has_formula and not written and not (self._kind == "str" and self._has_value):
            place = f"{column_name(self._column + 1)}{self._row}"
            raise LawError(
                f"{named(self._allowance.file)}的工作表“{self._title}”单元格{place}是公式，没有算出的结果："
                "请用Excel或WPS打开后保存一次，或把它复制后“选择性粘贴为数值”，再读。"
            )
        if written:
            text = self._shown(written).strip()
            self._allowance.take_cells(1)
            self._allowance.take_text(len(text))
            self.texts[self._row, self._column] = text

    def _shown(self, written: str) -> str:
        codes, fonts = self._notes.codes, self._notes.fonts
        if self._kind == "s":
            index = whole(written.strip(), -1)
            if not 0 <= index < len(self._notes.texts):
                raise damaged(self._allowance.file, self._archive.kind)
            written = self._notes.texts[index]
        elif self._kind == "n":
            code = codes[self._style] if self._style < len(codes) else ""
            return shown(written.strip(), code, from_1904=self._notes.from_1904)
        elif self._kind == "b":
            return "TRUE" if written.strip() in ("1", "true") else "FALSE"
        elif self._kind == "d":
            return written.strip().partition("T")[0]
        written = unescaped(written)
        return drawn(written, fonts[self._style]) if self._style < len(fonts) else written

    def _merge(self, reference: str) -> None:
        found = _MERGED.fullmatch(reference.upper())
        if not found:
            return
        self._allowance.take_cells(1)
        columns = sorted((column_number(found[1]) - 1, column_number(found[3]) - 1))
        rows = sorted((int(found[2]), int(found[4])))
        self.merges.append((rows[0], columns[0], rows[1], columns[1]))


@lru_cache(1024)
def column_number(letters: str) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_name(number: int) -> str:
    """1 is A, 26 Z, 27 AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
