"""Chinese typesetting: days, titles, numbers, sizes."""

import re
from datetime import date, datetime

from minijinja import escape, safe

from gongkai.web.portal.queries import in_beijing

# A heading breaks between phrases before it breaks inside one (design notes of the portal).
BREAKS = re.compile(
    r"(?<=关于印发)|(?=关于(?:印发)?)|(?=《)|(?<=》)|(?<=人民政府办公室)|(?<=人民政府)(?!办公室)"
    r"|(?=(?:(?:暂行|试行|管理|实施|补助|补贴)+(?:办法|规定|细则|方案|意见))"
    r"(?:的通知|的公告|的决定)?(?:（[^）]*）)?$)"
)
LONG_TITLE = 13


def day(on: date | None) -> str:
    """A day in prose: 2026年9月28日."""
    if on is None:
        return ""
    return safe(f'<time datetime="{on.isoformat()}">{on.year}年{on.month}月{on.day}日</time>')


def list_day(on: date | None) -> str:
    """A day in a list: 2026-09-28."""
    return safe(f'<time datetime="{on.isoformat()}">{on.isoformat()}</time>') if on else ""


def plain_day(on: date) -> str:
    """A day in prose, without markup."""
    return f"{on.year}年{on.month}月{on.day}日"


def minute(moment: datetime) -> str:
    """A Beijing moment as the site's meta tags write it: 2026-09-28 09:30."""
    return in_beijing(moment).strftime("%Y-%m-%d %H:%M")


def number(words: object) -> str:
    """Words that must not break over lines: document numbers, figures with their unit."""
    return safe(f'<span class="num">{escape(str(words))}</span>')


def phrases(title: str) -> str:
    """A heading as phrases, so that its lines end between them."""
    parts = [part for part in BREAKS.split(title) if part] if len(title) >= LONG_TITLE else [title]
    return safe("".join(f'<span class="ph">{escape(part)}</span>' for part in parts))


def size(octets: int) -> str:
    """A file's size as people say it."""
    if octets < 1024:
        return f"{octets} 字节"
    if octets < 1024 * 1024:
        return f"{octets / 1024:.0f} KB"
    return f"{octets / 1024 / 1024:.1f} MB"


def suffix(name: str) -> str:
    """The kind of a file, from the end of its name."""
    ending = name.rsplit(".", 1)[-1] if "." in name else ""
    return ending.upper() if ending.isalnum() and len(ending) <= 5 else "文件"


def percent(share: float | None) -> str:
    """A share in per cent: 98.6, and 100 only when nothing was missed."""
    if share is None:
        return "—"
    return "100" if share == 100 else f"{min(share, 99.9):.1f}"
