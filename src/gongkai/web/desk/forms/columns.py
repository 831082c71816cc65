"""The address that an outbound column leads to."""

from django import forms

ADDRESS_FAULT = {
    "required": "请填写转链地址。",
    "invalid": "转链地址要写全，以 https:// 或 http:// 开头。",
    "max_length": "转链地址最多200个字符。",
}


class OutboundForm(forms.Form):
    """Where an outbound column leads.

    转链地址。
    """

    outbound_url = forms.URLField(
        label="转链地址", max_length=200, error_messages=ADDRESS_FAULT, assume_scheme="https"
    )
