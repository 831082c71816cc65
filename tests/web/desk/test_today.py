"""Today's list: what is owed, and one step from doing it."""

from datetime import date

from tests.web import factories
from tests.web.desk.conftest import normative_fields
from tests.web.desk.reading import read

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library import actions


def test_what_is_due_today_stands_there_with_its_rule_and_its_draft(office, at_desk):
    draft = factories.document(office.normative, office.editor, **normative_fields())
    page = read(at_desk(office.editor).get("/desk/"))
    assert "2026年11月23日 星期一，工作日。本周没有放假和调休。" in page.text
    assert "2026-11-12 印发，“文件印发后的7个工作日内”；现为草稿" in page.text
    assert f"/desk/documents/{draft.code}/" in page.links()


def test_an_interpretation_that_is_owed_is_one_click_from_its_draft(office, at_desk):
    draft = factories.document(office.normative, office.editor, **normative_fields())
    factories.published(draft, on=date(2026, 11, 16))
    page = read(at_desk(office.editor).get("/desk/"))
    assert "已逾期" in page.text
    assert f"{draft.title}：政策解读" in page.text
    address = f"/desk/documents/new?column={office.interpretation.code}&kind=interprets&target={draft.code}"
    assert address in page.links()


def test_people_of_another_body_see_none_of_it(office, at_desk):
    draft = factories.document(office.normative, office.editor, **normative_fields())
    stranger = factories.person(Role.EDITOR, body=factories.body())
    page = read(at_desk(stranger).get("/desk/"))
    assert draft.title not in page.text
    assert "没有逾期。" in page.text


def test_the_office_above_sees_what_its_department_owes(office, at_desk):
    department = factories.body("示例区卫生健康局", parent=office.body)
    clerk = factories.person(Role.EDITOR, body=department)
    draft = factories.document(office.notice, clerk, formed_on=date(2026, 9, 1), title="卫生健康公告")
    assert draft.body == department
    assert "卫生健康公告" in read(at_desk(office.editor).get("/desk/")).text


def test_a_day_that_was_set_is_said_on_every_screen(office, at_desk, settings):
    client = at_desk(office.editor)
    assert "不是今天的真实日期" in read(client.get("/desk/duties/")).text
    settings.TODAY_SET_TO = ""
    assert "不是今天的真实日期" not in read(client.get("/desk/duties/")).text


def test_next_years_missing_notice_is_noted(office, at_desk):
    assert "2027年放假安排还没有收录" in read(at_desk(office.editor).get("/desk/")).text


def test_a_holiday_is_called_a_holiday(office, at_desk, settings):
    settings.TODAY_SET_TO = "2026-10-01"
    page = read(at_desk(office.editor).get("/desk/"))
    assert "休息日（国庆节）。下一个工作日是10月8日。" in page.text


def test_what_waits_for_me_and_what_came_back_stand_beside_it(office, at_desk):
    waiting = factories.reviewed(
        factories.document(office.notice, office.editor, title="等初审的公告"), upto=0
    )
    page = read(at_desk(office.people[Role.REVIEWER]).get("/desk/"))
    assert "等初审的公告" in page.text
    assert f"/desk/review/{waiting.code}/" in page.links()
    at_desk(office.people[Role.REVIEWER]).post(
        f"/desk/review/{waiting.code}/", {"does": "back", "reason": "附件2列有住址，请遮盖。"}
    )
    assert "已退回" in read(at_desk(office.editor).get("/desk/")).text


def test_a_draft_of_pictures_does_not_stand_for_the_text_that_is_owed(office, at_desk):
    pictures = factories.column(
        office.body,
        kind=ColumnKind.INTERPRETATION_MEDIA,
        time_limit="与行政规范性文件原文同时发布（三个工作日内）",
        name="图片音视频等解读",
        parent=office.normative.parent,
    )
    fields = normative_fields(signed_on=date(2026, 11, 18), issued_on=date(2026, 11, 18))
    original = factories.published(
        factories.document(office.normative, office.editor, **fields), on=date(2026, 11, 19)
    )
    draft = factories.document(pictures, office.editor, title="一图读懂")
    actions.relate(office.editor, draft, RelationKind.INTERPRETS, original)
    page = read(at_desk(office.editor).get("/desk/"))
    assert "；还没有起草" in page.text
    column = office.interpretation.code
    assert f"/desk/documents/new?column={column}&kind=interprets&target={original.code}" in page.links()
