"""Bodies, people, columns, documents made by real actions."""

from datetime import UTC, date, datetime
from itertools import count

from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.library import actions
from gongkai.web.library.models import CatalogueItem, Column, Document, Edition
from gongkai.web.org import actions as org
from gongkai.web.org.models import Body, Person

PASSWORD = "only-for-tests-2026"
LIMIT = "自该政府信息形成或者变更之日起20个工作日内"
_numbers = count(1)
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def body(name: str = "", **given) -> Body:
    """A public body with a credit code of its own."""
    number = next(_numbers)
    name = name or f"示例区第{number}局"
    given.setdefault("code", f"b{number}")
    given.setdefault("credit_code", f"1133010600{number:08d}")
    return org.create_body(None, given.pop("code"), name, given.pop("credit_code"), **given)


def person(*roles: Role, body: Body, name: str = "") -> Person:
    """A person of a body holding these roles for it; the password is PASSWORD."""
    number = next(_numbers)
    made = org.create_person(None, f"p{number}", name or f"人员{number}", body, PASSWORD)
    for role in roles:
        org.grant(None, made, role, body)
    return made


def office(owner: Body) -> dict[Role, Person]:
    """One person for each role of a body."""
    return {role: person(role, body=owner) for role in Role}


def column(
    owner: Body | None = None,
    *,
    kind: ColumnKind = ColumnKind.GENERAL_DOCUMENT,
    time_limit: str = LIMIT,
    name: str = "",
    parent: Column | None = None,
    since: date = date(2022, 1, 1),
) -> Column:
    """A leaf column with its item; its branch is `parent` (none: it stands at the top)."""
    number = next(_numbers)
    name = name or f"栏目{number}"
    edition, _ = Edition.objects.get_or_create(
        title="试验目录",
        defaults={"in_force_on": since, "loaded_at": clock.now(), "source": "", "sha256": "0" * 64},
    )
    item = CatalogueItem.objects.create(
        edition=edition,
        order=number,
        number=number,
        path=[*(_path(parent) if parent else []), name],
        time_limit_text=time_limit,
        kind=kind.value,
    )
    owner = owner or body()
    made = Column.objects.create(
        code=f"t{number:03d}", name=name, parent=parent, order=number, item=item, body=owner
    )
    item.kept_by, item.branch = made, parent
    item.save(update_fields=["kept_by", "branch"])
    return made


def branch(owner: Body, name: str = "", parent: Column | None = None) -> Column:
    """A column that holds columns."""
    number = next(_numbers)
    name = name or f"枝干{number}"
    return Column.objects.create(code=f"t{number:03d}", name=name, parent=parent, order=number, body=owner)


def fields(**given) -> actions.DocumentFields:
    """Fields that any column takes, apart from what is given."""
    number = next(_numbers)
    complete = {
        "title": f"示例区关于第{number}项工作的通知",
        "text": "<p>现将有关事项通知如下。</p>",
        "formed_on": date(2026, 11, 2),
        "signed_on": date(2026, 11, 2),
        "issued_on": date(2026, 11, 2),
    }
    return actions.DocumentFields(**complete | given)


def document(place: Column | None = None, by: Person | None = None, **given) -> Document:
    """A draft in a column by an editor of the column's body (made when none is given)."""
    place = place or column()
    owner = by.body if by else place.body
    by = by or person(Role.EDITOR, body=owner)
    return actions.draft(by, place, fields(**given), body=owner)


def reviewed(draft: Document, upto: int = 3) -> Document:
    """Submit a draft by its writer and pass `upto` stages by other people of its body."""
    made = actions.submit(draft.created_by, draft)
    for role in (Role.REVIEWER, Role.SECRECY_REVIEWER, Role.FINAL_REVIEWER)[:upto]:
        made = actions.approve(person(role, body=draft.body), made, "不涉密，可以公开。")
    return made


def published(draft: Document | None = None, *, on: date | None = None, **given) -> Document:
    """A document that went the whole way, on a given day if one is given."""
    if on is None:
        return reviewed(draft or document(**given))
    with clock.at(datetime(on.year, on.month, on.day, 2, tzinfo=UTC)):
        return reviewed(draft or document(**given))


def _path(place: Column) -> list[str]:
    return [*(_path(place.parent) if place.parent else []), place.name]
