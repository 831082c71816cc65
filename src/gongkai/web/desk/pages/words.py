"""Dates and counts in the words of the desk."""

from datetime import date, datetime

from django.utils import timezone

from gongkai.law.vocabulary import Event
from gongkai.web import clock

WEEKDAYS = "一二三四五六日"
EVENT_WORDS = {
    Event.FORMED_OR_CHANGED: "形成",
    Event.FORMED: "形成",
    Event.CHANGED: "变更",
    Event.OBTAINED: "获取",
    Event.ISSUED: "印发",
    Event.PUBLISHED: "公开",
    Event.DECIDED: "作出",
    Event.APPROVED: "批准",
    Event.RECEIVED: "收到",
    Event.CLOSED: "结束",
    Event.EFFECTIVE: "施行",
    Event.SIGNED: "签署",
    Event.PERIOD_ENDED: "期满",
    Event.HELD: "召开",
    Event.STARTED: "开始",
    Event.OTHER: "发生",
}


def month_day(day: date) -> str:
    """11-23 in this year, 2027-01-05 in another."""
    return f"{day:%m-%d}" if day.year == clock.today().year else day.isoformat()


def chinese_date(day: date) -> str:
    """2026年11月23日."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """周一 to 周日."""
    return "周" + WEEKDAYS[day.weekday()]


def clock_time(moment: datetime) -> str:
    """2026-11-23 08:47 in Beijing."""
    return f"{_local(moment):%Y-%m-%d %H:%M}"


def stamp(moment: datetime | None) -> str:
    """今天 08:56 of today, 11-20 17:31 of this year, else with the year."""
    if moment is None:
        return ""
    local = _local(moment)
    today = clock.today()
    if local.date() == today:
        return f"今天 {local:%H:%M}"
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d %H:%M}"


def days_ago(day: date) -> str:
    """今天, 昨天, 24天前, 4个月前, 2年前."""
    days = (clock.today() - day).days
    if days < 2:
        return "今天" if days < 1 else "昨天"
    if days < 60:
        return f"{days}天前"
    return f"{days // 30}个月前" if days < 720 else f"{days // 365}年前"


def file_size(count: int) -> str:
    """860 字节, 86 KB, 1.2 MB."""
    if count < 1024:
        return f"{count} 字节"
    return f"{count / 1024:.0f} KB" if count < 1024 * 1024 else f"{count / 1024 / 1024:.1f} MB"


def _local(moment: datetime) -> datetime:
    return moment.astimezone(timezone.get_default_timezone())
