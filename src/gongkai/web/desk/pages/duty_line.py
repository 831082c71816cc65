"""One duty as a line of work: what, why, by when, one verb."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.law.obligations import Duty, DutyKind, DutyState
from gongkai.law.review import STATUS_WORDS, Status
from gongkai.web.desk.pages.words import EVENT_WORDS
from gongkai.web.desk.queries import RELATION_OF, Pending


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty as it stands in a list of work.

    待办的一行：`verb` 是唯一的动作（起草、处理、查看），`address` 是它的去处。
    """

    duty: Duty
    title: str
    count: str
    why: str
    by: str
    verb: str
    address: str


def line_of(duty: Duty, pending: Pending) -> DutyLine:
    """A duty with what the office already has in hand for it."""
    verb, address = _next_step(duty, pending)
    return DutyLine(
        duty=duty,
        title=title_of(duty),
        count=count_of(duty),
        why=_why(duty, pending),
        by=pending.holder_of(duty),
        verb=verb,
        address=address,
    )


def title_of(duty: Duty) -> str:
    """What is owed: a follow-up is named after its original and its own column."""
    return f"{duty.title}：{duty.path[-1]}" if duty.kind in RELATION_OF else duty.title


def count_of(duty: Duty) -> str:
    """How late, or how long still, with the unit in words."""
    if duty.state in {DutyState.OVERDUE, DutyState.LATE, DutyState.SHORT}:
        prefix = {DutyState.OVERDUE: "", DutyState.LATE: "迟", DutyState.SHORT: "少"}[duty.state]
        if duty.late_workdays:
            return f"{prefix}{duty.late_workdays}个工作日"
        return f"{prefix}{duty.late_days}天（自然日）" if duty.late_days else ""
    if duty.state is DutyState.DUE_TODAY:
        return "24时前"
    if duty.state is DutyState.KEPT and duty.done_on:
        return f"{duty.done_on}公开" if duty.kind is not DutyKind.KEEP_OPEN else ""
    return f"还有{duty.left_workdays}个工作日" if duty.left_workdays else ""


def start_address(duty: Duty) -> str:
    """The form of a new document for this duty, with column and relation filled in."""
    asked = {"column": duty.column}
    if duty.kind in RELATION_OF:
        asked |= {"kind": RELATION_OF[duty.kind], "target": duty.subject}
    return f"{reverse('desk:new')}?{urlencode(asked)}"


def _next_step(duty: Duty, pending: Pending) -> tuple[str, str]:
    in_hand = duty.evidence or pending.draft_for(duty)
    if in_hand:
        is_draft = pending.status.get(in_hand) is Status.DRAFT
        return ("处理" if is_draft else "查看"), reverse("desk:document", args=[in_hand])
    return "起草", start_address(duty)


def _why(duty: Duty, pending: Pending) -> str:
    event = ""
    if duty.counted_from and duty.event:
        event = f"{duty.counted_from} {EVENT_WORDS[duty.event]}，"
    limit = f"“{duty.time_limit_text.strip()}”" if duty.time_limit_text.strip() else "目录没有写明时限"
    return f"{event}{limit}{_stage(duty, pending)}"


def _stage(duty: Duty, pending: Pending) -> str:
    if duty.is_settled:
        return ""
    draft = pending.draft_for(duty)
    return f"；现为{STATUS_WORDS[pending.status[draft]]}" if draft else "；还没有起草"
