"""Duties that follow from a document in a sister column."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gongkai.law.facts import ColumnFact, DocumentFact, RelationKind
from gongkai.law.obligations.books import Books, happened
from gongkai.law.obligations.duty import Duty, DutyKind, DutyState, due_day
from gongkai.law.obligations.publishing import owed
from gongkai.law.time_limit.rule import Rule
from gongkai.law.vocabulary import ColumnKind, Event


def interpretations_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """The interpretation of every normative document published in the same branch.

    “与原文同时发布（三个工作日内）”从原文公开之日起算。文字解读每件必有；图片、音视频等其他形式
    由机关选用（国办发〔2016〕80号只要求“多样化解读”），有了才核对是否及时。
    """
    for original in books.in_branch(column, ColumnKind.NORMATIVE_DOCUMENT):
        if original.published_on is None or not column.covers(original.published_on):
            continue
        mine = _first_published(_in(books, column, RelationKind.INTERPRETS, original))
        if mine or column.kind is ColumnKind.INTERPRETATION:
            yield owed(
                books,
                column,
                rule,
                DutyKind.INTERPRET,
                original,
                Event.PUBLISHED,
                original.published_on,
                mine,
            )


def answers_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """What became of the comments, for every consultation of the branch that has closed."""
    for consultation in books.in_branch(column, ColumnKind.CONSULTATION):
        closed_on = consultation.closes_on or happened(consultation, Event.CLOSED)
        if consultation.published_on is None or closed_on is None or closed_on > books.today:
            continue
        if not column.covers(closed_on):
            continue
        answer = _first_published(_in(books, column, RelationKind.ANSWERS, consultation))
        yield owed(books, column, rule, DutyKind.ANSWER, consultation, Event.CLOSED, closed_on, answer)


def windows_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """That every consultation stays open as long as its rule says.

    公众从公告公开之日才能提意见，所以开放期从征集开始与公告公开两日中较晚的一日起算，当日不计
    （民法典第二百零一条）。
    """
    for document in books.documents.get(column.key, ()):
        if document.published_on is None or document.closes_on is None:
            continue
        opened_on = max(document.opens_on or document.published_on, document.published_on)
        if column.covers(opened_on):
            yield _window(books, column, rule, document, opened_on, document.closes_on)


def _window(
    books: Books, column: ColumnFact, rule: Rule, document: DocumentFact, opened_on: date, closes_on: date
) -> Duty:
    duty = owed(books, column, rule, DutyKind.KEEP_OPEN, document, Event.STARTED, opened_on, document)
    earliest = due_day(rule, opened_on, books.calendar).due_on
    short = books.calendar.count(closes_on, earliest) if closes_on < earliest else 0
    is_short = closes_on < earliest
    return replace(
        duty,
        state=DutyState.SHORT if is_short else DutyState.KEPT,
        evidence=document.key,
        done_on=closes_on,
        late_workdays=short,
        late_days=(earliest - closes_on).days if is_short else 0,
        left_workdays=None,
        note=_window_words(opened_on, closes_on, earliest),
    )


def _window_words(opened_on: date, closes_on: date, earliest: date) -> str:
    if closes_on < earliest:
        return f"自{opened_on}起至少应开放到{earliest}，实际{closes_on}截止，请延长征集期或说明理由。"
    return f"自{opened_on}开放到{closes_on}，满足最短期限（{earliest}）。"


def _in(books: Books, column: ColumnFact, kind: RelationKind, original: DocumentFact) -> list[DocumentFact]:
    return [one for one in books.answering.get((kind, original.key), ()) if one.column == column.key]


def _first_published(documents: list[DocumentFact]) -> DocumentFact | None:
    published = [(one.published_on, one.key, one) for one in documents if one.published_on]
    return min(published, key=lambda three: three[:2])[2] if published else None
