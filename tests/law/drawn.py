"""Tables drawn with bars, as a person would sketch them."""

from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.catalogue.model import Catalogue

# “<” 并入左边一格，“^” 并入上面一格，“⏎” 是格内换行
LEFT, ABOVE, BREAK = "<", "^", "⏎"


def grid(drawing: str, *above: str, file: str = "目录.xlsx", sheet: str = "") -> Grid:
    """The grid that a drawing stands for."""
    lines = [line.strip() for line in drawing.strip().splitlines()]
    return of_cells(
        [[cell.strip() for cell in line.split("|")] for line in lines], *above, file=file, sheet=sheet
    )


def of_cells(rows: list[list[str]], *above: str, file: str = "目录.xlsx", sheet: str = "") -> Grid:
    """The grid of rows of cells, with the same signs for merged ones."""
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            owner[r, c] = {LEFT: owner.get((r, c - 1)), ABOVE: owner.get((r - 1, c))}.get(text) or (r, c)
    extent: dict[tuple[int, int], tuple[int, int]] = {}
    for (r, c), first in owner.items():
        columns, deep = extent.get(first, (1, 1))
        extent[first] = (max(columns, c - first[1] + 1), max(deep, r - first[0] + 1))
    cells = {
        at: Cell(rows[at[0]][at[1]].replace(BREAK, "\n"), *extent[at])
        if first == at
        else Cell("", covered=True)
        for at, first in owner.items()
    }
    return Grid(
        tuple(Row(r + 1, tuple(cells[r, c] for c in range(width))) for r in range(len(rows))),
        file,
        sheet,
        above,
        exact=True,
    )


def read(drawing: str, *above: str) -> Catalogue:
    """The only catalogue in a drawing."""
    (found,) = read_all(grid(drawing, *above))
    return found


def read_all(*grids: Grid) -> tuple[Catalogue, ...]:
    """The catalogues in grids."""
    return reading.read_all(grids, lawdata.tables())


def paths(catalogue: Catalogue) -> list[str]:
    """Number and path of every item in one string."""
    return [f"{item.number} {'›'.join(item.path)}" for item in catalogue.items]


def codes(catalogue: Catalogue) -> set[str]:
    """The codes of the findings."""
    return {finding.code for finding in catalogue.findings}


def attributes(catalogue: Catalogue, item: int = 0) -> dict[str, str]:
    """The attributes of an item."""
    return {each.name: each.value for each in catalogue.items[item].attributes}
