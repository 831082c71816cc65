"""States, dates and document numbers as the desk shows them."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from gongkai.law.citation import quoted
from gongkai.law.facts import RelationKind
from gongkai.law.finding import Finding
from gongkai.law.obligations import STATE_WORDS, Duty, DutyState
from gongkai.law.review import MOVE_WORDS, ROLE_WORDS, STATUS_WORDS, Move, Role, Status
from gongkai.law.vocabulary import Event, Severity
from gongkai.web.desk.forms.document import TALL, WIDE, DocumentForm, as_text
from gongkai.web.desk.forms.word import Read
from gongkai.web.desk.pages import words
from gongkai.web.desk.pages.difference import plain
from gongkai.web.desk.pages.duty_line import count_of
from gongkai.web.desk.pages.duty_list import Tally
from gongkai.web.desk.pages.relating import RELATION_WORDS
from gongkai.web.library.models import Document
from gongkai.web.library.models.document import VALIDITY_WORDS, Validity
from gongkai.web.library.plan import FieldPlan
from gongkai.web.library.review import Standing

register = template.Library()

DUTY_SHAPES = {
    DutyState.NOT_DUE: "notyet",
    DutyState.DUE_SOON: "soon",
    DutyState.DUE_TODAY: "today",
    DutyState.OVERDUE: "overdue",
    DutyState.KEPT: "kept",
    DutyState.LATE: "late",
    DutyState.SHORT: "short",
    DutyState.NOT_APPLICABLE: "na",
}
STATUS_SHAPES = {
    Status.DRAFT: "draft",
    Status.FIRST_REVIEW: "r1",
    Status.SECRECY_REVIEW: "r2",
    Status.FINAL_REVIEW: "r3",
    Status.PUBLISHED: "published",
    Status.WITHDRAWN: "withdrawn",
}
SEVERITY_SHAPES = {Severity.ERROR: "must", Severity.WARNING: "check", Severity.NOTICE: "kept"}
SEVERITY_WORDS = {Severity.ERROR: "必须处理", Severity.WARNING: "请核对", Severity.NOTICE: "说明"}


@register.simple_tag
def state(shape: str, word: str) -> SafeString:
    """A state: its shape, its word and its colour, always all three."""
    return format_html(
        '<span class="state s-{0}"><svg class="g" aria-hidden="true"><use href="#g-{0}"/></svg>{1}</span>',
        shape,
        word,
    )


@register.simple_tag
def shape(code: str) -> SafeString:
    """A shape alone, where its word stands beside it in another element."""
    return format_html('<svg class="g" aria-hidden="true"><use href="#g-{}"/></svg>', code)


@register.simple_tag
def duty_state(duty: Duty) -> SafeString:
    """The state of a duty; a due day that is only provisional keeps its state's word."""
    return state(DUTY_SHAPES[duty.state], STATE_WORDS[duty.state])


@register.simple_tag
def status(document: Document) -> SafeString:
    """Where a document stands between draft and public."""
    value = Status(document.status)
    return state(STATUS_SHAPES[value], STATUS_WORDS[value])


@register.simple_tag
def severity(finding: Finding) -> SafeString:
    """How much a finding weighs."""
    return state(SEVERITY_SHAPES[finding.severity], SEVERITY_WORDS[finding.severity])


@register.simple_tag
def validity(document: Document) -> SafeString:
    """Whether a document still holds in law; what no longer holds is red and crossed."""
    if not document.validity:
        return mark_safe("")
    value = Validity(document.validity)
    word = VALIDITY_WORDS[value]
    return state("void", word) if value in {Validity.REPEALED, Validity.LAPSED} else format_html("{}", word)


@register.filter
def named(names: dict[str, str], code: str) -> str:
    """The name that goes with a code."""
    return names[code]


@register.filter
def lateness(duty: Duty) -> str:
    """How late a duty is or was, with the unit in words."""
    return count_of(duty)


@register.filter
def role_word(role: Role | str) -> str:
    """A role in Chinese."""
    return ROLE_WORDS[Role(role)]


register.filter(quoted)


@register.filter
def iso(day: date | None) -> str:
    """2026-11-23, or nothing."""
    return day.isoformat() if day else ""


for word in (
    words.month_day,
    words.chinese_date,
    words.weekday,
    words.clock_time,
    words.stamp,
    words.days_ago,
    words.file_size,
):
    register.filter(word)


@register.simple_tag
def tally_state(tally: Tally) -> SafeString:
    """The state that a tally counts."""
    return state(DUTY_SHAPES[tally.state], tally.word)


@register.simple_tag
def event_word(event: Event) -> str:
    """What a limit is counted from, in one word."""
    return words.EVENT_WORDS[event]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the document form as it is drawn."""

    plan: FieldPlan
    value: str
    errors: list[str]
    read: Read | None
    is_missing: bool
    is_wide: bool
    is_day: bool
    rows: int
    choices: list[tuple[str, str]]

    @property
    def error(self) -> bool:
        """Whether something is wrong with it."""
        return bool(self.errors)


@register.simple_tag
def form_field(form: DocumentForm, name: str, marks: dict[str, Read] | None) -> FormField:
    """How a field is drawn: its value, faults, where it was read, and why it is asked."""
    field = form[name]
    read = (marks or {}).get(name)
    plan = form.plans[name]
    value = as_text(field.value())
    return FormField(
        plan=plan,
        value=value,
        errors=[str(error) for error in field.errors],
        read=read,
        is_missing=bool(marks) and plan.is_required and not value,
        is_wide=name in WIDE,
        is_day=name.endswith("_on"),
        rows=TALL.get(name, 0),
        choices=list(getattr(field.field, "choices", [])),
    )


@register.simple_tag
def relation_word(kind: str, *, is_source: bool = True) -> str:
    """A relation in one word, from the end that looks at it."""
    return RELATION_WORDS[RelationKind(kind)][0 if is_source else 1]


@register.simple_tag
def move_button(standing: Standing, move: str) -> SafeString:
    """The button of a move; grey with its reason in words when the person may not make it."""
    chosen = Move(move)
    word, refusal = MOVE_WORDS[chosen], standing.refusal(chosen)
    if not refusal:
        return format_html('<button class="btn btn-primary">{}</button>', word)
    return format_html(
        '<button class="btn btn-primary" aria-disabled="true" aria-describedby="no-{0}">{1}</button>'
        '<p class="small red mb-0" id="no-{0}">{2}</p>',
        move,
        word,
        refusal,
    )


@register.filter
def may(standing: Standing, move: str) -> bool:
    """Whether the person may make the move now."""
    return standing.may(Move(move))


@register.filter
def refusal(standing: Standing, move: str) -> str:
    """Why the person may not make the move."""
    return standing.refusal(Move(move))


@register.filter
def plain_length(html: str) -> int:
    """How many characters a text has without its markup."""
    return len("".join(plain(html).split()))


@register.filter
def ending(name: str) -> str:
    """What kind of file a name says it is."""
    return name.rpartition(".")[2].upper()


@register.simple_tag
def finding_address(document: Document, finding: Finding) -> str:
    """Where a finding is mended: the field of the form, or the relations of the page."""
    name = finding.code.removeprefix("missing-")
    if name == "relations":
        return "#relations"
    field = name if finding.code.startswith("missing-") else "document_number"
    return f"{reverse('desk:edit', args=[document.code])}#id_{field}"
