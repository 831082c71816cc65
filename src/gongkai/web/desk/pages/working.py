"""A due day drawn as weeks, each day numbered or struck."""

from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.obligations import Duty, DutyKind
from gongkai.law.vocabulary import Event, Unit
from gongkai.law.workdays import Calendar
from gongkai.web import clock, law
from gongkai.web.desk.pages.words import EVENT_WORDS

WEEKS = 9  # beyond nine weeks a picture no longer helps: the sentence stands alone
DRAWN = frozenset({Unit.WORKDAY, Unit.DAY})


@dataclass(frozen=True, slots=True)
class DrawnDay:
    """One day of the drawing, or an empty place.

    算日子的一格。`number` 是第几个工作日（或第几天），`words` 写在格里。
    """

    shape: str
    on: date | None = None
    number: int | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Working:
    """How a due day comes about: weeks of cells and a sentence."""

    weeks: tuple[tuple[DrawnDay, ...], ...]
    unit_word: str
    sentence: str


def working_of(duty: Duty) -> Working | None:
    """The drawing of a duty's due day; None where there is no due day."""
    if duty.due is None:
        return None
    unit = duty.rule.unit
    draws = unit in DRAWN and duty.counted_from is not None
    weeks = _weeks(duty, duty.counted_from, duty.due.due_on) if draws and duty.counted_from else ()
    return Working(weeks, "工作日" if unit is Unit.WORKDAY else "天", duty.due.because)


def _weeks(duty: Duty, first: date, due_on: date) -> tuple[tuple[DrawnDay, ...], ...]:
    monday = first - timedelta(days=first.weekday())
    last = _last_drawn(duty, due_on)
    if last - monday > timedelta(weeks=WEEKS):
        last = due_on
    end = last + timedelta(days=6 - last.weekday())
    if end - monday > timedelta(weeks=WEEKS) or due_on < first:
        return ()
    cells = [_cell(duty, monday + timedelta(days=n), last) for n in range((end - monday).days + 1)]
    return tuple(tuple(cells[n : n + 7]) for n in range(0, len(cells), 7))


def _last_drawn(duty: Duty, due_on: date) -> date:
    """The due day, or the day on which it was done late, or today when it is still owed."""
    until = duty.done_on or clock.today()
    return max(due_on, until) if not duty.is_settled or duty.late_workdays else due_on


def _cell(duty: Duty, on: date, last: date) -> DrawnDay:
    first, due_on = duty.counted_from, duty.due_on
    if first is None or due_on is None or not first <= on <= last:
        return DrawnDay("none")
    calendar = _calendar()
    off = calendar.reason_off(on)
    now = " now" if on == clock.today() else ""
    if on == first:
        return DrawnDay(f"start{now}", on, None, (EVENT_WORDS[duty.event or Event.OTHER], "不计"))
    if on > due_on:
        return DrawnDay(f"after{now}", on, None, (_done(duty),) if on == duty.done_on else ("逾期",))
    number = _number(duty, first, on)
    if off and (duty.rule.unit is Unit.WORKDAY or number is None):
        return DrawnDay(f"off{now}", on, None, (off,))
    shape = "due" if on == due_on else "makeup" if on.weekday() > 4 and not off else ""
    words = ("到期",) if on == due_on else (_done(duty),) if on == duty.done_on else ("今天",) if now else ()
    return DrawnDay(f"{shape}{now}".strip(), on, number, words)


def _number(duty: Duty, first: date, on: date) -> int | None:
    """Which day of the period it is; None past its nominal end, while rolling to a working day."""
    if duty.rule.unit is Unit.WORKDAY:
        return _calendar().count(first, on)
    number = (on - first).days
    return number if duty.rule.amount is None or number <= duty.rule.amount else None


def _done(duty: Duty) -> str:
    """What happened on the day it was done: a consultation closed, anything else became public."""
    return "截止" if duty.kind is DutyKind.KEEP_OPEN else "公开"


def _calendar() -> Calendar:
    """The calendar that today's due days are counted with, of the notices known by today."""
    return law.calendar().known_on(clock.today())
