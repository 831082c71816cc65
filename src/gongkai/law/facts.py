"""What happened, as values for the law to judge."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.law.vocabulary import ColumnKind, Event


class RelationKind(StrEnum):
    """How one document stands to another.

    文件关系：解读、反馈（意见采纳情况）、修改、废止。
    """

    INTERPRETS = "interprets"
    ANSWERS = "answers"
    AMENDS = "amends"
    REPEALS = "repeals"


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and the day on which it happened."""

    event: Event
    on: date


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a document to another, by key."""

    kind: RelationKind
    to: str


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """What is known of one document.

    文件事实。`dates` 是起算事件（形成、印发、结束……）；`opens_on`、`closes_on` 是征集期；
    `published_on` 为空表示尚未公开；`withdrawn_on` 是撤下之日。日期均为北京时间的自然日。
    """

    key: str
    column: str
    title: str
    dates: tuple[Dated, ...] = ()
    published_on: date | None = None
    withdrawn_on: date | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    relations: tuple[Relation, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """A column while it keeps one item of the catalogue.

    栏目事实。`branch` 是上级栏目的键：解读与原文、反馈与征集在同一上级之下互为一组。
    `since` 是本规则在本机关施行之日，周期性更新自此起算；`until` 是新版目录改变或停用它之日，
    当日起不再适用，为空表示现行。
    """

    key: str
    path: tuple[str, ...]
    branch: str
    kind: ColumnKind
    time_limit_text: str
    since: date
    body: str = ""
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the rule was in force on a day: an event counts under the rule of its own day."""
        return self.since <= day and (self.until is None or day < self.until)
