"""Lists of a column: newest, archive pages, years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gongkai.web.portal.pages import words
from gongkai.web.portal.pages.frame import Meta
from gongkai.web.portal.pages.rulebox import Emptiness, RuleBox, emptiness, rule_box
from gongkai.web.portal.queries import PAGE_SIZE, Ledger, Node, Row

# The newest page takes the last full archive page with it while it would show fewer lines than this.
FEWEST_LINES = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A document in a list, with its validity in words."""

    href: str
    title: str
    document_number: str
    published_on: date
    validity_word: str
    is_void: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one year."""

    heading: str
    words: str
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year to choose, with its count where known."""

    year: int
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ArchiveLink:
    """A full archive page to turn to."""

    page: int
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class ColumnPage:
    """A list of one column: newest, archive or one year.

    栏目页。`archive` 是归档页页码，最新页为空；归档页不印总数，满页不再变动。
    """

    column: Node
    box: RuleBox
    groups: tuple[Group, ...]
    heading: str
    counted: str
    years: tuple[YearLink, ...]
    year: int | None = None
    archive: int | None = None
    archives: tuple[ArchiveLink, ...] = ()
    older: ArchiveLink | None = None
    emptiness: Emptiness | None = None
    has_validity: bool = False


def full_pages(column: Node) -> int:
    """How many archive pages of a column are full and therefore baked."""
    return column.published_count // PAGE_SIZE


def newest_span(column: Node) -> tuple[int, int]:
    """The publications that the newest page shows, first and last sequence."""
    full = full_pages(column)
    rest = column.published_count - full * PAGE_SIZE
    first = full * PAGE_SIZE + 1
    return (max(1, first - PAGE_SIZE) if rest < FEWEST_LINES else first), column.published_count


def archive_span(page: int) -> tuple[int, int]:
    """The publications of archive page `page`, first and last sequence."""
    return PAGE_SIZE * (page - 1) + 1, PAGE_SIZE * page


def lines(rows: Sequence[Row], today: date) -> tuple[Line, ...]:
    """Rows as the template prints them."""
    return tuple(_line(row, row.validity_on(today) if row.validity else "") for row in rows)


def _line(row: Row, validity: str) -> Line:
    return Line(
        row.href,
        row.title,
        row.document_number,
        row.published_on,
        words.validity_word(validity),
        validity in words.VOID,
    )


def grouped(rows: Sequence[Row], today: date, totals: dict[int, int] | None = None) -> tuple[Group, ...]:
    """Rows by the year of publication; `totals` tells how many the whole year has."""
    groups = []
    for year, of_year in groupby(rows, key=lambda row: row.published_on.year):
        here = lines(list(of_year), today)
        total = totals.get(year, len(here)) if totals is not None else None
        groups.append(Group(f"{year}年", _counted(len(here), total), here))
    return tuple(groups)


def _counted(here: int, total: int | None) -> str:
    if total is None:
        return ""
    return f"{total}件" if total == here else f"本页{here}件，全年{total}件"


def newest_page(
    column: Node, rows: Sequence[Row], years: dict[int, int], ledger: Ledger, today: date
) -> ColumnPage:
    """The page that a column's address shows."""
    duties = ledger.in_column(column.code)
    first, last = newest_span(column)
    total = sum(years.values())
    archives = range(full_pages(column), 0, -1) if first > 1 else ()
    return ColumnPage(
        column=column,
        box=rule_box(column, duties, today),
        groups=grouped(rows, today, years),
        heading="文件目录",
        counted=f"共{total}件" + (f"，本页为第{last}件至第{first}件" if first > 1 else ""),
        years=year_links(column, years),
        archives=tuple(archive_link(column, page) for page in archives),
        emptiness=None if rows else emptiness(column, duties),
        has_validity=any(row.validity for row in rows),
    )


def archive_page(column: Node, page: int, rows: Sequence[Row], today: date) -> ColumnPage:
    """One full archive page: nothing on it changes when something else is published."""
    first, last = archive_span(page)
    gone = last - first + 1 - len(rows)
    return ColumnPage(
        column=column,
        box=RuleBox(column.time_limit_text.strip(), (), "", ()),
        groups=grouped(rows, today),
        heading=f"归档第{page}页",
        counted=f"第{last}件至第{first}件" + (f"，其中{gone}件已撤下" if gone else ""),
        years=(),
        archive=page,
        older=archive_link(column, page - 1) if page > 1 else None,
        has_validity=any(row.validity for row in rows),
    )


def year_page(column: Node, year: int, rows: Sequence[Row], years: Sequence[int], today: date) -> ColumnPage:
    """What a column published in one year."""
    return ColumnPage(
        column=column,
        box=RuleBox(column.time_limit_text.strip(), (), "", ()),
        groups=(Group("", "", lines(rows, today)),) if rows else (),
        heading=f"{year}年公开的文件",
        counted=f"共{len(rows)}件",
        years=tuple(YearLink(one, 0, f"{column.href}year-{one}.html") for one in years),
        year=year,
        has_validity=any(row.validity for row in rows),
    )


def year_links(column: Node, years: dict[int, int]) -> tuple[YearLink, ...]:
    """The years of a column with their counts, newest first."""
    return tuple(YearLink(year, count, f"{column.href}year-{year}.html") for year, count in years.items())


def archive_link(column: Node, page: int) -> ArchiveLink:
    """The link to a full archive page."""
    first, last = archive_span(page)
    return ArchiveLink(page, f"{column.href}{page}.html", f"第{last}件至第{first}件")


def column_metas(column: Node) -> tuple[Meta, ...]:
    """The meta tags of a column (国办发〔2017〕47号)."""
    said = {
        "ColumnName": column.name,
        "ColumnDescription": column.content or column.name,
        "ColumnKeywords": ";".join(column.path),
        "ColumnType": column.path[0],
    }
    return tuple(Meta(name, content) for name, content in said.items())
