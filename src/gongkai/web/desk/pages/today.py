"""Today's list: what is owed, by day, and what the day is."""

from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.obligations import Duty, DutyState
from gongkai.law.workdays import Basis, Calendar
from gongkai.web import clock, law
from gongkai.web.desk.pages.duty_line import DutyLine, line_of
from gongkai.web.desk.pages.words import WEEKDAYS, chinese_date
from gongkai.web.desk.queries import Pending

MANY = 20
NOTICE_EXPECTED_MONTH = 10  # from October the next year's notice is looked for


@dataclass(frozen=True, slots=True)
class Today:
    """The first screen of the day.

    今日待办：已逾期、今天到期、本周到期；`later` 是以后到期的项数。
    """

    date_line: str
    overdue: tuple[DutyLine, ...]
    due_today: tuple[DutyLine, ...]
    this_week: tuple[DutyLine, ...]
    week: tuple[date, date]
    next_one: DutyLine | None
    later: int
    provisional: int
    missing_year: int | None

    @property
    def overdue_shown(self) -> tuple[DutyLine, ...]:
        """The overdue ones that stand on this screen: those that fell due last, at most MANY."""
        return self.overdue[-MANY:][::-1]


def today_of(duties: tuple[Duty, ...], pending: Pending) -> Today:
    """The list of these duties, as of today."""
    today = clock.today()
    sunday = today + timedelta(days=6 - today.weekday())
    still_open = [duty for duty in duties if not duty.is_settled]
    ahead = [duty for duty in still_open if duty.due_on and duty.due_on > today]
    later = [duty for duty in ahead if duty.due_on and duty.due_on > sunday]
    return Today(
        date_line=date_line(today, law.calendar()),
        overdue=_lines([duty for duty in still_open if duty.state is DutyState.OVERDUE], pending),
        due_today=_lines([duty for duty in still_open if duty.state is DutyState.DUE_TODAY], pending),
        this_week=_lines([duty for duty in ahead if duty.due_on and duty.due_on <= sunday], pending),
        week=(today + timedelta(days=1), sunday),
        next_one=line_of(later[0], pending) if later else None,
        later=len(later),
        provisional=sum(_is_provisional(duty) for duty in still_open),
        missing_year=_missing_year(today, law.calendar()),
    )


def date_line(today: date, calendar: Calendar) -> str:
    """The day, whether offices work, and what the week brings."""
    named = f"{chinese_date(today)} 星期{WEEKDAYS[today.weekday()]}"
    if not calendar.is_workday(today):
        following = calendar.nth(today, 1)
        return (
            f"{named}，休息日（{calendar.reason_off(today)}）。"
            f"下一个工作日是{following.month}月{following.day}日。"
        )
    kind = "调休上班，计入工作日" if today.weekday() > 4 else "工作日"
    return f"{named}，{kind}。{_week_words(today, calendar)}"


def _week_words(today: date, calendar: Calendar) -> str:
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    off = [day for day in days[:5] if not calendar.is_workday(day)]
    make_up = [day for day in days[5:] if calendar.is_workday(day)]
    said = [f"{day.month}月{day.day}日放假（{calendar.reason_off(day)}）" for day in off]
    said += [f"{day.month}月{day.day}日调休上班" for day in make_up]
    return f"本周{'，'.join(said)}。" if said else "本周没有放假和调休。"


def _lines(duties: list[Duty], pending: Pending) -> tuple[DutyLine, ...]:
    return tuple(line_of(duty, pending) for duty in duties)


def _is_provisional(duty: Duty) -> bool:
    return duty.due is not None and duty.due.calendar is Basis.PROVISIONAL


def _missing_year(today: date, calendar: Calendar) -> int | None:
    """This year or, towards its end, the next, when its notice is not known."""
    known = calendar.known_on(today).years
    if today.year not in known:
        return today.year
    is_expected = today.month >= NOTICE_EXPECTED_MONTH
    return today.year + 1 if is_expected and today.year + 1 not in known else None
