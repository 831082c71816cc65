"""Changing bodies, people and the roles they hold."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.law.errors import Conflict, Faults, LawError, NotAllowed
from gongkai.law.numbering import credit_code_fault
from gongkai.law.review import ROLE_WORDS, Role
from gongkai.web.org.models import Body, Person, RoleGrant
from gongkai.web.org.queries import may_administer
from gongkai.web.org.signals import happened


@transaction.atomic
def create_body(
    person: Person | None,
    code: str,
    name: str,
    credit_code: str,
    *,
    short_name: str = "",
    parent: Body | None = None,
) -> Body:
    """A new public body. `person` None is the installation itself."""
    if person is not None:
        _require_administrator(person, parent)
    faults = [("credit_code", fault) for fault in [credit_code_fault(credit_code)] if fault]
    for field, value in (("code", code), ("name", name), ("credit_code", credit_code)):
        if not value.strip():
            faults.append((field, "单位的代码、名称和统一社会信用代码都要填写。"))
        elif other := Body.objects.filter(**{field: value}).first():
            faults.append((field, f"“{value}”已由{other.name}使用，请换一个。"))
    if faults:
        raise Faults(faults)
    body = Body.objects.create(
        code=code, name=name, short_name=short_name or name, credit_code=credit_code, parent=parent
    )
    _tell(person, "建立单位", f"body:{code}", f"建立单位{name}（{code}）。", body)
    return body


@transaction.atomic
def create_person(
    person: Person | None,
    username: str,
    name: str,
    body: Body,
    password: str,
    *,
    office: str = "",
    is_demonstration: bool = False,
) -> Person:
    """A new person of a body who can sign in with this password; roles come by `grant`.

    Demonstration accounts may have the short passwords that are printed for everybody to see.
    """
    if person is not None:
        _require_administrator(person, body)
    username, name = username.strip(), name.strip()
    faults = _name_faults(username, name)
    if not is_demonstration:
        faults += _password_faults(password)
    if faults:
        raise Faults(faults)
    created = Person.objects.create_person(username, name, body, password)
    if office:
        created.office = office
        created.save(update_fields=["office"])
    _tell(person, "建立人员", f"person:{username}", f"建立人员{name}（{username}），单位{body.name}。", body)
    return created


@transaction.atomic
def grant(person: Person | None, to: Person, role: Role, body: Body) -> RoleGrant:
    """Give somebody a role for a body; nobody gives a role to themself."""
    if person is not None:
        _require_administrator(person, body)
        if person.pk == to.pk:
            raise NotAllowed("不能给自己授权；请另一位管理员办理。")
    if not to.is_active:
        raise LawError(f"{to.name}已停用，不能授权；请先确认这个人仍在岗。")
    held, is_new = RoleGrant.objects.get_or_create(person=to, body=body, role=role.value)
    if is_new:
        sentence = f"授予{to.name}在{body.name}的“{ROLE_WORDS[role]}”角色。"
        _tell(person, "授权", f"person:{to.username}", sentence, body)
    return held


@transaction.atomic
def revoke(person: Person | None, of: Person, role: Role, body: Body) -> None:
    """Take a role away; the last administrator of the office stays."""
    if person is not None:
        _require_administrator(person, body)
    if role is Role.ADMINISTRATOR:
        _require_another_administrator(of, body)
    gone, _ = RoleGrant.objects.filter(person=of, body=body, role=role.value).delete()
    if not gone:
        raise Conflict(
            f"{of.name}在{body.name}没有“{ROLE_WORDS[role]}”角色，可能刚由别人撤销；请刷新后再看。"
        )
    _tell(
        person,
        "撤销授权",
        f"person:{of.username}",
        f"撤销{of.name}在{body.name}的“{ROLE_WORDS[role]}”角色。",
        body,
    )


@transaction.atomic
def deactivate(person: Person, whom: Person) -> Person:
    """Somebody left: they can no longer sign in; what they did stays under their name."""
    _require_administrator(person, whom.body)
    if person.pk == whom.pk:
        raise NotAllowed("不能停用自己；请另一位管理员办理。")
    for held in whom.grants.filter(role=Role.ADMINISTRATOR.value).select_related("body"):
        _require_another_administrator(whom, held.body)
    whom.is_active = False
    whom.save(update_fields=["is_active"])
    _tell(person, "停用人员", f"person:{whom.username}", f"停用{whom.name}（{whom.username}）。", whom.body)
    return whom


@transaction.atomic
def set_password(person: Person, whom: Person, password: str) -> None:
    """A new password: one's own, or one that an administrator gives."""
    if person.pk != whom.pk:
        _require_administrator(person, whom.body)
    if faults := _password_faults(password):
        raise Faults(faults)
    whom.set_password(password)
    whom.save(update_fields=["password"])
    _tell(
        person, "改密码", f"person:{whom.username}", f"更改{whom.name}（{whom.username}）的密码。", whom.body
    )


def _require_administrator(person: Person, body: Body | None) -> None:
    if body is None or not may_administer(person, body):
        where = body.name if body else "本系统"
        raise NotAllowed(f"只有{where}（或其上级单位）的管理员可以办理这件事。")


def _require_another_administrator(than: Person, body: Body) -> None:
    others = RoleGrant.objects.select_for_update().filter(
        body=body, role=Role.ADMINISTRATOR.value, person__is_active=True
    )
    if not [other for other in others if other.person_id != than.pk]:
        raise LawError(f"{than.name}是{body.name}唯一的管理员；请先授权另一位管理员，再办这件事。")


def _name_faults(username: str, name: str) -> list[tuple[str, str]]:
    faults = []
    if not username or len(username) > 40 or any(letter.isspace() for letter in username):
        faults.append(("username", "用户名要填写，不超过40个字，中间不能有空格。"))
    elif Person.objects.filter(username=username).exists():
        faults.append(("username", f"用户名“{username}”已有人使用，请换一个。"))
    if not name or len(name) > 40:
        faults.append(("name", "姓名要填写，不超过40个字。"))
    return faults


def _password_faults(password: str) -> list[tuple[str, str]]:
    try:
        validate_password(password)
    except ValidationError as refused:
        return [("password", message) for message in refused.messages]
    if len(password) < 10:
        return [("password", "密码不能少于10个字符；可以用几个不相干的词连起来。")]
    return []


def _tell(person: Person | None, act: str, subject: str, sentence: str, body: Body | None) -> None:
    happened.send(sender=Person, person=person, act=act, subject=subject, sentence=sentence, body=body)
