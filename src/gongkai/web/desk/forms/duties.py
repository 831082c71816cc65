"""The questions that the list of duties can be asked."""

from typing import Any

from django import forms
from django.http import QueryDict

from gongkai.law.obligations import STATE_WORDS, DutyState
from gongkai.web.desk.forms.days import DayField
from gongkai.web.desk.pages.duty_list import SORTS, Asked


class DutyQuestion(forms.Form):
    """The filter of the list of duties.

    公开任务的筛选；看不懂的条件逐栏说明，不影响其余条件。
    """

    state = forms.ChoiceField(label="状态", required=False)
    column = forms.ChoiceField(label="栏目", required=False)
    body = forms.ChoiceField(label="责任单位", required=False)
    first_on = DayField(label="到期日从", required=False)
    last_on = DayField(label="到", required=False)
    text = forms.CharField(label="任务或栏目的文字", required=False, max_length=60)
    sort = forms.ChoiceField(label="排列", required=False, choices=list(SORTS.items()))

    def __init__(
        self, data: QueryDict, columns: list[tuple[str, str]], bodies: list[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["state"].choices = [
            ("", "全部状态"),
            *((state.value, word) for state, word in STATE_WORDS.items()),
        ]
        fields["column"].choices = [("", "全部栏目"), *columns]
        fields["body"].choices = [("", "全部单位"), *bodies]

    def asked(self) -> Asked:
        """What was asked, without the fields that could not be read."""
        self.is_valid()
        read = self.cleaned_data
        return Asked(
            state=DutyState(read["state"]) if read.get("state") else None,
            column=read.get("column", ""),
            body=read.get("body", ""),
            text=read.get("text", "").strip(),
            first_on=read.get("first_on"),
            last_on=read.get("last_on"),
            sort=read.get("sort") or "open",
        )
