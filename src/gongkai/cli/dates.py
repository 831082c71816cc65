"""Dates on the command line."""

import re
from datetime import date

from gongkai.law.errors import LawError

_WEEKDAYS = "一二三四五六日"


def day_of(words: str) -> date:
    """A date as YYYY-MM-DD. Errors: another form, a date that does not exist."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        raise LawError(f"日期“{words[:30]}”的写法不对，请写成 2022-03-01 这样的形式。")
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise LawError(f"日期“{words}”不存在，请核对年、月、日。") from None


def with_weekday(day: date) -> str:
    """2026-11-23（周一）."""
    return f"{day}（周{_WEEKDAYS[day.weekday()]}）"
