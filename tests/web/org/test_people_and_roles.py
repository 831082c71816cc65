"""Bodies, people and roles: who may change them."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import identify_hasher
from tests.web import factories

from gongkai.law.errors import Conflict, Faults, LawError, NotAllowed
from gongkai.law.review import Role
from gongkai.web.audit.models import AuditLine
from gongkai.web.org import actions, queries
from gongkai.web.org.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return factories.body("示例区人民政府办公室")


@pytest.fixture
def administrator(owner):
    return factories.person(Role.ADMINISTRATOR, body=owner)


def acts():
    return list(AuditLine.objects.order_by("sequence").values_list("act", flat=True))


def test_an_administrator_makes_a_person_with_a_role_and_every_act_is_recorded(owner, administrator):
    before = len(acts())
    made = actions.create_person(administrator, "linxw", "林晓雯", owner, factories.PASSWORD)
    actions.grant(administrator, made, Role.EDITOR, owner)
    actions.grant(administrator, made, Role.EDITOR, owner)
    assert queries.may(made, Role.EDITOR, owner)
    assert acts()[before:] == ["建立人员", "授权"]
    last = AuditLine.objects.latest("sequence")
    assert (last.person, last.subject) == (administrator, "person:linxw")


@pytest.mark.parametrize("deed", ["create_person", "grant", "revoke", "deactivate", "set_password"])
def test_only_the_bodys_administrator_changes_its_people(owner, administrator, deed):
    whom = factories.person(Role.EDITOR, body=owner)
    deeds = {
        "create_person": lambda by: actions.create_person(by, "xin", "新人", owner, factories.PASSWORD),
        "grant": lambda by: actions.grant(by, whom, Role.REVIEWER, owner),
        "revoke": lambda by: actions.revoke(by, whom, Role.EDITOR, owner),
        "deactivate": lambda by: actions.deactivate(by, whom),
        "set_password": lambda by: actions.set_password(by, whom, "another-long-password"),
    }
    without = factories.person(Role.FINAL_REVIEWER, Role.AUDITOR, body=owner)
    foreign = factories.person(*Role, body=factories.body("示例区教育局"))
    before = len(acts())
    for stranger in (without, foreign):
        with pytest.raises(NotAllowed, match="管理员"):
            deeds[deed](stranger)
    assert len(acts()) == before
    deeds[deed](administrator)
    assert len(acts()) == before + 1


def test_an_administrator_of_the_body_above_may_and_one_of_the_body_below_may_not(owner, administrator):
    below = factories.body("示例区教育局", parent=owner)
    made = actions.create_person(administrator, "jiaoyu", "教育", below, factories.PASSWORD)
    actions.grant(administrator, made, Role.ADMINISTRATOR, below)
    with pytest.raises(NotAllowed):
        actions.grant(made, administrator, Role.EDITOR, owner)


def test_nobody_gives_themself_a_role_or_locks_themself_out(owner, administrator):
    with pytest.raises(NotAllowed, match="不能给自己授权"):
        actions.grant(administrator, administrator, Role.FINAL_REVIEWER, owner)
    with pytest.raises(NotAllowed, match="不能停用自己"):
        actions.deactivate(administrator, administrator)


def test_the_last_administrator_stays(owner, administrator):
    with pytest.raises(LawError, match="唯一的管理员"):
        actions.revoke(administrator, administrator, Role.ADMINISTRATOR, owner)
    second = factories.person(Role.ADMINISTRATOR, body=owner)
    actions.deactivate(second, administrator)
    assert not Person.objects.get(pk=administrator.pk).is_active


def test_a_role_for_one_body_is_none_for_another(owner):
    editor = factories.person(Role.EDITOR, body=owner)
    other = factories.body("示例区教育局")
    assert queries.may(editor, Role.EDITOR, owner)
    assert not queries.may(editor, Role.EDITOR, other)
    assert queries.roles_of(editor) == {owner.pk: {Role.EDITOR}}


def test_a_deactivated_person_has_no_role_and_cannot_sign_in(owner, administrator, rf):
    editor = factories.person(Role.EDITOR, body=owner)
    actions.deactivate(administrator, editor)
    assert not queries.may(editor, Role.EDITOR, owner)
    request = rf.post("/")
    assert authenticate(request, username=editor.username, password=factories.PASSWORD) is None
    with pytest.raises(LawError, match="已停用"):
        actions.grant(administrator, editor, Role.EDITOR, owner)


def test_all_faults_of_a_new_person_or_body_come_at_once(owner, administrator):
    with pytest.raises(Faults) as refused:
        actions.create_person(administrator, "a b", "", owner, "short")
    assert [field for field, _ in refused.value.faults] == ["username", "name", "password"]
    with pytest.raises(Faults) as refused:
        actions.create_body(administrator, owner.code, owner.name, "O" * 18, parent=owner)
    assert [field for field, _ in refused.value.faults] == ["credit_code", "code", "name"]


def test_revoking_what_somebody_else_revoked_is_told(owner, administrator):
    editor = factories.person(Role.EDITOR, body=owner)
    actions.revoke(administrator, editor, Role.EDITOR, owner)
    with pytest.raises(Conflict, match="可能刚由别人撤销"):
        actions.revoke(administrator, editor, Role.EDITOR, owner)


def test_passwords_are_kept_with_argon2(owner, settings):
    settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS[1:]
    made = actions.create_person(None, "chen", "陈静", owner, factories.PASSWORD)
    assert identify_hasher(made.password).algorithm == "argon2"


def test_signing_in_and_out_and_failing_to_are_recorded(owner, client, rf):
    editor = factories.person(Role.EDITOR, body=owner)
    request = rf.post("/", REMOTE_ADDR="10.0.0.8")
    before = len(acts())
    assert authenticate(request, username=editor.username, password="wrong") is None
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    client.logout()
    assert acts()[before:] == ["登录失败", "登录", "退出"]
    failed = AuditLine.objects.filter(act="登录失败").get()
    assert (failed.person, failed.person_name, failed.details) == (
        None,
        editor.username,
        {"address": "10.0.0.8"},
    )


def test_an_unknown_body_is_told_with_those_that_there_are(owner):
    assert queries.body(owner.code) == owner
    with pytest.raises(LawError, match=owner.code):
        queries.body("nowhere")
