"""Several people at once: numbers and chain stay whole."""

from collections.abc import Callable
from threading import Barrier, Event, Thread

import pytest
from django.db import DatabaseError, connection, transaction
from tests.web import factories

from gongkai.law.errors import Conflict, LawError
from gongkai.law.review import Role, Status
from gongkai.web.audit.queries import broken_links
from gongkai.web.library import actions, queries
from gongkai.web.library.models import Document, OutboxEntry

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Do all these in threads that start together; what each gave or raised."""
    outcome: list[object] = [None] * len(deeds)
    start = Barrier(len(deeds))

    def run(place: int, deed: Callable[[], object]) -> None:
        start.wait()
        try:
            outcome[place] = deed()
        except (LawError, DatabaseError) as raised:
            outcome[place] = raised
        finally:
            connection.close()

    threads = [Thread(target=run, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcome


def test_two_final_reviewers_publishing_twenty_documents_leave_no_gap_and_no_double():
    place = factories.column()
    staff = factories.office(place.body)
    second = factories.person(Role.FINAL_REVIEWER, body=place.body)
    waiting = [factories.reviewed(factories.document(place, staff[Role.EDITOR]), upto=2) for _ in range(20)]

    def publish(person, documents):
        return [actions.approve(person, document) for document in documents]

    outcome = at_once(
        lambda: publish(staff[Role.FINAL_REVIEWER], waiting[::2]),
        lambda: publish(second, waiting[1::2]),
    )
    assert [len(each) for each in outcome] == [10, 10]
    public = list(queries.published())
    year = public[0].published_on.year
    assert sorted(document.index_number for document in public) == [
        f"{place.body.credit_code}/{year}-{number:05d}" for number in range(1, 21)
    ]
    assert sorted(document.sequence for document in public) == list(range(1, 21))
    assert OutboxEntry.objects.filter(topic="document").count() == 20
    assert broken_links() == []


def test_drafts_made_at_once_have_codes_of_their_own():
    place = factories.column()
    editors = [factories.person(Role.EDITOR, body=place.body) for _ in range(4)]

    def draft(person):
        return [actions.draft(person, place, factories.fields()).code for _ in range(5)]

    outcome = at_once(*(lambda person=person: draft(person) for person in editors))
    codes = [code for each in outcome for code in each]
    assert len(set(codes)) == 20
    assert broken_links() == []


def test_of_two_who_save_at_once_one_is_told_and_the_other_is_kept():
    place = factories.column()
    one, two = (factories.person(Role.EDITOR, body=place.body) for _ in range(2))
    draft = factories.document(place, one)
    outcome = at_once(
        lambda: actions.save(one, draft, factories.fields(title="甲"), revision=1),
        lambda: actions.save(two, draft, factories.fields(title="乙"), revision=1),
    )
    assert sorted(isinstance(each, Conflict) for each in outcome) == [False, True]
    kept = Document.objects.get(pk=draft.pk)
    assert (kept.revision, kept.versions.count()) == (2, 2)


def test_of_two_who_pass_the_same_stage_at_once_only_one_does():
    place = factories.column()
    draft = factories.document(place)
    actions.submit(draft.created_by, draft)
    reviewers = [factories.person(Role.REVIEWER, body=place.body) for _ in range(2)]
    outcome = at_once(*(lambda person=person: actions.approve(person, draft) for person in reviewers))
    assert sorted(isinstance(each, Document) for each in outcome) == [False, True]
    assert Document.objects.get(pk=draft.pk).status == Status.SECRECY_REVIEW
    assert draft.review_acts.count() == 2


def test_publishing_beside_drafting_and_attaching_waits_and_never_fails(settings, tmp_path):
    settings.FILES_DIR = tmp_path
    place = factories.column()
    staff = factories.office(place.body)
    other = factories.document(place, staff[Role.EDITOR])
    waiting = [factories.reviewed(factories.document(place, staff[Role.EDITOR]), upto=2) for _ in range(8)]
    outcome = at_once(
        lambda: [actions.approve(staff[Role.FINAL_REVIEWER], document) for document in waiting],
        lambda: [factories.document(place, staff[Role.EDITOR]) for _ in range(8)],
        lambda: [
            actions.attach(staff[Role.EDITOR], other, f"{number}.txt", b"%d" % number) for number in range(8)
        ],
    )
    assert [len(each) for each in outcome] == [8, 8, 8]
    assert broken_links() == []


def test_who_waits_too_long_for_the_database_is_told_and_loses_nothing():
    place = factories.column()
    editor = factories.person(Role.EDITOR, body=place.body)
    draft = factories.document(place, editor)
    held, tried = Event(), Event()

    def hold():
        with transaction.atomic():
            list(Document.objects.select_for_update().filter(pk=draft.pk))
            held.set()
            tried.wait(30)

    def save():
        held.wait(30)
        with connection.cursor() as cursor:
            waiting = (
                "PRAGMA busy_timeout = 100" if connection.vendor == "sqlite" else "SET lock_timeout = 100"
            )
            cursor.execute(waiting)
        try:
            return actions.save(editor, draft, factories.fields(title="等不到"), revision=1)
        finally:
            tried.set()

    _, told = at_once(hold, save)
    assert isinstance(told, Conflict)
    assert "请稍后再试" in str(told)
    assert Document.objects.get(pk=draft.pk).title == draft.title
