"""A new installation: first body, edition, administrator."""

import secrets
from dataclasses import dataclass
from datetime import date

from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import Conflict
from gongkai.law.review import Role
from gongkai.web.library.actions.loading import load_catalogue
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import Column, Edition
from gongkai.web.org.actions import create_body, create_person, grant
from gongkai.web.org.models import Body, Person


@dataclass(frozen=True, slots=True)
class Installed:
    """What a new installation holds, and the password told once."""

    body: Body
    edition: Edition
    administrator: Person
    password: str
    columns: int


@whole
def installed(
    catalogue: Catalogue,
    *,
    in_force_on: date,
    body_code: str,
    body_name: str,
    credit_code: str,
    administrator: str,
) -> Installed:
    """Make the first body, its columns and its administrator, all or nothing.

    Raises Conflict where an installation stands already, Faults for a body that cannot be.
    """
    if body := Body.objects.first():
        raise Conflict(f"这里已经装好了（{body.name}）；要另装一处，请用 --home 换一个目录。")
    body = create_body(None, body_code, body_name, credit_code)
    edition = load_catalogue(None, catalogue, in_force_on=in_force_on, body=body)
    password = secrets.token_urlsafe(12)
    person = create_person(None, "admin", administrator, body, password)
    grant(None, person, Role.ADMINISTRATOR, body)
    leaves = Column.objects.filter(item__isnull=False).count()
    return Installed(body, edition, person, password, leaves)
