"""Lists: duties, columns, documents, audit, calendar."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from tests.web import factories
from tests.web.desk.conftest import normative_fields
from tests.web.desk.reading import read

from gongkai.law.review import Role
from gongkai.web.library.models import Column, Document


@pytest.fixture
def late_and_due(office):
    """One document published late, one due today."""
    fields = normative_fields(signed_on=date(2026, 10, 9), issued_on=date(2026, 10, 9), title="迟公开的文件")
    factories.published(factories.document(office.normative, office.editor, **fields), on=date(2026, 11, 2))
    number = "示政发〔2026〕30号"
    factories.document(
        office.normative, office.editor, **normative_fields(title="今天到期的文件", document_number=number)
    )


def test_duties_are_filtered_by_state_column_and_words(office, at_desk, late_and_due):
    client = at_desk(office.editor)
    everything = read(client.get("/desk/duties/")).text
    assert "迟公开的文件" in everything
    assert "今天到期的文件" in everything
    late = read(client.get("/desk/duties/", {"state": "late"})).text
    assert "迟公开的文件" in late
    assert "今天到期的文件" not in late
    assert "今天到期的文件" in read(client.get("/desk/duties/", {"text": "今天到期"})).text
    of_column = read(client.get("/desk/duties/", {"column": office.interpretation.code})).text
    assert "迟公开的文件：政策解读" in of_column
    assert "今天到期的文件" not in of_column
    none = read(client.get("/desk/duties/", {"text": "外星"})).text
    assert "没有符合条件的任务。" in none


def test_a_filter_that_cannot_be_read_is_said_and_the_rest_still_holds(office, at_desk, late_and_due):
    page = read(at_desk(office.editor).get("/desk/duties/", {"first_on": "2026-02-30", "text": "今天到期"}))
    assert "日历上没有“2026-02-30”这一天" in page.text
    assert "今天到期的文件" in page.text
    assert "迟公开的文件" not in page.text


def test_what_is_still_owed_comes_first_and_the_order_can_be_chosen(office, at_desk, late_and_due):
    client = at_desk(office.editor)
    first = read(client.get("/desk/duties/")).text
    assert first.index("今天到期的文件") < first.index("迟公开的文件 ")
    by_due = read(client.get("/desk/duties/", {"sort": "due"})).text
    assert by_due.index("迟公开的文件 ") < by_due.index("今天到期的文件")


def test_the_selection_is_exported_as_csv_and_xlsx(office, at_desk, late_and_due):
    client = at_desk(office.editor)
    answer = client.get("/desk/duties/export.csv", {"state": "late"})
    table = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert table[0][:3] == ["状态", "说明", "任务"]
    assert [row[2] for row in table[1:]] == ["迟公开的文件"]
    sheet = load_workbook(BytesIO(client.get("/desk/duties/export.xlsx", {"state": "late"}).content)).active
    assert sheet["A1"].value == "公开任务，共1项，截至2026年11月23日"
    assert sheet["C3"].value == "迟公开的文件"
    assert client.get("/desk/duties/export.exe").status_code == 404


def test_a_title_that_looks_like_a_formula_stays_a_title(office, at_desk):
    title = "=HYPERLINK(1)"
    factories.document(office.normative, office.editor, **normative_fields(title=title))
    content = at_desk(office.editor).get("/desk/duties/export.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in content


def test_columns_show_count_newest_rule_and_state(office, at_desk, late_and_due):
    page = read(at_desk(office.editor).get("/desk/columns/"))
    assert "区政府行政规范性文件 1 2026-11-02 21天前 文件印发后的7个工作日内 1项今天到期" in page.text
    assert "没有填转链地址" in page.text
    chosen = read(at_desk(office.editor).get("/desk/columns/", {"column": office.normative.code})).text
    assert "读作：" in chosen
    assert at_desk(office.editor).get("/desk/columns/", {"column": "zzz"}).status_code == 404


def test_only_an_administrator_says_where_an_outbound_column_leads(office, at_desk):
    address = f"/desk/columns/{office.outbound.code}/outbound"
    url = "https://www.example.invalid/zcwj"
    assert at_desk(office.editor).post(address, {"outbound_url": url}).status_code == 403
    administrator = at_desk(office.people[Role.ADMINISTRATOR])
    wrong = administrator.post(address, {"outbound_url": "上级网站"})
    assert wrong.status_code == 422
    assert "转链地址要写全" in read(wrong).text
    done = administrator.post(address, {"outbound_url": url}, follow=True)
    assert f"现在转到 {url}" in read(done).text
    assert Column.objects.get(pk=office.outbound.pk).outbound_url == url


def test_documents_are_found_by_title_or_number_within_my_bodies(office, at_desk, late_and_due):
    client = at_desk(office.editor)
    assert "今天到期的文件" in read(client.get("/desk/documents/", {"q": "〔2026〕30号"})).text
    late = Document.objects.get(title="迟公开的文件")
    assert late.title in read(client.get("/desk/documents/", {"q": late.index_number})).text
    drafts = read(client.get("/desk/documents/", {"status": "draft"})).text
    assert "今天到期的文件" in drafts
    assert "迟公开的文件" not in drafts
    stranger = factories.person(Role.EDITOR, body=factories.body())
    assert "还没有文件。" in read(at_desk(stranger).get("/desk/documents/")).text


def test_the_audit_is_for_auditors_and_administrators_and_proves_itself(office, at_desk, late_and_due):
    assert at_desk(office.editor).get("/desk/audit/").status_code == 403
    client = at_desk(office.people[Role.AUDITOR])
    page = read(client.get("/desk/audit/", {"check": "1"}))
    assert "记录完整" in page.text
    assert "首尾相连，没有增删改" in page.text
    found = read(client.get("/desk/audit/", {"person": "林晓雯", "act": "起草"})).text
    assert "起草《今天到期的文件》" in found
    assert "没有这样的记录。" in read(client.get("/desk/audit/", {"text": "外星"})).text


def test_the_audit_of_another_body_is_not_shown(office, at_desk):
    theirs = factories.document(title="绝不外传的标题")
    page = at_desk(office.people[Role.AUDITOR]).get("/desk/audit/")
    assert "绝不外传" not in page.content.decode()
    auditor = factories.person(Role.AUDITOR, body=theirs.body)
    own = read(at_desk(auditor).get("/desk/audit/")).text
    assert "绝不外传" in own
    assert theirs.body.short_name in own
    assert f" {theirs.body.code} " not in own


def test_the_calendar_marks_rest_and_make_up_days_and_what_is_provisional(office, at_desk):
    client = at_desk(office.editor)
    this_year = read(client.get("/desk/calendar/"))
    assert "国办发明电〔2025〕7号" in this_year.text
    assert "调休上班，计入工作日" in this_year.text
    assert "m" in [attrs.get("class") for tag, attrs in this_year.tags if tag == "td"]
    next_year = read(client.get("/desk/calendar/", {"year": "2027"})).text
    assert "2027年放假安排还没有收录" in next_year
    assert "（暂定）" in next_year
    assert client.get("/desk/calendar/", {"year": "明年"}).status_code == 422
    assert client.get("/desk/calendar/", {"year": "1999"}).status_code == 422
