"""How a document stands in review, for those who look at it."""

from dataclasses import dataclass
from datetime import datetime

from gongkai.law import review as law
from gongkai.law.review import MOVE_WORDS, STAGE_WORDS, STAGES, Move, Round, Status
from gongkai.web.library.models import Document, ReviewAct
from gongkai.web.library.queries import rounds_of
from gongkai.web.org.models import Person
from gongkai.web.org.queries import holders, roles_for


@dataclass(frozen=True, slots=True)
class StageStanding:
    """One stage of the present round.

    审查的一步。`state`：passed 已通过，current 正在办，ahead 未到；通过的写明何人、何时、何结论。
    `who` 是可以办这一步的人的姓名。
    """

    status: Status
    word: str
    state: str
    who: tuple[str, ...] = ()
    person: str = ""
    at: datetime | None = None
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class MoveStanding:
    """One move that the status offers to one person.

    此人现在可否做这个动作：`refusal` 是不可以的理由，可以时为空。
    """

    move: Move
    word: str
    refusal: str

    @property
    def is_allowed(self) -> bool:
        """Whether this person may make it now."""
        return not self.refusal


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands and what one person may do about it.

    文件的审查情况：各步、此人现在可以做的动作、最近一次退回。
    """

    status: Status
    stages: tuple[StageStanding, ...]
    moves: tuple[MoveStanding, ...]
    writers: tuple[str, ...]
    sent_back: ReviewAct | None = None

    def may(self, move: Move) -> bool:
        """Whether this person may make the move now."""
        return any(one.move is move and one.is_allowed for one in self.moves)

    def refusal(self, move: Move) -> str:
        """Why this person may not make the move, in one sentence; empty when they may."""
        found = next((one for one in self.moves if one.move is move), None)
        return found.refusal if found else law.refusal(move, Round(self.status), "", set()) or ""


def round_of(document: Document) -> Round:
    """The present round of one document."""
    return rounds_of([document])[document.pk]


def standing(person: Person, document: Document) -> Standing:
    """Where a document stands in review and what this person may do now, each refusal a sentence."""
    present = round_of(document)
    roles = roles_for(person, document.body)
    acts = list(document.review_acts.select_related("person").order_by("id"))
    moves = tuple(
        MoveStanding(
            row.move,
            MOVE_WORDS[row.move],
            law.refusal(row.move, present, str(person.pk), roles) or "",
        )
        for row in law.moves_from(present.status)
    )
    names = Person.objects.filter(pk__in=present.writers).values_list("name", flat=True)
    is_returned = present.status is Status.DRAFT and acts and acts[-1].move == Move.SEND_BACK
    return Standing(
        status=present.status,
        stages=_stages(document, present, acts),
        moves=moves,
        writers=tuple(names),
        sent_back=acts[-1] if is_returned else None,
    )


def _stages(document: Document, present: Round, acts: list[ReviewAct]) -> tuple[StageStanding, ...]:
    passed = {one.stage for one in present.passed} if present.status is not Status.DRAFT else set()
    last = {Status(act.before): act for act in acts if act.move == Move.APPROVE}
    return tuple(
        _stage(document, present, stage, last.get(stage) if stage in passed else None) for stage in STAGES
    )


def _stage(document: Document, present: Round, stage: Status, act: ReviewAct | None) -> StageStanding:
    if act is not None:
        return StageStanding(stage, STAGE_WORDS[stage], "passed", (), act.person.name, act.at, act.conclusion)
    role = law.reviewing_role(stage)
    passed = {one.person for one in present.passed} if present.status is not Status.DRAFT else set()
    free = holders(role, document.body).exclude(pk__in=present.writers | passed) if role else ()
    names = tuple(person.name for person in free)
    return StageStanding(stage, STAGE_WORDS[stage], "current" if stage is present.status else "ahead", names)
