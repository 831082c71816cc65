"""What a row below the heading is: item, group, title, note."""

from collections.abc import Sequence
from enum import Enum, auto

from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.exact import wording
from gongkai.law.catalogue.exact.headings import HeadColumn
from gongkai.law.catalogue.exact.spots import Matrix


class RowKind(Enum):
    """What a row of the body is.

    表体一行是什么：空行、说明或签署、另一份目录的标题、通栏小标题、目录的一行。
    """

    EMPTY = auto()
    NOTE = auto()
    TITLE = auto()
    GROUP = auto()
    ITEM = auto()


def kind(matrix: Matrix, row: int, columns: Sequence[HeadColumn]) -> RowKind:
    """What a row below the heading is."""
    seen = matrix.seen(row)
    if not any(spot.row == row for spot in seen):
        return RowKind.EMPTY
    first = seen[0]
    if first.row == row and _is_aside(first.text, columns[first.column]):
        return RowKind.NOTE
    if len(seen) == 1:
        return _lone_kind(matrix, row, columns)
    return RowKind.ITEM


def _is_aside(text: str, column: HeadColumn) -> bool:
    if column.purpose not in (Purpose.NUMBER, Purpose.LEVEL):
        return False
    return wording.is_total(text) or wording.is_signed(text)


def _lone_kind(matrix: Matrix, row: int, columns: Sequence[HeadColumn]) -> RowKind:
    """What a row with a single text is: note, title, group, or an item's cell that stands alone."""
    spot = matrix.seen(row)[0]
    covers = sum(each is spot for each in matrix.rows[row])
    is_wide = covers >= max(3, matrix.width - 2) or (covers == matrix.width and covers > 1)
    purpose = columns[spot.column].purpose
    if spot.column == 0 and wording.is_signed(spot.text):
        return RowKind.NOTE  # the first column may be any, where the columns stand in another order
    if not is_wide and purpose in (Purpose.CONTENT, Purpose.BASIS, Purpose.LIMIT, Purpose.OTHER):
        return RowKind.ITEM
    is_number = purpose is Purpose.NUMBER or (spot.column == 0 and purpose is not Purpose.LEVEL)
    if not is_wide and not is_number and not wording.is_note(spot.text):
        return _lone_name(spot.text, columns[: spot.column])
    if wording.number(spot.text) is not None:
        return RowKind.NOTE if is_wide else RowKind.ITEM
    if wording.is_title(spot.text):
        return RowKind.TITLE
    is_group = wording.is_group(spot.text) and not wording.is_note(spot.text)
    return RowKind.GROUP if is_group else RowKind.NOTE


def _lone_name(text: str, before: Sequence[HeadColumn]) -> RowKind:
    """A name alone in a level column: in the first one perhaps a title, or a group if it counts itself."""
    if any(each.purpose is Purpose.LEVEL for each in before):
        return RowKind.ITEM
    if wording.is_title(text) and len(text) > 8 and "公开" in text:
        return RowKind.TITLE
    return RowKind.GROUP if wording.counts_itself(text) else RowKind.ITEM


def lone(matrix: Matrix, row: int) -> str:
    """The only text that a reader sees in a row; empty where there are none or several."""
    seen = matrix.seen(row)
    return seen[0].text if len(seen) == 1 else ""
