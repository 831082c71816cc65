"""How far the demonstration is, and who may sign in to it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings

from gongkai.web.demo.queries.content import content
from gongkai.web.library.models import Document
from gongkai.web.org.models import Body


class Condition(StrEnum):
    """How far an installation's demonstration is.

    演示的状况：尚无、内容已写而网页未成、已完成、这里是正式安装。
    """

    ABSENT = "absent"
    UNFINISHED = "unfinished"
    COMPLETE = "complete"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Account:
    """A demonstration account, as it is printed for everybody.

    演示账户：单位、科室、姓名、角色、用户名和密码。
    """

    body: str
    office: str
    name: str
    roles: tuple[str, ...]
    username: str
    password: str


def condition() -> Condition:
    """How far the demonstration of the opened, migrated installation is."""
    if not Body.objects.exists():
        return Condition.ABSENT
    if not Document.objects.filter(is_demonstration=True).exists():
        return Condition.FOREIGN
    return Condition.COMPLETE if marker().exists() else Condition.UNFINISHED


def accounts() -> tuple[Account, ...]:
    """The demonstration accounts with their plain passwords."""
    named = {body["code"]: body["name"] for body in content("people")["body"]}
    return tuple(
        Account(
            named[row["body"]],
            row["office"],
            row["name"],
            tuple(row["roles"]),
            row["username"],
            row["password"],
        )
        for row in content("people")["person"]
    )


def marker() -> Path:
    """The file that is written last."""
    return Path(settings.HOME) / "demonstration.json"
