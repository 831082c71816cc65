"""Every screen of the desk: axe, and no sideways scrolling."""

from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.office import PASSWORD, Office

AXE = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
TODAY = "2026-11-12"
SCREENS = ("", "documents/", "documents/new", "review/", "duties/", "columns/", "calendar/", "people/")
WIDTHS = (1440, 360)


def faults(page: Page) -> list[str]:
    """What axe finds, and whether the page is wider than its window."""
    # Through the debugger, as the screens' own policy rightly lets no foreign script in.
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {RULES})")
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [one["id"] for one in found["violations"]] + (["sideways scrolling"] if wide else [])


def test_no_screen_breaks_a_rule_or_needs_sideways_scrolling(office: Office, page: Page) -> None:
    office.set_up(TODAY)
    with office.open_on(TODAY):
        page.goto(f"{office.address}/desk/sign-in")
        found = {"sign-in": faults(page)}
        page.get_by_label("账号").fill("lin")
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.locator("h1")).to_have_text("今日待办")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for screen in SCREENS:
                page.goto(f"{office.address}/desk/{screen}")
                found[f"{screen or 'today'} {width}"] = faults(page)
    assert {screen: faults for screen, faults in found.items() if faults} == {}
