"""A duty and the state it is in on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from gongkai.law.time_limit import counting
from gongkai.law.time_limit.counting import Due
from gongkai.law.time_limit.rule import Rule
from gongkai.law.vocabulary import Event
from gongkai.law.workdays import Calendar

# A practice of the desk, not a number of the law: when “临近到期” is shown.
SOON_WORKDAYS = 5


class DutyKind(StrEnum):
    """What has to be done.

    公开任务的种类：公开文件、发布解读、反馈采纳情况、保证征集期限、按周期更新。
    """

    PUBLISH = "publish"
    INTERPRET = "interpret"
    ANSWER = "answer"
    KEEP_OPEN = "keep_open"
    UPDATE = "update"


class DutyState(StrEnum):
    """How a duty stands on a day.

    公开任务的状态，用词见 STATE_WORDS。
    """

    NOT_DUE = "not_due"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    KEPT = "kept"
    LATE = "late"
    SHORT = "short"
    NOT_APPLICABLE = "not_applicable"


STATE_WORDS = {
    DutyState.NOT_DUE: "未到期",
    DutyState.DUE_SOON: "临近到期",
    DutyState.DUE_TODAY: "今天到期",
    DutyState.OVERDUE: "已逾期",
    DutyState.KEPT: "按时公开",
    DutyState.LATE: "迟公开",
    DutyState.SHORT: "期限不足",
    DutyState.NOT_APPLICABLE: "不适用",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """Something owed to the public by a day.

    公开任务。`subject` 是所欠文件（或其原文）的代码，周期性更新为空；`evidence` 是履行它的文件；
    `late_workdays`、`late_days` 是迟了几个工作日、几个自然日；`left_workdays` 是还剩几个工作日。
    """

    key: str
    kind: DutyKind
    column: str
    path: tuple[str, ...]
    body: str
    title: str
    subject: str
    state: DutyState
    time_limit_text: str
    rule: Rule
    event: Event | None
    counted_from: date | None
    due: Due | None
    evidence: str = ""
    done_on: date | None = None
    late_workdays: int = 0
    late_days: int = 0
    left_workdays: int | None = None
    note: str = ""

    @property
    def due_on(self) -> date | None:
        """The last day on which it is still kept."""
        return self.due.due_on if self.due else None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be done."""
        return self.state not in {
            DutyState.NOT_DUE,
            DutyState.DUE_SOON,
            DutyState.DUE_TODAY,
            DutyState.OVERDUE,
        }


@lru_cache(maxsize=1 << 16)
def due_day(rule: Rule, event_on: date, calendar: Calendar) -> Due:
    """`counting.due`, kept: nearly all duties of an office were counted the last time it was asked."""
    return counting.due(rule, event_on, calendar)


@dataclass(frozen=True, slots=True)
class DutyStanding:
    """The state of a duty and the days that go with it."""

    state: DutyState
    late_workdays: int = 0
    late_days: int = 0
    left_workdays: int | None = None


def standing(due_on: date, done_on: date | None, today: date, calendar: Calendar) -> DutyStanding:
    """How a duty due on `due_on` stands on `today`, done on `done_on` or not yet.

    The due day itself still counts as kept, to its end (民法典第二百零三条第二款).
    """
    if done_on is not None and done_on <= due_on:
        return DutyStanding(DutyState.KEPT)
    if done_on is not None or today > due_on:
        until = done_on or today
        state = DutyState.LATE if done_on else DutyState.OVERDUE
        return DutyStanding(state, calendar.count(due_on, until), (until - due_on).days)
    left = calendar.count(today, due_on)
    if today == due_on:
        return DutyStanding(DutyState.DUE_TODAY, left_workdays=0)
    return DutyStanding(
        DutyState.DUE_SOON if left <= SOON_WORKDAYS else DutyState.NOT_DUE, left_workdays=left
    )
