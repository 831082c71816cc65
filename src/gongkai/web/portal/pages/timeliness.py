"""The page that says how every column keeps its time limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.law.obligations import Duty, DutyKind, DutyState
from gongkai.web.portal.pages.year import Year
from gongkai.web.portal.queries import Ledger, Node, Tally, Tree, tally

MISSED_OPEN = 6
MOST_MISSED = 60


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of the table."""

    column: Node
    counted: Tally
    newest_on: date | None


@dataclass(frozen=True, slots=True)
class Missed:
    """One duty that was missed, as far as the public may know it."""

    column: str
    column_href: str
    title: str
    href: str
    due_on: date | None
    done_on: date | None
    verdict: str
    is_window: bool = False


@dataclass(frozen=True, slots=True)
class TimelinessPage:
    """The whole page.

    公开时效页。
    """

    as_of: date
    year: Year
    standing_over: int
    missed: tuple[Missed, ...]
    folded: tuple[Missed, ...]
    more_missed: int
    lines: tuple[ColumnLine, ...]
    has_provisional: bool


def timeliness_page(
    tree: Tree, ledger: Ledger, year: Year, dates: dict[int, date], public: dict[str, str]
) -> TimelinessPage:
    """The page on the ledger's day; `public` are the titles of what is published, by code."""
    missed = tuple(_missed(duty, tree, public) for duty in year.missed[:MOST_MISSED])
    lines = tuple(_line(leaf, ledger, dates) for leaf in tree.leaves())
    return TimelinessPage(
        as_of=ledger.as_of,
        year=year,
        standing_over=sum(duty.state is DutyState.OVERDUE for duty in year.missed),
        missed=missed[:MISSED_OPEN],
        folded=missed[MISSED_OPEN:],
        more_missed=max(0, len(year.missed) - MOST_MISSED),
        lines=lines,
        has_provisional=any(duty.due and duty.due.calendar == "provisional" for duty in ledger.duties),
    )


def missed_codes(year: Year) -> Sequence[str]:
    """The documents that the missed duties speak of."""
    return [code for duty in year.missed[:MOST_MISSED] for code in (duty.subject, duty.evidence) if code]


def _line(leaf: Node, ledger: Ledger, dates: dict[int, date]) -> ColumnLine:
    today = ledger.as_of
    fell_due = {duty.key for duty in ledger.fell_due(date(today.year, 1, 1), today)}
    own = [duty for duty in ledger.in_column(leaf.code) if duty.key in fell_due]
    return ColumnLine(leaf, tally(own), dates.get(leaf.id))


def _missed(duty: Duty, tree: Tree, public: dict[str, str]) -> Missed:
    column = tree.by_code.get(duty.column)
    code = duty.subject or duty.evidence
    title = public.get(code, "")
    if duty.kind is DutyKind.UPDATE:
        title = duty.title
    return Missed(
        column=column.name if column else duty.path[-1],
        column_href=column.href if column else "",
        title=title,
        href=f"/documents/{code}.html" if code in public else "",
        due_on=duty.due_on,
        done_on=duty.done_on,
        verdict=_verdict(duty),
        is_window=duty.state is DutyState.SHORT,
    )


def _verdict(duty: Duty) -> str:
    span = f"{duty.late_workdays}个工作日" if duty.late_workdays else f"{duty.late_days}天"
    if duty.state is DutyState.SHORT:
        return f"征集期限少{span}"
    return f"逾期{span}" + ("，尚未公开" if duty.state is DutyState.OVERDUE else "")
