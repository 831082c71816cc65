"""From placed pieces to rows of the table, marks set last."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gongkai.law.catalogue.unfolding.aligning import Alignment, Slot
from gongkai.law.catalogue.unfolding.headings import Caption
from gongkai.law.catalogue.unfolding.joining import flowing
from gongkai.law.catalogue.unfolding.looks import Look, look
from gongkai.law.catalogue.unfolding.pieces import Piece
from gongkai.law.catalogue.unfolding.words import MARKED, Family
from gongkai.law.patterns import lazy

_WORDS = {Look.NAME, Look.CONTENT}
_BLANK = lazy(r"(?<=[\u3400-\u9fff\d]) +(?=[\u3400-\u9fff\d])")
_MARKS = {Look.TICK, Look.EMPTY, Look.AUDIENCE, Look.MODE, Look.NAME, Look.CONTENT}


@dataclass(slots=True)
class Unfolding:
    """A row while it is being put together.

    正在拼接的一行：各列的文字、所在行号；`printed` 是确有文字或确为空格的列，其余是合并或丢失的；
    `left` 是打勾的格数与表头对不上而没有填的各格；`is_cut` 表示原文到这一行中断。
    """

    line: int
    texts: dict[int, str] = field(default_factory=dict)
    printed: set[int] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    is_cut: bool = False

    def has(self, columns: Sequence[Caption], *families: Family) -> bool:
        """Whether the row prints something under any of these families."""
        return any(columns[i].family in families for i, text in self.texts.items() if text)


def unfolded_rows(
    pieces: Sequence[Piece],
    alignment: Alignment,
    columns: Sequence[Caption],
    *,
    by_place: bool,
    numbered: bool,
) -> list[Unfolding]:
    """The rows of the table; those that only go on with a cell of the row above are joined to it.

    Ticks are set by their place only where a heading was printed (`by_place`).
    """
    barred = all(piece.closed for piece in pieces[:-1])
    rows: list[Unfolding] = []
    for group in _groups(alignment):
        row = _row(pieces, _untangled(pieces, group, alignment.slots), alignment.slots, columns, by_place)
        if not any(row.texts.values()):
            continue
        if rows and _only_continues(row, columns, open_rows=numbered and not barred):
            _continue(rows[-1], row, columns)
        else:
            rows.append(row)
    return rows


def _groups(alignment: Alignment) -> list[dict[int, list[int]]]:
    """The pieces of each row, by slot."""
    groups: list[dict[int, list[int]]] = []
    for place in alignment.places:
        if place.opens or not groups:
            groups.append({})
        groups[-1].setdefault(place.slot, []).append(place.piece)
    return groups


def _untangled(
    pieces: Sequence[Piece], group: dict[int, list[int]], slots: Sequence[Slot]
) -> dict[int, list[int]]:
    """Words among channels and marks that are neither belong to the content, which ran on beside them."""
    content = next((at for at, slot in enumerate(slots) if slot.family is Family.CONTENT), None)
    if content is None:
        return group
    astray: list[int] = []
    for at, found in group.items():
        if slots[at].family is Family.CHANNELS:
            first = next((i for i in found if pieces[i].look is Look.CHANNELS), len(pieces))
            astray += [i for i in found if i > first and _is_no_channel(pieces[i])]
        elif slots[at].family in MARKED:
            astray += [
                i for i in found if not pieces[i].closed and pieces[i].look in {Look.NAME, Look.CONTENT}
            ]
    if not astray:
        return group
    kept = {at: [i for i in found if i not in astray] for at, found in group.items()}
    kept[content] = sorted([*kept.get(content, []), *astray])
    return {at: found for at, found in sorted(kept.items()) if found}


def _is_no_channel(piece: Piece) -> bool:
    return piece.look in _WORDS and not piece.text.startswith(("其他", "注", "("))


def _row(
    pieces: Sequence[Piece],
    group: dict[int, list[int]],
    slots: Sequence[Slot],
    columns: Sequence[Caption],
    by_place: bool,
) -> Unfolding:
    row = Unfolding(min(pieces[i].line for found in group.values() for i in found))
    for at, found in sorted(group.items()):
        slot = slots[at]
        if slot.family in MARKED:
            _set_marks(row, [pieces[i] for i in found], slot, columns, by_place)
        else:
            words = "\n".join(pieces[i].text for i in found if pieces[i].text)
            broken = pieces[found[0]].is_paragraph
            text = flowing(words, is_limit=slot.family is Family.LIMIT, keeps_lines=broken)
            row.texts[slot.columns[0]] = _tidied(text, slot.family)
            row.printed.add(slot.columns[0])
    return row


def _tidied(text: str, family: Family) -> str:
    """Names without line breaks; limits and bodies without the blanks that extractors leave inside words."""
    if family is Family.LEVEL:
        return text.replace("\n", "")
    if family in {Family.LIMIT, Family.BODY}:
        return _BLANK.sub("", text)
    return text


def _set_marks(
    row: Unfolding, found: Sequence[Piece], slot: Slot, columns: Sequence[Caption], by_place: bool
) -> None:
    """Ticks go by place where every place is there; words (全社会) where only one column can mean them."""
    found = list(found)
    while len(found) > len(slot.columns) and not found[-1].text:
        found.pop()
    if found and any(not piece.text for piece in found):  # empty places are printed: only the last are lost
        found.extend([replace(found[-1], text="")] * (len(slot.columns) - len(found)))
    if by_place and len(found) == len(slot.columns) and all(piece.look in _MARKS for piece in found):
        for column, piece in zip(slot.columns, found, strict=True):
            row.texts[column] = "" if piece.look is Look.EMPTY else piece.text
            row.printed.add(column)
        return
    for piece in found:
        meant = _only_meant(piece, slot, columns)
        if meant is not None and meant not in row.texts:
            row.texts[meant] = piece.text
        elif piece.text:
            row.left.append(piece.text)
    row.printed.update(slot.columns)


def _only_meant(piece: Piece, slot: Slot, columns: Sequence[Caption]) -> int | None:
    family = {Look.AUDIENCE: Family.AUDIENCE, Look.MODE: Family.MODE}.get(piece.look)
    meant = [i for i in slot.columns if columns[i].family is family]
    return meant[0] if len(meant) == 1 else None


def _only_continues(row: Unfolding, columns: Sequence[Caption], *, open_rows: bool) -> bool:
    """A row of content alone, or of channels and marks alone, has nothing that makes it an item.

    Neither has a row without a number where the others have one and no bars end the cells (`open_rows`),
    unless it brings a limit or a basis.
    """
    if row.has(columns, Family.NUMBER):
        return False
    if row.has(columns, Family.LEVEL):
        return open_rows and not row.has(columns, Family.LIMIT, Family.BASIS, Family.BODY)
    return not (row.has(columns, Family.CONTENT) and row.has(columns, Family.LIMIT, Family.BASIS))


def _continue(above: Unfolding, row: Unfolding, columns: Sequence[Caption]) -> None:
    """Set the words of a row below those of the row above; names that name no item are content."""
    content = next(i for i, column in enumerate(columns) if column.family is Family.CONTENT)
    for column, text in sorted(row.texts.items()):
        at = content if columns[column].family is Family.LEVEL else column
        before = above.texts.get(at, "")
        if text and text not in {"√", before}:
            above.texts[at] = f"{before}\n{text}" if before else text
            above.printed.add(at)
    above.left.extend(row.left)


def is_sound(row: Unfolding, columns: Sequence[Caption]) -> bool:
    """Whether no cell of the row says what its column cannot hold."""
    for i, text in row.texts.items():
        if not text:
            continue
        family, found = columns[i].family, look(text)
        if family is Family.LEVEL and found in {
            Look.DIGITS,
            Look.TICK,
            Look.LIMIT,
            Look.CITATION,
            Look.PHONE,
        }:
            return False
        if family is Family.LIMIT and found in {
            Look.CITATION,
            Look.TICK,
            Look.CHANNELS,
            Look.DIGITS,
            Look.BODY,
        }:
            return False
    return True


def step_back(rows: Sequence[Unfolding], columns: Sequence[Caption]) -> None:
    """A name cannot stand below one whose own row closed that level with an empty cell: it stands beside it.

    The empty cells after it then end its levels, and its content is that of the merged cell above.
    """
    levels = [i for i, column in enumerate(columns) if column.family is Family.LEVEL]
    content = next((i for i, column in enumerate(columns) if column.family is Family.CONTENT), -1)
    if not levels or content != levels[-1] + 1:
        return
    for above, row in pairwise(rows):
        first = min(row.printed, default=0)
        is_closed = first in above.printed and not above.texts.get(first) and bool(above.texts.get(first - 1))
        empty = range(first + 1, content + 1)
        if first not in levels[1:] or not is_closed or row.printed != {first, *empty}:
            continue
        if row.texts.get(first) and not any(row.texts.get(i) for i in empty):
            row.texts = {first - 1: row.texts[first]}
            row.printed = {first - 1, *empty} - {content}


def beside_leaves(rows: Sequence[Unfolding], columns: Sequence[Caption]) -> None:
    """A name cannot stand below one that has a content of its own: it stands beside it.

    Where empty cells are printed they tell the level, and nothing is moved.
    """
    levels = [i for i, column in enumerate(columns) if column.family is Family.LEVEL]
    deepest = len(columns)
    for row in rows:
        named = [i for i in levels if row.texts.get(i)]
        if any(i in row.printed and i not in named for i in levels):
            return
        if named and named[0] > deepest:
            by = named[0] - deepest
            row.texts = {i - by if i in named else i: text for i, text in row.texts.items()}
            row.printed = {i - by if i in named else i for i in row.printed}
            named = [i - by for i in named]
        if named:
            deepest = named[-1] if row.has(columns, Family.CONTENT) else len(columns)


def raise_names(rows: Sequence[Unfolding], columns: Sequence[Caption]) -> None:
    """Names above which no level one was ever printed move up: there is nothing that could cover them."""
    levels = [i for i, column in enumerate(columns) if column.family is Family.LEVEL]
    for row in rows:
        if not levels or row.texts.get(levels[0]):
            return
        row.printed -= {i for i in levels if row.texts.get(i)}
        names = [row.texts.pop(i) for i in levels if row.texts.get(i)]
        for i, name in zip(levels, names, strict=False):
            row.texts[i] = name
            row.printed.add(i)
        if names:
            return
