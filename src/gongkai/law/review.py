"""Who may move a document where, as one table of moves."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a document stands between draft and public.

    文件状态：草稿、待初审、待保密审查、待终审、已发布、已撤下。
    """

    DRAFT = "draft"
    FIRST_REVIEW = "first_review"
    SECRECY_REVIEW = "secrecy_review"
    FINAL_REVIEW = "final_review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What somebody does to a document's standing.

    动作：送审、通过、退回、撤下、重新起草。
    """

    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class Role(StrEnum):
    """What a person may do for a body.

    角色：编辑、初审、保密审查、终审、管理员、审计员。
    """

    EDITOR = "editor"
    REVIEWER = "reviewer"
    SECRECY_REVIEWER = "secrecy_reviewer"
    FINAL_REVIEWER = "final_reviewer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


STATUS_WORDS = {
    Status.DRAFT: "草稿",
    Status.FIRST_REVIEW: "待初审",
    Status.SECRECY_REVIEW: "待保密审查",
    Status.FINAL_REVIEW: "待终审",
    Status.PUBLISHED: "已发布",
    Status.WITHDRAWN: "已撤下",
}
STAGE_WORDS = {
    Status.FIRST_REVIEW: "初审",
    Status.SECRECY_REVIEW: "保密审查",
    Status.FINAL_REVIEW: "终审",
}
MOVE_WORDS = {
    Move.SUBMIT: "送审",
    Move.APPROVE: "通过",
    Move.SEND_BACK: "退回",
    Move.WITHDRAW: "撤下",
    Move.REOPEN: "重新起草",
}
ROLE_WORDS = {
    Role.EDITOR: "编辑",
    Role.REVIEWER: "初审",
    Role.SECRECY_REVIEWER: "保密审查",
    Role.FINAL_REVIEWER: "终审",
    Role.ADMINISTRATOR: "管理员",
    Role.AUDITOR: "审计员",
}
ARTICLE = "《政府信息公开条例》第十七条"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: a move from one status to the next.

    审查流程的一步。`reason` 是必须写下的内容的名称，空串表示可以不写。
    """

    move: Move
    before: Status
    after: Status
    roles: frozenset[Role]
    reason: str = ""


# 条例第十七条: the body sets the procedure of review and who answers for it. Withdrawing is open to the
# secrecy reviewer too: a leak must come off the site at once, whoever sees it first.
STEPS = (
    Step(Move.SUBMIT, Status.DRAFT, Status.FIRST_REVIEW, frozenset({Role.EDITOR})),
    Step(Move.APPROVE, Status.FIRST_REVIEW, Status.SECRECY_REVIEW, frozenset({Role.REVIEWER})),
    Step(
        Move.APPROVE,
        Status.SECRECY_REVIEW,
        Status.FINAL_REVIEW,
        frozenset({Role.SECRECY_REVIEWER}),
        "保密审查结论",
    ),
    Step(Move.APPROVE, Status.FINAL_REVIEW, Status.PUBLISHED, frozenset({Role.FINAL_REVIEWER})),
    Step(Move.SEND_BACK, Status.FIRST_REVIEW, Status.DRAFT, frozenset({Role.REVIEWER}), "退回理由"),
    Step(Move.SEND_BACK, Status.SECRECY_REVIEW, Status.DRAFT, frozenset({Role.SECRECY_REVIEWER}), "退回理由"),
    Step(Move.SEND_BACK, Status.FINAL_REVIEW, Status.DRAFT, frozenset({Role.FINAL_REVIEWER}), "退回理由"),
    Step(
        Move.WITHDRAW,
        Status.PUBLISHED,
        Status.WITHDRAWN,
        frozenset({Role.FINAL_REVIEWER, Role.SECRECY_REVIEWER}),
        "撤下理由",
    ),
    Step(Move.REOPEN, Status.WITHDRAWN, Status.DRAFT, frozenset({Role.EDITOR})),
)
STAGES = (Status.FIRST_REVIEW, Status.SECRECY_REVIEW, Status.FINAL_REVIEW)


@dataclass(frozen=True, slots=True)
class Passed:
    """A stage of this round and the person who passed it."""

    stage: Status
    person: str


@dataclass(frozen=True, slots=True)
class Round:
    """The present round of review, as far as the law asks.

    一轮审查。`writers` 是上次发布以来存过稿的人和现稿的保存人；`passed` 从最近一次送审算起。
    人以不变的键表示。
    """

    status: Status
    writers: frozenset[str] = frozenset()
    passed: tuple[Passed, ...] = ()


def step(move: Move, status: Status) -> Step | None:
    """The row of the table for this move from this status, or None where there is none."""
    return next((row for row in STEPS if row.move is move and row.before is status), None)


def moves_from(status: Status) -> tuple[Step, ...]:
    """Every row that begins at this status."""
    return tuple(row for row in STEPS if row.before is status)


def reviewing_role(status: Status) -> Role | None:
    """Who passes the stage at which a document stands; None where no stage waits."""
    row = step(Move.APPROVE, status)
    return next(iter(row.roles)) if row else None


def refusal(move: Move, standing: Round, person: str, roles: Set[Role]) -> str | None:
    """Why this person may not make this move now, as one sentence; None when they may.

    Nobody passes what they wrote, and nobody passes two stages of one round (条例第十七条: review needs
    a procedure with persons who answer for it, and one person's eyes are no procedure).
    """
    row = step(move, standing.status)
    if row is None:
        return _no_such_move(move, standing.status)
    if not row.roles & roles:
        words = "或".join(f"“{ROLE_WORDS[role]}”" for role in Role if role in row.roles)
        return f"{MOVE_WORDS[move]}要由本单位有{words}角色的人办理，您没有这个角色（{ARTICLE}）。"
    if move is Move.APPROVE:
        return _own_work(standing, person)
    return None


def reason_missing(move: Move, status: Status, reason: str) -> str | None:
    """The sentence that asks for the reason or conclusion which this move must leave behind, or None."""
    row = step(move, status)
    if row is None or not row.reason or reason.strip():
        return None
    return f"请写明{row.reason}：它随文件保存，是审查责任的凭据（{ARTICLE}）。"


def _no_such_move(move: Move, status: Status) -> str:
    possible = "、".join(MOVE_WORDS[row.move] for row in moves_from(status))
    return f"文件现在是“{STATUS_WORDS[status]}”，不能{MOVE_WORDS[move]}；这时可以{possible}。"


def _own_work(standing: Round, person: str) -> str | None:
    stage = STAGE_WORDS[standing.status]
    if person in standing.writers:
        return f"您参与起草了这份文件，不能由您{stage}；请另一位{stage}人办理（{ARTICLE}）。"
    for passed in standing.passed:
        if passed.person == person:
            earlier = STAGE_WORDS[passed.stage]
            return f"这一轮的{earlier}是您通过的，不能再由您{stage}；请另一位{stage}人办理（{ARTICLE}）。"
    return None
