"""A planned document: everything before anybody enters it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Stage(StrEnum):
    """How far a planned document has got by today.

    进度：已发布、草稿、待初审、待保密审查、待终审、已退回。
    """

    PUBLISHED = "published"
    DRAFT = "draft"
    FIRST_REVIEW = "first_review"
    SECRECY_REVIEW = "secrecy_review"
    FINAL_REVIEW = "final_review"
    SENT_BACK = "sent_back"


class Fate(StrEnum):
    """What becomes of a published document later.

    后来的变化：被修改、被废止、失效、撤下。
    """

    AMENDED = "amended"
    REPEALED = "repealed"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """An attachment to be made: its name tells its kind.

    附件。`lines` 是轻标记文字，DOCX、PDF 由它排版；XLSX 取其中的表格。
    """

    name: str
    title: str
    lines: str


@dataclass(frozen=True, slots=True)
class PlannedRelation:
    """How the document stands to another of the plan, by key."""

    kind: str
    to: str


@dataclass(frozen=True, slots=True)
class PlannedFate:
    """A later change of a published document.

    后来的变化；`by` 是使它改变的文件，没有则为空串。
    """

    fate: Fate
    on: date
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """One document of the demonstration, from draft to its end.

    计划中的文件。`dates` 的键就是文件各日期栏的名字；`series` 是机关代字，文号在全部排定之后
    按成文先后编；`amends` 是它修改的文件的键；`lines` 是轻标记正文（见 markup）。
    """

    key: str
    column: tuple[str, ...]
    body: str
    title: str
    lines: str
    dates: dict[str, date] = field(default_factory=dict)
    published_on: date | None = None
    stage: Stage = Stage.PUBLISHED
    series: str = ""
    document_number: str = ""
    issuing_body: str = ""
    summary: str = ""
    keywords: str = ""
    subject: str = ""
    genre: str = ""
    validity: str = ""
    relations: tuple[PlannedRelation, ...] = ()
    fate: PlannedFate | None = None
    amends: str = ""
    files: tuple[PlannedFile, ...] = ()
    reason: str = ""

    @property
    def began_on(self) -> date:
        """The day on which what it tells of happened."""
        days = [on for name, on in self.dates.items() if name not in FUTURE_DATES]
        return max(days) if days else self.published_on or date.min


FUTURE_DATES = frozenset({"effective_on", "expires_on", "closes_on"})


@dataclass(frozen=True, slots=True)
class Step:
    """One act at one moment: what the performance plays in order.

    一步：何时、对哪份文件、做什么。
    """

    at: datetime
    order: int
    act: str
    document: Planned
