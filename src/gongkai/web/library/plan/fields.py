"""What a column asks of its documents before they may go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.law import numbering
from gongkai.law.citation import quoted
from gongkai.law.elements import Element, ElementType
from gongkai.law.facts import RelationKind
from gongkai.law.review import Status
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.vocabulary import ColumnKind, Event
from gongkai.web import law
from gongkai.web.library.collect import EVENT_FIELDS, FORMED, happened_on
from gongkai.web.library.models import Column, Document

EVERY = ("title", "text", "summary", "keywords", "subject")
OFFICIAL = ("document_number", "issuing_body", "genre", "signed_on", "issued_on", "effective_on")

# Kind of column → the fields its form shows beside those of every document and of its time limit.
SHOWN: dict[ColumnKind, tuple[str, ...]] = {
    ColumnKind.NORMATIVE_DOCUMENT: (*OFFICIAL, "expires_on", "validity"),
    ColumnKind.GENERAL_DOCUMENT: (*OFFICIAL, "expires_on", "validity"),
    ColumnKind.RULES: (*OFFICIAL, "validity"),
    ColumnKind.DECISION_CATALOGUE: OFFICIAL,
    ColumnKind.NOTICE: OFFICIAL,
    ColumnKind.PLAN: OFFICIAL,
    ColumnKind.APPOINTMENT: ("document_number", "issuing_body", "signed_on"),
    ColumnKind.PROPOSAL_REPLY: ("document_number", "issuing_body", "signed_on"),
    ColumnKind.TWO_DISCLOSURE: ("document_number", "issuing_body", "decided_on"),
    ColumnKind.BUDGET: ("approved_on",),
    ColumnKind.CONSULTATION: ("opens_on", "closes_on"),
}
# Kind of column → the fields without which nothing is submitted, each with the reason.
REQUIRED: dict[ColumnKind, dict[str, str]] = {
    ColumnKind.NORMATIVE_DOCUMENT: {
        "document_number": "行政规范性文件要公开文号",
        "issuing_body": "行政规范性文件要公开发文机关",
        "signed_on": "行政规范性文件要公开发文日期",
        "validity": "行政规范性文件要标明有效性",
    },
    ColumnKind.CONSULTATION: {
        "opens_on": "征集公告要写明从哪一天开始",
        "closes_on": "征集公告要写明到哪一天截止",
    },
}
# A content element (by its standard name in lawdata/elements.toml) → the field that holds it.
ELEMENTS = {
    "文号": "document_number",
    "发文机关": "issuing_body",
    "发文日期": "signed_on",
    "印发日期": "issued_on",
    "施行日期": "effective_on",
    "有效期": "expires_on",
    "有效性": "validity",
}
# Where an element stands that has no field of its own: in the text, or beside it as an attachment.
HOLDS = {
    ElementType.TEXT: "text",
    ElementType.BODY: "text",
    ElementType.DATE: "text",
    ElementType.NUMBER: "text",
    ElementType.CHOICE: "text",
    ElementType.PERSON: "text",
    ElementType.PHONE: "text",
    ElementType.ADDRESS: "text",
    ElementType.PERIOD: "text",
    ElementType.IMAGE: "attachments",
    ElementType.FILE: "attachments",
    ElementType.TABLE: "attachments",
}
# Elements that are the title or the text itself.
ITSELF = {"标题", "全文"}
# What a document may rightly lack although its catalogue names it.
NEVER_REQUIRED = {"expires_on"}
# Kind of column → the relation that its documents must have.
RELATED: dict[ColumnKind, tuple[RelationKind, str]] = {
    ColumnKind.INTERPRETATION: (RelationKind.INTERPRETS, "请选它解读的文件，两处页面才能互相链接。"),
    ColumnKind.INTERPRETATION_MEDIA: (RelationKind.INTERPRETS, "请选它解读的文件，两处页面才能互相链接。"),
    ColumnKind.ADOPTION_FEEDBACK: (
        RelationKind.ANSWERS,
        "请选它反馈的意见征集，采纳情况的期限从征集结束之日算起。",
    ),
}
# What happened to another document or to the site is not this form's to ask.
ELSEWHERE = {Event.PUBLISHED, Event.PERIOD_ENDED, Event.RECEIVED, Event.OTHER}
OWN_FILES = re.compile(r'(?:src|href)="/files/([0-9a-f]{16})/')
COUNTING = {RuleKind.WITHIN, RuleKind.BEFORE, RuleKind.SILENT}


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field of a column's form, and why it must be filled."""

    name: str
    label: str
    is_required: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class RelationPlan:
    """The relation that a column's documents must have."""

    kind: RelationKind
    why: str


def fields_for(column: Column) -> tuple[FieldPlan, ...]:
    """The fields that a document of this column has, in the order of the form.

    By the kind of column, the elements of its content cell, and the events its time limit counts from.
    """
    why = _required(column)
    kind = column.kind
    named = {ELEMENTS[element.standard] for element in _named(column)}
    shown = {"title", "text", *why, *named, *(SHOWN.get(kind, ()) if kind else ()), *EVERY}
    if not shown & set(FORMED):
        shown.add("formed_on")
    words = {"text": _asked_of_the_text(column)} | why
    return tuple(
        FieldPlan(field.name, str(field.verbose_name), field.name in why, words.get(field.name, ""))
        for field in Document._meta.get_fields()
        if field.name in shown
    )


def relation_for(column: Column) -> RelationPlan | None:
    """The relation that a document of this column must have, or None."""
    kind = column.kind
    return RelationPlan(*RELATED[kind]) if kind in RELATED else None


def missing(document: Document, today: date) -> tuple[tuple[str, str], ...]:
    """Every (field, sentence) that keeps a document from being submitted; empty when it may go on."""
    return tuple(_faults(document, today))


def _required(column: Column) -> dict[str, str]:
    """Field → why, from the kind of column, its content elements and its time limit."""
    kind = column.kind
    why = {"title": "每份文件都要有标题"} | (REQUIRED.get(kind, {}) if kind else {})
    for element in _named(column):
        if element.required and ELEMENTS[element.standard] not in NEVER_REQUIRED:
            why[ELEMENTS[element.standard]] = f"目录要求本栏目公开“{element.name}”"
    for event in _events(column):
        why.setdefault(EVENT_FIELDS[event][0], _counted_from(column))
    return why


def _named(column: Column) -> tuple[Element, ...]:
    """The elements of the content cell that a field of every document's form can hold."""
    elements = law.elements(column.item.content).elements if column.item else ()
    return tuple(element for element in elements if element.standard in ELEMENTS)


def _asked_of_the_text(column: Column) -> str:
    """What the catalogue wants to be read in the text and its attachments, for the editor's eye."""
    elements = law.elements(column.item.content).elements if column.item else ()
    own = [each for each in elements if each.standard not in {*ELEMENTS, *ITSELF}]
    asked = [
        (lead, [each.name for each in own if HOLDS[each.type] == place and each.required is required])
        for lead, place, required in (
            ("正文写明", "text", True),
            ("正文或附件里要有", "attachments", True),
            ("有的话也写上", "text", False),
            ("有的话也放上", "attachments", False),
        )
    ]
    parts = [f"{lead}：{'、'.join(names)}" for lead, names in asked if names]
    return f"目录要求{'；'.join(parts)}。" if parts else ""


def _events(column: Column) -> Iterator[Event]:
    """The events of a document's own life that its column's time limit counts from."""
    text = column.item.time_limit_text if column.item else ""
    for rule in law.time_limit(text).rules:
        event = rule.trigger.event if rule.trigger else Event.FORMED_OR_CHANGED
        counts = rule.kind in COUNTING and event not in ELSEWHERE
        # The end of a consultation is the consultation's own date, whoever's limit runs from it.
        if counts and (event is not Event.CLOSED or column.kind is ColumnKind.CONSULTATION):
            yield event


def _counted_from(column: Column) -> str:
    text = column.item.time_limit_text if column.item else ""
    if not text:
        return "目录没有写时限，依《政府信息公开条例》第二十六条从形成或变更之日算起"
    return f"公开时限“{text}”从这一天算起"


def _faults(document: Document, today: date) -> Iterator[tuple[str, str]]:
    column = document.column
    labels = {plan.name: plan.label for plan in fields_for(column)}
    dated = {EVENT_FIELDS[event][0]: happened_on(document, event) for event in _events(column)}
    for name, why in _required(column).items():
        if not (getattr(document, name) or dated.get(name)):
            yield name, f"缺{labels[name]}：{why}。"
    if not dated and happened_on(document, Event.FORMED) is None and document.opens_on is None:
        yield "formed_on", "缺形成或变更日期：目录中每份信息都要有生成日期（《政府信息公开条例》第十二条）。"
    yield from _text_faults(document)
    yield from _future_dates(document, today)
    yield from _number_faults(document)
    yield from _relation_faults(document)


def _text_faults(document: Document) -> Iterator[tuple[str, str]]:
    kept = {attachment.sha256[:16] for attachment in document.attachments.all()}
    if not document.text.strip() and not kept:
        yield "text", "正文和附件都是空的；请写正文，或放入附件。"
    if strays := set(OWN_FILES.findall(document.text)) - kept:
        yield "text", f"正文里有{len(strays)}处图片或链接指向本文件没有的附件；请重新放入，或从正文中拿掉。"


def _future_dates(document: Document, today: date) -> Iterator[tuple[str, str]]:
    for name in FORMED:
        day = getattr(document, name)
        if day is not None and day > today:
            label = Document._meta.get_field(name).verbose_name
            yield name, f"{label}{day}还没有到（今天是{today}）；请核对年月日。"


def _number_faults(document: Document) -> Iterator[tuple[str, str]]:
    if not document.document_number:
        return
    same = Document.objects.filter(
        document_number=document.document_number, column=document.column, status=Status.PUBLISHED
    ).exclude(pk=document.pk)
    if other := same.first():
        yield (
            "document_number",
            f"文号{document.document_number}已由本栏目的{quoted(other.title)}使用；请核对。",
        )
    read = numbering.read(document.document_number)
    signed = document.signed_on or document.issued_on
    if read and read.year and signed and read.year > signed.year:
        yield (
            "document_number",
            f"文号写的是{read.year}年，而成文或印发在{signed.year}年；文号的年份不能晚于印发之年，请核对。",
        )


def _relation_faults(document: Document) -> Iterator[tuple[str, str]]:
    wanted = relation_for(document.column)
    if wanted and not document.relations.filter(kind=wanted.kind.value).exists():
        yield "relations", wanted.why
