"""An office and a browser for every journey."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.journeys.office import Office

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Real Chromium. It ends with its file: while it runs, its event loop keeps Django from the database."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A fresh window of a Chinese reader; its last sight is kept beside the test's folder."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    yield opened
    opened.screenshot(path=tmp_path / "last-sight.png", full_page=True)
    context.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office in a new folder, on a free port; nothing is set up yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return Office(tmp_path / "office", probe.getsockname()[1])
