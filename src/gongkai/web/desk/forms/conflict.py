"""Two people saved one document: what each of them wrote."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gongkai.web.desk.forms.document import DocumentForm, initial_of
from gongkai.web.desk.pages.difference import FieldChange, changes, plain
from gongkai.web.library.actions import fields_of
from gongkai.web.library.models import Document, Version


@dataclass(frozen=True, slots=True)
class Clash:
    """What the other changed, beside what was typed here.

    两人同存：`taken` 是对方改了、您没有改的栏（已换成对方的内容）；`both` 是双方都改了的栏
    （保留您写的）。
    """

    sentence: str
    taken: tuple[FieldChange, ...]
    both: tuple[FieldChange, ...]
    values: dict[str, Any]


def clash_of(sentence: str, now: Document, base: Version | None, form: DocumentForm) -> Clash:
    """Set what was typed against what is stored, from the version that the form began with."""
    newest = now.versions.order_by("-number").first()
    before = base.fields if base else {}
    after = newest.fields if newest else {}
    stored = initial_of(fields_of(now))
    typed = {name: form.cleaned_data.get(name) for name in form.plans}
    others = [one for one in changes(before, after) if one.name in form.plans]
    mine = {name for name in form.plans if _words(name, typed[name]) != _words(name, before.get(name))}
    values = {name: typed[name] if name in mine else stored[name] for name in form.plans}
    return Clash(
        sentence=sentence,
        taken=tuple(one for one in others if one.name not in mine),
        both=tuple(one for one in others if one.name in mine and _differs(one.name, typed, stored)),
        values=values,
    )


def _differs(name: str, typed: dict[str, Any], stored: dict[str, Any]) -> bool:
    return _words(name, typed[name]) != _words(name, stored[name])


def _words(name: str, value: object) -> str:
    if value is None:
        return ""
    written = value.isoformat() if isinstance(value, date) else str(value)
    return plain(written) if name == "text" else written.strip()
