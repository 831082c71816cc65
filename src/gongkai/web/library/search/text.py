"""Text into units: Han characters one by one, runs whole."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, pairwise

from opencc import OpenCC

# 汉字、〇、假名、谚文逐字切；其余字母和数字连成一串。
_SINGLE = "〇぀-ヿ㐀-䶿一-鿿가-힣豈-﫿\U00020000-\U000323af"
_UNIT = re.compile(f"[{_SINGLE}]|[^ {_SINGLE}]+")
_IS_SINGLE = re.compile(f"[{_SINGLE}]")
# 公文里“二〇二四”的〇常被打成圆圈符号。
_MISTYPED = {"○": "〇", "◯": "〇"}
BARRIER = "-"
_MARKS = {"Mn", "Mc", "Me"}


class _Folding(dict[int, str]):
    """Folds each character once, on first sight; `str.translate` asks it."""

    def __init__(self) -> None:
        super().__init__()
        self._simplify = OpenCC("t2s").convert

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", _MISTYPED.get(char, char)).casefold()
        kept = "".join(self._fold(part) for part in folded)
        self[code] = kept
        return kept

    def _fold(self, char: str) -> str:
        if unicodedata.category(char) in _MARKS:
            return ""
        # 逐字转换，不按词组：同一个字在文件里和在检索词里必须变成同一个字。
        return self._simplify(char) if char.isalnum() else " "


_folding = _Folding()


def composed(text: str) -> str:
    """The text with letters and their marks composed: what is shown and what is searched."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Compatible forms, case and traditional characters made alike; all else is a space."""
    return composed(text).translate(_folding)


def units(text: str) -> list[str]:
    """The searchable units of a text, in order; punctuation and spaces only divide."""
    return _UNIT.findall(folded(text))


def paired(first: str, second: str) -> str:
    """Two neighbouring units as one word of the index; two runs keep a dash between them."""
    both_runs = not _IS_SINGLE.match(first) and not _IS_SINGLE.match(second)
    return f"{first}{BARRIER}{second}" if both_runs else first + second


def pairs(sequence: Iterable[str]) -> list[str]:
    """Every two neighbours of a sequence of units."""
    return [paired(first, second) for first, second in pairwise(sequence)]


def offsets(text: str) -> list[int] | None:
    """Where each character of a composed text begins in its folded form; None when nothing moved."""
    if all(len(_folding[ord(char)]) == 1 for char in set(text)):
        return None
    return [0, *accumulate(len(_folding[ord(char)]) for char in text)]


def pattern(sequence: Iterable[str]) -> re.Pattern[str]:
    """Finds these units one after another in a folded text, runs only whole."""
    parts: list[str] = []
    before = ""
    for unit in sequence:
        is_run = not _IS_SINGLE.match(unit)
        if parts:
            parts.append(" +" if is_run and before and not _IS_SINGLE.match(before) else " *")
        guarded = rf"(?<![^ {_SINGLE}]){re.escape(unit)}(?![^ {_SINGLE}])" if is_run else re.escape(unit)
        parts.append(guarded)
        before = unit
    return re.compile("".join(parts))
