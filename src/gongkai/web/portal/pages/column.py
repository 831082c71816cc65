"""Pages of a column: newest, archive, year, branch, link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gongkai.law.obligations import Duty, DutyState
from gongkai.web import law
from gongkai.web.portal.pages import words
from gongkai.web.portal.pages.frame import Meta
from gongkai.web.portal.pages.typesetting import plain_day
from gongkai.web.portal.queries import PAGE_SIZE, Ledger, Node, Row, Tally, tally

# The newest page takes the last full archive page with it while it would show fewer lines than this.
FEWEST_LINES = 10

NUMBERED = re.compile(r"(?:^|(?<=[；;。）\s]))\s*\d{1,2}[.．、]\s*")


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
    """A year to choose, with how many documents it has where that is known."""

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
class RuleBox:
    """The rule of a column in the catalogue's words, explained.

    公开时限原文、说明与设立依据。`standing` 是本年度执行情况。
    """

    text: str
    sentences: tuple[str, ...]
    standing: str
    legal_basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What an empty column should hold, and until when.

    空栏目的说明：应公开什么、最迟何时。
    """

    content: str
    until: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class ColumnPage:
    """A list of one column: its newest, one archive page, or one year.

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


def rule_box(column: Node, duties: Sequence[Duty], today: date) -> RuleBox:
    """The box with the column's rule; `duties` are the column's own."""
    rules = law.time_limit(column.time_limit_text).rules
    sentences = tuple(sentence for sentence in map(words.rule_words, rules) if sentence)
    return RuleBox(
        text=column.time_limit_text.strip(),
        sentences=sentences,
        standing=_standing(duties, today),
        legal_basis=bases(column.legal_basis_text),
    )


def bases(text: str) -> tuple[str, ...]:
    """The legal basis, one instrument a line, in its own words."""
    parts = [part.strip(" ；;\n") for part in NUMBERED.split(text)]
    return tuple(part for part in parts if part)


def _standing(duties: Sequence[Duty], today: date) -> str:
    this_year = [duty for duty in duties if duty.due_on and date(today.year, 1, 1) <= duty.due_on <= today]
    counted = tally(duty for duty in this_year if duty.state in JUDGED)
    return f"{today.year}年至今应公开{counted.due}件，{_kept(counted)}。" if counted.due else ""


JUDGED = {DutyState.KEPT, DutyState.LATE, DutyState.OVERDUE, DutyState.SHORT}


def _kept(counted: Tally) -> str:
    return f"按时{counted.kept}件，逾期{counted.missed}件" if counted.missed else "全部按时"


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


def emptiness(column: Node, duties: Sequence[Duty]) -> Emptiness:
    """Why a column is empty and what is expected in it."""
    overdue = [duty for duty in duties if duty.state is DutyState.OVERDUE and duty.due_on]
    coming = [duty for duty in duties if not duty.is_settled and duty.due_on and duty not in overdue]
    if overdue:
        last = max(duty.due_on for duty in overdue if duty.due_on)
        many = f"已有{len(overdue)}件（期）逾期，最近的一件" if len(overdue) > 1 else "应公开的信息"
        return Emptiness(column.content, f"{many}最迟应于{plain_day(last)}公开，正在督促。", is_late=True)
    if coming:
        first = min(duty.due_on for duty in coming if duty.due_on)
        return Emptiness(column.content, f"最近一件应公开的信息，最迟于{plain_day(first)}公开。")
    return Emptiness(column.content, "目前没有到期的公开任务；信息产生后，将在公开时限内发布在这里。")


def column_metas(column: Node) -> tuple[Meta, ...]:
    """The meta tags of a column (国办发〔2017〕47号)."""
    said = {
        "ColumnName": column.name,
        "ColumnDescription": column.content or column.name,
        "ColumnKeywords": ";".join(column.path),
        "ColumnType": column.path[0],
    }
    return tuple(Meta(name, content) for name, content in said.items())


@dataclass(frozen=True, slots=True)
class Child:
    """A column below a branch, with how much it holds and since when."""

    column: Node
    count: int
    newest_on: date | None


@dataclass(frozen=True, slots=True)
class BranchPage:
    """A column that holds columns.

    枝干栏目页：下级栏目与最近公开的文件。
    """

    column: Node
    children: tuple[Child, ...]
    newest: tuple[Row, ...]
    names: dict[int, str]


def branch_page(
    column: Node, counts: dict[int, int], dates: dict[int, date], rows: Sequence[Row]
) -> BranchPage:
    """The page of a branch, from counts and newest days of the leaves below it."""
    children = []
    for child in column.children:
        below = [leaf.id for leaf in child.leaves()]
        days = [dates[leaf] for leaf in below if leaf in dates]
        children.append(Child(child, sum(counts.get(leaf, 0) for leaf in below), max(days, default=None)))
    names = {leaf.id: leaf.name for leaf in column.leaves()}
    return BranchPage(column, tuple(children), tuple(rows), names)
