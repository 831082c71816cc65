"""The programme, before anybody enters it."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from gongkai.law import lawdata
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.demo.plan.days import YEARS, Span, years_before
from gongkai.web.demo.plan.files import made
from gongkai.web.demo.plan.planned import Fate, PlannedFile, Stage
from gongkai.web.demo.plan.printing import why_no_pdf
from gongkai.web.demo.plan.programme import programme, steps

# One worker makes what the tests of this file share, once.
pytestmark = pytest.mark.xdist_group("programme")

TODAY = date(2026, 11, 23)
CHINESE = re.compile(r"[一-鿿]")
UNFILLED = re.compile(r"\{\{|\{%|⟦|<|[a-z]{3,}")


def span(today=TODAY):
    return Span(years_before(today, YEARS), today, lawdata.calendar().is_workday)


@pytest.fixture(scope="module")
def documents():
    return programme(2026, span())


def test_there_are_more_than_six_hundred_documents_and_each_has_its_own_key(documents):
    assert len(documents) >= 600
    assert len({document.key for document in documents}) == len(documents)


def test_every_column_but_the_outbound_links_has_documents_and_no_others(documents):
    items = lawdata.catalogue("xihu-2022").items
    wanted = {item.path for item in items if item.column_kind is not ColumnKind.OUTBOUND_LINK}
    assert {document.column for document in documents} == wanted
    assert len(items) == 75


def test_the_same_seed_gives_the_same_documents_and_another_seed_others(documents):
    assert programme(2026, span()) == documents
    other = programme(7, span())
    assert [document.lines for document in other] != [document.lines for document in documents]


def test_no_two_documents_of_a_column_share_a_title(documents):
    counts = Counter((document.column, document.title) for document in documents)
    assert [title for title, count in counts.items() if count > 1] == []


def test_no_two_documents_share_a_number(documents):
    counts = Counter(document.document_number for document in documents if document.document_number)
    assert [number for number, count in counts.items() if count > 1] == []


def test_every_text_is_chinese_of_some_length_with_nothing_left_to_fill_in(documents):
    for document in documents:
        assert len(CHINESE.findall(document.lines)) >= 60, document.title
        assert not UNFILLED.search(document.title + document.lines + document.summary), document.title
        for file in document.files:
            assert not UNFILLED.search(file.name.rpartition(".")[0] + file.title + file.lines), file.name


def test_everything_is_marked_as_belonging_to_a_place_that_does_not_exist(documents):
    for document in documents:
        words = document.title + document.lines + document.issuing_body
        assert "示例" in words or document.body, document.title
        assert "西湖" not in words, document.title


def test_nothing_is_published_before_it_happened_or_on_a_day_off(documents):
    is_workday = lawdata.calendar().is_workday
    for document in documents:
        if document.stage is Stage.PUBLISHED:
            assert document.began_on <= document.published_on < TODAY, document.title
            assert is_workday(document.published_on), document.title


def test_acts_come_in_order_of_time_and_drafts_before_what_relates_to_them(documents):
    acts = steps(documents, span())
    assert [act.at for act in acts] == sorted(act.at for act in acts)
    seen = set()
    for act in acts:
        if act.act == "draft":
            assert all(relation.to in seen for relation in act.document.relations), act.document.title
            seen.add(act.document.key)
    last = {act.document.key: act for act in acts}
    assert len(last) == len(documents)


def test_there_is_work_in_every_stage_of_review(documents):
    assert {document.stage for document in documents} == set(Stage)
    returned = [document for document in documents if document.stage is Stage.SENT_BACK]
    assert all(document.reason for document in returned)


def test_some_measures_were_amended_repealed_or_have_lapsed(documents):
    fates = Counter(document.fate.fate for document in documents if document.fate)
    assert fates[Fate.AMENDED] >= 2
    assert fates[Fate.REPEALED] >= 2
    assert fates[Fate.LAPSED] >= 2
    keys = {document.key for document in documents}
    assert all(document.fate.by in keys | {""} for document in documents if document.fate)


def test_the_sums_of_the_annual_reports_agree_and_open_cases_are_carried_over(documents):
    reports = [document for document in documents if document.column == ("政府信息公开工作年度报告",)]
    assert len(reports) >= 3
    assert len({report.lines.partition("# 五")[2][:60] for report in reports}) == len(reports)
    carried = None
    for report in sorted(reports, key=lambda report: report.title):
        rows = [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in report.lines.splitlines()
            if line.startswith(("| 一、", "| 二、", "| 三、", "| （七）", "| 四、"))
        ]
        numbers = [[int(cell) for cell in row[1:]] for row in rows]
        assert all(sum(row[:-1]) == row[-1] and min(row) >= 0 for row in numbers), report.title
        received, before, *outcomes, total, after = numbers
        assert [sum(column) for column in zip(*outcomes, strict=True)] == total
        assert [a + b for a, b in zip(received, before, strict=True)] == [
            a + b for a, b in zip(total, after, strict=True)
        ]
        assert carried in (None, before)
        carried = after


@pytest.mark.parametrize(
    "today",
    [date(2026, 1, 2), date(2026, 2, 19), date(2025, 10, 5), date(2024, 2, 29), date(2026, 12, 31)],
)
def test_it_can_be_made_on_any_day_of_the_year(today):
    made_then = programme(1, span(today))
    assert len(made_then) >= 600
    assert steps(made_then, span(today))[-1].at.date() < today
    due = [document for document in made_then if document.stage is not Stage.PUBLISHED]
    assert len(due) >= 10
    assert min(document.began_on for document in made_then) >= span(today).begin - timedelta(days=1)


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_attachments_are_the_same_bytes_every_time(kind):
    if kind == "pdf" and why_no_pdf():
        pytest.skip(f"{why_no_pdf()} (not run: no Pango or no Chinese font)")
    file = PlannedFile(f"示例.{kind}", "示例标题", "# 一、说明\n正文一段。\n| 项目 | 数量 |\n| 示例 | 12 |")
    content = made(file)
    assert content.startswith(b"%PDF-" if kind == "pdf" else b"PK\x03\x04")
    assert made(file) == content
