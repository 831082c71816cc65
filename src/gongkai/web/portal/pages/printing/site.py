"""Prints the pages that belong to the whole site."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.search import Answer
from gongkai.web.portal import queries
from gongkai.web.portal.pages.assets import assets
from gongkai.web.portal.pages.feeds import NEWEST_IN_FEED, feed, site_map_path
from gongkai.web.portal.pages.frame import Crumb, Sheet
from gongkai.web.portal.pages.home import home_page
from gongkai.web.portal.pages.printing.press import HOME, Page, Press
from gongkai.web.portal.pages.rendering import render
from gongkai.web.portal.pages.search import search_page
from gongkai.web.portal.pages.timeliness import missed_codes, timeliness_page
from gongkai.web.portal.queries import Node

NEWEST_ON_HOME = 8


@dataclass(frozen=True, slots=True)
class StandingPage:
    """What the pages that seldom change need to know of the tree."""

    roots: tuple[Node, ...]
    leaf_count: int
    guide: Node | None


def home(press: Press) -> Page:
    """The home page."""
    today = press.ledger.as_of
    it = home_page(
        press.tree,
        queries.newest(limit=NEWEST_ON_HOME),
        press.newest_days,
        press.counts,
        queries.open_consultations(today),
        press.year,
        today,
    )
    sheet = Sheet("首页", current="/", is_current_itself=True, has_own_search=True)
    return press.page("/index.html", "home.html", sheet, it)


def timeliness(press: Press) -> Page:
    """How every column keeps its time limit."""
    public = queries.published_titles(missed_codes(press.year))
    it = timeliness_page(press.tree, press.ledger, press.year, press.newest_days, public)
    return _standing(press, "/timeliness/index.html", "timeliness.html", "公开时效", it)


def standing_pages(press: Press) -> Iterator[Page]:
    """Pages and files that change only with the catalogue or the site itself."""
    leaves = press.tree.leaves()
    it = StandingPage(press.tree.roots, len(leaves), press.tree.first_of(ColumnKind.GUIDE))
    yield _standing(press, "/map/index.html", "map.html", "站点地图", it)
    yield _standing(press, "/on-request/index.html", "on_request.html", "依申请公开", it)
    yield _standing(press, "/accessibility/index.html", "accessibility.html", "无障碍声明", it)
    lost = Sheet("没有找到这一页", crumbs=(HOME, Crumb("没有找到")), has_own_search=True, is_unlisted=True)
    yield press.page("/404.html", "not_found.html", lost, it)
    yield Page("/robots.txt", render("robots.txt", address=press.site.url("/sitemap.xml")).encode())
    paths = ["/", "/timeliness/", "/map/", "/on-request/", "/accessibility/"]
    paths += [node.href for node in press.tree.by_code.values()]
    yield _site_map(press, "/sitemap-columns.xml", paths)
    for asset in assets().values():
        yield Page(asset.path, asset.content)


def site_feed(press: Press) -> Page:
    """The feed of everything."""
    names = {leaf.id: leaf.name for leaf in press.tree.leaves()}
    shape = feed(press.site, "最新公开", "/feed.xml", "/", queries.newest(limit=NEWEST_IN_FEED), names)
    return Page("/feed.xml", render("feed.xml", feed=shape).encode())


def site_map_index(press: Press, years: Sequence[int]) -> Page:
    """The list of site maps, one for columns and one for each year."""
    paths = ["/sitemap-columns.xml", *(site_map_path(year) for year in sorted(years, reverse=True))]
    addresses = [press.site.url(path) for path in paths]
    return Page("/sitemap.xml", render("sitemap_index.xml", addresses=addresses).encode())


def site_map_of(press: Press, year: int, paths: Sequence[str]) -> Page:
    """The documents published in a year, for search engines."""
    return _site_map(press, site_map_path(year), paths)


def _site_map(press: Press, path: str, paths: Sequence[str]) -> Page:
    addresses = [press.site.url(one) for one in paths]
    return Page(path, render("sitemap.xml", addresses=addresses).encode())


def results(press: Press, answer: Answer) -> str:
    """The page of search results."""
    asked = answer.question.text.strip()
    title = f"查找“{asked}”" if asked else "查找"
    sheet = Sheet(title, crumbs=(HOME, Crumb("查找结果")), has_own_search=True, is_unlisted=True)
    return render("search.html", frame=press.frame, sheet=sheet, it=search_page(answer))


def _standing(press: Press, path: str, template: str, title: str, it: object) -> Page:
    href = path.removesuffix("index.html")
    sheet = Sheet(title, current=href, is_current_itself=True, crumbs=(HOME, Crumb(title)))
    return press.page(path, template, sheet, it)
