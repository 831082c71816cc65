"""An office on 23 November 2026, and people at its desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client
from tests.web import factories

from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models import Column
from gongkai.web.org.models import Body, Person

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Office:
    """A body with one person for each role, and the columns of one branch."""

    body: Body
    people: dict[Role, Person]
    normative: Column
    interpretation: Column
    consultation: Column
    feedback: Column
    notice: Column
    outbound: Column

    @property
    def editor(self) -> Person:
        return self.people[Role.EDITOR]


@pytest.fixture(autouse=True)
def set_day(settings) -> None:
    settings.TODAY_SET_TO = TODAY.isoformat()


@pytest.fixture
def office(db) -> Office:
    body = factories.body("示例区人民政府办公室", short_name="区政府办公室")
    branch = factories.branch(body, "行政规范性文件及解读")
    people = {role: factories.person(role, body=body, name=name) for role, name in NAMES.items()}

    def column(name: str, kind: ColumnKind, limit: str = factories.LIMIT) -> Column:
        return factories.column(body, kind=kind, time_limit=limit, name=name, parent=branch)

    return Office(
        body=body,
        people=people,
        normative=column("区政府行政规范性文件", ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内"),
        interpretation=column(
            "政策解读", ColumnKind.INTERPRETATION, "与行政规范性文件原文同时发布（三个工作日内）"
        ),
        consultation=column(
            "意见征集",
            ColumnKind.CONSULTATION,
            "行政规范性文件草案应当公开征求意见，期限一般不少于7个工作日",
        ),
        feedback=column("采纳情况反馈", ColumnKind.ADOPTION_FEEDBACK, "意见征集结束后的30天内发布"),
        notice=column("公告公示", ColumnKind.NOTICE),
        outbound=column("上级文件", ColumnKind.OUTBOUND_LINK, "/"),
    )


NAMES = {
    Role.EDITOR: "林晓雯",
    Role.REVIEWER: "陈静",
    Role.SECRECY_REVIEWER: "何立群",
    Role.FINAL_REVIEWER: "沈建国",
    Role.ADMINISTRATOR: "何敏",
    Role.AUDITOR: "孙蔚",
}


@pytest.fixture
def at_desk() -> Callable[[Person], Client]:
    """A browser in which somebody has signed in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


def normative_fields(**given) -> dict:
    """Complete fields of a normative document issued so that it is due today."""
    complete = {
        "title": "示例区促进普惠托育服务发展若干措施",
        "document_number": "示政发〔2026〕18号",
        "issuing_body": "示例区人民政府",
        "signed_on": date(2026, 11, 12),
        "issued_on": date(2026, 11, 12),
        "validity": "in_force",
    }
    return complete | given
