"""The road of review, walked on the desk by four people."""

from tests.web import factories
from tests.web.desk.conftest import normative_fields
from tests.web.desk.reading import read

from gongkai.law.review import Role
from gongkai.web.library import actions
from gongkai.web.library.models import Document, ReviewAct


def review_of(document) -> str:
    return f"/desk/review/{document.code}/"


def test_four_people_bring_a_draft_to_the_public(office, at_desk):
    draft = factories.document(office.normative, office.editor, **normative_fields())
    at_desk(office.editor).post(f"/desk/documents/{draft.code}/submit")
    first = at_desk(office.people[Role.REVIEWER])
    assert "初审：" in read(first.get(review_of(draft))).text
    passed = first.post(review_of(draft), {"does": "pass", "conclusion": "同意"}, follow=True)
    assert "初审通过：已送保密审查，由何立群办理" in read(passed).text

    secrecy = at_desk(office.people[Role.SECRECY_REVIEWER])
    without = secrecy.post(review_of(draft), {"does": "pass", "opinion": "看过全文"})
    assert without.status_code == 422
    assert "请选择保密审查的结论。" in read(without).text
    assert "看过全文" in read(without).fields["opinion"]
    secrecy.post(review_of(draft), {"does": "pass", "verdict": "可以公开", "opinion": "看过全文，不涉密"})

    final = at_desk(office.people[Role.FINAL_REVIEWER])
    page = read(final.get(review_of(draft)))
    assert "可以公开。看过全文，不涉密" in page.text
    assert "通过并发布" in page.text
    published = final.post(review_of(draft), {"does": "pass", "conclusion": ""}, follow=True)
    assert "已公开，索引号" in read(published).text
    assert Document.objects.get().status == "published"


def test_nobody_passes_what_they_wrote_and_the_button_says_why(office, at_desk):
    both = factories.person(Role.EDITOR, Role.REVIEWER, body=office.body, name="周岩")
    mine = factories.reviewed(factories.document(office.notice, both), upto=0)
    client = at_desk(both)
    page = read(client.get(review_of(mine)))
    assert page.buttons(**{"aria-disabled": "true", "aria-describedby": "why-no"})
    assert "您参与起草了这份文件" in page.text
    answer = client.post(review_of(mine), {"does": "pass"})
    assert answer.status_code == 403
    assert "您参与起草了这份文件" in read(answer).text
    assert Document.objects.get().status == "first_review"
    assert "没有等您审核的文件" in read(client.get("/desk/review/")).text


def test_a_person_without_the_role_and_one_of_another_body_cannot_pass(office, at_desk):
    waiting = factories.reviewed(factories.document(office.notice, office.editor), upto=0)
    assert at_desk(office.people[Role.AUDITOR]).post(review_of(waiting), {"does": "pass"}).status_code == 403
    stranger = factories.person(Role.REVIEWER, body=factories.body())
    assert at_desk(stranger).post(review_of(waiting), {"does": "pass"}).status_code == 403
    allowed = at_desk(office.people[Role.REVIEWER]).post(review_of(waiting), {"does": "pass"})
    assert allowed.status_code == 302


def test_returning_needs_a_reason_which_the_writer_then_reads(office, at_desk):
    waiting = factories.reviewed(factories.document(office.notice, office.editor), upto=0)
    client = at_desk(office.people[Role.REVIEWER])
    empty = client.post(review_of(waiting), {"does": "back", "reason": ""})
    assert empty.status_code == 422
    assert "请写明理由：哪里、为什么、怎样改。" in read(empty).text
    client.post(review_of(waiting), {"does": "back", "reason": "附件2第3列列有住址，请遮盖到街道。"})
    assert ReviewAct.objects.get(move="send_back").conclusion == "附件2第3列列有住址，请遮盖到街道。"
    page = read(at_desk(office.editor).get(f"/desk/documents/{waiting.code}/"))
    assert "“附件2第3列列有住址，请遮盖到街道。”" in page.text


def test_a_second_click_on_pass_is_answered_in_words(office, at_desk):
    waiting = factories.reviewed(factories.document(office.notice, office.editor), upto=0)
    client = at_desk(office.people[Role.REVIEWER])
    client.post(review_of(waiting), {"does": "pass"})
    again = client.post(review_of(waiting), {"does": "pass", "verdict": "可以公开", "opinion": "x"})
    assert again.status_code == 403
    assert "保密审查" in read(again).text


def test_after_one_is_done_the_next_that_waits_is_shown(office, at_desk):
    one, two = (
        factories.reviewed(factories.document(office.notice, office.editor), upto=0) for _ in range(2)
    )
    answer = at_desk(office.people[Role.REVIEWER]).post(review_of(one), {"does": "pass"})
    assert answer.url == review_of(two)


def test_who_judged_an_older_text_is_shown_the_new_one_first(office, at_desk):
    """甲打开第1稿；乙退回，起草人改成第2稿再送；甲在旧页面上按“通过”。"""
    waiting = factories.reviewed(factories.document(office.notice, office.editor), upto=0)
    mine = at_desk(office.people[Role.REVIEWER])
    opened = read(mine.get(review_of(waiting))).fields["version"]
    other = factories.person(Role.REVIEWER, body=office.body)
    actions.send_back(other, waiting, "请补一段。")
    draft = Document.objects.get()
    changed = actions.save(
        office.editor, draft, factories.fields(title="第二稿的标题"), revision=draft.revision
    )
    actions.submit(office.editor, changed)
    for does in ("pass", "back"):
        answer = mine.post(review_of(waiting), {"does": does, "version": opened, "reason": "请改。"})
        assert answer.status_code == 409
        page = read(answer)
        assert "您看的是第1稿，现在是第2稿" in page.text
        assert "第二稿的标题" in page.text
        assert Document.objects.get().status == "first_review"
    now = page.fields["version"]
    assert mine.post(review_of(waiting), {"does": "pass", "version": now}).status_code == 302
