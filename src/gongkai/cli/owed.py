"""`gongkai owed`: every duty, its due day and its state."""

import json
from datetime import date
from typing import Any

import click

from gongkai.cli.installation import door, on_installation
from gongkai.cli.ready import room
from gongkai.law.errors import LawError
from gongkai.law.obligations import STATE_WORDS, Duty


@click.command("owed", help="列出每一项公开任务：状态、到期日、依据。")
@click.option("--body", metavar="代码", help="只看一个单位。")
@click.option("--as-of", metavar="日期", help="截至哪一天，写成 2026-11-23；默认今天。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@on_installation
def owed(body: str | None, as_of: str | None, as_json: bool) -> None:
    """Print the duties of the installation."""
    day, finding = _day(as_of), room("gongkai.web.oversight.queries")
    office = door("gongkai.web.org.queries").body(body) if body else None
    duties = finding.owed(day, office)
    if as_json:
        click.echo(json.dumps({"duties": [as_object(duty) for duty in duties]}, ensure_ascii=False, indent=1))
        return
    for duty in duties:
        click.echo(_line(duty))


def as_object(duty: Duty) -> dict[str, Any]:
    """A duty as JSON: English keys, dates as YYYY-MM-DD, absent things null."""
    due = duty.due
    return {
        "key": duty.key,
        "kind": duty.kind,
        "state": duty.state,
        "column": duty.column,
        "path": list(duty.path),
        "body": duty.body,
        "title": duty.title,
        "subject": duty.subject or None,
        "time_limit_text": duty.time_limit_text,
        "event": duty.event,
        "counted_from": _iso(duty.counted_from),
        "due_on": _iso(duty.due_on),
        "calendar": due.calendar if due else None,
        "because": due.because if due else None,
        "evidence": duty.evidence or None,
        "done_on": _iso(duty.done_on),
        "late_workdays": duty.late_workdays,
        "late_days": duty.late_days,
        "left_workdays": duty.left_workdays,
        "note": duty.note or None,
    }


def _line(duty: Duty) -> str:
    late = f"（{duty.late_workdays}个工作日）" if duty.late_days else ""
    return (
        f"{duty.due_on or '----------'}  {STATE_WORDS[duty.state]}{late}  {'›'.join(duty.path)}  {duty.title}"
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as fault:
        raise LawError(f"--as-of 的日期“{written}”不存在或写法不对，应写成 2026-11-23 这样。") from fault
