"""The page of a document: findings, versions, files, borders."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web import factories
from tests.web.desk.conftest import normative_fields
from tests.web.desk.reading import read

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.web.library import actions
from gongkai.web.library.models import Document


def page_of(document) -> str:
    return f"/desk/documents/{document.code}/"


def test_what_keeps_a_draft_from_review_stands_there_with_its_article(office, at_desk):
    draft = factories.document(
        office.normative, office.editor, signed_on=None, issued_on=None, formed_on=None
    )
    client = at_desk(office.editor)
    page = read(client.get(page_of(draft)))
    assert "必须处理" in page.text
    assert "缺发文字号" in page.text
    button = page.buttons(**{"aria-describedby": "why-not"})[0]
    assert button["aria-disabled"] == "true"
    assert "项必须处理，处理后才能送审。" in page.text
    assert f"/desk/documents/{draft.code}/edit#id_document_number" in page.links()
    answer = client.post(page_of(draft) + "submit")
    assert answer.status_code == 422
    assert "还不能送初审" in read(answer).text
    assert Document.objects.get().status == "draft"


def test_a_complete_draft_is_submitted_and_says_who_has_it_now(office, at_desk):
    draft = factories.document(office.normative, office.editor, **normative_fields())
    answer = at_desk(office.editor).post(page_of(draft) + "submit", follow=True)
    assert "已送初审，由陈静办理。" in read(answer).text
    assert Document.objects.get().status == "first_review"


def test_the_working_of_the_due_day_numbers_every_working_day(office, at_desk):
    draft = factories.document(office.normative, office.editor, **normative_fields())
    page = read(at_desk(office.editor).get(page_of(draft)))
    cells = [attrs.get("class", "") for tag, attrs in page.tags if tag == "td"]
    assert cells.count("off") == 4
    assert "start" in cells
    assert "due now" in cells
    assert "11-12 印发 不计 11-13 1 11-14 周六 11-15 周日 11-16 2" in page.text
    assert "11-23 7 到期" in page.text


def test_two_versions_side_by_side_underline_what_came_and_strike_what_went(office, at_desk):
    draft = factories.document(office.notice, office.editor, title="托位补助公告", text="每人每月补助260元。")
    client = at_desk(office.editor)
    form = read(client.get(page_of(draft) + "edit")).fields
    client.post(page_of(draft) + "edit", form | {"text": "<p>每人每月补助300元，按月发放。</p>"})
    html = client.get(page_of(draft) + "difference?from=1&to=2").content.decode()
    assert "<del>260</del><ins>300</ins>" in html
    assert "<ins>，按月发放</ins>" in html
    assert client.get(page_of(draft) + "difference?to=9").status_code == 404


def test_files_are_added_refused_and_taken_away(office, at_desk):
    draft = factories.document(office.notice, office.editor)
    client = at_desk(office.editor)
    files = [SimpleUploadedFile("名单.pdf", b"%PDF-1.7 ..."), SimpleUploadedFile("木马.exe", b"MZ")]
    answer = client.post(page_of(draft) + "attach", {"files": files})
    assert answer.status_code == 422
    assert "已添加1个。附件“木马.exe”的种类不能上传" in read(answer).text
    attachment = draft.attachments.get()
    fetched = client.get(f"/desk/files/{attachment.pk}")
    assert b"".join(fetched.streaming_content) == b"%PDF-1.7 ..."
    assert fetched["Content-Disposition"].startswith("attachment")
    client.post(f"/desk/files/{attachment.pk}/detach")
    assert not draft.attachments.exists()


def test_a_relation_is_found_by_a_few_characters_made_and_cancelled(office, at_desk):
    original = factories.published(factories.document(office.normative, office.editor, **normative_fields()))
    draft = factories.document(office.interpretation, office.editor, title="解读")
    client = at_desk(office.editor)
    part = client.get(page_of(draft) + "relation-targets", {"find": "普惠托育"})
    assert original.code in part.content.decode()
    assert (
        "没有标题或文号带"
        in client.get(page_of(draft) + "relation-targets", {"find": "外星"}).content.decode()
    )
    client.post(page_of(draft) + "relate", {"kind": "interprets", "target": original.code})
    relation = draft.relations.get()
    assert "解读" in read(client.get(page_of(original))).text
    client.post(f"/desk/relations/{relation.pk}/cancel")
    assert not draft.relations.exists()
    assert client.post(page_of(draft) + "relate", {"kind": "x", "target": "y"}).status_code == 422


def test_another_bodys_draft_is_refused_in_chinese_and_its_title_is_not_told(office, at_desk):
    draft = factories.document(office.notice, office.editor, title="绝不外传的标题")
    stranger = factories.person(*Role, body=factories.body())
    client = at_desk(stranger)
    for address in ("", "edit", "difference"):
        answer = client.get(page_of(draft) + address)
        assert answer.status_code == 403
        assert "您在这个单位没有角色" in read(answer).text
        assert "绝不外传" not in answer.content.decode()
    for address in ("submit", "withdraw", "reopen", "attach", "relate", "validity"):
        assert client.post(page_of(draft) + address).status_code == 403
    assert client.get(f"/desk/review/{draft.code}/").status_code == 403


def test_another_bodys_published_document_may_be_read_but_not_moved(office, at_desk):
    public = factories.published(factories.document(office.notice, office.editor))
    stranger = factories.person(*Role, body=factories.body())
    client = at_desk(stranger)
    assert client.get(page_of(public)).status_code == 200
    answer = client.post(page_of(public) + "withdraw", {"reason": "不该公开"})
    assert answer.status_code == 403
    assert Document.objects.get(pk=public.pk).status == "published"


def test_another_body_reads_what_is_public_and_not_how_it_came_about(office, at_desk):
    """起草时写过、审查时删去的话，外单位看不到；审查意见也看不到。"""
    draft = factories.document(office.notice, office.editor, text="<p>不宜公开的一句话。</p>")
    clean = actions.save(office.editor, draft, factories.fields(title="公开的标题"), revision=1)
    public = factories.published(clean)
    client = at_desk(factories.person(*Role, body=factories.body()))
    page = client.get(page_of(public))
    assert page.status_code == 200
    assert "不涉密，可以公开。" not in read(page).text
    assert "第1稿" not in read(page).text
    for address in (page_of(public) + "difference?to=2", f"/desk/review/{public.code}/"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "不宜公开" not in answer.content.decode()
        assert "您在这个单位没有角色" in read(answer).text


def test_a_relation_never_tells_of_another_bodys_draft(office, at_desk):
    mine = factories.document(office.notice, office.editor)
    theirs = factories.document(title="绝不外传的标题")
    answer = at_desk(office.editor).post(
        page_of(mine) + "relate", {"kind": "amends", "target": theirs.code}, follow=True
    )
    assert "绝不外传" not in answer.content.decode()
    assert not mine.relations.exists()
    public = factories.published(factories.document(office.notice, office.editor))
    actions.relate(theirs.created_by, theirs, RelationKind.AMENDS, public)
    assert "绝不外传" not in at_desk(office.editor).get(page_of(public)).content.decode()
    assert "绝不外传" in at_desk(theirs.created_by).get(page_of(theirs)).content.decode()


def test_withdrawing_needs_a_reason_and_a_role(office, at_desk):
    public = factories.published(factories.document(office.notice, office.editor))
    final = at_desk(office.people[Role.FINAL_REVIEWER])
    assert final.post(page_of(public) + "withdraw", {"reason": " "}).status_code == 422
    assert at_desk(office.editor).post(page_of(public) + "withdraw", {"reason": "有误"}).status_code == 403
    answer = final.post(page_of(public) + "withdraw", {"reason": "附件列有住址"}, follow=True)
    assert "已撤下" in read(answer).text
    assert "附件列有住址" in read(answer).text
    reopened = at_desk(office.editor).post(page_of(public) + "reopen", follow=True)
    assert "再公开时索引号不变" in read(reopened).text


def test_validity_is_changed_by_the_final_reviewer_naming_what_repealed_it(office, at_desk):
    old = factories.published(factories.document(office.normative, office.editor, **normative_fields()))
    new_fields = normative_fields(document_number="示政发〔2026〕20号", title="新措施")
    new = factories.published(factories.document(office.normative, office.editor, **new_fields))
    client = at_desk(office.people[Role.FINAL_REVIEWER])
    wrong = client.post(page_of(old) + "validity", {"validity": "repealed", "by": "没有这一份"})
    assert wrong.status_code == 422
    assert "没有已公开的文件的文号或标题是“没有这一份”" in read(wrong).text
    client.post(page_of(old) + "validity", {"validity": "repealed", "by": "示政发〔2026〕20号"})
    old.refresh_from_db()
    assert old.validity == "repealed"
    assert new.relations.get().target == old


def test_an_address_without_a_document_is_a_page_in_chinese(office, at_desk):
    answer = at_desk(office.editor).get("/desk/documents/d999999/")
    assert answer.status_code == 404
    assert "没有这一页" in read(answer).text


def test_late_publication_is_said_in_words(office, at_desk):
    late = factories.published(
        factories.document(
            office.normative,
            office.editor,
            **normative_fields(signed_on=date(2026, 11, 2), issued_on=date(2026, 11, 2)),
        ),
        on=date(2026, 11, 13),
    )
    page = read(at_desk(office.editor).get(page_of(late)))
    assert "迟公开" in page.text
    assert "2026-11-13 公开，迟2个工作日。" in page.text


def test_a_draft_goes_to_another_column_with_that_columns_fields(office, at_desk):
    draft = factories.document(office.notice, office.editor, title="放错栏目的文件")
    client = at_desk(office.editor)
    moved = client.post(page_of(draft) + "change-column", {"column": office.normative.code}, follow=True)
    assert "已移到“区政府行政规范性文件”，请按新栏目补齐各栏。" in read(moved).text
    refused = client.post(page_of(draft) + "change-column", {"column": office.outbound.code})
    assert refused.status_code == 422
    assert "转链栏目" in read(refused).text
    assert Document.objects.get().column == office.normative


def test_long_overdue_duties_are_drawn_to_their_due_day(office, at_desk):
    draft = factories.document(
        office.normative,
        office.editor,
        **normative_fields(signed_on=date(2026, 3, 2), issued_on=date(2026, 3, 2)),
    )
    page = read(at_desk(office.editor).get(page_of(draft)))
    assert "03-02 印发 不计 03-03 1" in page.text
    assert "03-11 7 到期" in page.text
    assert "已逾期" in page.text


def test_the_day_a_consultation_closed_is_called_that(office, at_desk):
    fields = {"opens_on": date(2026, 11, 2), "closes_on": date(2026, 11, 6), "formed_on": date(2026, 11, 2)}
    asked = factories.document(office.consultation, office.editor, **fields)
    public = factories.published(asked, on=date(2026, 11, 2))
    page = read(at_desk(office.editor).get(page_of(public)))
    assert "征集期：至少应开放到 2026-11-11" in page.text
    assert "11-06 4 截止" in page.text
