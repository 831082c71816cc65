"""What a column's rule asks, and what an empty column owes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.law.obligations import Duty, DutyState
from gongkai.law.workdays import Basis
from gongkai.web import law
from gongkai.web.portal.pages import words
from gongkai.web.portal.pages.typesetting import plain_day
from gongkai.web.portal.queries import Node, Tally, tally

NUMBERED = re.compile(r"(?:^|(?<=[；;。）\s]))\s*\d{1,2}[.．、]\s*")


@dataclass(frozen=True, slots=True)
class RuleBox:
    """The rule of a column in the catalogue's words, explained.

    公开时限原文、说明与设立依据。`standing` 是本年度执行情况。
    """

    text: str
    sentences: tuple[str, ...]
    standing: str
    legal_basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What an empty column should hold, and until when.

    空栏目的说明：应公开什么、最迟何时。
    """

    content: str
    until: str
    is_late: bool = False


def rule_box(column: Node, duties: Sequence[Duty], today: date) -> RuleBox:
    """The box with the column's rule; `duties` are the column's own."""
    rules = law.time_limit(column.time_limit_text).rules
    sentences = tuple(sentence for sentence in map(words.rule_words, rules) if sentence)
    return RuleBox(
        text=column.time_limit_text.strip(),
        sentences=sentences,
        standing=_standing(duties, today),
        legal_basis=bases(column.legal_basis_text),
    )


def bases(text: str) -> tuple[str, ...]:
    """The legal basis, one instrument a line, in its own words."""
    parts = [part.strip(" ；;\n") for part in NUMBERED.split(text)]
    return tuple(part for part in parts if part)


def _standing(duties: Sequence[Duty], today: date) -> str:
    this_year = [duty for duty in duties if duty.due_on and date(today.year, 1, 1) <= duty.due_on <= today]
    counted = tally(duty for duty in this_year if duty.state in JUDGED)
    return f"{today.year}年至今应公开{counted.due}件，{_kept(counted)}。" if counted.due else ""


JUDGED = {DutyState.KEPT, DutyState.LATE, DutyState.OVERDUE, DutyState.SHORT}


def _kept(counted: Tally) -> str:
    return f"按时{counted.kept}件，逾期{counted.missed}件" if counted.missed else "全部按时"


def emptiness(column: Node, duties: Sequence[Duty]) -> Emptiness:
    """Why a column is empty and what is expected in it."""
    overdue = [duty for duty in duties if duty.state is DutyState.OVERDUE and duty.due_on]
    coming = [duty for duty in duties if not duty.is_settled and duty.due_on and duty not in overdue]
    if overdue:
        last = max(duty.due_on for duty in overdue if duty.due_on)
        many = f"已有{len(overdue)}件（期）逾期，最近的一件" if len(overdue) > 1 else "应公开的信息"
        return Emptiness(column.content, f"{many}最迟应于{plain_day(last)}公开，正在督促。", is_late=True)
    if coming:
        first = min((duty.due for duty in coming if duty.due), key=lambda due: due.due_on)
        provisional = "（暂定）" if first.calendar is Basis.PROVISIONAL else ""
        day = f"{plain_day(first.due_on)}{provisional}"
        return Emptiness(column.content, f"最近一件应公开的信息，最迟应于{day}公开。")
    return Emptiness(column.content, "目前没有到期的公开任务；信息产生后，将在公开时限内发布在这里。")
