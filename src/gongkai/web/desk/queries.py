"""What a person at the desk waits for, gathered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max
from django.utils import timezone

from gongkai.law.facts import RelationKind
from gongkai.law.obligations import Duty, DutyKind, DutyState
from gongkai.law.review import Role, Status
from gongkai.web.library.models import Column, Document, Relation
from gongkai.web.library.queries import published, waiting_for
from gongkai.web.org.models import Body, Person
from gongkai.web.org.queries import roles_of
from gongkai.web.oversight.queries import owed

RELATION_OF = {
    DutyKind.INTERPRET: RelationKind.INTERPRETS.value,
    DutyKind.ANSWER: RelationKind.ANSWERS.value,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """How many documents a column has published, the newest when."""

    count: int
    newest_on: date | None


def roles_at_all(person: Person) -> frozenset[Role]:
    """Every role that the person holds for some body."""
    return frozenset(role for held in roles_of(person).values() for role in held)


def bodies_of(person: Person) -> tuple[Body, ...]:
    """The bodies for which the person holds a role, and those directly under them.

    What a department owes is the concern of the office above it too.
    """
    held = set(roles_of(person))
    return tuple(body for body in Body.objects.all() if body.pk in held or body.parent_id in held)


def audited_by(person: Person) -> dict[str, str]:
    """The bodies whose audit this person may read, code and short name: their own and those under them.

    The empty code is among them: acts of the installation itself and failed sign-ins belong to no body.
    """
    own = {body for body, roles in roles_of(person).items() if roles & {Role.ADMINISTRATOR, Role.AUDITOR}}
    if not own:
        return {}
    above = dict(Body.objects.values_list("pk", "parent_id"))
    rows = Body.objects.values_list("pk", "code", "short_name")
    return {"": ""} | {code: name for pk, code, name in rows if own & set(_line(pk, above))}


def _line(body: int | None, above: dict[int, int | None]) -> Iterator[int]:
    while body is not None:
        yield body
        body = above[body]


def duties_for(person: Person) -> tuple[Duty, ...]:
    """The duties of the person's bodies, soonest due first."""
    codes = {body.code for body in bodies_of(person)}
    return tuple(duty for duty in owed() if duty.body in codes)


def overdue_count(person: Person) -> int:
    """How many duties of the person's bodies are overdue."""
    return sum(duty.state is DutyState.OVERDUE for duty in duties_for(person))


def waiting_count(person: Person) -> int:
    """How many documents wait for this person's review."""
    return len(waiting_for(person))


@dataclass(frozen=True, slots=True)
class Pending:
    """What the office has in hand and has not published.

    手头的文件：草稿和送审中的。`by_relation` 是解读、反馈的草稿，按（关系，原文，栏目）查。
    """

    status: dict[str, Status]
    holder: dict[str, str]
    by_relation: dict[tuple[str, str, str], str]
    by_column: dict[str, str]
    body_names: dict[str, str]

    def draft_for(self, duty: Duty) -> str:
        """The code of the document in hand that will settle the duty; empty when there is none."""
        if duty.kind in RELATION_OF:
            return self.by_relation.get((RELATION_OF[duty.kind], duty.subject, duty.column), "")
        if duty.kind is DutyKind.UPDATE:
            return self.by_column.get(duty.column, "")
        return duty.subject if duty.subject in self.status else ""

    def holder_of(self, duty: Duty) -> str:
        """Who has it: the person who drafts, else the body."""
        return self.holder.get(self.draft_for(duty)) or self.body_names.get(duty.body, duty.body)


def pending() -> Pending:
    """Everything in hand, in two queries."""
    rows = Document.objects.exclude(status__in=[Status.PUBLISHED, Status.WITHDRAWN]).order_by("-id")
    found = list(rows.values_list("code", "status", "created_by__name", "column__code"))
    related = Relation.objects.filter(source__code__in=[row[0] for row in found])
    return Pending(
        status={code: Status(status) for code, status, _, _ in found},
        holder={code: name for code, _, name, _ in found},
        by_relation={
            (kind, target, column): source
            for kind, target, column, source in related.values_list(
                "kind", "target__code", "source__column__code", "source__code"
            )
        },
        by_column={column: code for code, _, _, column in found},
        body_names=dict(Body.objects.values_list("code", "short_name")),
    )


def kept_by_column() -> dict[int, Kept]:
    """How many published documents every column holds and of what day the newest is."""
    rows = published().order_by().values("column_id").annotate(n=Count("id"), newest=Max("published_at"))
    return {
        row["column_id"]: Kept(row["n"], row["newest"].astimezone(timezone.get_default_timezone()).date())
        for row in rows
    }


def usual_columns(person: Person) -> list[Column]:
    """The four columns in which this person drafts most."""
    mine = Document.objects.filter(created_by=person).order_by()
    often = mine.values("column_id").annotate(n=Count("id")).order_by("-n", "column_id")[:4]
    places = [row["column_id"] for row in often]
    found = Column.objects.filter(pk__in=places, is_retired=False).select_related("item")
    return sorted(found, key=lambda column: places.index(column.pk))
