"""Saving: whose version, which faults, what text is kept."""

from datetime import date

import pytest
from django.db import connection, transaction
from tests.web import factories

from gongkai.law.errors import Conflict, Faults, LawError
from gongkai.law.facts import Dated, RelationKind
from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind, Event
from gongkai.web import clock
from gongkai.web.library import actions, plan, queries
from gongkai.web.library.actions.sanitising import sanitised
from gongkai.web.library.models import Document, Validity

pytestmark = pytest.mark.django_db


def fields_at_fault(act):
    with pytest.raises(Faults) as refused:
        act()
    return [field for field, _ in refused.value.faults]


def test_every_saving_is_a_version_and_an_unchanged_one_is_none(place, staff):
    editor = staff[Role.EDITOR]
    draft = factories.document(place, editor)
    saved = actions.save(editor, draft, factories.fields(title="第二稿"), revision=draft.revision)
    same = actions.save(editor, saved, actions.fields_of(saved), revision=saved.revision)
    assert (saved.revision, same.revision) == (2, 2)
    kept = [actions.from_json(version.fields).title for version in saved.versions.order_by("number")]
    assert kept == [draft.title, "第二稿"]
    assert actions.from_json(saved.versions.latest("number").fields) == actions.fields_of(saved)


def test_the_second_of_two_who_save_learns_who_saved_and_loses_nothing(place, staff):
    first, second = staff[Role.EDITOR], factories.person(Role.EDITOR, body=place.body)
    draft = factories.document(place, first)
    opened = draft.revision
    actions.save(first, draft, factories.fields(title="甲写的标题"), revision=opened)
    with pytest.raises(
        Conflict, match=rf"{first.name}在\d{{4}}-\d\d-\d\d \d\d:\d\d保存了《甲写的标题》第2稿"
    ):
        actions.save(second, draft, factories.fields(title="乙写的标题"), revision=opened)
    assert Document.objects.get(pk=draft.pk).title == "甲写的标题"
    assert draft.versions.count() == 2


def test_all_faults_of_a_form_come_at_once_each_at_its_field(place, staff):
    wrong = factories.fields(
        title="  ",
        document_number="示" * 61,
        signed_on=date(2026, 11, 12),
        issued_on=date(2026, 11, 11),
        effective_on=date(2026, 10, 1),
        expires_on=date(2026, 9, 1),
        opens_on=date(2026, 11, 9),
        closes_on=date(2026, 11, 1),
    )
    at_fault = fields_at_fault(lambda: actions.draft(staff[Role.EDITOR], place, wrong))
    assert at_fault == [
        "title",
        "document_number",
        "issued_on",
        "effective_on",
        "expires_on",
        "closes_on",
    ]


@pytest.mark.parametrize("year", [202, 1026, 2206, 9999])
def test_a_year_that_was_mistyped_is_said_at_its_field(place, staff, year):
    mistyped = factories.fields(opens_on=date(year, 11, 2), closes_on=date(year, 11, 20))
    draft = factories.document(place, staff[Role.EDITOR])

    def save():
        actions.save(staff[Role.EDITOR], draft, mistyped, revision=1)

    assert fields_at_fault(save) == ["opens_on", "closes_on"]


def test_brackets_of_a_document_number_are_put_right(place, staff):
    draft = factories.document(place, staff[Role.EDITOR], document_number=" 示政发[2026] 18号")
    assert draft.document_number == "示政发〔2026〕18号"


def test_columns_that_take_no_documents_say_why(place, staff):
    editor = staff[Role.EDITOR]
    link = factories.column(place.body, kind=ColumnKind.OUTBOUND_LINK, time_limit="/")
    retired = factories.column(place.body)
    retired.is_retired = True
    retired.save()
    for column, sentence in (
        (factories.branch(place.body), "最末一级"),
        (link, "转链"),
        (retired, "已停用"),
    ):
        with pytest.raises(LawError, match=sentence):
            actions.draft(editor, column, factories.fields())


def test_the_column_says_what_is_missing_before_submitting():
    place = factories.column(kind=ColumnKind.NORMATIVE_DOCUMENT, time_limit="文件印发后的7个工作日内")
    editor = factories.person(Role.EDITOR, body=place.body)
    draft = actions.draft(editor, place, actions.DocumentFields(title="示例区若干措施"))
    assert set(fields_at_fault(lambda: actions.submit(editor, draft))) == {
        "document_number",
        "issuing_body",
        "signed_on",
        "issued_on",
        "validity",
        "text",
    }
    whole = factories.fields(
        document_number="示政发〔2026〕18号", issuing_body="示例区人民政府", validity=Validity.IN_FORCE
    )
    draft = actions.save(editor, draft, whole, revision=draft.revision)
    assert actions.submit(editor, draft).status == "first_review"


def test_a_column_counting_from_formation_takes_any_date_that_tells_it(place, staff):
    editor = staff[Role.EDITOR]
    bare = {"formed_on": None, "signed_on": None, "issued_on": None}
    none = factories.document(place, editor, **bare)
    assert "formed_on" in fields_at_fault(lambda: actions.submit(editor, none))
    signed = factories.document(place, editor, **bare | {"signed_on": date(2026, 11, 2)})
    assert actions.submit(editor, signed).status == "first_review"


def test_interpretations_and_feedback_must_name_what_they_belong_to(place):
    editor = factories.person(Role.EDITOR, body=place.body)
    original = factories.document(place, editor)
    for kind, relation in (
        (ColumnKind.INTERPRETATION, RelationKind.INTERPRETS),
        (ColumnKind.ADOPTION_FEEDBACK, RelationKind.ANSWERS),
    ):
        column = factories.column(place.body, kind=kind, time_limit="意见征集结束后的30天内发布")
        draft = factories.document(column, editor)
        assert fields_at_fault(lambda draft=draft: actions.submit(editor, draft)) == ["relations"]
        actions.relate(editor, draft, relation, original)
        assert actions.submit(editor, draft).status == "first_review"


def test_a_date_yet_to_come_and_a_number_of_a_later_year_are_faults(place, staff):
    editor, tomorrow = staff[Role.EDITOR], clock.today().replace(year=clock.today().year + 1)
    draft = factories.document(
        place,
        editor,
        signed_on=None,
        issued_on=None,
        formed_on=tomorrow,
        document_number="示政发〔2026〕18号",
    )
    assert fields_at_fault(lambda: actions.submit(editor, draft)) == ["formed_on"]
    late = factories.document(place, editor, document_number="示政发〔2027〕18号")
    assert fields_at_fault(lambda: actions.submit(editor, late)) == ["document_number"]


def test_a_document_number_is_used_once_in_a_column(place, staff):
    editor = staff[Role.EDITOR]
    factories.published(factories.document(place, editor, document_number="示政发〔2026〕18号"))
    again = factories.document(place, editor, document_number="示政发(2026)18号")
    assert fields_at_fault(lambda: actions.submit(editor, again)) == ["document_number"]


def test_the_form_shows_the_fields_of_the_column_with_those_that_must_be_filled():
    consultation = factories.column(
        kind=ColumnKind.CONSULTATION, time_limit="行政规范性文件草案应当公开征求意见，期限一般不少于7个工作日"
    )
    shown = {field.name: field.is_required for field in plan.fields_for(consultation)}
    assert shown["opens_on"]
    assert shown["closes_on"]
    assert "document_number" not in shown
    penalties = factories.column(kind=ColumnKind.TWO_DISCLOSURE, time_limit="执法决定作出之日起7个工作日内")
    shown = {field.name: field for field in plan.fields_for(penalties)}
    assert shown["decided_on"].is_required
    assert "执法决定作出之日起7个工作日内" in shown["decided_on"].why


def test_dates_are_told_to_the_law_as_events(place, staff):
    draft = factories.document(place, staff[Role.EDITOR], formed_on=None)
    assert Dated(Event.FORMED_OR_CHANGED, draft.signed_on) in plan.dates_of(draft)
    assert Dated(Event.ISSUED, draft.issued_on) in plan.dates_of(draft)
    assert not [dated for dated in plan.dates_of(draft) if dated.event is Event.DECIDED]


def test_a_relation_is_seen_from_both_ends_and_by_the_public_only_when_both_are_public(place, staff):
    editor = staff[Role.EDITOR]
    original = factories.published(factories.document(place, editor))
    reading = factories.document(place, editor)
    actions.relate(editor, reading, RelationKind.INTERPRETS, original)
    (seen,) = queries.relations_of(original)
    assert (seen.kind, seen.other, seen.is_source) == (RelationKind.INTERPRETS, reading, False)
    assert queries.relations_of(original, public=True) == ()
    factories.reviewed(reading)
    assert [line.other for line in queries.relations_of(original, public=True)] == [reading]


def test_repealing_marks_the_document_and_links_what_repealed_it(place, staff):
    editor, final = staff[Role.EDITOR], staff[Role.FINAL_REVIEWER]
    old = factories.published(factories.document(place, editor, validity=Validity.IN_FORCE))
    new = factories.published(factories.document(place, editor))
    assert actions.repeal(final, old, new).validity == Validity.REPEALED
    assert [line.kind for line in queries.relations_of(old)] == [RelationKind.REPEALS]


def test_a_document_past_its_term_has_lapsed():
    document = Document(validity=Validity.IN_FORCE, expires_on=date(2026, 6, 30))
    assert document.validity_on(date(2026, 6, 30)) == Validity.IN_FORCE
    assert document.validity_on(date(2026, 7, 1)) == Validity.LAPSED


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("第一段\n\n第二段<5%", "<p>第一段</p>\n<p>第二段&lt;5%</p>"),
        ('<p onclick="x()">甲<script>alert(1)</script></p>', "<p>甲</p>"),
        ('<a href="javascript:alert(1)">甲</a>', '<a rel="noopener noreferrer">甲</a>'),
        ('<p style="text-align:center;color:red">甲</p>', '<p style="text-align:center">甲</p>'),
        (
            '<table><tbody><tr><td colspan="2" rowspan="3">甲</td></tr></tbody></table>',
            '<table><tbody><tr><td colspan="2" rowspan="3">甲</td></tr></tbody></table>',
        ),
        ('<img src="https://example.com/1.png"><p>甲</p>', "<p>甲</p>"),
        ('<img src="data:image/png;base64,AAAA" alt="图"><p>甲</p>', "<p>甲</p>"),
        (
            '<img src="/files/0123456789abcdef/图.png" alt="图">',
            '<img src="/files/0123456789abcdef/图.png" alt="图">',
        ),
        ("<h1>甲</h1>", "<h2>甲</h2>"),
        ("<iframe src='//x'></iframe><p>甲</p>", "<p>甲</p>"),
    ],
)
def test_text_keeps_tables_and_loses_what_could_harm(given, kept):
    assert sanitised(given) == kept


def test_sanitised_text_stays_as_it_is():
    once = sanitised('<h1>甲</h1><p style="text-align:right">乙</p><a href="https://a.cn/?b=1&c=2">丙</a>')
    assert sanitised(once) == once


def test_a_draft_moves_to_another_column_until_it_was_public(place, staff):
    editor, other = staff[Role.EDITOR], factories.column(place.body)
    draft = factories.document(place, editor)
    assert actions.move(editor, draft, other).column == other
    public = factories.published(draft)
    back = actions.reopen(editor, actions.withdraw(staff[Role.FINAL_REVIEWER], public, "栏目有误"))
    with pytest.raises(LawError, match="不能换栏目"):
        actions.move(editor, back, place)


@pytest.fixture
def full_database(place):
    """A database whose disk takes no more: SQLite by its own page limit, PostgreSQL by its own error."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        else:
            cursor.execute(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER full_disk BEFORE INSERT ON library_version FOR EACH ROW "
                "EXECUTE FUNCTION full_disk()"
            )
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_database_disk_is_one_sentence_and_nothing_is_lost(staff, place, request):
    editor = staff[Role.EDITOR]
    draft = factories.document(place, editor)
    request.getfixturevalue("full_database")
    long = factories.fields(title="存不下的一稿", text=f"<p>{'长' * 1_000_000}</p>")
    with pytest.raises(LawError, match="磁盘已满，这次没有保存"), transaction.atomic():
        actions.save(editor, draft, long, revision=draft.revision)
    assert Document.objects.get(pk=draft.pk).title == draft.title
    assert draft.versions.count() == 1
