"""The other columns of a row as attributes of its item."""

from collections.abc import Sequence
from functools import lru_cache

from gongkai.law.catalogue.exact import marks, wording
from gongkai.law.catalogue.exact.cells import Held
from gongkai.law.catalogue.exact.headings import HeadColumn
from gongkai.law.catalogue.model import Attribute
from gongkai.law.patterns import lazy

_LISTING = lazy("渠道|载体|平台|形式")  # 这些栏里孤零零一个方框，是没有写完的清单


def read(held: Sequence[Held], columns: Sequence[HeadColumn]) -> tuple[Attribute, ...]:
    """What the other columns say: words as printed, lists of boxes and columns of ticks by what is ticked.

    An empty cell says nothing; a merged one holds for every row that it covers.
    """
    found: dict[str, list[str]] = {}
    for cell, column in zip(held, columns, strict=True):
        text = cell.text
        if text and column.path:
            name, value = _ticks(text, column) or (column.name, _words(text))
            if value:
                found.setdefault(name, []).append(value)
    return tuple(Attribute(name, "、".join(dict.fromkeys(values))) for name, values in found.items())


def _ticks(text: str, column: HeadColumn) -> tuple[str, str] | None:
    """Name and value of a cell in a column of ticks; None where it is no tick."""
    if len("".join(text.split())) > marks.LONGEST_SIGN:
        return None
    plain = wording.name(text)
    over = column.path[0] if len(column.path) > 1 else marks.group(column.path[-1])
    if marks.is_tick(plain, is_tick_column=bool(over)):
        if over:
            return over, column.path[-1]
        return column.name, "" if _LISTING.search(column.name) else "√"
    if marks.is_no_tick(plain):
        return over or column.name, ""
    return None


@lru_cache(4096)
def _words(text: str) -> str:
    return "、".join(marks.ticked(text)) if marks.is_list(text) else text
