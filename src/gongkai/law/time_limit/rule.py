"""A time limit as a value (contracts/time-limit.md)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Event, Unit


class RuleKind(StrEnum):
    """The shapes a time-limit rule can have.

    时限规则的种类，与 contracts/time-limit.md 的表逐行对应。
    """

    WITHIN = "within"
    BEFORE = "before"
    WITH = "with"
    OPEN_FOR = "open_for"
    EVERY = "every"
    BY_DATE = "by_date"
    DATES = "dates"
    PROMPTLY = "promptly"
    STANDING = "standing"
    KEEP_FOR = "keep_for"
    LINK = "link"
    SILENT = "silent"


class Period(StrEnum):
    """How often a calendar date comes round.

    周期：一次、每月、每季度、每半年、每年。
    """

    ONCE = "once"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event a rule counts from, with its words.

    起算点，如“文件印发后”。
    """

    event: Event
    text: str = ""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the year, or of the month when `month` is None.

    月日：一年里的某日；没有月的，是每月的某日。
    """

    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a time limit.

    时限规则，种类不用的字段为 None。`text` 与 `span` 是规则在原文中的字句与 [起, 止) 位置；`begins`
    是契约里的 from（周期内的起日），`first_on` / `last_on` 是 `dates` 的起止日，`at` 是 least 或 most。
    """

    kind: RuleKind
    text: str = ""
    span: tuple[int, int] = (0, 0)
    amount: int | None = None
    unit: Unit | None = None
    trigger: Trigger | None = None
    period: Period | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    begins: MonthDay | None = None
    first_on: str | None = None
    last_on: str | None = None
    word: str | None = None
    at: str | None = None


def _nothing(_rules: tuple[Rule, ...]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time-limit sentence was read as.

    读出的时限：规则按原文次序；`canonical` 是规则写回的规范句子，问到时才写（`writer` 写它）。
    """

    text: str
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...] = ()
    writer: Callable[[tuple[Rule, ...]], str] = field(default=_nothing, repr=False, compare=False)

    @property
    def canonical(self) -> str:
        """The rules as one sentence that reads as the same rules; empty where there is none to write."""
        return self.writer(self.rules)
