"""From draft through three reviews to the public, and back."""

import pytest
from django.utils import timezone

from gongkai.law.errors import Faults, LawError, NotAllowed
from gongkai.law.review import Role, Status
from gongkai.web.library import actions, queries
from gongkai.web.library.models import OutboxEntry
from tests.web import factories

pytestmark = pytest.mark.django_db


def test_three_other_people_bring_a_draft_to_the_public():
    draft = factories.document()
    done = factories.reviewed(draft)
    assert done.status == Status.PUBLISHED
    year = timezone.now().astimezone(timezone.get_current_timezone()).year
    assert done.index_number == f"{draft.body.credit_code}/{year}-00001"
    assert done.sequence == 1
    assert list(queries.published()) == [done]
    assert [(row.topic, row.key) for row in OutboxEntry.objects.all()] == [("document", done.code)]
