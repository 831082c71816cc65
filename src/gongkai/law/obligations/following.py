"""Duties that follow from a document in a sister column."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gongkai.law.facts import ColumnFact, DocumentFact, RelationKind
from gongkai.law.obligations.books import Books, happened, published
from gongkai.law.obligations.duty import Duty, DutyKind, DutyState, due_day, standing
from gongkai.law.obligations.publishing import owed
from gongkai.law.time_limit.rule import Rule
from gongkai.law.vocabulary import ColumnKind, Event


def interpretations_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """The interpretation of every normative document published in the same branch.

    “与原文同时发布（三个工作日内）”从原文公开之日起算。文字解读每件必有；图片、音视频等其他形式
    由机关选用（国办发〔2016〕80号只要求“多样化解读”），有了才核对是否及时。原文撤下或者废止之后
    没有可以解读的文件，不再要求。
    """
    for original in books.in_branch(column, ColumnKind.NORMATIVE_DOCUMENT, published):
        if original.published_on is None or not column.covers(original.published_on):
            continue
        mine = _first_published(_in(books, column, RelationKind.INTERPRETS, original))
        if mine or column.kind is ColumnKind.INTERPRETATION:
            duty = owed(
                books,
                column,
                rule,
                DutyKind.INTERPRET,
                original,
                Event.PUBLISHED,
                original.published_on,
                mine,
            )
            yield _unless_gone(books, duty, *_gone(books, original))


def answers_owed(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """What became of the comments, for every consultation of the branch that has closed."""
    for consultation in books.in_branch(column, ColumnKind.CONSULTATION, _closed):
        closed_on = _closed(consultation)
        if consultation.published_on is None or closed_on is None or closed_on > books.today:
            continue
        if not column.covers(closed_on):
            continue
        answer = _first_published(_in(books, column, RelationKind.ANSWERS, consultation))
        duty = owed(books, column, rule, DutyKind.ANSWER, consultation, Event.CLOSED, closed_on, answer)
        off = consultation.withdrawn_on
        is_cut = off is not None and off <= closed_on
        yield _unless_gone(books, duty, off, "征集公告已于{day}撤下，征集没有完成") if is_cut else duty


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
    off = document.withdrawn_on
    is_cut = off is not None and off < min(closes_on, earliest)
    is_short = closes_on < earliest and not is_cut
    # 公开之前就已截止的，一天也没有开放：短少的最多是整个期限。
    open_until = max(closes_on, opened_on)
    return replace(
        duty,
        state=_window_state(is_cut, is_short),
        evidence=document.key,
        done_on=off if is_cut else closes_on,
        late_workdays=books.calendar.count(open_until, earliest) if is_short else 0,
        late_days=(earliest - open_until).days if is_short else 0,
        left_workdays=None,
        note=_cut_words(off, closes_on) if is_cut and off else _window_words(opened_on, closes_on, earliest),
    )


def _window_state(is_cut: bool, is_short: bool) -> DutyState:
    if is_cut:
        return DutyState.NOT_APPLICABLE
    return DutyState.SHORT if is_short else DutyState.KEPT


def _cut_words(off: date, closes_on: date) -> str:
    return f"征集公告已于{off}撤下（原定{closes_on}截止），征集没有完成，不判断期限是否足够。"


def _window_words(opened_on: date, closes_on: date, earliest: date) -> str:
    if closes_on < earliest:
        return f"自{opened_on}起至少应开放到{earliest}，实际{closes_on}截止，请延长征集期或说明理由。"
    return f"自{opened_on}开放到{closes_on}，不少于最短期限（至少开放到{earliest}）。"


def _closed(consultation: DocumentFact) -> date | None:
    return consultation.closes_on or happened(consultation, Event.CLOSED)


def _gone(books: Books, original: DocumentFact) -> tuple[date | None, str]:
    """Since when an original no longer stands, and how that is said; None while it does."""
    repealing = _first_published(list(books.answering.get((RelationKind.REPEALS, original.key), ())))
    repealed_on = repealing.published_on if repealing else None
    off = original.withdrawn_on
    if off and (repealed_on is None or off <= repealed_on):
        return off, "原文已于{day}撤下"
    return repealed_on, "废止原文的文件已于{day}公开"


def _unless_gone(books: Books, duty: Duty, gone_on: date | None, words: str) -> Duty:
    """The duty, settled without a judgement where its subject went before anything was published for it."""
    if gone_on is None or duty.done_on is not None or duty.due_on is None:
        return duty
    stood = standing(duty.due_on, None, gone_on, books.calendar)
    days = f"{stood.late_workdays}个工作日" if stood.late_workdays else f"{stood.late_days}天"
    late = f"，届时已逾期{days}" if stood.state is DutyState.OVERDUE else ""
    day = f"{gone_on.year}年{gone_on.month}月{gone_on.day}日"
    return replace(
        duty,
        state=DutyState.NOT_APPLICABLE,
        late_workdays=0,
        late_days=0,
        left_workdays=None,
        note=f"{words.format(day=day)}{late}，不再要求公开。",
    )


def _in(books: Books, column: ColumnFact, kind: RelationKind, original: DocumentFact) -> list[DocumentFact]:
    return [one for one in books.answering.get((kind, original.key), ()) if one.column == column.key]


def _first_published(documents: list[DocumentFact]) -> DocumentFact | None:
    public = [(one.published_on, one.key, one) for one in documents if one.published_on]
    return min(public, key=lambda three: three[:2])[2] if public else None
