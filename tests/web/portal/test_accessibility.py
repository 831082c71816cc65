"""Every kind of page in Chromium: axe, narrow rooms, modes."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from tests.web.portal.test_every_page import a_whole_site

from gongkai.web.library import search

AXE = (Path(__file__).parents[3] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"


class Quiet(SimpleHTTPRequestHandler):
    """Sends files and says nothing."""

    def log_message(self, *words: object) -> None:
        """Not to the terminal."""


@pytest.fixture
def site(home: Path, db: None, client) -> Iterator[str]:
    """A baked site with search results beside it, served as files."""
    a_whole_site(home)
    search.rebuild()
    for name, words in (("found", "停车"), ("nothing", "找不到的词")):
        (home / f"site/{name}.html").write_bytes(client.get("/search", {"q": words}).content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(home / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: str) -> Iterator[Page]:
    """A window of the real browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def kinds_of_page(home: Path) -> list[str]:
    """One page of each kind: documents by what they say, columns by what they hold."""
    signs = {
        "documents": ("本文件已撤下", "本文件已废止", 'class="scroll"'),
        "columns": ("年份</dt>", "归档第1页", "年公开的文件", "下级栏目", "离开本站", "还没有公开的文件"),
    }
    found = [
        "/"
        + next(file for file in files if sign in file.read_text("utf-8"))
        .relative_to(home / "site")
        .as_posix()
        for folder, wanted in signs.items()
        for files in [sorted((home / "site" / folder).rglob("*.html"))]
        for sign in wanted
    ]
    return [
        *found,
        "/",
        "/timeliness/",
        "/map/",
        "/on-request/",
        "/accessibility/",
        "/404.html",
        "/found.html",
        "/nothing.html",
    ]


def faults(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {RULES})")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def is_wider_than_the_window(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_no_kind_of_page_breaks_a_rule_or_needs_sideways_scrolling(site: str, home: Path, page: Page) -> None:
    kinds = kinds_of_page(home)
    for path in kinds:
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(site + path)
        assert not is_wider_than_the_window(page), path
        assert faults(page) == [], path
    for path in (kinds[1], kinds[3], "/", "/timeliness/"):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(site + path)
        assert faults(page) == [], path
    # 720 像素宽就是 1440 像素的屏幕放大到 200%。
    for mode, path, width in (
        ("#type-large", kinds[1], 320),
        ("#type-large", "/timeliness/", 720),
        ("#contrast-high", kinds[1], 720),
        ("#contrast-high", "/found.html", 320),
    ):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site + path)
        page.check(mode)
        assert not is_wider_than_the_window(page), (path, width)
        assert faults(page) == [], (path, width)
        page.uncheck(mode)


def test_the_drawer_opens_and_closes_and_a_mode_once_chosen_is_kept(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site + "/")
    menu = page.get_by_role("navigation", name="主要栏目")
    assert not menu.is_visible()
    page.get_by_role("link", name="菜单", exact=True).click()
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    page.check("#type-large")
    page.goto(site + "/map/")
    assert page.is_checked("#type-large")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
