"""The fictitious district: bodies, people, columns, links."""

from dataclasses import dataclass
from datetime import date

from gongkai.law import lawdata
from gongkai.law.review import Role
from gongkai.web.demo.plan.writing import credit_code
from gongkai.web.demo.queries.content import content
from gongkai.web.library import actions as library
from gongkai.web.library.models import Column
from gongkai.web.library.queries import leaf_columns
from gongkai.web.org import actions as org
from gongkai.web.org.models import Body, Person

CATALOGUE = "xihu-2022"
OFFICE = "office"
EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does what in the demonstration, by body and role.

    演示的各个单位、人员和栏目；没有专人的角色由区政府办公室的人担任。
    """

    bodies: dict[str, Body]
    people: dict[tuple[str, Role], Person]
    columns: dict[tuple[str, ...], Column]

    def person(self, role: Role, body: str) -> Person:
        """Who holds this role for this body."""
        return self.people.get((body, role)) or self.people[OFFICE, role]


def found(in_force_on: date) -> Cast:
    """Make bodies, people with their roles, the catalogue's columns and the outbound links."""
    bodies = _bodies()
    people = _people(bodies)
    library.load_catalogue(
        None,
        lawdata.catalogue(CATALOGUE),
        in_force_on=in_force_on,
        body=bodies[OFFICE],
    )
    columns = {tuple(column.item.path): column for column in leaf_columns() if column.item}
    administrator = people[OFFICE, Role.ADMINISTRATOR]
    for link in content("other")["link"]:
        column = columns[tuple(link["column"].split("›"))]
        library.set_outbound_url(administrator, column, link["url"])
    return Cast(bodies, people, columns)


def _bodies() -> dict[str, Body]:
    made: dict[str, Body] = {}
    for row in content("people")["body"]:
        made[row["code"]] = org.create_body(
            None,
            row["code"],
            row["name"],
            credit_code(row["credit"]),
            short_name=row["short_name"],
            parent=made.get(OFFICE),
        )
    return made


def _people(bodies: dict[str, Body]) -> dict[tuple[str, Role], Person]:
    made: dict[tuple[str, Role], Person] = {}
    for row in content("people")["person"]:
        body = bodies[row["body"]]
        person = org.create_person(
            None,
            row["username"],
            row["name"],
            body,
            row["password"],
            office=row["office"],
            is_demonstration=True,
        )
        where = bodies if EVERYWHERE in row.get("bodies", ()) else (row["body"],)
        for role in map(Role, row["roles"]):
            made[row["body"], role] = person
            for code in where:
                org.grant(None, person, role, bodies[code])
    return made
