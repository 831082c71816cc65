"""A passage set up as a table: columns chosen, rows judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.catalogue.unfolding.aligning import Alignment, aligned
from gongkai.law.catalogue.unfolding.headings import STANDARD, Caption, with_levels
from gongkai.law.catalogue.unfolding.joining import joined
from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.numbers import numbered
from gongkai.law.catalogue.unfolding.padding import row_starts
from gongkai.law.catalogue.unfolding.passages import Passage
from gongkai.law.catalogue.unfolding.pieces import Piece
from gongkai.law.catalogue.unfolding.rows import (
    Unfolding,
    beside_leaves,
    is_sound,
    raise_names,
    step_back,
    unfolded_rows,
)
from gongkai.law.catalogue.unfolding.words import MARKED, Family
from gongkai.law.patterns import lazy

_NUMBER = STANDARD[0]
_TORN = lazy(
    r"自(?:该|信息|政府信息|公开|制作|收到|形成|作出).{0,16}|(?:政府)?信息(?:形成|获取).{0,12}|制[定作]或.{0,10}"
)
_DUTIES = frozenset({Family.CONTENT, Family.BASIS, Family.LIMIT})
_DEAREST = 6.0  # rows that cost more than this on the average do not fit the columns


@dataclass(frozen=True, slots=True)
class Table:
    """A passage that came out as a table.

    重排好的一张表：`left_out` 是没有采用的行，`torn` 是末尾残缺没有采用的行，`debris` 是没有采用的零散数字；
    `end` 是末尾中断的时限，`is_barred` 表示各格都有竖线隔开，
    `is_cut_out` 表示原文各格之间没有分隔。
    """

    passage: Passage
    columns: tuple[Caption, ...]
    rows: tuple[Unfolding, ...]
    left_out: tuple[Unfolding, ...]
    torn: tuple[Unfolding, ...]
    debris: tuple[Piece, ...]
    end: Piece | None = None
    is_barred: bool = False
    is_cut_out: bool = False

    def grid(self, source: Grid, before: int) -> Grid:
        """The table as an exact grid under one heading row; `before` tables of the text stand above it."""
        words = tuple(Cell(column.word) for column in self.columns)
        return Grid(
            (Row(self.passage.line or self.rows[0].line, words), *self._body()),
            source.file,
            f"第{before + 1}个表格" if before else source.sheet,
            (self.passage.title,) if self.passage.title else source.above,
            exact=True,
        )

    def _body(self) -> Iterator[Row]:
        above: set[int] = set()
        for row in self.rows:
            if row.is_cut and row is self.rows[-1]:  # what the text no longer holds is not merged
                above = {i for i in above if i < max(row.printed)}
            yield Row(
                row.line, tuple(self._cell(row, i, above) for i in range(len(self.columns))), row.is_cut
            )
            above.update(i for i, text in row.texts.items() if text)

    def _cell(self, row: Unfolding, column: int, above: set[int]) -> Cell:
        text = row.texts.get(column, "")
        family = self.columns[column].family
        lost = column not in row.printed and family not in MARKED
        if family is Family.CONTENT and row.has(self.columns, Family.LIMIT, Family.BASIS):
            lost = False  # a row with a limit or basis of its own has not the content of another
        return Cell(text, covered=lost and not text and column in above)


@dataclass(frozen=True, slots=True)
class _Body:
    """The pieces below the heading, ready to be set into columns."""

    pieces: Sequence[Piece]
    numbers: frozenset[int]
    debris: tuple[Piece, ...]
    end: Piece | None


def table(passage: Passage) -> Table | None:
    """The table that a passage holds; None where its rows do not come out consistently."""
    body = _body(passage)
    if body is None or not body.pieces:
        return None
    if any(piece.mates > passage.width for piece in body.pieces):  # a merged heading hides columns
        passage = replace(passage, width=0)
    columns, alignment = _best(passage, body.pieces, body.numbers, row_starts(body.pieces, passage.width))
    opened = sum(place.opens for place in alignment.places)
    if alignment.cost > _DEAREST * max(len(body.numbers), 1 + opened):
        return None
    rows = _rows(passage, body, columns, alignment)
    good: list[Unfolding] = []
    bad: list[Unfolding] = []
    for row in rows:
        (good if is_sound(row, columns) and _is_item(row, columns) else bad).append(row)
    torn = tuple(bad[-1:]) if bad and bad[-1] is rows[-1] else ()
    left_out = tuple(bad[: len(bad) - len(torn)])
    named = sum(row.has(columns, Family.LEVEL) for row in good)
    if not good or len(left_out) * 3 > len(rows) or named * 3 < len(good):
        return None
    barred = all(piece.closed for piece in body.pieces[:-1])
    cut_out = body.pieces[0].is_cut_out
    return Table(passage, columns, tuple(good), left_out, torn, body.debris, body.end, barred, cut_out)


def _body(passage: Passage) -> _Body | None:
    """The pieces of a passage put together; without a heading they begin at the first row number."""
    numbers = numbered(passage.pieces)
    pieces: Sequence[Piece] = passage.pieces
    if not passage.columns:
        if not numbers:
            return None
        start = min(numbers)
        pieces, numbers = pieces[start:], frozenset(i - start for i in numbers)
    pieces, numbers = joined(pieces, numbers)
    pieces, numbers, debris = _without_debris(pieces, numbers)
    end = pieces[-1] if pieces and _is_torn_limit(pieces[-1]) else None
    return _Body(pieces[:-1] if end else pieces, numbers, debris, end)


def _rows(
    passage: Passage, body: _Body, columns: tuple[Caption, ...], alignment: Alignment
) -> list[Unfolding]:
    by_place = bool(passage.columns) and not passage.is_torn
    has_numbers = bool(body.numbers)
    rows = unfolded_rows(body.pieces, alignment, columns, by_place=by_place, numbered=has_numbers)
    if rows:
        raise_names(rows, columns)
        step_back(rows, columns)
        beside_leaves(rows, columns)
        rows[-1].is_cut = _is_cut(rows[-1], body.pieces[-1], columns)
    return rows


def _is_cut(row: Unfolding, last: Piece, columns: Sequence[Caption]) -> bool:
    """Whether the text ends within its last row, before the columns that follow what it must hold."""
    if last.padding or not row.printed or max(row.printed) == len(columns) - 1:
        return False
    duties = [i for i, column in enumerate(columns) if column.family in _DUTIES]
    ends = {Family.CHANNELS, Family.BODY, *MARKED}
    return not any(columns[i].family in ends and i > max(duties, default=0) for i in row.texts)


def _is_torn_limit(piece: Piece) -> bool:
    """Whether the last words of the text are the beginning of a time limit."""
    return not piece.closed and piece.look is Look.NAME and bool(_TORN.fullmatch("".join(piece.text.split())))


def _without_debris(
    pieces: Sequence[Piece], numbers: frozenset[int]
) -> tuple[list[Piece], frozenset[int], tuple[Piece, ...]]:
    """Lone figures that number no row are page numbers and codes: they name nothing."""
    kept: list[Piece] = []
    at: set[int] = set()
    debris: list[Piece] = []
    for i, piece in enumerate(pieces):
        if i in numbers:
            at.add(len(kept))
        elif piece.look is Look.DIGITS and not piece.padding:
            debris.append(piece)
            continue
        kept.append(piece)
    return kept, frozenset(at), tuple(debris)


def _best(
    passage: Passage, pieces: Sequence[Piece], numbers: frozenset[int], starts: Sequence[int]
) -> tuple[tuple[Caption, ...], Alignment]:
    """Of the ways to lay out the columns, the one that fits the pieces at the least cost."""
    layouts = [_numbered(layout, pieces, numbers) for layout in _layouts(passage)]
    layouts = [layout for layout in layouts if len(layout) == passage.width] or layouts
    tried = [(aligned(pieces, numbers, layout, starts), layout) for layout in layouts]
    alignment, layout = min(tried, key=lambda each: each[0].cost + _odd(each[1], passage))
    fewer = _without_idle_levels(pieces, alignment, layout)
    if len(fewer) < len(layout):
        return fewer, aligned(pieces, numbers, fewer, starts)
    return layout, alignment


def _without_idle_levels(
    pieces: Sequence[Piece], alignment: Alignment, columns: tuple[Caption, ...]
) -> tuple[Caption, ...]:
    """The columns without levels that no row needs: none has so many names, nor an empty cell for them."""
    levels = [i for i, column in enumerate(columns) if column.family is Family.LEVEL]
    most = names = 0
    for place in alignment.places:
        names = 0 if place.opens else names
        if columns[alignment.slots[place.slot].columns[0]].family is Family.LEVEL:
            if not pieces[place.piece].text:
                return columns
            names += 1
            most = max(most, names)
    idle = levels[max(most, 1) :] if len(levels) > 2 else []
    return tuple(column for i, column in enumerate(columns) if i not in idle)


def _odd(layout: Sequence[Caption], passage: Passage) -> float:
    """Two levels are what the national standard has; any other number wants some evidence."""
    levels = sum(column.family is Family.LEVEL for column in layout)
    return 0.0 if levels == 2 or not (passage.is_open or not passage.columns) else 0.9


def _layouts(passage: Passage) -> list[tuple[Caption, ...]]:
    if not passage.columns:
        one = (*STANDARD[:1], Caption("公开事项", Family.LEVEL), *STANDARD[3:])
        return [STANDARD, one, with_levels(one, 3)]
    if passage.is_open:
        return [passage.columns, with_levels(passage.columns, 2), with_levels(passage.columns, 3)]
    return [passage.columns]


def _numbered(
    columns: tuple[Caption, ...], pieces: Sequence[Piece], numbers: frozenset[int]
) -> tuple[Caption, ...]:
    """Numbers that the heading does not name get a column, after the level printed before them."""
    named = any(column.family is Family.NUMBER for column in columns)
    if not numbers:
        return tuple(column for column in columns if column.family is not Family.NUMBER)
    if named:
        return columns
    before = [piece for piece in pieces[: min(numbers)] if piece.text]
    first = next((i for i, column in enumerate(columns) if column.family is Family.LEVEL), 0)
    at = first + 1 if len(before) == 1 else 0
    return (*columns[:at], _NUMBER, *columns[at:])


def _is_item(row: Unfolding, columns: Sequence[Caption]) -> bool:
    """Whether the row has a name with something beside it, or goes on below the name above it."""
    if row.has(columns, Family.LEVEL):
        if row.is_cut and not row.has(columns, Family.CONTENT):
            return False
        others = (Family.CONTENT, Family.BASIS, Family.LIMIT, Family.NUMBER, Family.BODY)
        empty = (Family.CONTENT, Family.LEVEL)
        return row.has(columns, *others) or any(
            columns[i].family in empty and not row.texts.get(i) for i in row.printed
        )
    beside = (Family.LIMIT, Family.BASIS, Family.NUMBER)
    return row.has(columns, Family.CONTENT) and row.has(columns, *beside)
