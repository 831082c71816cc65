"""The heading of an exact table, of one to three rows."""

from collections import Counter
from dataclasses import dataclass

from gongkai.law.catalogue import columns
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.exact import wording
from gongkai.law.catalogue.exact.spots import Matrix, Spot

_CORE = frozenset({Purpose.NUMBER, Purpose.BASIS, Purpose.CONTENT, Purpose.LIMIT})
_MOST_ROWS = 3
_LONGEST = 96  # 更长的格不是栏名
_LONGEST_PART = 24


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column of the table with its whole heading.

    一列：`path` 自上而下是各行表头（公开对象›全社会），没有表头的为空；`purpose` 是用途。
    """

    index: int
    path: tuple[str, ...] = ()
    purpose: Purpose | None = None

    @property
    def name(self) -> str:
        """The whole heading in one line."""
        return "›".join(self.path)


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows of a heading and what its columns are.

    表头：`first`、`last` 是首尾两行（自0起）。
    """

    first: int
    last: int
    columns: tuple[HeadColumn, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The headings of all columns."""
        return tuple(column.name for column in self.columns)


def at(matrix: Matrix, row: int) -> Heading | None:
    """The catalogue heading whose main row this is, or None."""
    seen = matrix.seen(row)
    if len(seen) < 2 or any(len(spot.text) > _LONGEST for spot in seen):
        return None
    known = [purpose for spot in seen if (purpose := columns.purpose(spot.text))]
    if len(known) < 2 or len(known) * 3 < len(seen):
        return None
    last = _last(matrix, row)
    first = min(spot.row for spot in seen)
    beside = _lefts(matrix, row)
    found = tuple(_column(matrix, first, row, last, index, beside[index]) for index in range(matrix.width))
    return Heading(first, last, found) if _is_catalogue(found) else None


def missing(matrix: Matrix, row: int) -> str:
    """What a row that looks like a heading lacks, in Chinese words; empty where it is none at all."""
    found = {columns.purpose(spot.text) for spot in matrix.seen(row) if len(spot.text) <= _LONGEST}
    if Purpose.LEVEL not in found and Purpose.CONTENT not in found:
        return ""
    words = [
        word
        for purpose, word in (
            (Purpose.LEVEL, "“公开事项”（或“一级事项”等）"),
            (Purpose.CONTENT, "“公开内容”"),
        )
        if purpose not in found
    ]
    if not found & {Purpose.LIMIT, Purpose.BASIS}:
        words.append("“公开时限”或“公开依据”")
    return "、".join(words) or "“公开主体”等其他栏"


def _is_catalogue(found: tuple[HeadColumn, ...]) -> bool:
    """Names and contents with a limit or a basis; with less, headings that speak of disclosure too."""
    counted = Counter(column.purpose for column in found)
    levels, contents = counted[Purpose.LEVEL], counted[Purpose.CONTENT]
    duties = bool(counted[Purpose.LIMIT]) + bool(counted[Purpose.BASIS])
    others = counted[Purpose.OTHER] + bool(counted[Purpose.NUMBER])
    if levels and contents and duties:
        return True
    if not any("公开" in columns.plain(column.name) for column in found):
        return False
    if levels and contents:
        return others >= 2
    return bool(levels or contents) and duties >= 1 and duties + others + levels >= 2


def _last(matrix: Matrix, row: int) -> int:
    """The last row of the heading: rows below that only divide its cells belong to it."""
    last = row
    while last + 1 < len(matrix.rows) and last + 1 < row + _MOST_ROWS and _divides(matrix, row, last + 1):
        last += 1
    return last


def _divides(matrix: Matrix, top: int, row: int) -> bool:
    printed = matrix.printed(row)
    if not printed:
        return matrix.rows[row][0].row == top and bool(matrix.rows[row][0].text)
    if any(len(spot.text) > _LONGEST_PART + 8 for spot in printed):
        return False
    above = matrix.rows[row - 1]
    if any(
        columns.purpose(above[spot.column].text) in _CORE and not _is_wide(above, spot) for spot in printed
    ):
        return False
    known = sum(columns.purpose(spot.text) is not None for spot in printed)
    if known == len(printed):
        return True
    parts = all(_is_wide(above, spot) and len(spot.text) <= _LONGEST_PART for spot in printed)
    return parts and not any(wording.number(spot.text) is not None for spot in printed)


def _is_wide(above: tuple[Spot, ...], spot: Spot) -> bool:
    """Whether the heading cell above spans several columns."""
    over = above[spot.column]
    beside = [above[at] for at in (spot.column - 1, spot.column + 1) if 0 <= at < len(above)]
    return any(each is over for each in beside)


def _column(matrix: Matrix, first: int, top: int, last: int, index: int, left: str) -> HeadColumn:
    spots = [matrix.rows[row][index] for row in range(first, last + 1)]
    path = _texts(spots)
    if not matrix.rows[top][index].text:
        below = _texts(spots[top - first + 1 :])
        if left and (below or columns.purpose(left) is Purpose.LEVEL):
            path = (left, *below)
    return HeadColumn(index, path, _purpose(path))


def _texts(spots: list[Spot]) -> tuple[str, ...]:
    distinct = {(spot.row, spot.column): wording.name(spot.text) for spot in spots if spot.text}
    return tuple(dict.fromkeys(distinct.values()))


def _lefts(matrix: Matrix, row: int) -> list[str]:
    """For every column the heading to its left that an empty heading cell continues, its merge lost."""
    lefts: list[str] = []
    left = ""
    for spot in matrix.rows[row]:
        lefts.append(left)
        left = wording.name(spot.text) or left
    return lefts


def _purpose(path: tuple[str, ...]) -> Purpose | None:
    """The purpose of the lowest known heading; what divides a limit, a basis or a content remains that."""
    known = [purpose for text in path if (purpose := columns.purpose(text))]
    if not known:
        return columns.purpose("".join(path)) if len(path) > 1 else None
    if known[-1] is Purpose.OTHER:
        return next((purpose for purpose in known if purpose in _CORE - {Purpose.NUMBER}), Purpose.OTHER)
    return known[-1]
