"""Refusals of the law, put beside the fields they speak of."""

from django import forms

from gongkai.law.errors import Faults, LawError


def put_faults(form: forms.BaseForm, refusal: LawError, otherwise: str | None = None) -> None:
    """Each fault at its field; what belongs to no field of the form at `otherwise`, or at the top."""
    faults = refusal.faults if isinstance(refusal, Faults) else ((otherwise or "", str(refusal)),)
    for name, sentence in faults:
        place = name if name in form.fields else otherwise if otherwise in form.fields else None
        form.add_error(place, sentence)
