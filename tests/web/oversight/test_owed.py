"""What the office owes, as its rows tell it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.web import factories

from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.facts import RelationKind
from gongkai.law.obligations import Duty, DutyKind, DutyState
from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.library import actions
from gongkai.web.library.models import Column, Document
from gongkai.web.oversight.queries import duties_of, owed

pytestmark = pytest.mark.django_db
WITHIN_SEVEN, WITHIN_TWENTY = "文件印发后的7个工作日内", "自该政府信息形成或者变更之日起20个工作日内"
FIRST, SECOND = date(2024, 1, 1), date(2025, 1, 1)


def at(day: date):
    """As if it were ten in the morning of a day in Beijing."""
    return clock.at(datetime(day.year, day.month, day.day, 2, tzinfo=UTC))


def column(limit: str = WITHIN_SEVEN, kind: ColumnKind = ColumnKind.NORMATIVE_DOCUMENT, **given) -> Column:
    return factories.column(kind=kind, time_limit=limit, **given)


def issued(place: Column, on: date) -> Document:
    """A draft of a document that was signed and issued on a day."""
    with at(on):
        return factories.document(
            place,
            document_number="示政发〔2026〕9号",
            issuing_body="示例区人民政府",
            validity="in_force",
            formed_on=None,
            signed_on=on,
            issued_on=on,
        )


def told(duties: tuple[Duty, ...]) -> list[tuple[DutyKind, date | None, DutyState]]:
    return [(duty.kind, duty.due_on, duty.state) for duty in duties]


def test_a_draft_whose_document_was_issued_is_owed_until_it_is_public():
    draft = issued(column(), date(2026, 3, 2))
    assert told(owed(date(2026, 3, 11))) == [(DutyKind.PUBLISH, date(2026, 3, 11), DutyState.DUE_TODAY)]
    factories.published(draft, on=date(2026, 3, 12))
    [duty] = owed(date(2026, 3, 12))
    assert (duty.state, duty.late_workdays, duty.evidence) == (DutyState.LATE, 1, draft.code)


def test_withdrawing_and_publishing_again_does_not_make_late_what_was_in_time():
    draft = issued(column(), date(2026, 3, 2))
    shown = factories.published(draft, on=date(2026, 3, 4))
    before = owed(date(2026, 3, 31))
    with at(date(2026, 4, 1)):
        final = factories.person(Role.FINAL_REVIEWER, body=shown.body)
        again = actions.reopen(shown.created_by, actions.withdraw(final, shown, "附件有误，改正后重新公开。"))
    factories.published(again, on=date(2026, 4, 7))
    assert owed(date(2026, 3, 31)) == before
    assert [duty.state for duty in owed(date(2026, 4, 8))] == [DutyState.KEPT]


def test_an_answer_about_the_days_off_the_site_stays_when_the_document_comes_back():
    owner = factories.body()
    branch = factories.branch(owner)
    texts = column(owner=owner, parent=branch)
    column("与原文同时发布（三个工作日内）", ColumnKind.INTERPRETATION, owner=owner, parent=branch)
    shown = factories.published(issued(texts, date(2026, 3, 2)), on=date(2026, 3, 3))
    final = factories.person(Role.FINAL_REVIEWER, body=owner)
    with at(date(2026, 3, 5)):
        off = actions.withdraw(final, shown, "附件有误，改正后重新公开。")
    then = owed(date(2026, 3, 20))
    assert [duty.state for duty in then if duty.kind is DutyKind.INTERPRET] == [DutyState.NOT_APPLICABLE]
    with at(date(2026, 4, 1)):
        again = actions.reopen(shown.created_by, off)
    factories.published(again, on=date(2026, 4, 7))
    assert owed(date(2026, 3, 20)) == then
    now = owed(date(2026, 4, 8))
    assert [duty.state for duty in now if duty.kind is DutyKind.INTERPRET] == [DutyState.OVERDUE]


def test_one_body_is_asked_only_for_its_own():
    ours, theirs = factories.body(), factories.body()
    for owner in (ours, theirs):
        issued(column(owner=owner), date(2026, 3, 2))
    assert {duty.body for duty in owed(date(2026, 3, 3), ours)} == {ours.code}
    assert {duty.body for duty in owed(date(2026, 3, 3))} == {ours.code, theirs.code}


def test_a_draft_interpretation_shows_the_duty_that_it_is_meant_to_settle():
    owner = factories.body()
    branch = factories.branch(owner)
    texts = column(owner=owner, parent=branch)
    explained = column(
        "与原文同时发布（三个工作日内）", ColumnKind.INTERPRETATION, owner=owner, parent=branch
    )
    original = factories.published(issued(texts, date(2026, 3, 2)), on=date(2026, 3, 3))
    draft = factories.document(explained)
    actions.relate(draft.created_by, draft, RelationKind.INTERPRETS, original)
    with at(date(2026, 3, 4)):
        assert [(duty.kind, duty.due_on) for duty in duties_of(draft)] == [
            (DutyKind.INTERPRET, date(2026, 3, 6))
        ]


def catalogue(limit: str, *names: str) -> Catalogue:
    return Catalogue(
        f"示例目录（{limit}）",
        tuple(
            Item(number, ("法定主动公开内容", name), time_limit_text=limit, column_kind=ColumnKind.NOTICE)
            for number, name in enumerate(names, 1)
        ),
    )


def test_a_new_edition_leaves_the_answers_about_the_past_alone():
    """旧目录 20 个工作日、按季度更新；新目录 2025 年起 7 个工作日、其中一栏停用。"""
    owner = factories.body()
    old = catalogue(WITHIN_TWENTY, "甲", "乙")
    quarterly = replace(old, items=(*old.items[:1], replace(old.items[1], time_limit_text="按季度更新")))
    actions.load_catalogue(None, quarterly, in_force_on=FIRST, body=owner)
    with at(date(2024, 12, 30)):
        factories.document(Column.objects.get(name="甲"), formed_on=date(2024, 12, 30))
    then = owed(date(2024, 12, 31))
    new = catalogue("信息形成之日起7个工作日内", "甲")
    actions.load_catalogue(None, new, in_force_on=SECOND, body=owner)
    with at(date(2025, 1, 2)):
        factories.document(Column.objects.get(name="甲"), formed_on=date(2025, 1, 2))
    assert owed(date(2024, 12, 31)) == then
    now = owed(date(2025, 3, 1))
    assert [(duty.counted_from, duty.due_on) for duty in now if duty.kind is DutyKind.PUBLISH] == [
        (date(2025, 1, 2), date(2025, 1, 13)),
        (date(2024, 12, 30), date(2025, 1, 27)),
    ]
    # 停用的栏目：到停用为止的各季度仍然在册，之后不再要求。
    assert max(duty.due_on for duty in now if duty.kind is DutyKind.UPDATE) == date(2024, 12, 31)
