"""From a clerk's draft through three reviews to a citizen."""

import json
import re

from playwright.sync_api import Page, expect
from tests.journeys.office import PASSWORD, STAFF, Office

ISSUED, INTERPRETED = "2026-11-12", "2026-11-18"
TITLE = "示例区人民政府关于印发示例区普惠托育服务发展若干措施的通知"
EXPLAINED = "《示例区普惠托育服务发展若干措施》政策解读"
TEXT = "各镇人民政府、街道办事处：现将《示例区普惠托育服务发展若干措施》印发给你们，请认真贯彻执行。"
REVIEWS = [("chen", "转保密审查"), ("he", "转终审"), ("shen", "通过并发布")]


def sign_in(page: Page, office: Office, username: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{office.address}/desk/sign-in")
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1, name="今日待办")).to_be_visible()


def fill(page: Page, title: str, text: str, **fields: str) -> None:
    page.get_by_label(re.compile("^标题")).fill(title)
    for label, value in fields.items():
        field = page.get_by_label(re.compile(f"^{label}")).first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    # The rich text editor is a frame; a person types into it.
    page.frame_locator("iframe").first.locator("body").fill(text)
    page.get_by_role("button", name=re.compile("存为草稿|保存")).first.click()
    expect(page.locator("h1")).to_contain_text(title)


def submit(page: Page) -> None:
    page.get_by_role("button", name="送初审").click()
    expect(page.get_by_text(re.compile("已送初审")).first).to_be_visible()


def take_through_review(page: Page, office: Office, title: str) -> None:
    for username, verb in REVIEWS:
        sign_in(page, office, username)
        page.goto(f"{office.address}/desk/review/")
        page.get_by_role("link", name=title).first.click()
        if STAFF[username][1] == "secrecy_reviewer":
            page.get_by_label("可以公开", exact=True).check()
            page.get_by_label(re.compile("^审查意见")).fill(
                "全文已看，不涉及国家秘密、商业秘密和个人隐私，可以公开。"
            )
        page.get_by_role("button", name=re.compile(verb)).click()
        expect(page.get_by_text("通过").first).to_be_visible()


def find(page: Page, office: Office, words: str, title: str) -> None:
    """A citizen searches until the worker has brought the document to the site (2 s by promise)."""
    for _ in range(20):
        page.goto(f"{office.address}/")
        page.get_by_role("searchbox").first.fill(words)
        page.keyboard.press("Enter")
        if page.get_by_role("link", name=title).count():
            break
        page.wait_for_timeout(200)
    page.get_by_role("link", name=title).first.click()
    expect(page.locator("h1")).to_contain_text(title)


def test_a_normative_document_and_its_late_interpretation(office: Office, page: Page) -> None:
    office.set_up(ISSUED)
    with office.open_on(ISSUED):
        _publish_the_original(office, page)
        _the_citizen_finds_it(office, page)
        _the_desk_knows_what_follows(office, page)
    assert _interpretation_owed(office, "2026-11-17")["state"] == "due_today"
    with office.open_on(INTERPRETED):
        _interpret_one_day_late(office, page)
        _everybody_is_told(office, page)
    told = _interpretation_owed(office, INTERPRETED)
    assert (told["state"], told["late_workdays"], told["due_on"]) == ("late", 1, "2026-11-17")
    # The answer about the day before the lateness stays what it was.
    assert _interpretation_owed(office, "2026-11-17", asked_on="2036-11-17")["state"] == "due_today"


def _publish_the_original(office: Office, page: Page) -> None:
    sign_in(page, office, "lin")
    page.get_by_role("link", name="新建文件").first.click()
    page.get_by_role("link", name="区政府行政规范性文件").or_(
        page.get_by_role("button", name="区政府行政规范性文件")
    ).first.click()
    fill(
        page,
        TITLE,
        TEXT,
        发文字号="示政发〔2026〕18号",
        发文机关="示例区人民政府",
        成文日期=ISSUED,
        印发日期=ISSUED,
        有效性="有效",
    )
    submit(page)
    take_through_review(page, office, TITLE)


def _the_citizen_finds_it(office: Office, page: Page) -> None:
    page.context.clear_cookies()
    find(page, office, "托育", TITLE)
    expect(page.get_by_text("文件印发后的7个工作日内").first).to_be_visible()


def _the_desk_knows_what_follows(office: Office, page: Page) -> None:
    """Three working days after Thursday 12 November is Tuesday 17 November."""
    sign_in(page, office, "lin")
    page.goto(f"{office.address}/desk/duties/")
    line = page.get_by_role("row").filter(has_text="与行政规范性文件原文同时发布").filter(has_text=TITLE)
    expect(line.first).to_contain_text("11-17")


def _interpret_one_day_late(office: Office, page: Page) -> None:
    sign_in(page, office, "lin")
    line = page.get_by_role("listitem").filter(has_text=TITLE).filter(has_text="已逾期")
    line.get_by_role("link", name="起草").first.click()
    fill(page, EXPLAINED, "一、为什么出台。二、主要措施。三、怎样申请。", 形成或变更日期=INTERPRETED)
    submit(page)
    take_through_review(page, office, EXPLAINED)


def _everybody_is_told(office: Office, page: Page) -> None:
    page.context.clear_cookies()
    find(page, office, "政策解读", EXPLAINED)
    expect(page.locator("main")).to_contain_text(re.compile("(逾期|迟|迟公开|晚)1个工作日"))
    page.locator("main").get_by_role("link", name=TITLE).first.click()
    expect(page.locator("h1")).to_contain_text(TITLE)
    expect(page.locator("main")).to_contain_text(EXPLAINED)
    expect(page.locator("main")).to_contain_text(re.compile("(逾期|迟|迟公开|晚)1个工作日"))
    sign_in(page, office, "lin")
    page.goto(f"{office.address}/desk/duties/?state=late")
    expect(page.get_by_role("row").filter(has_text=TITLE).first).to_contain_text("迟1个工作日")


def _interpretation_owed(office: Office, as_of: str, asked_on: str = INTERPRETED) -> dict[str, object]:
    answer = json.loads(office.command(asked_on, "owed", "--as-of", as_of, "--json"))
    [duty] = [one for one in answer["duties"] if one["kind"] == "interpret"]
    return duty
