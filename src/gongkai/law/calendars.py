"""Law data of time: holiday notices and statutory limits."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.law.time_limit.rule import Rule, RuleKind, Trigger
from gongkai.law.time_limit.statutes import DaysAreWorkdays
from gongkai.law.vocabulary import Event, Unit
from gongkai.law.workdays import Calendar, FixedHolidays, Holiday, Notice

FOLDER = files("gongkai.lawdata")


def table(*path: str) -> dict[str, Any]:
    """One file of lawdata, as TOML gives it."""
    return tomllib.loads(FOLDER.joinpath(*path).read_text(encoding="utf-8"))


# ---- working days: lawdata/holidays/*.toml ----


@cache
def calendar() -> Calendar:
    """The working-day calendar of every notice we hold."""
    return Calendar(notices(), fixed_holidays())


@cache
def notices() -> tuple[Notice, ...]:
    """The State Council's notices on holidays, one file a year."""
    names = sorted(file.name for file in FOLDER.joinpath("holidays").iterdir() if file.name.endswith(".toml"))
    found: list[Notice] = []
    for name in names:
        content = table("holidays", name)
        found += (_notice(content["year"], row) for row in content["notice"])
    return tuple(found)


def _notice(year: int, row: dict[str, Any]) -> Notice:
    return Notice(
        year=year,
        number=row["number"],
        title=row["title"],
        issued_on=row["issued_on"],
        source=row["source"],
        verified=row["verified"],
        holidays=tuple(
            Holiday(each["name"], tuple(each.get("rest_days", ())), tuple(each.get("make_up_days", ())))
            for each in row["holiday"]
        ),
    )


# ---- statutory numbers: lawdata/limits.toml ----


@cache
def limits() -> dict[str, Any]:
    """The statutory numbers, each with article and date in force."""
    return table("limits.toml")


@cache
def default_rule() -> Rule:
    """The rule of a cell that says nothing (条例第二十六条)."""
    row = limits()["proactive_disclosure"]
    return Rule(
        kind=RuleKind.WITHIN,
        amount=row["amount"],
        unit=Unit(row["unit"]),
        trigger=Trigger(Event(row["event"])),
    )


@cache
def days_are_workdays() -> tuple[DaysAreWorkdays, ...]:
    """The statutes that call working days “日”."""
    return tuple(
        DaysAreWorkdays(row["instrument"], row["article"], frozenset(row["amounts"]))
        for row in limits()["days_are_workdays"]
    )


@cache
def fixed_holidays() -> tuple[FixedHolidays, ...]:
    """Statutory holidays with a fixed date, by revision of the 放假办法."""
    return tuple(
        FixedHolidays(row["issued_on"], row["in_force_on"], tuple(_fixed_day(day) for day in row["days"]))
        for row in limits()["fixed_holidays"]
    )


def _fixed_day(words: str) -> tuple[int, int, str]:
    on, name = words.split(" ")
    day = date.fromisoformat(f"2000-{on}")
    return day.month, day.day, name
