"""From columns, documents and a day to the list of duties."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from gongkai.law.facts import ColumnFact, DocumentFact
from gongkai.law.obligations.books import Books, open_books
from gongkai.law.obligations.duty import Duty, DutyKind
from gongkai.law.obligations.following import answers_owed, interpretations_owed, windows_owed
from gongkai.law.obligations.publishing import publications_owed
from gongkai.law.obligations.updating import updates_owed
from gongkai.law.time_limit import grammar
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.vocabulary import ColumnKind, Event
from gongkai.law.workdays import Calendar

Owing = Callable[[Books, ColumnFact, Rule], Iterator[Duty]]

OWED_BY_KIND: dict[RuleKind, Owing] = {
    RuleKind.WITHIN: publications_owed,
    RuleKind.BEFORE: publications_owed,
    RuleKind.SILENT: publications_owed,
    RuleKind.PROMPTLY: publications_owed,
    RuleKind.WITH: interpretations_owed,
    RuleKind.OPEN_FOR: windows_owed,
    RuleKind.EVERY: updates_owed,
    RuleKind.BY_DATE: updates_owed,
}

# Kind of column and the event that its days are counted from → what follows from that event elsewhere.
FOLLOWING: dict[tuple[ColumnKind, Event | None], Owing] = {
    (ColumnKind.ADOPTION_FEEDBACK, Event.CLOSED): answers_owed,
    (ColumnKind.INTERPRETATION, Event.PUBLISHED): interpretations_owed,
    (ColumnKind.INTERPRETATION_MEDIA, Event.PUBLISHED): interpretations_owed,
}

FORMED = frozenset({Event.FORMED, Event.FORMED_OR_CHANGED})


def duties(
    columns: Sequence[ColumnFact],
    documents: Sequence[DocumentFact],
    calendar: Calendar,
    statutory: Rule,
    today: date,
) -> tuple[Duty, ...]:
    """Every duty of an office on `today`, open and settled, soonest due first.

    `statutory` is the rule of 条例第二十六条, for columns whose limit is silent or has no number.
    The answer depends on nothing but the arguments: what happened after `today` is left out,
    holiday notices issued after it too. A column with a link elsewhere owes no documents.
    """
    books = open_books(columns, documents, calendar, statutory, today)
    owed = [
        duty
        for column in books.columns
        if column.kind is not ColumnKind.OUTBOUND_LINK
        for rule in _rules(column.time_limit_text)
        for duty in _owing(column, rule)(books, column, rule)
    ]
    return tuple(_once_each(sorted(owed, key=lambda duty: (duty.due_on or date.max, duty.key))))


def _once_each(owed: Sequence[Duty]) -> Iterator[Duty]:
    """Of several limits that ask to publish one document, the one that ends first: it is public only once."""
    seen: set[tuple[str, str]] = set()
    for duty in owed:
        about = (duty.column, duty.subject)
        if duty.kind is not DutyKind.PUBLISH or about not in seen:
            yield duty
        if duty.kind is DutyKind.PUBLISH:
            seen.add(about)


def _owing(column: ColumnFact, rule: Rule) -> Owing:
    """What a rule asks of a column: days after the closing or publishing of another document follow that."""
    event = rule.trigger.event if rule.kind is RuleKind.WITHIN and rule.trigger else None
    return FOLLOWING.get((column.kind, event)) or OWED_BY_KIND.get(rule.kind, _nothing)


def _nothing(books: Books, column: ColumnFact, rule: Rule) -> Iterator[Duty]:
    """Rules that ask for no act on a day: 长期公开, links, windows of dates."""
    yield from ()


@lru_cache(maxsize=4096)
def _rules(text: str) -> tuple[Rule, ...]:
    """The rules of a limit that ask something of their own.

    A limit that nobody can read binds to nothing of its own: the statute still does (条例第二十六条).
    """
    rules = grammar.read(text).rules
    kept: list[Rule] = []
    for rule in rules:
        if not _adds_nothing(rule, rules, kept):
            kept.append(rule)
    return tuple(kept) or (Rule(RuleKind.SILENT, text=text),)


def _adds_nothing(rule: Rule, rules: Sequence[Rule], before: Sequence[Rule]) -> bool:
    """“及时” a second time or beside a number of days; days from changing beside days from forming.

    A document has one day for 形成或变更: held to both, what is new would get the days of what was changed.
    """
    events = {other.trigger.event for other in rules if other.trigger is not None}
    if rule.kind is RuleKind.PROMPTLY:
        has_number = any(other.kind is RuleKind.WITHIN for other in rules)
        return has_number or any(other.kind is RuleKind.PROMPTLY for other in before)
    return rule.trigger is not None and rule.trigger.event is Event.CHANGED and bool(events & FORMED)
