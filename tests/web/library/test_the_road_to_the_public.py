"""From draft through three reviews to the public, and back."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from tests.web import factories

from gongkai.law.errors import Conflict, Faults, LawError, NotAllowed
from gongkai.law.review import Role, Status
from gongkai.web import clock
from gongkai.web.audit.queries import broken_links, lines_about
from gongkai.web.library import actions, queries, review
from gongkai.web.library.models import Document, OutboxEntry
from gongkai.web.org import actions as org

pytestmark = pytest.mark.django_db


def passed(staff, document, *roles):
    for role in roles:
        document = actions.approve(staff[role], document, "不涉密，可以公开。")
    return document


REVIEWERS = (Role.REVIEWER, Role.SECRECY_REVIEWER, Role.FINAL_REVIEWER)


def test_three_other_people_bring_a_draft_to_the_public(place, staff):
    with clock.at(datetime(2026, 11, 23, 1, tzinfo=UTC)):
        draft = factories.document(place, staff[Role.EDITOR])
        actions.submit(staff[Role.EDITOR], draft)
        done = passed(staff, draft, *REVIEWERS)
    assert done.status == Status.PUBLISHED
    assert done.index_number == f"{place.body.credit_code}/2026-00001"
    assert (done.sequence, done.published_on) == (1, date(2026, 11, 23))
    assert list(queries.published()) == [done]
    assert [(row.topic, row.key) for row in OutboxEntry.objects.all()] == [("document", done.code)]
    acts = [line.act for line in lines_about(f"document:{done.code}")]
    assert acts == ["起草", "送审", "初审通过", "保密审查通过", "终审通过"]
    assert broken_links() == []


def test_the_year_of_the_index_number_is_the_year_in_beijing(place, staff):
    with clock.at(datetime(2026, 12, 31, 16, 30, tzinfo=UTC)):
        done = factories.published(factories.document(place, staff[Role.EDITOR]))
    assert done.index_number.endswith("/2027-00001")


def test_a_stage_is_passed_by_its_role_in_the_documents_body_and_nobody_else(place, staff):
    draft = factories.document(place, staff[Role.EDITOR])
    actions.submit(staff[Role.EDITOR], draft)
    foreign = factories.person(*Role, body=factories.body("示例区教育局"))
    with pytest.raises(NotAllowed, match=f"属于{place.body.name}"):
        actions.approve(foreign, draft)
    with pytest.raises(NotAllowed, match="“初审”"):
        actions.approve(staff[Role.AUDITOR], draft)
    assert actions.approve(staff[Role.REVIEWER], draft).status == Status.SECRECY_REVIEW


@pytest.mark.parametrize("deed", ["submit", "save", "attach", "withdraw", "reopen", "send_back", "repeal"])
def test_a_foreign_body_and_people_without_the_role_change_nothing(place, staff, deed):
    document = factories.document(place, staff[Role.EDITOR])
    if deed in {"withdraw", "repeal", "reopen"}:
        actions.submit(staff[Role.EDITOR], document)
        document = passed(staff, document, *REVIEWERS)
    if deed == "reopen":
        document = actions.withdraw(staff[Role.FINAL_REVIEWER], document, "附件有误")
    if deed == "send_back":
        document = actions.submit(staff[Role.EDITOR], document)
    deeds = {
        "submit": lambda who: actions.submit(who, document),
        "save": lambda who: actions.save(who, document, factories.fields(), revision=document.revision),
        "attach": lambda who: actions.attach(who, document, "名单.txt", "名单".encode()),
        "withdraw": lambda who: actions.withdraw(who, document, "附件有误"),
        "reopen": lambda who: actions.reopen(who, document),
        "send_back": lambda who: actions.send_back(who, document, "日期有误"),
        "repeal": lambda who: actions.repeal(who, document),
    }
    allowed = {
        "withdraw": Role.FINAL_REVIEWER,
        "repeal": Role.FINAL_REVIEWER,
        "send_back": Role.REVIEWER,
    }.get(deed, Role.EDITOR)
    lines = lines_about(f"document:{document.code}").count()
    foreign = factories.person(*Role, body=factories.body("示例区教育局"))
    for stranger in (foreign, staff[Role.AUDITOR], factories.person(body=place.body)):
        with pytest.raises(NotAllowed):
            deeds[deed](stranger)
    assert lines_about(f"document:{document.code}").count() == lines
    deeds[deed](staff[allowed])
    assert lines_about(f"document:{document.code}").count() == lines + 1


def test_nobody_passes_what_they_wrote_even_with_every_role(place):
    everything = factories.person(*Role, body=place.body)
    draft = factories.document(place, everything)
    actions.submit(everything, draft)
    with pytest.raises(NotAllowed, match=r"您参与起草了这份文件.*第十七条"):
        actions.approve(everything, draft)


def test_who_saved_any_version_since_the_last_publication_wrote_it(place, staff):
    second = factories.person(Role.EDITOR, Role.REVIEWER, body=place.body)
    draft = factories.document(place, second)
    actions.save(staff[Role.EDITOR], draft, factories.fields(title="改过的标题"), revision=draft.revision)
    actions.submit(staff[Role.EDITOR], draft)
    with pytest.raises(NotAllowed, match="参与起草"):
        actions.approve(second, draft)


def test_nobody_passes_two_stages_of_one_round_but_may_in_the_next(place, staff):
    both = factories.person(Role.REVIEWER, Role.SECRECY_REVIEWER, body=place.body)
    draft = factories.document(place, staff[Role.EDITOR])
    actions.submit(staff[Role.EDITOR], draft)
    actions.approve(both, draft)
    with pytest.raises(NotAllowed, match=r"初审是您通过的"):
        actions.approve(both, draft, "可以公开。")
    actions.send_back(staff[Role.SECRECY_REVIEWER], draft, "附件2请遮盖")
    actions.submit(staff[Role.EDITOR], draft)
    actions.approve(staff[Role.REVIEWER], draft)
    assert actions.approve(both, draft, "可以公开。").status == Status.FINAL_REVIEW


def test_secrecy_review_leaves_a_conclusion_and_a_return_its_reason(place, staff):
    draft = factories.document(place, staff[Role.EDITOR])
    actions.submit(staff[Role.EDITOR], draft)
    with pytest.raises(Faults, match="退回理由"):
        actions.send_back(staff[Role.REVIEWER], draft, " ")
    actions.approve(staff[Role.REVIEWER], draft)
    with pytest.raises(Faults, match="保密审查结论") as refused:
        actions.approve(staff[Role.SECRECY_REVIEWER], draft)
    assert refused.value.faults[0][0] == "conclusion"


def test_what_is_under_review_or_public_cannot_be_saved(place, staff):
    draft = factories.document(place, staff[Role.EDITOR])
    actions.submit(staff[Role.EDITOR], draft)
    with pytest.raises(Conflict, match=r"待初审.*退回"):
        actions.save(staff[Role.EDITOR], draft, factories.fields(), revision=1)
    public = passed(staff, draft, *REVIEWERS)
    with pytest.raises(Conflict, match=r"已发布.*撤下"):
        actions.save(staff[Role.EDITOR], public, factories.fields(), revision=1)


def test_a_document_withdrawn_and_published_again_keeps_its_number_and_takes_a_new_place(place, staff):
    editor, final = staff[Role.EDITOR], staff[Role.FINAL_REVIEWER]
    first = passed(staff, actions.submit(editor, factories.document(place, editor)), *REVIEWERS)
    other = passed(staff, actions.submit(editor, factories.document(place, editor)), *REVIEWERS)
    away = actions.withdraw(final, first, "附件含有手机号")
    assert list(queries.published().filter(column=place).order_by("-sequence")) == [other]
    draft = actions.reopen(editor, away)
    draft = actions.save(editor, draft, factories.fields(title="更正后的通知"), revision=draft.revision)
    again = passed(staff, actions.submit(editor, draft), *REVIEWERS)
    assert again.index_number == first.index_number
    assert again.withdrawn_at is None
    assert [one.sequence for one in queries.published().filter(column=place).order_by("-sequence")] == [3, 2]
    assert other.index_number == f"{place.body.credit_code}/{other.published_on.year}-00002"


def test_the_database_itself_keeps_index_numbers_and_public_documents(place, staff):
    done = factories.published(factories.document(place, staff[Role.EDITOR]))
    for change in (
        lambda: Document.objects.filter(pk=done.pk).update(index_number="113301060000000001/2026-99999"),
        lambda: Document.objects.filter(pk=done.pk).update(index_number=None, status="draft"),
        lambda: connection.cursor().execute("DELETE FROM library_document WHERE id = %s", [done.pk]),
        lambda: connection.cursor().execute("UPDATE library_version SET number = 99"),
        lambda: connection.cursor().execute("DELETE FROM library_reviewact"),
    ):
        with pytest.raises(DatabaseError, match=r"不能"), transaction.atomic():
            change()
    assert Document.objects.get(pk=done.pk).index_number == done.index_number


def test_standing_tells_each_person_what_they_may_do_and_why_not(place, staff):
    draft = factories.document(place, staff[Role.EDITOR])
    actions.submit(staff[Role.EDITOR], draft)
    actions.approve(staff[Role.REVIEWER], draft, "内容属实")
    draft.refresh_from_db()
    seen = review.standing(staff[Role.SECRECY_REVIEWER], draft)
    assert [(stage.word, stage.state) for stage in seen.stages] == [
        ("初审", "passed"),
        ("保密审查", "current"),
        ("终审", "ahead"),
    ]
    assert seen.stages[0].person == staff[Role.REVIEWER].name
    assert seen.stages[0].conclusion == "内容属实"
    assert seen.may(review.Move.APPROVE)
    assert seen.stages[1].who == (staff[Role.SECRECY_REVIEWER].name,)
    author = review.standing(staff[Role.EDITOR], draft)
    assert "“保密审查”" in author.refusal(review.Move.APPROVE)
    assert "不能送审" in author.refusal(review.Move.SUBMIT)


def test_each_sees_what_waits_for_them_and_what_came_back(place, staff):
    both = factories.person(Role.EDITOR, Role.REVIEWER, body=place.body)
    own = actions.submit(both, factories.document(place, both))
    other = actions.submit(staff[Role.EDITOR], factories.document(place, staff[Role.EDITOR]))
    assert queries.waiting_for(both) == [other]
    assert queries.waiting_for(staff[Role.REVIEWER]) == [own, other]
    assert queries.waiting_for(staff[Role.SECRECY_REVIEWER]) == []
    actions.send_back(staff[Role.REVIEWER], other, "标题有错字")
    back = queries.sent_back_to(staff[Role.EDITOR])
    assert back == [other]
    assert review.standing(staff[Role.EDITOR], back[0]).sent_back.conclusion == "标题有错字"
    assert queries.sent_back_to(both) == []


def test_somebody_deactivated_can_do_nothing_more(place, staff):
    draft = factories.document(place, staff[Role.EDITOR])
    org.deactivate(staff[Role.ADMINISTRATOR], staff[Role.EDITOR])
    with pytest.raises(NotAllowed):
        actions.submit(staff[Role.EDITOR], draft)


def test_an_act_that_fails_leaves_nothing_behind(place, staff):
    draft = factories.document(place, staff[Role.EDITOR], formed_on=None, signed_on=None, issued_on=None)
    rows = OutboxEntry.objects.count(), lines_about(f"document:{draft.code}").count()
    with pytest.raises(LawError):
        actions.submit(staff[Role.EDITOR], draft)
    assert (OutboxEntry.objects.count(), lines_about(f"document:{draft.code}").count()) == rows
    assert Document.objects.get(pk=draft.pk).status == Status.DRAFT


def test_the_audit_quotes_titles_and_opinions_with_each_mark_once(place, staff):
    public = factories.published(factories.document(place, staff[Role.EDITOR], title="《停车办法》政策解读"))
    told = "".join(line.sentence for line in lines_about(f"document:{public.code}"))
    assert "《〈停车办法〉政策解读》第1稿：不涉密，可以公开。" in told
    assert f"不涉密，可以公开。已公开，索引号{public.index_number}。" in told
    assert "《《" not in told
    assert "。。" not in told


def test_the_act_of_publishing_and_the_publication_are_one_moment(place, staff):
    public = factories.published(factories.document(place, staff[Role.EDITOR]))
    assert public.review_acts.latest("id").at == public.published_at


def test_who_passed_an_earlier_stage_is_not_named_for_the_next(place, staff):
    both = factories.person(Role.REVIEWER, Role.SECRECY_REVIEWER, body=place.body, name="两职")
    waiting = actions.submit(staff[Role.EDITOR], factories.document(place, staff[Role.EDITOR]))
    secrecy = review.standing(both, waiting).stages[1]
    assert "两职" in secrecy.who
    secrecy = review.standing(both, actions.approve(both, waiting)).stages[1]
    assert secrecy.who == (staff[Role.SECRECY_REVIEWER].name,)
