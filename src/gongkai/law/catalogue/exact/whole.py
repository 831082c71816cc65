"""Whether a text's table is whole, every cell in its column."""

from gongkai.law.catalogue import shape
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.catalogue.exact import headings, wording
from gongkai.law.catalogue.exact.headings import Heading
from gongkai.law.catalogue.exact.portions import DEEPEST_HEADING
from gongkai.law.catalogue.exact.spots import Spots, filled
from gongkai.law.catalogue.grid import Grid

_FEWEST = 4  # 少于四列的，多半是碰巧等长


def is_whole(grid: Grid) -> bool:
    """Whether every row below the heading is as wide as the heading and its cells look as they should.

    A text whose rows were cut or slid is left to the recovery of text.
    """
    widths = {len(row.cells) for row in grid.rows if row.filled and len(row.cells) > 1}
    if len(widths) != 1 or min(widths) < _FEWEST:
        return False
    matrix = filled(grid)
    found = (headings.at(matrix, row) for row in range(min(len(matrix.rows), DEEPEST_HEADING)))
    heading = next(filter(None, found), None)
    if heading is None or any(not row.filled or len(row.cells) == 1 for row in grid.rows[heading.first : -1]):
        return False
    return all(_fits(spots, heading) for spots in matrix.rows[heading.last + 1 :])


def _fits(spots: Spots, heading: Heading) -> bool:
    """Whether no cell of the row looks like that of another column and a number has a name beside it."""
    named = any(spots[each.index].text for each in heading.columns if each.purpose is Purpose.LEVEL)
    if not named and any(
        spots[each.index].text for each in heading.columns if each.purpose is Purpose.NUMBER
    ):
        return False
    for column in heading.columns:
        text = spots[column.index].text
        if not text:
            continue
        if column.purpose is Purpose.NUMBER and wording.number(text) is None:
            return False
        if column.purpose is Purpose.LEVEL and (shape.is_citation(text) or shape.is_limit(text)):
            return False
        if column.purpose is Purpose.LIMIT and shape.is_citation(text):
            return False
        if column.purpose is Purpose.BASIS and shape.is_limit(text):
            return False
        if column.purpose is Purpose.CONTENT and shape.is_limit(text):
            return False
    return True
