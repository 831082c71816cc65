"""Automatic numbers of Word paragraphs, as people see them."""

from dataclasses import dataclass, field

from gongkai.grids.markup import attribute, whole
from gongkai.law import numerals
from gongkai.law.patterns import lazy

_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"}
)
_PLACE = lazy(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    words: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbered lists of a document, counting as it is read.

    自动编号：Word里的序号常常不是文字而是编号，照文档次序数出来。
    """

    def __init__(self) -> None:
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        self._here = _List()
        self._level = _Level()
        self._number = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Takes the definitions of lists and their levels."""
        value = attribute(attributes, "val")
        if name == "abstractNum":
            self._here = self._abstract.setdefault(attribute(attributes, "abstractNumId"), _List())
        elif name == "lvl":
            self._level = self._here.levels.setdefault(whole(attribute(attributes, "ilvl"), 0), _Level())
        elif name == "num":
            self._number = attribute(attributes, "numId")
        elif name == "abstractNumId" and self._number:
            self._lists[self._number] = self._abstract.setdefault(value, _List())
        elif name == "start":
            self._level.start = whole(value, 1)
        elif name == "numFmt":
            self._level.form = value
        elif name == "lvlText":
            self._level.words = value[:50]

    def end(self, name: str) -> None:
        """Definitions need no closing."""

    def text(self, text: str) -> None:
        """Definitions have no text."""

    def numbered(self, number: str, level: int, text: str) -> str:
        """The paragraph with the number in front that Word draws; bullets are left out."""
        found = self._lists.get(number)
        definition = found.levels.get(level) if found else None
        if found is None or definition is None:
            return text
        found.counts[level] = found.counts.get(level, definition.start - 1) + 1
        for deeper in [each for each in found.counts if each > level]:
            del found.counts[deeper]
        if definition.form in ("bullet", "none"):
            return text
        drawn = _PLACE.sub(lambda place: _shown(found, int(place[1]) - 1), definition.words)
        return f"{drawn} {text}".rstrip() if drawn[-1:].isalnum() else f"{drawn}{text}"


def _shown(found: _List, level: int) -> str:
    definition = found.levels.get(level, _Level())
    return _written(found.counts.get(level, definition.start), definition.form)


def _written(count: int, form: str) -> str:
    if form in _CHINESE and 0 < count < 100:
        return numerals.written(count)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < count <= 20:
        return chr(0x2460 + count - 1)
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < count < 40:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written
