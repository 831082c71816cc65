"""What frames every screen: the person, the menu, the day."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from gongkai.law.review import Role
from gongkai.web import clock
from gongkai.web.desk.queries import overdue_count, roles_at_all, waiting_count
from gongkai.web.org.models import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu, with a number where something waits."""

    code: str
    word: str
    address: str
    count: int = 0
    count_of: str = ""
    is_hot: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Some lines of the menu under one word."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of a screen."""

    person: Person
    roles: frozenset[Role]
    menu: tuple[Group, ...]
    set_day: date | None


REVIEWERS = frozenset({Role.REVIEWER, Role.SECRECY_REVIEWER, Role.FINAL_REVIEWER})


def shell_of(person: Person) -> Shell:
    """The frame that this person sees: only what the person may do is in the menu."""
    roles = roles_at_all(person)
    groups = (
        Group("", (_today(person),)),
        Group("文件", _documents(person, roles)),
        Group("时限", (_plain("duties", "公开任务"), _plain("calendar", "节假日日历"))),
        Group("目录", (_plain("columns", "栏目与目录"),)),
        Group("管理", _administration(roles)),
    )
    menu = tuple(group for group in groups if group.entries)
    return Shell(person, roles, menu, clock.today() if clock.today_is_set() else None)


def _plain(code: str, word: str) -> Entry:
    return Entry(code, word, reverse(f"desk:{code}"))


def _today(person: Person) -> Entry:
    overdue = overdue_count(person)
    return Entry("today", "今日待办", reverse("desk:today"), overdue, "项逾期", is_hot=True)


def _documents(person: Person, roles: frozenset[Role]) -> tuple[Entry, ...]:
    entries = [_plain("documents", "全部文件")]
    if Role.EDITOR in roles:
        entries.insert(0, _plain("new", "新建文件"))
    if roles & REVIEWERS:
        waiting = waiting_count(person)
        entries.append(Entry("review", "审核", reverse("desk:review"), waiting, "件等我审核"))
    return tuple(entries)


def _administration(roles: frozenset[Role]) -> tuple[Entry, ...]:
    entries = [_plain("people", "人员与单位")]
    if roles & {Role.ADMINISTRATOR, Role.AUDITOR}:
        entries.append(_plain("audit", "审计记录"))
    return tuple(entries)
