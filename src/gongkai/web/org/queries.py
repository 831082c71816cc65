"""Who holds which role where."""

from collections import defaultdict

from django.db.models import QuerySet

from gongkai.law.errors import LawError
from gongkai.law.review import Role
from gongkai.web.org.models import Body, Person, RoleGrant


def may(person: Person | None, role: Role, body: Body) -> bool:
    """Whether this person, still in office, holds the role for this very body."""
    return role in roles_for(person, body)


def roles_for(person: Person | None, body: Body) -> frozenset[Role]:
    """The roles that a person holds for one body; none once deactivated."""
    if person is None or not person.is_active:
        return frozenset()
    held = RoleGrant.objects.filter(person=person, person__is_active=True, body=body)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def roles_of(person: Person) -> dict[int, set[Role]]:
    """The roles that a person holds, by the body's id."""
    held: dict[int, set[Role]] = defaultdict(set)
    if person.is_active:
        for body, role in person.grants.values_list("body_id", "role"):
            held[body].add(Role(role))
    return dict(held)


def may_administer(person: Person | None, body: Body) -> bool:
    """Whether this person is an administrator of the body or of one above it."""
    above: Body | None = body
    while above is not None:
        if may(person, Role.ADMINISTRATOR, above):
            return True
        above = above.parent
    return False


def bodies() -> QuerySet[Body]:
    """All bodies, with the one above."""
    return Body.objects.select_related("parent")


def people(body: Body | None = None) -> QuerySet[Person]:
    """All people, or those of one body, with body and grants."""
    found = Person.objects.select_related("body").prefetch_related("grants__body")
    return found.filter(body=body) if body else found


def holders(role: Role, body: Body) -> QuerySet[Person]:
    """The people in office who hold a role for a body, for sentences that say who may."""
    return Person.objects.filter(is_active=True, grants__role=role, grants__body=body)


def body(code: str) -> Body:
    """One body by its code; LawError with the codes that there are when there is none."""
    found = Body.objects.select_related("parent").filter(code=code).first()
    if found is None:
        known = "、".join(Body.objects.values_list("code", flat=True)) or "（还没有单位）"
        raise LawError(f"没有代码为“{code}”的单位；现有：{known}。")
    return found


def only_body(code: str | None) -> Body:
    """The body that is named, or, where none is, the one that stands at the top."""
    if code:
        return body(code)
    top = list(Body.objects.filter(parent=None)[:2])
    if len(top) != 1:
        known = "、".join(Body.objects.values_list("code", flat=True))
        raise LawError(f"这里有不止一个单位，请用 --body 指明是哪一个：{known}。")
    return top[0]
