"""Reads the dated law data: the only file here that opens one."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.law.catalogue import writing
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.tables import ConsultationFloor, Tables
from gongkai.law.citation import Instrument, Instruments
from gongkai.law.citation.instruments import InstrumentKind
from gongkai.law.elements import ElementWords, KindWords, Vocabulary
from gongkai.law.errors import LawError
from gongkai.law.time_limit.rule import Rule, RuleKind, Trigger
from gongkai.law.time_limit.statutes import DaysAreWorkdays
from gongkai.law.vocabulary import ColumnKind, Event, Unit
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


# ---- instruments we cite: lawdata/instruments.toml ----


@cache
def instruments() -> Instruments:
    """The legal instruments that we know, to match citations against."""
    return Instruments(_instrument(row) for row in table("instruments.toml")["instrument"])


def _instrument(row: dict[str, Any]) -> Instrument:
    return Instrument(
        title=row["title"],
        kind=InstrumentKind(row["kind"]),
        number=row["number"],
        titles=tuple(row.get("titles", ())),
        former=tuple(row.get("former", ())),
        issued_on=row.get("issued_on"),
        effective_on=row.get("effective_on"),
        replaced_by=row.get("replaced_by", ""),
        source=row["source"],
        verified=row["verified"],
    )


# ---- words of content cells: lawdata/elements.toml ----


@cache
def elements() -> Vocabulary:
    """The words by which kinds of column and their elements are known."""
    content = table("elements.toml")
    return Vocabulary(
        tuple(_kind_words(row) for row in content["kind"]),
        tuple(ElementWords(row["name"], row["type"], tuple(row["words"])) for row in content["element"]),
    )


def _kind_words(row: dict[str, Any]) -> KindWords:
    names = ("any", "begins", "also", "none", "path", "limits")
    words = {name: tuple(row.get(name, ())) for name in names}
    return KindWords(kind=ColumnKind(row["kind"]), name=row["name"], **words)


# ---- catalogues: lawdata/catalogues/*.toml ----


@cache
def tables() -> Tables:
    """Everything that reading and checking a catalogue needs."""
    return Tables(instruments(), elements(), consultation_floors())


@cache
def consultation_floors() -> tuple[ConsultationFloor, ...]:
    """How long a consultation must stay open, by statute; only what we have read in the statute itself."""
    return tuple(
        ConsultationFloor(row["amount"], Unit(row["unit"]), row["instrument"], row["article"], row["scope"])
        for row in limits()["consultation_floor"]
        if row["verified"]
    )


@cache
def catalogue(name: str) -> Catalogue:
    """A catalogue that stands in lawdata, by its name: catalogue("xihu-2022")."""
    return writing.catalogue(table("catalogues", f"{name}.toml"), tables())


def catalogue_names() -> tuple[str, ...]:
    """The names of the catalogues that stand in lawdata."""
    found = (entry.name for entry in FOLDER.joinpath("catalogues").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def catalogue_from(text: str) -> Catalogue:
    """The catalogue in a text of our own form; LawError with one sentence where the text is not one."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"这不是合格的TOML文件：{error}。请照lawdata/catalogues里的写法改正。") from None
    return writing.catalogue(content, tables())
