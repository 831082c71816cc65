"""Prints the pages of a column."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from gongkai.web.library.models import VALIDITY_WORDS
from gongkai.web.portal import queries
from gongkai.web.portal.pages import column as shapes
from gongkai.web.portal.pages.branch import branch_page
from gongkai.web.portal.pages.feeds import NEWEST_IN_FEED, feed
from gongkai.web.portal.pages.frame import Crumb, Sheet
from gongkai.web.portal.pages.printing.press import Page, Press
from gongkai.web.portal.pages.rendering import render
from gongkai.web.portal.pages.rulebox import RuleBox, bases
from gongkai.web.portal.queries import PAGE_SIZE, Node

NEWEST_ON_BRANCH = 10
VALIDITIES = [(key.value, word) for key, word in VALIDITY_WORDS.items()]


@dataclass(frozen=True, slots=True)
class LinkPage:
    """A column whose information another site holds.

    转链栏目页：通向哪个网站。
    """

    column: Node
    box: RuleBox
    host: str


def pages_of_column(press: Press, column: Node) -> Iterator[Page]:
    """Every page of a column, its archive and years too."""
    yield newest(press, column)
    if not column.is_leaf or column.is_link:
        return
    yield column_feed(press, column)
    for page in full_archives(column):
        yield archive(press, column, page)
    years = queries.counts_by_year([column.id]).get(column.id, {})
    for one in years:
        yield year(press, column, one, tuple(years))


def full_archives(column: Node) -> range:
    """The numbers of a column's full archive pages."""
    return range(1, shapes.full_pages(column) + 1)


def newest(press: Press, column: Node) -> Page:
    """The page at a column's address, whatever the column is."""
    if not column.is_leaf:
        return branch(press, column)
    if column.is_link:
        return _link(press, column)
    rows = queries.rows_between(column.id, *shapes.newest_span(column))
    years = queries.counts_by_year([column.id]).get(column.id, {})
    it = shapes.newest_page(column, rows, years, press.ledger, press.ledger.as_of)
    return _listed(press, column, f"{column.href}index.html", it, column.name, is_itself=True)


def archive(press: Press, column: Node, page: int) -> Page:
    """One full archive page."""
    rows = queries.rows_between(column.id, *shapes.archive_span(page))
    it = shapes.archive_page(column, page, rows, press.ledger.as_of)
    return _listed(press, column, f"{column.href}{page}.html", it, f"{column.name}（归档第{page}页）")


def year(press: Press, column: Node, one: int, years: tuple[int, ...]) -> Page:
    """What a column published in one year."""
    it = shapes.year_page(column, one, queries.rows_of_year(column.id, one), years, press.ledger.as_of)
    return _listed(press, column, f"{column.href}year-{one}.html", it, f"{column.name}（{one}年）")


def branch(press: Press, column: Node) -> Page:
    """A column that holds columns."""
    rows = queries.newest([leaf.id for leaf in column.leaves()], NEWEST_ON_BRANCH)
    it = branch_page(column, press.counts, press.newest_days, rows)
    return press.page(
        f"{column.href}index.html",
        "branch.html",
        _sheet(press, column, column.name),
        it,
        sidebar=press.sidebar(column),
    )


def column_feed(press: Press, column: Node) -> Page:
    """The feed of a column."""
    rows = queries.newest([column.id], NEWEST_IN_FEED)
    path = f"{column.href}feed.xml"
    shape = feed(press.site, column.name, path, column.href, rows, {column.id: column.name})
    return Page(path, render("feed.xml", feed=shape).encode())


def _link(press: Press, column: Node) -> Page:
    box = RuleBox("", (), "", bases(column.legal_basis_text))
    it = LinkPage(column, box, urlsplit(column.outbound_url).netloc)
    sheet = _sheet(press, column, column.name)
    return press.page(f"{column.href}index.html", "link.html", sheet, it, sidebar=press.sidebar(column))


def _listed(
    press: Press, column: Node, path: str, it: shapes.ColumnPage, title: str, *, is_itself: bool = False
) -> Page:
    sheet = _sheet(press, column, title, is_itself=is_itself)
    more = {"sidebar": press.sidebar(column), "page_size": PAGE_SIZE, "validities": VALIDITIES}
    return press.page(path, "column.html", sheet, it, **more)


def _sheet(press: Press, column: Node, title: str, *, is_itself: bool = True) -> Sheet:
    way = press.way(column)
    crumbs = (
        (*way[:-1], Crumb(column.name))
        if is_itself
        else (*way, Crumb(title[len(column.name) :].strip("（）")))
    )
    has_feed = column.is_leaf and not column.is_link
    return Sheet(
        title=title,
        current=press.menu_entry(column),
        is_current_itself=is_itself and press.menu_entry(column) == column.href,
        crumbs=crumbs,
        metas=shapes.column_metas(column),
        feed=f"{column.href}feed.xml" if has_feed else "",
        feed_title=column.name,
    )
