"""The whole programme: every document, and every act in order."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from gongkai.web.demo.plan import normative, present, recipes, yearly
from gongkai.web.demo.plan.days import Span, moment
from gongkai.web.demo.plan.planned import Planned, Stage, Step

NUMBER = re.compile(r"⟦号(?::([^⟧]+))?⟧")
REVIEWS = {Stage.FIRST_REVIEW: 0, Stage.SECRECY_REVIEW: 1, Stage.FINAL_REVIEW: 2, Stage.PUBLISHED: 3}
ACTS = ("first_review", "secrecy_review", "final_review")


def programme(seed: int, span: Span, scale: float = 1.0) -> tuple[Planned, ...]:
    """Every document of the demonstration, numbered, in the order in which it came about.

    The same seed, span and scale give the same texts and days. Documents that others relate to come first.
    """
    found = [
        *recipes.documents(seed, span, scale),
        *normative.documents(seed, span, scale),
        *yearly.documents(seed, span),
        *present.documents(seed, span),
    ]
    kept = _without_orphans(document for document in found if _is_due(document, span))
    return _numbered(_targets_first(sorted(kept, key=lambda document: (document.began_on, document.key))))


def _targets_first(documents: Sequence[Planned]) -> list[Planned]:
    """The same order, but whatever is related to comes before what relates to it."""
    waiting = {document.key: document for document in documents}
    placed: list[Planned] = []

    def place(document: Planned) -> None:
        if waiting.pop(document.key, None) is None:
            return
        for relation in document.relations:
            if relation.to in waiting:
                place(waiting[relation.to])
        placed.append(document)

    for document in documents:
        place(document)
    return placed


def _is_due(document: Planned, span: Span) -> bool:
    return document.stage is not Stage.PUBLISHED or (
        document.published_on is not None and document.published_on <= span.last
    )


def _without_orphans(documents: Iterable[Planned]) -> list[Planned]:
    """Leave out what relates to something that is not there yet."""
    kept = {document.key: document for document in documents}
    while orphans := [
        document.key
        for document in kept.values()
        if any(relation.to not in kept for relation in document.relations)
    ]:
        for key in orphans:
            del kept[key]
    return [
        replace(document, fate=None) if document.fate and document.fate.by not in {"", *kept} else document
        for document in kept.values()
    ]


def _numbered(documents: Sequence[Planned]) -> tuple[Planned, ...]:
    """Give document numbers in the order of signing, and write them where texts name them."""
    counts: Counter[tuple[str, int]] = Counter()
    numbers: dict[str, str] = {}
    for document in documents:
        if document.series:
            year = document.began_on.year
            counts[document.series, year] += 1
            numbers[document.key] = f"{document.series}〔{year}〕{counts[document.series, year]}号"
    return tuple(_with_numbers(document, numbers) for document in documents)


def _with_numbers(document: Planned, numbers: dict[str, str]) -> Planned:
    def written(text: str) -> str:
        return NUMBER.sub(lambda found: numbers[found.group(1) or document.key], text)

    return replace(
        document,
        lines=written(document.lines),
        files=tuple(replace(file, lines=written(file.lines)) for file in document.files),
        document_number=numbers.get(document.key, ""),
    )


def steps(documents: Sequence[Planned], span: Span) -> list[Step]:
    """Every act of every document, in the order of time."""
    drafted: dict[str, datetime] = {}
    found: list[Step] = []
    for order, document in enumerate(documents):
        mine = _acts(order, document, span, drafted)
        drafted[document.key] = mine[0].at
        found += mine
    return sorted(found, key=lambda step: (step.at, step.order))


def _acts(order: int, document: Planned, span: Span, drafted: dict[str, datetime]) -> list[Step]:
    """Draft, submission, reviews, and what becomes of it; a draft follows the drafts it relates to."""
    final = document.published_on or span.last
    first = max(document.began_on, min(final, span.shift(final, -1)))
    first = min(first, final)
    earliest = [drafted[relation.to] + timedelta(minutes=1) for relation in document.relations]
    minute = order * 7 % 60
    at = max([moment(first, minute), *earliest])
    acts = ["draft", "submit", *ACTS][: _count(document)]
    if document.stage is Stage.SENT_BACK:
        acts.append("send_back")
    times = _times(at, final, minute, len(acts), is_public=document.stage is Stage.PUBLISHED)
    made = [Step(time, order, act, document) for time, act in zip(times, acts, strict=True)]
    if document.fate and document.fate.on <= span.last:
        on = max(moment(document.fate.on, 8 * 60 + 20 + order % 30), times[-1] + timedelta(minutes=1))
        made.append(Step(on, order, "fate", document))
    return made


def _count(document: Planned) -> int:
    if document.stage is Stage.SENT_BACK:
        return 2
    return 1 if document.stage is Stage.DRAFT else 2 + REVIEWS[document.stage]


def _times(at: datetime, final: date, minute: int, count: int, *, is_public: bool) -> list[datetime]:
    """Minutes apart on the day of drafting; publication in the afternoon of its own day."""
    times = [at + timedelta(minutes=25 * place) for place in range(count)]
    if is_public:
        times[-1] = max(times[-1], moment(final, 5 * 60 + minute * 2))
    return times
