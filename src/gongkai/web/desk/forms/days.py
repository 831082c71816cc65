"""A date as people in offices write it."""

import re
from datetime import date

from django import forms

YEARS = range(1800, 3000)
SHAPES = (
    re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"),
    re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})"),
    re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})"),
    re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)


class DayField(forms.CharField):
    """A day in any of the ways that offices write it.

    日期栏：2026-11-23、2026年11月23日、20261123 等都行。写法不对和日历上没有的日子分别说明。
    """

    def __init__(self, *, label: str, required: bool = True) -> None:
        super().__init__(max_length=20, label=label, required=required)

    def to_python(self, value: object) -> date | None:
        """The day that was written. Errors: no date, or a day that no calendar has."""
        if isinstance(value, date):
            return value
        written = re.sub(r"\s+", "", str(value or ""))
        if not written:
            return None
        match = next((match for shape in SHAPES if (match := shape.fullmatch(written))), None)
        if match is None:
            raise forms.ValidationError(f"“{written}”不是日期，请写成 2026-11-23 这样。")
        year, month, day = (int(part) for part in match.groups())
        if year not in YEARS:
            raise forms.ValidationError(f"“{written}”的年份不对，请核对；没有期限的留空。")
        try:
            return date(year, month, day)
        except ValueError:
            raise forms.ValidationError(f"日历上没有“{written}”这一天，请核对年月日。") from None

    def run_validators(self, value: object) -> None:
        """Nothing more: a day has no length."""

    def validate(self, value: object) -> None:
        """Nothing more: a draft may lack any day."""

    def prepare_value(self, value: object) -> object:
        """The day as it stands in the form."""
        return value.isoformat() if isinstance(value, date) else value
