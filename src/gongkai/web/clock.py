"""The only place that asks the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Do something as if it were `moment` (demonstration content, imports of the past)."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def today_is_set() -> bool:
    """Whether the day was set for a demonstration or a test (GONGKAI_TODAY)."""
    return bool(settings.TODAY_SET_TO)


def today() -> date:
    """The day in Beijing, or the day that GONGKAI_TODAY sets."""
    if moment := _moment.get():
        return timezone.localdate(moment)
    if not settings.TODAY_SET_TO:
        return timezone.localdate()
    try:
        return date.fromisoformat(settings.TODAY_SET_TO)
    except ValueError as fault:
        raise ImproperlyConfigured(
            f"GONGKAI_TODAY 应写成 2026-11-23 这样的日期，现在是“{settings.TODAY_SET_TO}”。"
        ) from fault


def now() -> datetime:
    """This moment, with its zone; on a set day, this time of that day."""
    if moment := _moment.get():
        return moment
    moment = timezone.localtime()
    if not settings.TODAY_SET_TO:
        return moment
    day = today()
    return moment.replace(year=day.year, month=day.month, day=day.day)
