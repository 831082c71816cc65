"""Reads the law data of catalogues; those of time are beside."""

import re
import tomllib
from functools import cache
from typing import Any

from gongkai.law.calendars import (
    FOLDER,
    calendar,
    days_are_workdays,
    default_rule,
    fixed_holidays,
    limits,
    notices,
    table,
)
from gongkai.law.catalogue import writing
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.registry import Example, ExampleKind, FindingKind
from gongkai.law.catalogue.tables import ConsultationFloor, DisclosureLimit, StatutoryContent, Tables, Words
from gongkai.law.elements import Vocabulary, vocabulary
from gongkai.law.errors import LawError
from gongkai.law.instruments import instruments
from gongkai.law.vocabulary import ColumnKind, Event, Severity, Unit

# The data of time and the laws cited stand in modules of their own, so that they do not load the catalogue.
__all__ = [
    "calendar",
    "catalogue",
    "catalogue_from",
    "catalogue_names",
    "consultation_floors",
    "days_are_workdays",
    "default_rule",
    "disclosure_limits",
    "elements",
    "finding_kinds",
    "fixed_holidays",
    "instruments",
    "limits",
    "notices",
    "safe_codes",
    "statutory_contents",
    "table",
    "tables",
]


# ---- words of content cells: lawdata/elements.toml ----


@cache
def elements() -> Vocabulary:
    """The words by which kinds of column and their elements are known."""
    return vocabulary(table("elements.toml"))


# ---- catalogues: lawdata/catalogues/*.toml ----


@cache
def tables() -> Tables:
    """Everything that reading and checking a catalogue needs."""
    return Tables(
        instruments(),
        elements(),
        consultation_floors(),
        disclosure_limits(),
        statutory_contents(),
        days_are_workdays(),
        tuple((one, other) for one, other in table("coverage.toml")["contrasts"]),
    )


@cache
def consultation_floors() -> tuple[ConsultationFloor, ...]:
    """How long a consultation must stay open, by profile; the office's own rule is marked unverified."""
    return tuple(
        ConsultationFloor(
            amount=row["amount"],
            unit=Unit(row["unit"]),
            instrument=row["instrument"],
            article=row["article"],
            scope=row["scope"],
            profile=row["profile"],
            words=_words(row),
            is_verified=row["verified"],
        )
        for row in limits()["consultation_floor"]
    )


@cache
def disclosure_limits() -> tuple[DisclosureLimit, ...]:
    """By when statutes want information disclosed: the general limit first, then the particular ones."""
    content = limits()
    general = {**content["proactive_disclosure"], "name": "主动公开"}
    return tuple(_disclosure_limit(row) for row in (general, *content["disclosure_limit"]))


def _disclosure_limit(row: dict[str, Any]) -> DisclosureLimit:
    return DisclosureLimit(
        name=row["name"],
        amount=row["amount"],
        unit=Unit(row["unit"]),
        events=frozenset(Event(event) for event in row["events"]),
        instrument=row["instrument"],
        article=row["article"],
        text=row["text"],
        words=_words(row),
        is_verified=row["verified"],
    )


@cache
def statutory_contents() -> tuple[StatutoryContent, ...]:
    """What articles 19 to 21 of the Regulation make offices disclose."""
    return tuple(
        StatutoryContent(
            article=row["article"],
            item=row.get("item", 0),
            name=row["name"],
            levels=frozenset(row["levels"]),
            kinds=frozenset(ColumnKind(kind) for kind in row.get("kinds", ())),
            words=_words(row),
            is_optional=row.get("optional", False),
            has_every_office=row.get("departments", False),
        )
        for row in table("coverage.toml")["statutory_content"]
    )


def _words(row: dict[str, Any]) -> Words:
    return Words(*(tuple(row.get(name, ())) for name in ("words", "also", "none")))


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
        raise LawError(
            f"这不是合格的TOML文件：{_where(error)}写法不对，请照本系统写出的目录文件改正。"
        ) from None
    return writing.catalogue(content, tables())


def _where(error: tomllib.TOMLDecodeError) -> str:
    """第3行第5列; what tomllib says of the fault itself is English."""
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    return f"第{found[1]}行第{found[2]}列" if found else "文件末尾"


# ---- the list of findings: lawdata/findings.toml ----


@cache
def finding_kinds() -> dict[str, FindingKind]:
    """Every code of a finding with what it means, by its code, in the order of the list."""
    return {row["code"]: _finding_kind(row) for row in table("findings.toml")["finding"]}


@cache
def safe_codes() -> frozenset[str]:
    """The codes with exactly one right answer, which `--fix-safe` may mend."""
    return frozenset(kind.code for kind in finding_kinds().values() if kind.is_safe)


def _finding_kind(row: dict[str, Any]) -> FindingKind:
    return FindingKind(
        code=row["code"],
        severity=Severity(row["severity"]),
        subject=row["subject"],
        title=row["title"],
        meaning=row["meaning"],
        mend=row["mend"],
        source=row["source"],
        examples=tuple(
            Example(ExampleKind(each["kind"]), each["before"], each["after"]) for each in row["example"]
        ),
        is_safe=row.get("safe", False),
        is_repair=row.get("repair", False),
    )
