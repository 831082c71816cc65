"""The questions that the audit can be asked."""

from django import forms

from gongkai.web.desk.forms.days import DayField


class AuditQuestion(forms.Form):
    """The filter of the audit.

    审计记录的筛选。
    """

    first_on = DayField(label="从", required=False)
    last_on = DayField(label="到", required=False)
    person = forms.CharField(label="人员", required=False, max_length=40)
    act = forms.CharField(label="动作", required=False, max_length=40)
    text = forms.CharField(label="文件、栏目或说明", required=False, max_length=60)
