"""What lies on the desk today: due now, soon, or overdue."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from gongkai.web.demo.plan.days import Span, chinese_day
from gongkai.web.demo.plan.normative import BRANCH
from gongkai.web.demo.plan.planned import Planned, PlannedRelation, Stage
from gongkai.web.demo.plan.writing import Writer
from gongkai.web.demo.queries.content import content


def documents(seed: int, span: Span) -> Iterator[Planned]:
    """Everything that is under way on the last day of the demonstration."""
    wanted = content("present")
    for pending in wanted["pending"]:
        yield _pending(seed, span, pending)
    yield _issued_lately(seed, span, wanted["normative_pending"])
    yield from _just_published(seed, span, wanted["just_published"])
    for row in wanted["consultation"]:
        yield from _consultation(seed, span, row)


def event_on(span: Span, limit: int, due_in: int) -> date:
    """The day of an event whose limit of so many working days ends so many working days from today."""
    return span.shift(span.shift(span.today, due_in), -limit)


def _pending(seed: int, span: Span, row: dict[str, Any]) -> Planned:
    on = event_on(span, row["limit"], row["due_in"])
    write = Writer(seed, row["key"], on)
    return Planned(
        key=f"present/{row['key']}",
        column=tuple(row["column"].split("›")),
        body=row.get("body", "office"),
        title=row["title"],
        lines=write(row["text"]),
        dates={row.get("event", "formed_on"): on},
        stage=Stage(row["stage"]),
        reason=row.get("reason", ""),
    )


def _issued_lately(seed: int, span: Span, row: dict[str, Any]) -> Planned:
    on = event_on(span, row["limit"], row["due_in"])
    write = Writer(seed, "issued-lately", on)
    return Planned(
        key="present/issued-lately",
        column=tuple(row["column"].split("›")),
        body=row["body"],
        title=row["title"],
        lines=write(row["text"]),
        dates={"signed_on": on, "formed_on": on, "issued_on": on, "effective_on": on + timedelta(days=30)},
        stage=Stage.DRAFT,
        series=row["series"],
        issuing_body=row["issuing_body"],
        genre="通知",
        validity="in_force",
    )


def _just_published(seed: int, span: Span, row: dict[str, Any]) -> Iterator[Planned]:
    published = span.shift(span.shift(span.today, 0), -row["published_before"])
    on = span.shift(published, -2)
    write = Writer(seed, "just-published", on)
    yield Planned(
        key="present/just-published",
        column=tuple(row["column"].split("›")),
        body="office",
        title=row["title"],
        lines=write(row["text"]),
        dates={"signed_on": on, "formed_on": on, "issued_on": on, "effective_on": on + timedelta(days=30)},
        published_on=published,
        series=row["series"],
        issuing_body="示例区人民政府办公室",
        subject="综合政务、行政规范性文件",
        genre="通知",
        validity="in_force",
    )
    yield Planned(
        key="present/just-published/interpretation",
        column=(*BRANCH, "政策解读"),
        body="office",
        title=row["interpretation_title"],
        lines=write(row["interpretation"]),
        dates={"formed_on": on},
        stage=Stage.FIRST_REVIEW,
        genre="解读",
        relations=(PlannedRelation("interprets", "present/just-published"),),
    )


def _consultation(seed: int, span: Span, row: dict[str, Any]) -> Iterator[Planned]:
    opens = span.shift(span.today - timedelta(days=row["opened_before"]), 0)
    closes = span.today + timedelta(days=row["closes_in"])
    known = {name: row[name] for name in ("name", "office", "why", "points")}
    write = Writer(seed, row["key"], opens, closes=chinese_day(closes), **known)
    key = f"present/consultation/{row['key']}"
    yield Planned(
        key=key,
        column=(*BRANCH, "行政规范性文件意见征集"),
        body="office",
        title=f"关于公开征求《{row['name']}（征求意见稿）》意见的公告",
        lines=write(content("present")["forms"]["consultation"]),
        dates={"formed_on": opens, "opens_on": opens, "closes_on": closes},
        published_on=opens,
        issuing_body="示例区人民政府办公室",
        subject="综合政务、意见征集",
        genre="公告",
    )
    if row["answered"]:
        made = span.shift(span.today, -3)
        yield Planned(
            key=f"{key}/feedback",
            column=(*BRANCH, "行政规范性文件意见采纳情况反馈"),
            body="office",
            title=f"《{row['name']}（征求意见稿）》意见采纳情况反馈",
            lines=write(content("present")["forms"]["answer"]),
            dates={"formed_on": made},
            stage=Stage.DRAFT,
            genre="公告",
            relations=(PlannedRelation("answers", key),),
        )
