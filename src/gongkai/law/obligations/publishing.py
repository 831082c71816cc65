"""Duties to publish a document within a time of its event."""

from collections.abc import Iterator
from datetime import date

from gongkai.law.facts import ColumnFact, DocumentFact
from gongkai.law.obligations.books import Books, happened
from gongkai.law.obligations.duty import Duty, DutyKind, DutyState, due_day, standing
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.vocabulary import Event

# 没有写明天数的时限，以条例第二十六条的法定期限为最后一日。
SILENT = "目录没有写明时限，按《政府信息公开条例》第二十六条的法定期限计算。"
UNREADABLE = "目录的时限“{words}”读不懂，按《政府信息公开条例》第二十六条的法定期限计算；请把目录改写清楚。"
PROMPTLY = "目录只写“{words}”，没有天数；最迟不得超过《政府信息公开条例》第二十六条的法定期限。"
CIRCULAR = (
    "目录的时限“{words}”从本文件公开之日起算，公开以前没有起算日，"
    "按《政府信息公开条例》第二十六条的法定期限计算；请把目录改写清楚。"
)


def publications_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """One duty for every document of `column` whose event has happened (条例第二十六条)."""
    note = _without_number(rule)
    counted = books.statutory if note else rule
    event = counted.trigger.event if counted.trigger else Event.FORMED_OR_CHANGED
    for document in books.documents.get(column.key, ()):
        happened_on = happened(document, event)
        if happened_on is not None and not column.covers(happened_on):
            continue
        if happened_on is not None:
            yield owed(books, column, counted, DutyKind.PUBLISH, document, event, happened_on, document, note)
        elif document.published_on is not None and column.covers(document.published_on):
            yield _undated(column, counted, document, event)


def _without_number(rule: Rule) -> str:
    """Why the statute's number stands in for the rule's; empty where the rule has its own."""
    words = rule.text.strip()
    if rule.kind is RuleKind.PROMPTLY:
        return PROMPTLY.format(words=words)
    if rule.kind is RuleKind.SILENT:
        return UNREADABLE.format(words=words) if words else SILENT
    if rule.trigger is not None and rule.trigger.event is Event.PUBLISHED:
        return CIRCULAR.format(words=words)
    return ""


def owed(
    books: Books,
    column: ColumnFact,
    rule: Rule,
    kind: DutyKind,
    subject: DocumentFact,
    event: Event,
    counted_from: date,
    done_by: DocumentFact | None,
    note: str = "",
) -> Duty:
    """The duty in `column` about `subject`, counted from an event, done by a document or not yet."""
    due = due_day(rule, counted_from, books.calendar)
    done_on = done_by.published_on if done_by else None
    stands = standing(due.due_on, done_on, books.today, books.calendar)
    return Duty(
        key=f"{column.key}:{kind}:{subject.key}:{rule.span[0]}",
        kind=kind,
        column=column.key,
        path=column.path,
        body=subject.body or column.body,
        title=subject.title,
        subject=subject.key,
        state=stands.state,
        time_limit_text=column.time_limit_text,
        rule=rule,
        event=event,
        counted_from=counted_from,
        due=due,
        evidence=done_by.key if done_by and done_on else "",
        done_on=done_on,
        late_workdays=stands.late_workdays,
        late_days=stands.late_days,
        left_workdays=stands.left_workdays,
        note=note,
    )


def _undated(column: ColumnFact, rule: Rule, document: DocumentFact, event: Event) -> Duty:
    return Duty(
        key=f"{column.key}:{DutyKind.PUBLISH}:{document.key}:{rule.span[0]}",
        kind=DutyKind.PUBLISH,
        column=column.key,
        path=column.path,
        body=document.body or column.body,
        title=document.title,
        subject=document.key,
        state=DutyState.NOT_APPLICABLE,
        time_limit_text=column.time_limit_text,
        rule=rule,
        event=event,
        counted_from=None,
        due=None,
        evidence=document.key,
        done_on=document.published_on,
        note="没有登记起算日，无法判断是否按时；请补登后重新计算。",
    )
