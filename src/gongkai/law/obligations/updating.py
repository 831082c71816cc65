"""Duties to update a column once in every period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.facts import ColumnFact, DocumentFact
from gongkai.law.obligations.books import Books
from gongkai.law.obligations.duty import Duty, DutyKind, due_day, standing
from gongkai.law.obligations.periods import Stretch, period_began, stretches
from gongkai.law.time_limit.counting import MONTHS, Due
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Update:
    """One update owed, from when, by when, and what did it."""

    name: str
    first_on: date
    due: Due
    done_by: DocumentFact | None


def updates_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """One duty for every period since the column began, the current one included.

    A publication settles the period it falls in and, late, every earlier one still open.
    """
    published = [one for one in books.documents.get(column.key, ()) if one.published_on]
    published.sort(key=lambda one: (_on(one), one.key))
    if rule.kind is RuleKind.BY_DATE:
        updates = _yearly(books, column, rule, published)
    elif rule.unit in MONTHS:
        updates = _by_calendar(books, column, rule, published)
    else:
        updates = _rolling(books, column, rule, published)
    for update in updates:
        # What falls due before the rule is in force, or after it was replaced, is another rule's business.
        if column.covers(update.due.due_on):
            yield _duty(books, column, rule, update)


def _by_calendar(
    books: Books, column: ColumnFact, rule: Rule, published: Sequence[DocumentFact]
) -> Iterator[Update]:
    """Periods of the calendar: months, quarters, half-years, years. They end as the calendar has it."""
    for stretch in stretches(rule, column.since, books.today):
        done_by = next((one for one in published if _on(one) >= stretch.first_on), None)
        yield Update(stretch.name, stretch.first_on, _end(stretch, books.calendar), done_by)


def _end(stretch: Stretch, calendar: Calendar) -> Due:
    words = (
        f"{stretch.name}（{stretch.first_on}至{stretch.last_on}）内至少更新一次，最迟{stretch.last_on}，"
        "按公历周期计，不顺延。"
    )
    return Due(stretch.first_on, stretch.last_on, calendar.basis(stretch.last_on), words)


def _yearly(
    books: Books, column: ColumnFact, rule: Rule, published: Sequence[DocumentFact]
) -> Iterator[Update]:
    """“每年1月31日前”: every such date since the column began, and the next one."""
    after, before_on = column.since, None
    is_first = is_coming = True
    while is_coming:
        due = due_day(rule, after, books.calendar)
        is_coming = due.due_on < books.today and rule.year is None
        may_be_early = is_first or before_on is not None
        done_by = _of_its_period(rule, published, due.due_on, (after, before_on) if may_be_early else None)
        yield Update(f"{due.due_on}到期的公开", after, due, done_by)
        after, before_on = due.due_on + timedelta(days=1), _on(done_by) if done_by else None
        is_first = False


def _of_its_period(
    rule: Rule,
    published: Sequence[DocumentFact],
    due_on: date,
    early: tuple[date, date | None] | None,
) -> DocumentFact | None:
    """The first publication of the period in which the date lies, or an early one.

    “每年”指每个公历年度（民法典第二百条）：2月5日的公开是当年1月31日那一次的迟公开，不能又算下一年的。
    上一次已经公开、在上一期日之后又公开的，才是提前公开的下一次：`early` 是上一期日的次日和上一次公开之日。
    """
    begins_on = period_began(rule, due_on)
    for one in published:
        is_own = _on(one) >= begins_on
        is_early = early is not None and _on(one) >= early[0] and (early[1] is None or _on(one) > early[1])
        if is_own or is_early:
            return one
    return None


def _rolling(
    books: Books, column: ColumnFact, rule: Rule, published: Sequence[DocumentFact]
) -> Iterator[Update]:
    """“每两周更新一次”: so many days after the update before, whenever that was."""
    since = column.since
    for document in published:
        if _on(document) > since:
            yield _next(books, rule, since, document)
            since = _on(document)
    yield _next(books, rule, since, None)


def _next(books: Books, rule: Rule, since: date, done_by: DocumentFact | None) -> Update:
    return Update(f"{since}之后的更新", since, due_day(rule, since, books.calendar), done_by)


def _on(document: DocumentFact) -> date:
    return document.published_on or date.max


def _duty(books: Books, column: ColumnFact, rule: Rule, update: Update) -> Duty:
    done_on = update.done_by.published_on if update.done_by else None
    stands = standing(update.due.due_on, done_on, books.today, books.calendar)
    return Duty(
        key=f"{column.key}:{DutyKind.UPDATE}:{update.first_on}:{rule.span[0]}",
        kind=DutyKind.UPDATE,
        column=column.key,
        path=column.path,
        body=column.body,
        title=f"{column.path[-1]}：{update.name}",
        subject="",
        state=stands.state,
        time_limit_text=column.time_limit_text,
        rule=rule,
        event=None,
        counted_from=update.first_on,
        due=update.due,
        evidence=update.done_by.key if update.done_by else "",
        done_on=done_on,
        late_workdays=stands.late_workdays,
        late_days=stands.late_days,
        left_workdays=stands.left_workdays,
    )
