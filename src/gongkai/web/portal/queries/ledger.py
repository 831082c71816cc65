"""Duties, arranged for the pages that speak of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from gongkai.law.obligations import Duty, DutyState
from gongkai.web import clock
from gongkai.web.oversight import queries

MISSED = {DutyState.LATE, DutyState.OVERDUE, DutyState.SHORT}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many duties fell due, and how many were missed.

    按时情况：应公开件数与其中逾期（含迟公开、期限不足）件数。
    """

    due: int = 0
    missed: int = 0

    @property
    def kept(self) -> int:
        """How many were kept in time."""
        return self.due - self.missed

    @property
    def share(self) -> float | None:
        """The share kept, in per cent; None when nothing fell due."""
        return 100 * self.kept / self.due if self.due else None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every duty on a day, by document and by column.

    公开任务台账（对外）。未公开文件的标题不得由此进入公开页面。
    """

    as_of: date
    duties: tuple[Duty, ...]
    by_document: dict[str, list[Duty]] = field(default_factory=dict)
    by_column: dict[str, list[Duty]] = field(default_factory=dict)

    def of(self, code: str) -> list[Duty]:
        """The duties that speak of a document."""
        return self.by_document.get(code, [])

    def in_column(self, code: str) -> list[Duty]:
        """The duties of a column."""
        return self.by_column.get(code, [])

    def fell_due(self, first: date, last: date) -> list[Duty]:
        """The duties that fell due between two days, of those that can be judged."""
        return [duty for duty in self.duties if _fell_due(duty, first, last)]


def tally(duties: Iterable[Duty]) -> Tally:
    """Count duties, and those missed."""
    counted = list(duties)
    return Tally(len(counted), sum(duty.state in MISSED for duty in counted))


def _fell_due(duty: Duty, first: date, last: date) -> bool:
    if duty.due_on is None or not first <= duty.due_on <= last:
        return False
    return duty.state is DutyState.KEPT or duty.state in MISSED


def ledger() -> Ledger:
    """The ledger of today."""
    duties = queries.owed()
    by_document: dict[str, list[Duty]] = defaultdict(list)
    by_column: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        by_column[duty.column].append(duty)
        for code in {duty.subject, duty.evidence} - {""}:
            by_document[code].append(duty)
    return Ledger(clock.today(), duties, dict(by_document), dict(by_column))
