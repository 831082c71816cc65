"""The audit: no record can be changed unseen."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.web import factories, guards

from gongkai.law.review import Role
from gongkai.web.audit.actions import record
from gongkai.web.audit.models import AuditLine, ChainHead
from gongkai.web.audit.queries import broken_links, line_hash, lines_about

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    owner = factories.body("示例区人民政府办公室")
    person = factories.person(Role.EDITOR, body=owner, name="林晓雯")
    for number in range(5):
        record(person, "保存", "document:d000001", f"第{number}次保存。", body=owner, details={"次": number})
    return AuditLine.objects.order_by("sequence")


@pytest.fixture
def without_guards(chain):
    """Somebody with the keys of the database took the triggers off."""
    guards.take_off()
    return chain


def test_an_untouched_chain_holds(chain):
    assert broken_links() == []
    assert lines_about("document:d000001").count() == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditline SET sentence = '没有这回事。' WHERE sequence = 3",
        "DELETE FROM audit_auditline WHERE sequence = 3",
        "DELETE FROM audit_auditline",
    ],
)
def test_the_database_refuses_to_change_or_remove_a_line(chain, statement):
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
        connection.cursor().execute(statement)
    assert broken_links() == []


@pytest.mark.parametrize("field", ["sentence", "person_name", "body_code", "act", "subject"])
def test_a_changed_line_is_found(without_guards, field):
    AuditLine.objects.filter(sequence=4).update(**{field: "改过"})
    assert broken_links() == ["审计记录第4行的内容与它的散列不符，这一行被改过。"]


def test_changed_details_and_time_are_found(without_guards):
    last = without_guards.last()
    AuditLine.objects.filter(pk=last.pk).update(details={"次": 9})
    assert len(broken_links()) == 1


def test_a_removed_line_is_found(without_guards):
    AuditLine.objects.filter(sequence=4).delete()
    assert broken_links() == ["审计记录第4行至第4行不见了。"]


def test_a_shortened_end_is_found(without_guards):
    last = without_guards.last().sequence
    AuditLine.objects.filter(sequence=last).delete()
    assert broken_links() == [f"审计记录到第{last - 1}行为止，应到第{last}行，末尾被删改过。"]


def test_a_line_rewritten_with_a_fitting_hash_breaks_the_next(without_guards):
    line = AuditLine.objects.get(sequence=4)
    line.sentence = "没有这回事。"
    AuditLine.objects.filter(sequence=4).update(sentence=line.sentence, hash=line_hash(line))
    assert broken_links() == ["审计记录第5行与上一行接不上，两行之中至少有一行被改过。"]


def test_an_act_undone_leaves_no_line_and_no_gap(chain):
    count = chain.count()
    with pytest.raises(TypeError), transaction.atomic():
        record(None, "试", "", "不会留下的一行。", details={"不能存": object()})
    record(None, "试", "", "留下的一行。")
    assert AuditLine.objects.count() == count + 1 == ChainHead.objects.get().sequence
    assert broken_links() == []
