"""A table poured out one cell to a line, set up again."""

from dataclasses import dataclass

from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.unfolding.passages import passages
from gongkai.law.catalogue.unfolding.pieces import pieces_of, without_noise
from gongkai.law.catalogue.unfolding.setting import table
from gongkai.law.catalogue.unfolding.telling import told
from gongkai.law.finding import Finding

__all__ = ["Unfolded", "unfolded"]

_MOST_LINES = 200_000  # ten catalogues of a province have fewer
_MOST_PIECES = 150_000
_TABS = 2  # a text with more lines of tabs than these has its columns still


@dataclass(frozen=True, slots=True)
class Unfolded:
    """Tables set up again out of poured-out text.

    重排的表：各表按列对齐，第一行是表头；`findings` 说明重排时的推断。
    """

    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = ()


def unfolded(grid: Grid) -> Unfolded | None:
    """The tables of a text whose cells stand one or some to a line; None where it is no such text.

    Nothing is given where the rows do not come out consistently: silence is better than a wrong column.
    """
    if not grid.source or len(grid.source) > _MOST_LINES or sum("\t" in line for line in grid.source) > _TABS:
        return None
    pieces = pieces_of(without_noise(grid.source))
    if len(pieces) > _MOST_PIECES:
        return None
    grids: list[Grid] = []
    findings: list[Finding] = []
    for passage in passages(pieces):
        found = table(passage)
        if found is not None:
            grids.append(found.grid(grid, len(grids)))
            findings.extend(told(found, grids[-1]))
    return Unfolded(tuple(grids), tuple(findings)) if grids else None
