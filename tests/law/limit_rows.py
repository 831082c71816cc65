"""Rows of the jurist's tables of time limits as rules."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
DATE = r"\d+-\d+-\d+"


@dataclass(frozen=True)
class Row:
    """A phrase, the rules it must give and the heaviest finding it may have."""

    phrase: str
    rules: list[dict]
    heaviest: str
    group: str


def rows():
    """Every row of tests/law/cases/time_limits_*.toml; their notation stands at the head of those files."""
    for path in sorted(FOLDER.glob("time_limits_*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            for phrase, rules, *heaviest in group["rows"]:
                yield Row(
                    phrase,
                    [meant(each) for each in rules.split("；") if each],
                    "".join(heaviest),
                    group["title"],
                )


def meant(words):
    """One rule of a row as the fields of contracts/time-limit.md."""
    kind, _, rest = words.partition(" ")
    if kind in ("link", "silent"):
        return {"kind": kind}
    if kind in ("promptly", "standing") or (kind == "keep_for" and not rest[0].isdigit()):
        return {"kind": kind, "word": rest}
    if kind == "by_date":
        return {"kind": kind, **calendar_date(*rest.split())}
    if kind == "dates":
        first, last = rest.split("..")
        return {"kind": kind, **({"from": first} if first else {}), **({"to": last} if last else {})}
    parts = rest.split()
    value = {"kind": kind}
    if parts and parts[0].isdigit():
        value |= {"amount": int(parts.pop(0)), "unit": parts.pop(0)}
    if parts:
        value |= {"at": parts[0]} if kind == "keep_for" else {"event": parts[0]}
    return value


def calendar_date(period, words):
    """by_date year 1-31, year 1-1..3-31, month 1..5, quarter 1-15, once 2024-3-1."""
    if period == "once":
        return {
            "period": period,
            **dict(zip(("year", "month", "day"), map(int, words.split("-")), strict=True)),
        }
    begins, dots, ends = words.rpartition("..")
    value = {"period": period, **day_of(period, ends)}
    return {**value, "from": day_of(period, begins)} if dots else value


def day_of(period, words):
    """1-31 a month and its day, 1- only a month, 10 a day of every month."""
    if period == "month":
        return {"day": int(words)}
    month, day = re.fullmatch(r"(\d+)-(\d*)", words).groups()
    return {"month": int(month), **({"day": int(day)} if day else {})}
