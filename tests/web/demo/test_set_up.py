"""Setting the demonstration up, interrupted and whole."""

import re
from contextlib import contextmanager, suppress
from itertools import pairwise

import pytest
from django.db import transaction
from django.test import override_settings
from tests.web import factories

from gongkai.law.errors import LawError
from gongkai.law.obligations import DutyState
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.queries import broken_links
from gongkai.web.demo import tasks
from gongkai.web.demo.queries import standing
from gongkai.web.demo.queries.standing import Condition
from gongkai.web.library import search
from gongkai.web.library.models import Document, OutboxEntry, ReviewAct, Validity
from gongkai.web.library.queries import leaf_columns
from gongkai.web.org.models import Body, Person
from gongkai.web.oversight.queries import owed

# One worker makes what the tests of this file share, once.
pytestmark = pytest.mark.xdist_group("demonstration")

SMALL = 0.04
TODAY = "2026-11-23"
CONTENT, SITE = "逐件起草、审查和发布", "写静态网页"


class PowerCut(Exception):
    """The interruption that a test makes.

    停电。
    """


def bar(cut=None, after=0):
    """A progress bar that shows nothing, and cuts the power in one step once so much is done."""

    @contextmanager
    def shown(title):
        def tell(done, total):
            if title == cut and done > after:
                raise PowerCut

        yield tell

    return shown


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    """A small demonstration, twice interrupted and then finished; what was seen at each stop."""
    home = tmp_path_factory.mktemp("demonstration")
    folders = {
        "HOME": home,
        "SITE_DIR": home / "site",
        "FILES_DIR": home / "files",
        "INDEX_DIR": home / "index",
    }
    with (
        django_db_blocker.unblock(),
        override_settings(TODAY_SET_TO=TODAY, **folders),
        transaction.atomic(),
    ):
        seen = {}
        for name, cut, after in (("content", CONTENT, 60), ("site", SITE, 0), ("whole", None, 0)):
            with suppress(PowerCut):
                tasks.set_up(1, bar(cut, after), SMALL)
            seen[name] = (standing.condition(), Body.objects.count(), Document.objects.count())
        yield {"home": home, **seen}
        transaction.set_rollback(True)


def test_a_power_cut_while_documents_are_entered_leaves_nothing(demonstration):
    assert demonstration["content"] == (Condition.ABSENT, 0, 0)


def test_a_power_cut_while_pages_are_written_is_noticed_and_made_good(demonstration):
    condition, bodies, documents = demonstration["site"]
    assert condition is Condition.UNFINISHED
    assert demonstration["whole"] == (Condition.COMPLETE, bodies, documents)
    assert (demonstration["home"] / "site" / "index.html").exists()
    assert OutboxEntry.objects.count() == 0


def test_a_second_set_up_changes_nothing(demonstration):
    before = AuditLine.objects.count()
    assert not tasks.set_up(99, bar(), SMALL)
    assert AuditLine.objects.count() == before


def test_every_column_but_the_links_has_something_public_and_links_lead_somewhere(demonstration):
    public = set(Document.objects.filter(status="published").values_list("column_id", flat=True))
    for column in leaf_columns():
        if column.kind is ColumnKind.OUTBOUND_LINK:
            assert re.fullmatch(r"https://[a-z.]+\.example/\S+", column.outbound_url), column.name
        else:
            assert column.pk in public, column.name


def test_what_is_promised_to_be_wrong_is_seen_as_wrong(demonstration):
    found = {(duty.kind.value, duty.state) for duty in owed()}
    assert {
        ("publish", DutyState.OVERDUE),
        ("publish", DutyState.LATE),
        ("publish", DutyState.KEPT),
        ("publish", DutyState.DUE_TODAY),
        ("publish", DutyState.DUE_SOON),
        ("interpret", DutyState.LATE),
        ("interpret", DutyState.OVERDUE),
        ("interpret", DutyState.DUE_TODAY),
        ("answer", DutyState.LATE),
        ("answer", DutyState.OVERDUE),
        ("answer", DutyState.DUE_SOON),
        ("keep_open", DutyState.SHORT),
        ("update", DutyState.LATE),
        ("update", DutyState.KEPT),
    } <= found


def test_validity_and_relations_are_told(demonstration):
    told = set(Document.objects.values_list("validity", flat=True))
    assert {Validity.AMENDED.value, Validity.REPEALED.value, Validity.LAPSED.value} <= told
    assert Document.objects.filter(related_from__kind="interprets").exists()
    assert Document.objects.filter(related_from__kind="answers").exists()


def test_the_audit_is_whole_and_in_time_and_nobody_passed_their_own(demonstration):
    assert broken_links() == []
    times = list(AuditLine.objects.order_by("sequence").values_list("at", flat=True))
    acts = ReviewAct.objects.filter(move="approve").select_related("document")
    assert acts.exists()
    assert all(act.person_id != act.document.created_by_id for act in acts)
    assert sum(later < earlier for earlier, later in pairwise(times)) == 0


def test_every_document_is_marked_and_can_be_found(demonstration):
    assert not Document.objects.filter(is_demonstration=False).exists()
    published = set(Document.objects.filter(status="published").values_list("code", flat=True))
    assert search.indexed_codes() == published


def test_the_accounts_that_are_printed_open_the_desk(demonstration):
    accounts = standing.accounts()
    assert len({account.username for account in accounts}) == len(accounts) >= 9
    for account in accounts:
        assert Person.objects.get(username=account.username).check_password(account.password)


@pytest.mark.django_db
def test_an_installation_of_another_kind_is_left_alone(settings, tmp_path):
    settings.HOME = tmp_path
    factories.body()
    with pytest.raises(LawError, match="已有正式内容"):
        tasks.set_up(1, bar(), SMALL)
