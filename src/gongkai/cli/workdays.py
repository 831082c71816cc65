"""`gongkai workdays`: a door to the working-day calendar."""

import re
from importlib import import_module
from typing import Any

import click

from gongkai.cli.dates import day_of, with_weekday
from gongkai.cli.lines import AS_JSON, dumped, each_line
from gongkai.law import calendars
from gongkai.law.errors import LawError
from gongkai.law.workdays import Basis, NamedDay, Span, Year, missing_notice

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


@click.group("workdays", help="工作日：依国务院每年的放假安排，调休上班日计入。")
def workdays() -> None:
    """Working days."""


@workdays.command(
    "add",
    help="日期之后第 N 个工作日，N 可以是负数；日期写作“-”时从标准输入逐行读“日期 N”。",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("day", metavar="日期")
@click.argument("n", metavar="N", default="")
@AS_JSON
@click.pass_context
def add(ctx: click.Context, day: str, n: str, as_json: bool) -> None:
    """The Nth working day after a date."""
    if day == "-" and not n:
        ctx.exit(each_line(lambda line: (_added(*_pair(line, "日期 N"), as_json), 0), as_json=as_json))
    click.echo(_added(day, n, as_json))


def _number(words: str) -> int:
    if not _NUMBER.fullmatch(words):
        raise LawError(f"工作日数“{words[:30]}”不是可用的整数，请写成 7 或 -7 这样的形式。")
    return int(words)


def _pair(line: str, form: str) -> tuple[str, str]:
    parts = line.split()
    if len(parts) != 2:
        raise LawError(f"“{line[:40]}”应当是“{form}”两项，中间用空格隔开。")
    return parts[0], parts[1]


def _added(day: str, n: str, as_json: bool) -> str:
    if day.startswith("--"):
        raise LawError(f"没有“{day[:30]}”这个选项，请用 --help 查看可用的选项。")
    if not n:
        raise LawError("缺少工作日数 N，请写成 gongkai workdays add 2022-03-01 7 这样的形式。")
    span = calendars.calendar().add(day_of(day), _number(n))
    return dumped(_span_value(span)) if as_json else _span_page(span)


def _span_value(span: Span) -> dict[str, Any]:
    return {
        "from": span.start.isoformat(),
        "n": span.n,
        "to": span.to.isoformat(),
        "calendar": span.calendar.value,
        "skipped": [{"on": each.on.isoformat(), "why": each.why} for each in span.skipped],
    }


def _span_page(span: Span) -> str:
    side = "前" if span.n < 0 else "后"
    provisional = "（暂算）" if span.calendar is Basis.PROVISIONAL else ""
    rows = [
        f"{with_weekday(span.start)}{side}第{abs(span.n)}个工作日是{with_weekday(span.to)}{provisional}。"
    ]
    if span.skipped:
        rows.append("跳过：" + "、".join(f"{each.on}（{each.why}）" for each in span.skipped))
    return "\n".join([*rows, span.warning] if span.warning else rows)


@workdays.command("count", help="起日之后到止日（含）的工作日数；起日写作“-”时从标准输入逐行读“起日 止日”。")
@click.argument("first", metavar="起日")
@click.argument("last", metavar="止日", default="")
@AS_JSON
@click.pass_context
def count(ctx: click.Context, first: str, last: str, as_json: bool) -> None:
    """Working days between two dates."""
    if first == "-" and not last:
        ctx.exit(each_line(lambda line: (_counted(*_pair(line, "起日 止日"), as_json), 0), as_json=as_json))
    click.echo(_counted(first, last, as_json))


def _counted(first: str, last: str, as_json: bool) -> str:
    if not last:
        raise LawError("缺少止日，请写成 gongkai workdays count 2022-03-01 2022-03-31 这样的形式。")
    begins, ends = day_of(first), day_of(last)
    if ends < begins:
        raise LawError(f"止日{ends}早于起日{begins}，请把两个日期对调。")
    calendar = calendars.calendar()
    number = calendar.count(begins, ends)
    missing = calendar.missing_between(begins, ends)
    basis = Basis.PROVISIONAL if missing else Basis.OFFICIAL
    if as_json:
        value = {"from": str(begins), "to": str(ends), "workdays": number, "calendar": basis.value}
        return dumped(value)
    return f"{begins}之后到{ends}（含当日）有{number}个工作日。{missing_notice(missing)}"


@workdays.command("year", help="一年的放假日、调休上班日及所依据的通知。")
@click.argument("year", metavar="年份")
@AS_JSON
def year(year: str, as_json: bool) -> None:
    """The named days of a year."""
    if not re.fullmatch("[0-9]{4}", year):
        raise LawError(f"年份“{year}”的写法不对，请写成 2026 这样的四位数。")
    found = calendars.calendar().year(int(year))
    if as_json:
        click.echo(dumped(_year_value(found)))
    else:
        # rich takes longer to load than the calendar: only who wants a table pays for it.
        import_module("gongkai.cli.tables").print_year(found)


def _year_value(found: Year) -> dict[str, Any]:
    return {
        "year": found.year,
        "calendar": found.calendar.value,
        "notices": [
            {
                "number": notice.number,
                "title": notice.title,
                "issued_on": str(notice.issued_on),
                "source": notice.source,
                "verified": notice.verified,
            }
            for notice in found.notices
        ],
        "holidays": [_day_value(day) for day in found.holidays],
        "make_up_days": [_day_value(day) for day in found.make_up_days],
    }


def _day_value(day: NamedDay) -> dict[str, str]:
    return {"on": str(day.on), "name": day.name, "notice": day.notice.number if day.notice else ""}
