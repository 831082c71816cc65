"""New people, bodies and the roles they are given."""

from typing import Any

from django import forms
from django.http import QueryDict

from gongkai.law.review import ROLE_WORDS, Role
from gongkai.web.org.models import Body


class PersonForm(forms.Form):
    """A new person of a body.

    新增人员；规则由动作检查，这里只收填写的内容。
    """

    name = forms.CharField(label="姓名", max_length=40, error_messages={"required": "请填写姓名。"})
    username = forms.CharField(
        label="账号", max_length=40, error_messages={"required": "请填写登录用的账号。"}
    )
    office = forms.CharField(label="科室", max_length=40, required=False)
    body = forms.ChoiceField(label="单位", error_messages={"required": "请选择单位。"})
    password = forms.CharField(
        label="初始密码", strip=False, max_length=200, error_messages={"required": "请填写初始密码。"}
    )

    def __init__(self, data: QueryDict | None, bodies: list[Body]) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["body"].choices = [(body.code, body.name) for body in bodies]


class GrantForm(forms.Form):
    """A role of a person for a body, to be given or taken.

    授权或撤销授权。
    """

    role = forms.ChoiceField(
        label="角色",
        choices=[(role.value, word) for role, word in ROLE_WORDS.items()],
        error_messages={"required": "请选择角色。", "invalid_choice": "请从列出的角色中选择。"},
    )
    body = forms.ChoiceField(label="单位", error_messages={"required": "请选择单位。"})

    def __init__(self, data: QueryDict | None, bodies: list[Body]) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["body"].choices = [(body.code, body.name) for body in bodies]

    @property
    def chosen(self) -> Role:
        """The role that was chosen."""
        return Role(self.cleaned_data["role"])
