"""Working days, timed beside three other calendars."""

import random
import statistics
import time
import warnings
from collections.abc import Callable
from datetime import date, timedelta

import chinese_calendar
import holidays
from workalendar.asia import China

from gongkai.law import lawdata

RUNS = 5
QUESTIONS = 400
FASTER = 50
Ask = Callable[[date, int], object]


def main() -> None:
    """Print the median of five runs of each, in microseconds a question, and how often ours is faster."""
    warnings.filterwarnings("ignore", module="workalendar")  # it says itself that it ends in 2023
    calendar = lawdata.calendar()
    asked = random.Random(2026)
    questions = [
        (date(2018, 1, 1) + timedelta(days=asked.randrange(1800)), asked.randrange(5, 61))
        for _ in range(QUESTIONS)
    ]
    adding(calendar, questions)
    counting(calendar, questions)


def adding(calendar: object, questions: list[tuple[date, int]]) -> None:
    """The nth working day after a day: the same question to everybody who answers it."""
    peer = holidays.country_holidays("CN", years=range(2017, 2025))
    theirs: dict[str, Ask] = {
        "chinesecalendar find_workday": nth_of_chinesecalendar,
        "holidays get_nth_working_day": peer.get_nth_working_day,
        "workalendar add_working_days": China().add_working_days,
    }
    print("the nth working day after a day (n from 5 to 60)")
    compare({"gongkai nth": calendar.nth, "gongkai add (with its working)": calendar.add}, theirs, questions)


def nth_of_chinesecalendar(day: date, n: int) -> date:
    """From a day off chinesecalendar counts the next working day as day 0; ours counts it as day 1."""
    return chinese_calendar.find_workday(n - (not chinese_calendar.is_workday(day)), day)


def counting(calendar: object, questions: list[tuple[date, int]]) -> None:
    """Working days from one day to another, about as far apart as a limit reaches."""
    peer = holidays.country_holidays("CN", years=range(2017, 2025))
    theirs: dict[str, Ask] = {
        "chinesecalendar get_workdays": lambda day, n: len(
            chinese_calendar.get_workdays(day + timedelta(days=1), day + timedelta(days=n))
        ),
        "holidays get_working_days_count": lambda day, n: peer.get_working_days_count(
            day + timedelta(days=1), day + timedelta(days=n)
        ),
        "workalendar get_working_days_delta": lambda day, n: China().get_working_days_delta(
            day, day + timedelta(days=n)
        ),
    }
    print("working days after one day up to another (5 to 60 days apart)")
    ours = {"gongkai count": lambda day, n: calendar.count(day, day + timedelta(days=n))}
    compare(ours, theirs, questions)


def compare(ours: dict[str, Ask], theirs: dict[str, Ask], questions: list[tuple[date, int]]) -> None:
    """One line each; equal answers are counted, and the factor is against our first."""
    best = 0.0
    right = [next(iter(ours.values()))(*question) for question in questions]
    for name, ask in {**ours, **theirs}.items():
        took = statistics.median(timed(ask, questions) for _ in range(RUNS))
        best = best or took
        equal = sum(ask(*question) == answer for question, answer in zip(questions, right, strict=True))
        told = f"{took / best:7.0f} × ours, {equal / len(questions):4.0%} equal" if name in theirs else ""
        print(f"  {name:36}{took * 1e6:10.2f} µs  {told}")


def timed(ask: Ask, questions: list[tuple[date, int]]) -> float:
    """Seconds a question."""
    began = time.perf_counter()
    for day, n in questions:
        ask(day, n)
    return (time.perf_counter() - began) / len(questions)


if __name__ == "__main__":
    main()
