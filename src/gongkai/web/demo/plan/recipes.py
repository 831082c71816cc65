"""Documents from recipes: a schedule, cases and a template."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gongkai.web.demo.plan.days import Span, chinese_day
from gongkai.web.demo.plan.planned import Planned, PlannedFile, PlannedRelation
from gongkai.web.demo.plan.writing import Writer
from gongkai.web.demo.queries.content import content, content_names

QUARTER_WORDS = "一二三四"
ATTEMPTS = 40
PLAIN_FIELDS = ("subject", "genre", "keywords", "series", "issuing_body", "validity")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day on which a recipe's document came about.

    时点：事件之日，以及它所属周期的首日、末日（没有周期时同为事件之日）。
    """

    on: date
    first: date
    last: date


def documents(seed: int, span: Span, scale: float) -> Iterator[Planned]:
    """Every document of every recipe in the content folder."""
    for name in content_names():
        for recipe in content(name).get("recipe", []):
            for one in _for_bodies(recipe):
                yield from _from_recipe(seed, span, scale, one)


def occasions(recipe: dict[str, Any], span: Span, rng: random.Random, scale: float) -> list[Occasion]:
    """When a recipe's documents came about, in order."""
    plan = recipe["schedule"]
    match plan["kind"]:
        case "spread":
            days = span.spread(max(2, round(plan["count"] * scale)), rng)
            if "first" in plan:
                days[0] = min(days[0], span.work(span.begin + timedelta(days=plan["first"])))
            return [Occasion(day, day, day) for day in days]
        case "once":
            days = [span.work(span.begin + timedelta(days=at)) for at in plan["after"]]
            return [Occasion(day, day, day) for day in days if day < span.today]
        case "yearly":
            return [Occasion(day, day, day) for day in span.yearly(plan["month"], plan["day"])]
        case "months":
            periods = list(span.periods(plan["months"]))
        case "days":
            periods = list(span.every(plan["days"]))
            periods = periods[-max(2, round(len(periods) * scale)) :]
        case other:
            raise ValueError(f"示例内容“{recipe['key']}”的 schedule.kind 写成了“{other}”，没有这种安排。")
    skipped = {at % len(periods) for at in plan.get("skip", [])}
    found = [Occasion(last, first, last) for at, (first, last) in enumerate(periods) if at not in skipped]
    return [*_lead_in(plan, span), *found]


def _lead_in(plan: dict[str, Any], span: Span) -> list[Occasion]:
    """What a new column starts with: the period that ended before the catalogue came into force."""
    if not plan.get("lead_in"):
        return []
    first, last = span.before(plan["months"])
    return [Occasion(span.shift(span.begin, 1), first, last)]


def _for_bodies(recipe: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The recipe, once for each body that publishes its own; only one of them is ever late."""
    if not recipe.get("each_body"):
        yield recipe
        return
    for at, code in enumerate(recipe["each_body"]):
        late = recipe.get("late", 0) if at == 1 else 0
        yield recipe | {"key": f"{recipe['key']}/{code}", "body": code, "late": late}


def _from_recipe(seed: int, span: Span, scale: float, recipe: dict[str, Any]) -> Iterator[Planned]:
    # A recipe that follows another draws the same lots, so that each document meets its original.
    rng = random.Random(f"{seed}/{recipe.get('follows', recipe['key'])}")
    times = occasions(recipe, span, rng, scale)
    cases = list(recipe.get("cases", [{}]))
    if recipe.get("shuffle", True):
        rng.shuffle(cases)
    wanted = min(recipe.get("late", 0), max(0, len(times) - 1))
    late = set(rng.sample(range(len(times)), wanted))
    titles: set[str] = set()
    for at, occasion in enumerate(times):
        case = cases[at % len(cases)]
        chosen = {**recipe, **case, "at": at, "nth": at // len(cases) + 1}
        lag = _lag(recipe, rng, is_late=at in late)
        published = span.shift(occasion.on, lag)
        if published <= span.last:
            document = _document(seed, chosen, case, occasion, published, titles, span)
            titles.add(document.title)
            yield document


def _lag(recipe: dict[str, Any], rng: random.Random, *, is_late: bool) -> int:
    limit = recipe.get("limit", 20)
    low, high = recipe.get("lag", (min(2, limit - 1), max(2, limit * 3 // 5)))
    return limit + rng.randint(2, 9) if is_late else rng.randint(low, high)


def _document(
    seed: int,
    chosen: dict[str, Any],
    case: dict[str, Any],
    occasion: Occasion,
    published: date,
    titles: set[str],
    span: Span,
) -> Planned:
    for attempt in range(ATTEMPTS):
        key = f"{chosen['key']}/{chosen['at'] + 1}"
        write = Writer(seed, f"{key}/{attempt}", occasion.on, **_known(chosen, occasion))
        write.settle({name: value for name, value in case.items() if name != "body"})
        title = write.line(chosen["title"])
        if title not in titles:
            return _written(write, key, title, span, chosen, occasion, published)
    raise ValueError(f"示例内容“{chosen['key']}”写不出更多不重复的标题，请增加 cases 或减少 count。")


def _known(chosen: dict[str, Any], occasion: Occasion) -> dict[str, Any]:
    first, last = occasion.first, occasion.last
    body = bodies()[chosen.get("body", "office")]
    return {
        **chosen,
        "body": body["name"],
        "at": chosen["at"] + 1,
        "year": last.year,
        "month": last.month,
        "day_of_month": last.day,
        "first": chinese_day(first),
        "last": chinese_day(last),
        "quarter": QUARTER_WORDS[(last.month - 1) // 3],
        "original": _original(chosen),
        "half": "上半年" if last.month <= 6 else "下半年",
        "last_year": last.year - 1,
    }


def _original(chosen: dict[str, Any]) -> str:
    return f"{chosen['follows']}/{chosen['at'] + 1}" if "follows" in chosen else ""


def _written(
    write: Writer,
    key: str,
    title: str,
    span: Span,
    chosen: dict[str, Any],
    occasion: Occasion,
    published: date,
) -> Planned:
    dates = {chosen.get("event", "formed_on"): occasion.on, **_further_dates(chosen, occasion, span)}
    plain: dict[str, Any] = {
        name: write.line(chosen[name], title=title) for name in PLAIN_FIELDS if name in chosen
    }
    return Planned(
        key=key,
        column=tuple(chosen["column"].split("›")),
        body=chosen.get("body", "office"),
        title=title,
        lines=write(chosen["text"], title=title),
        dates=dates,
        published_on=published,
        summary=write.line(chosen.get("summary", ""), title=title),
        relations=(PlannedRelation("interprets", original),) if (original := _original(chosen)) else (),
        files=tuple(_file(write, file, title) for file in chosen.get("files", [])),
        **plain,
    )


def _further_dates(chosen: dict[str, Any], occasion: Occasion, span: Span) -> dict[str, date]:
    further = {}
    for name, workdays in chosen.get("dates", {}).items():
        further[name] = span.shift(occasion.on, workdays)
    return further


def _file(write: Writer, file: dict[str, str], title: str) -> PlannedFile:
    name = write.line(file["name"], title=title)
    return PlannedFile(name, write.line(file.get("title", "{{ title }}"), title=title), write(file["text"]))


def bodies() -> dict[str, dict[str, Any]]:
    """The demonstration's public bodies by code."""
    return {body["code"]: body for body in content("people")["body"]}
