"""The instruments of lawdata, row by row."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from gongkai.law.citation.instruments import Article, Instrument, InstrumentKind, title_key

_SOURCE = "国家法律法规文本库2025年4月的文本"
_COLUMNS = 7


def instruments(
    ours: Iterable[dict[str, Any]], replacements: Iterable[dict[str, Any]], national: str
) -> tuple[Instrument, ...]:
    """Our own rows first, then those of the national list that we have not; what replaced what is marked."""
    known = {title_key(row["title"]): instrument(row) for row in ours}
    for each in _listed(national):
        known.setdefault(title_key(each.title), each)
    for row in replacements:
        for title in row["titles"]:
            old = known.get(title_key(title)) or _gone(title, row)
            known[title_key(title)] = replace(old, replaced_by=row["by"], replaced_on=row["on"])
    return tuple(known.values())


def instrument(row: dict[str, Any]) -> Instrument:
    """One row of instruments.toml."""
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
        replaced_on=row.get("replaced_on"),
        amended_on=row.get("amended_on"),
        articles=tuple(Article(number, tuple(paragraphs)) for number, *paragraphs in row.get("articles", ())),
    )


def _listed(national: str) -> Iterator[Instrument]:
    for line in national.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            kind, title, number, former, issued, effective, amended = cells + [""] * (_COLUMNS - len(cells))
            yield Instrument(
                title=title,
                kind=InstrumentKind(kind),
                number=number,
                former=tuple(former.split("|")) if former else (),
                issued_on=_day(issued),
                effective_on=_day(effective),
                amended_on=_day(amended),
                source=_SOURCE,
                verified=True,
            )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _gone(title: str, row: dict[str, Any]) -> Instrument:
    """An instrument that is known only because another took its place."""
    kind = InstrumentKind.LAW if title.endswith(("法", "法通则", "法总则")) else InstrumentKind.REGULATION
    return Instrument(title, kind, source=row["source"], verified=row["verified"])
