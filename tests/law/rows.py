"""Rows of a catalogue as a spreadsheet has them, for tests."""

from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.catalogue.model import Catalogue

TITLE = "某区人民政府主动公开目录"
HEAD = "序号|一级栏目|二级栏目|设立依据|栏目内容|公开时限|公开主体"
LIMIT = "信息形成或者变更之日起20个工作日内"
BASIS = "《政府信息公开条例》"


def row(
    number: int, group: str, name: str, basis: str = BASIS, content: str = "政策文件原文", limit: str = LIMIT
) -> str:
    """One row, its cells parted by bars."""
    return f"{number}|{group}|{name}|{basis}|{content}|{limit}"


def table(rows: str, title: str = TITLE) -> Grid:
    """The rows under a heading, every cell in its column."""
    lines = [HEAD, *rows.split("\n")]
    width = HEAD.count("|") + 1
    cells = [[*line.split("|"), *[""] * width][:width] for line in lines]
    made = tuple(Row(i, tuple(map(Cell, each))) for i, each in enumerate(cells, 1))
    return Grid(made, "例子.xlsx", "目录", (title,), exact=True)


def catalogue(*rows: str, title: str = TITLE) -> Catalogue:
    """The catalogue that the rows are read into."""
    return reading.read_all((table("\n".join(rows), title),), lawdata.tables())[0]


def codes(*rows: str, title: str = TITLE) -> list[str]:
    """The codes of the findings on the rows, in their order."""
    return [finding.code for finding in catalogue(*rows, title=title).findings]
