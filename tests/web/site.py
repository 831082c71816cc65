"""A small office with a site of its own, for tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from tests.web import factories

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.library import actions
from gongkai.web.library.models import Column, Document, OutboxEntry
from gongkai.web.org.models import Body, Person

REVIEWERS = (Role.REVIEWER, Role.SECRECY_REVIEWER, Role.FINAL_REVIEWER)
NUMBERS = count(1)
ISSUED = "文件印发后的7个工作日内"
WITH_ORIGINAL = "与行政规范性文件原文同时发布（三个工作日内）"


@dataclass(frozen=True)
class Office:
    """A body, its people and the branch of normative documents."""

    body: Body
    crew: dict[Role, Person]
    statutory: Column
    originals: Column
    interpretations: Column
    consultations: Column
    link: Column
    updates: Column

    def draft(self, column: Column, on: date, **given) -> Document:
        """A draft made on a day; its dates are that day unless given."""
        own = {"formed_on": on, "signed_on": on, "issued_on": on, "issuing_body": self.body.name}
        if column == self.originals:
            own |= {"document_number": f"示政办规〔{on.year}〕{next(NUMBERS)}号", "validity": "in_force"}
        with clock.at(moment(on)):
            fields = factories.fields(**own | given)
            return actions.draft(self.crew[Role.EDITOR], column, fields, body=self.body)

    def publish(self, column: Column, on: date, *, relation=None, files=(), **given) -> Document:
        """A document that went the whole way on a day."""
        draft = self.draft(column, on, **given)
        with clock.at(moment(on)):
            for name, content in files:
                actions.attach(self.crew[Role.EDITOR], draft, name, content)
            if relation:
                actions.relate(self.crew[Role.EDITOR], draft, *relation)
            draft.refresh_from_db()
            return self.review(draft)

    def review(self, draft: Document) -> Document:
        """Submit a draft and pass its three stages."""
        made = actions.submit(self.crew[Role.EDITOR], draft)
        for role in REVIEWERS:
            made = actions.approve(self.crew[role], made, "不涉密，可以公开。")
        return made

    def withdraw(self, document: Document, reason: str = "内容有误，正在更正。") -> Document:
        """Take a document off the site."""
        return actions.withdraw(self.crew[Role.FINAL_REVIEWER], document, reason)


def moment(on: date) -> datetime:
    """Ten in the morning of a day in Beijing."""
    return datetime(on.year, on.month, on.day, 2, tzinfo=UTC)


def office() -> Office:
    """One office with a few columns of different kinds."""
    body = factories.body("示例区人民政府办公室")
    guide = factories.column(body, kind=ColumnKind.GUIDE, name="公开指南甲")
    statutory = factories.branch(body, "法定内容乙")
    branch = factories.branch(body, "规范性文件丙", statutory)
    kinds = ColumnKind
    made = Office(
        body=body,
        crew=factories.office(body),
        statutory=statutory,
        originals=factories.column(
            body, kind=kinds.NORMATIVE_DOCUMENT, name="规范性文件原文丁", parent=branch, time_limit=ISSUED
        ),
        interpretations=factories.column(
            body, kind=kinds.INTERPRETATION, name="政策解读戊", parent=branch, time_limit=WITH_ORIGINAL
        ),
        consultations=factories.column(
            body, kind=kinds.CONSULTATION, name="意见征集己", parent=branch, time_limit="期限不少于7个工作日"
        ),
        link=factories.column(
            body, kind=kinds.OUTBOUND_LINK, name="上级文件庚", parent=statutory, time_limit="/"
        ),
        updates=factories.column(
            body, kind=kinds.PERIODIC_WORK, name="工作总结辛", parent=statutory, time_limit="按半年度更新"
        ),
    )
    assert guide.is_leaf
    return made


def interpreted(office: Office, original: Document, on: date) -> Document:
    """The interpretation of an original, published on a day."""
    title = f"《{original.title}》政策解读"
    relation = (RelationKind.INTERPRETS, original)
    return office.publish(office.interpretations, on, title=title, relation=relation)


def waiting() -> list[str]:
    """The codes that wait in the outbox, oldest first."""
    return list(OutboxEntry.objects.filter(topic="document").order_by("pk").values_list("key", flat=True))


def files_of(folder: Path) -> dict[str, int]:
    """Every file of a site with the moment it was written."""
    return {
        "/" + file.relative_to(folder).as_posix(): file.stat().st_mtime_ns
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".gz"
    }
