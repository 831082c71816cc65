"""`gongkai time-limit`: a door to the language of time limits."""

from datetime import date

import click

from gongkai.cli.dates import day_of, with_weekday
from gongkai.cli.lines import AS_JSON, answered, dumped, status_of
from gongkai.law import calendars
from gongkai.law.errors import LawError
from gongkai.law.time_limit.counting import Due, counts_from, due
from gongkai.law.time_limit.grammar import read
from gongkai.law.time_limit.rule import Reading, Rule, RuleKind
from gongkai.law.time_limit.values import due_value, reading_value
from gongkai.law.time_limit.writing import EVENT_NAMES, sentence_of
from gongkai.law.vocabulary import SEVERITY_NAMES, Event
from gongkai.law.workdays import Basis


@click.command("time-limit", help="读公开时限；文字写作“-”时从标准输入逐行读。")
@click.argument("text", metavar="文字")
@click.option("--on", "events", multiple=True, metavar="事件=日期", help="起算事件，如 issued=2022-03-01。")
@AS_JSON
@click.pass_context
def time_limit(ctx: click.Context, text: str, events: tuple[str, ...], as_json: bool) -> None:
    """Reads one time limit, or one a line, and counts due days."""
    happened = [_event(each) for each in events]
    answered(ctx, text, lambda line: _answer(line, happened, as_json), as_json=as_json)


def _answer(text: str, happened: list[tuple[Event, date]], as_json: bool) -> tuple[str, int]:
    reading = read(text, calendars.days_are_workdays())
    found = _due(reading, happened)
    status = status_of(reading.findings)
    if as_json:
        values = [due_value(place, event.value, each) for place, event, each in found]
        return dumped(reading_value(reading, values)), status
    return _page(reading, found, happened), status


def _due(reading: Reading, happened: list[tuple[Event, date]]) -> list[tuple[int, Event, Due]]:
    found = []
    for place, rule in enumerate(reading.rules):
        counted = calendars.default_rule() if rule.kind is RuleKind.SILENT else rule
        for event, on in happened:
            if counts_from(counted, event):
                found.append((place, event, due(counted, on, calendars.calendar())))
    return found


def _event(words: str) -> tuple[Event, date]:
    name, equals, day = words.partition("=")
    if not equals:
        raise LawError(f"--on 后面要写“事件=日期”，如 issued=2022-03-01，现在是“{words}”。")
    try:
        return Event(name), day_of(day)
    except ValueError as problem:
        if isinstance(problem, LawError):
            raise
        raise LawError(f"没有“{name}”这个起算事件，可用的有：{_events()}。") from None


def _events() -> str:
    return "、".join(f"{event}（{EVENT_NAMES[event]}）" for event in Event)


def _page(reading: Reading, found: list[tuple[int, Event, Due]], happened: list[tuple[Event, date]]) -> str:
    rows = [f"原文：{reading.text}" if reading.text else "原文：（空）"]
    rows += [f"规则{n}：{_told(rule)}" for n, rule in enumerate(reading.rules, start=1)]
    for place, _, each in found:
        provisional = "（暂算）" if each.calendar is Basis.PROVISIONAL else ""
        rows.append(f"届满{place + 1}：{with_weekday(each.due_on)}{provisional}　{each.because}")
    if happened and not found and reading.rules:
        rows.append("届满：没有规则从所给的事件起算。")
    for finding in reading.findings:
        mend = f"建议改为：{finding.suggestion}。" if finding.suggestion else ""
        where = _where(finding.span, reading.text)
        rows.append(f"{SEVERITY_NAMES[finding.severity]}：{where}{finding.message}{mend}")
    return "\n".join(rows)


def _where(span: tuple[int, int] | None, text: str) -> str:
    """第3至4字：, unless the whole text is meant."""
    if span is None or span[1] - span[0] in (0, len(text)):
        return ""
    first, last = span[0] + 1, span[1]
    return f"第{first}字：" if first == last else f"第{first}至{last}字："


def _told(rule: Rule) -> str:
    if rule.kind is RuleKind.SILENT:
        return "（没有写，适用法定期限）"
    if rule.kind is RuleKind.LINK:
        return "转链，本栏目不公开内容"
    return sentence_of(rule)
