"""Everything that the page of a document shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongkai.law import numbering
from gongkai.law.errors import NotAllowed
from gongkai.law.finding import Finding
from gongkai.law.obligations import Duty
from gongkai.law.review import Move, Status
from gongkai.law.vocabulary import Severity
from gongkai.web import clock
from gongkai.web.desk.pages.difference import FieldChange, changes
from gongkai.web.desk.pages.duty_line import start_address
from gongkai.web.desk.pages.working import Working, working_of
from gongkai.web.desk.queries import RELATION_OF
from gongkai.web.library import plan, review
from gongkai.web.library.models import VALIDITY_WORDS, Document, Validity, Version
from gongkai.web.library.review import Standing
from gongkai.web.org.models import Person
from gongkai.web.oversight.queries import duties_of

PARAGRAPH_FIELDS = {"title", "text"}
WIDE_FIELDS = {"summary", "keywords"}


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field as shown: its name and value."""

    label: str
    value: str
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the five stages, from drafting to publication.

    审核进度的一步：state 是 done、now 或空；`note` 说明谁在办、何时通过、卡在哪里。
    """

    number: str
    word: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class DutyShown:
    """A duty of the document with the drawing of its due day."""

    duty: Duty
    working: Working | None
    start: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A version with the fields that changed since the one before."""

    version: Version
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as one person may see and move it.

    文件页：要素、审核进度、检查结果、到期日。`hindrance` 是现在不能送审的原因，没有则为空。
    """

    document: Document
    elements: tuple[ShownField, ...]
    standing: Standing
    stages: tuple[Stage, ...]
    findings: tuple[Finding, ...]
    duties: tuple[DutyShown, ...]
    hindrance: str

    @property
    def must(self) -> int:
        """How many findings stop it."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def view_of(person: Person, document: Document) -> DocumentView:
    """The page of a document for one person."""
    standing = review.standing(person, document)
    findings = findings_of(document)
    must = sum(finding.severity is Severity.ERROR for finding in findings)
    hindrance = _hindrance(standing, must)
    return DocumentView(
        document=document,
        elements=tuple(_elements(document)),
        standing=standing,
        stages=_stages(document, standing, hindrance),
        findings=findings,
        duties=tuple(_shown_duty(duty) for duty in duties_of(document)),
        hindrance=hindrance,
    )


def findings_of(document: Document) -> tuple[Finding, ...]:
    """What would stop the document, then what deserves a look."""
    missing = plan.missing(document, clock.today()) if document.status != Status.PUBLISHED else ()
    must = tuple(Finding(f"missing-{name}", Severity.ERROR, sentence) for name, sentence in missing)
    written_on = document.signed_on or document.issued_on
    doubtful = numbering.findings(document.document_number, year=written_on.year if written_on else None)
    said = {name for name, _ in missing}
    return must if "document_number" in said else (*must, *doubtful)


def history_of(versions: Iterable[Version]) -> list[HistoryLine]:
    """Every version, the newest first, with the names of the fields that it changed."""
    ordered = sorted(versions, key=lambda version: version.number)
    lines = []
    for position, version in enumerate(ordered):
        before = ordered[position - 1].fields if position else None
        changed = _changed_names(before, version.fields) if before is not None else ()
        lines.append(HistoryLine(version, changed))
    return lines[::-1]


def difference_between(before: Version | None, after: Version) -> tuple[FieldChange, ...]:
    """What changed from one version to another."""
    return changes(before.fields if before else {}, after.fields)


def _changed_names(before: dict[str, object], after: dict[str, object]) -> tuple[str, ...]:
    from_both = dict.fromkeys([*before, *after])
    return tuple(_label(name) for name in from_both if before.get(name) != after.get(name))


def _label(name: str) -> str:
    extra = {"attachments": "附件", "column": "栏目"}
    return extra.get(name) or str(Document._meta.get_field(name).verbose_name)


def _shown_duty(duty: Duty) -> DutyShown:
    """A duty; one that asks for a further document has the address where that is begun."""
    asks_for_more = duty.kind in RELATION_OF and not duty.is_settled
    return DutyShown(duty, working_of(duty), start_address(duty) if asks_for_more else "")


def _elements(document: Document) -> Iterable[ShownField]:
    for field in plan.fields_for(document.column):
        if field.name in PARAGRAPH_FIELDS:
            continue
        value = getattr(document, field.name)
        yield ShownField(field.label, _shown(field.name, value), field.name in WIDE_FIELDS)
    yield ShownField("发布机构", document.body.name)
    yield ShownField("索引号", document.index_number or "发布时自动编号")


def _shown(name: str, value: object) -> str:
    if not value:
        return ""
    if name == "validity":
        return VALIDITY_WORDS[Validity(str(value))]
    return value.isoformat() if isinstance(value, date) else str(value)


def _hindrance(standing: Standing, must: int) -> str:
    if standing.status is not Status.DRAFT:
        return ""
    if refusal := standing.refusal(Move.SUBMIT):
        return refusal
    return f"还有{must}项必须处理，处理后才能送审。" if must else ""


def _stages(document: Document, standing: Standing, hindrance: str) -> tuple[Stage, ...]:
    is_draft = standing.status is Status.DRAFT
    writers = "、".join(standing.writers) or document.created_by.name
    note = hindrance or writers
    first = Stage("1", "起草中", "now", note) if is_draft else Stage("✓", "起草", "done", note)
    middle = tuple(_stage(number, stage) for number, stage in enumerate(standing.stages, 2))
    return (first, *middle, _last_stage(document, standing))


def _stage(number: int, stage: review.StageStanding) -> Stage:
    if stage.state == "passed":
        at = f"，{stage.at.astimezone(clock.now().tzinfo):%m-%d %H:%M}" if stage.at else ""
        return Stage("✓", f"{stage.word} 通过", "done", f"{stage.person}{at}")
    waiting = "、".join(stage.who) or "还没有可以办理的人，请管理员授权"
    return Stage(str(number), stage.word, "now" if stage.state == "current" else "", waiting)


def _last_stage(document: Document, standing: Standing) -> Stage:
    if standing.status is Status.PUBLISHED:
        return Stage("✓", "已发布", "now", f"{document.published_on}公开")
    if standing.status is Status.WITHDRAWN:
        return Stage("5", "已撤下", "now", document.withdrawal_reason)
    return Stage("5", "发布", "", "终审通过后立即发布")


def refusal_of_sight(document: Document) -> NotAllowed:
    """Why somebody of another body may not read a draft; its title is not told."""
    return NotAllowed(f"这份文件属于{document.body.name}，还没有公开；您在这个单位没有角色，不能查看。")


def refusal_of_history(document: Document) -> NotAllowed:
    """Why somebody of another body may not see how a public document came about."""
    return NotAllowed(
        f"这份文件属于{document.body.name}，您在这个单位没有角色，只能看公开的内容，不能看各稿和审查意见。"
    )
