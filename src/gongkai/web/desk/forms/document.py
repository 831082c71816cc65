"""The form of a document: exactly the fields of its column."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from gongkai.web.desk.forms.days import DayField
from gongkai.web.desk.forms.word import Read, WordFile
from gongkai.web.library.actions import DocumentFields
from gongkai.web.library.models import VALIDITY_WORDS, Column, Document
from gongkai.web.library.plan import FieldPlan, fields_for

TALL = {"summary": 3, "text": 24}
LAST = ("summary", "text")
WIDE = {"title", "summary", "text"}
MARK = "read-"


class DocumentForm(forms.Form):
    """What an editor types about a document of one column.

    文件的表单：只有本栏目的各栏；草稿可以缺项，必填在送审时检查。
    """

    def __init__(
        self, column: Column, data: QueryDict | None = None, *, initial: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.column = column
        plans = sorted(
            fields_for(column), key=lambda plan: LAST.index(plan.name) if plan.name in LAST else -1
        )
        self.plans = {plan.name: plan for plan in plans}
        for plan in plans:
            self.fields[plan.name] = _field(plan)

    def written(self, before: DocumentFields | None = None) -> DocumentFields:
        """The fields as typed, over what stood before; call only when the form is valid."""
        typed = {name: self.cleaned_data[name] for name in self.plans}
        for name, value in typed.items():
            typed[name] = value if value is not None or name.endswith("_on") else ""
        return replace(before or DocumentFields(title=""), **typed)


def initial_of(fields: DocumentFields) -> dict[str, Any]:
    """A document's fields as a form begins with them."""
    return {name: getattr(fields, name) for name in DocumentFields.__dataclass_fields__}


def initial_from(file: WordFile) -> dict[str, Any]:
    """What was read from a Word file, as a form begins with it."""
    return {"text": file.text} | {name: read.value for name, read in file.fields.items()}


def marks_of(file: WordFile) -> dict[str, str]:
    """For every field of a document: where it was read, or that it was not found; for the hidden fields."""
    marks = {name: f"{'1' if read.is_sure else '0'}{read.where}" for name, read in file.fields.items()}
    return marks | {"text": f"1读自“{file.name}”，标题和文号不在正文里重复"}


def marks_in(data: QueryDict) -> dict[str, Read]:
    """The marks that a form carried along, so that they survive a second look."""
    return {
        key.removeprefix(MARK): Read(None, value[1:60], value[:1] == "1")
        for key, value in data.items()
        if isinstance(value, str) and key.startswith(MARK) and value
    }


def _field(plan: FieldPlan) -> forms.Field:
    model = Document._meta.get_field(plan.name)
    if plan.name.endswith("_on"):
        return DayField(label=plan.label, required=False)
    if plan.name == "validity":
        choices = [("", "请选择"), *((value.value, word) for value, word in VALIDITY_WORDS.items())]
        return forms.ChoiceField(label=plan.label, required=False, choices=choices)
    widget = forms.Textarea(attrs={"rows": TALL[plan.name]}) if plan.name in TALL else forms.TextInput()
    limit = getattr(model, "max_length", None)
    too_long = f"{plan.label}最多{limit}个字，请缩短。"
    return forms.CharField(
        label=plan.label,
        required=False,
        max_length=limit,
        widget=widget,
        strip=plan.name != "text",
        error_messages={"max_length": too_long},
    )


def as_text(value: object) -> str:
    """A value as a hidden field carries it."""
    return value.isoformat() if isinstance(value, date) else str(value or "")
