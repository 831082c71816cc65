"""What is owed: documents, interpretations, feedback, updates."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law import lawdata
from gongkai.law.facts import ColumnFact, Dated, DocumentFact, Relation, RelationKind
from gongkai.law.obligations import Duty, DutyKind, DutyState, duties
from gongkai.law.vocabulary import ColumnKind, Event

CALENDAR = lawdata.calendar()
STATUTORY = lawdata.default_rule()
BEGAN = date(2022, 1, 1)
_numbers = count(1)


def column(
    kind: ColumnKind, limit: str, key: str = "c1", branch: str = "b1", since: date = BEGAN
) -> ColumnFact:
    return ColumnFact(key, ("法定主动公开内容", key), branch, kind, limit, since, "office")


def document(in_column: str = "c1", **known: object) -> DocumentFact:
    number = next(_numbers)
    return DocumentFact(f"d{number}", in_column, f"示例文件{number}", **known)  # type: ignore[arg-type]  # known facts by name, as a table gives them


def happened(event: Event, on: str) -> tuple[Dated, ...]:
    return (Dated(event, date.fromisoformat(on)),)


def on(day: str) -> date:
    return date.fromisoformat(day)


def owed(columns: list[ColumnFact], documents: list[DocumentFact], today: str) -> tuple[Duty, ...]:
    return duties(columns, documents, CALENDAR, STATUTORY, on(today))


# 印发日、公开日、看的日子 → 到期日、状态、迟几个工作日（2022年清明：4月2日周六上班，3日至5日放假）
ISSUED_WITHIN_SEVEN = [
    ("2022-03-01", None, "2022-03-02", "2022-03-10", DutyState.NOT_DUE, 0),
    ("2022-03-01", None, "2022-03-04", "2022-03-10", DutyState.DUE_SOON, 0),
    ("2022-03-01", None, "2022-03-10", "2022-03-10", DutyState.DUE_TODAY, 0),
    ("2022-03-01", None, "2022-03-11", "2022-03-10", DutyState.OVERDUE, 1),
    ("2022-03-01", "2022-03-10", "2022-06-01", "2022-03-10", DutyState.KEPT, 0),
    ("2022-03-01", "2022-03-14", "2022-06-01", "2022-03-10", DutyState.LATE, 2),
    ("2022-03-28", None, "2022-03-28", "2022-04-07", DutyState.NOT_DUE, 0),
]


@pytest.mark.parametrize(("issued", "published", "today", "due", "state", "late"), ISSUED_WITHIN_SEVEN)
def test_a_document_is_owed_seven_workdays_after_it_was_issued(
    issued: str, published: str | None, today: str, due: str, state: DutyState, late: int
) -> None:
    normative = column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内")
    one = document(dates=happened(Event.ISSUED, issued), published_on=on(published) if published else None)
    [duty] = owed([normative], [one], today)
    assert (duty.due_on, duty.state, duty.late_workdays) == (on(due), state, late)


def test_the_working_is_shown_with_the_duty() -> None:
    normative = column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内")
    [duty] = owed([normative], [document(dates=happened(Event.ISSUED, "2022-03-01"))], "2022-03-02")
    assert duty.counted_from == on("2022-03-01")
    assert duty.due is not None
    assert "跳过3月5日（周六）、3月6日（周日）" in duty.due.because


def test_a_silent_column_owes_by_the_statute_and_says_so() -> None:
    silent = column(ColumnKind.NOTICE, "")
    [duty] = owed([silent], [document(dates=happened(Event.FORMED_OR_CHANGED, "2022-03-01"))], "2022-03-02")
    assert duty.due_on == CALENDAR.add(on("2022-03-01"), 20).to
    assert "第二十六条" in duty.note


def test_a_limit_nobody_can_read_leaves_the_statute_and_says_so() -> None:
    unreadable = column(ColumnKind.LIVELIHOOD_PROJECTS, "按年度划分")
    [duty] = owed(
        [unreadable], [document(dates=happened(Event.FORMED_OR_CHANGED, "2022-03-01"))], "2022-03-02"
    )
    assert duty.due_on == CALENDAR.add(on("2022-03-01"), 20).to
    assert "“按年度划分”读不懂" in duty.note


BRANCH = [
    column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内", "text"),
    column(ColumnKind.INTERPRETATION, "与行政规范性文件原文同时发布（三个工作日内）", "interpretation"),
    column(ColumnKind.INTERPRETATION_MEDIA, "与行政规范性文件原文同时发布（三个工作日内）", "pictures"),
    column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内", "elsewhere", branch="b2"),
]


def test_the_interpretation_is_due_three_workdays_after_its_original() -> None:
    original = document("text", dates=happened(Event.ISSUED, "2022-03-01"), published_on=on("2022-03-03"))
    late = document(
        "interpretation",
        relations=(Relation(RelationKind.INTERPRETS, original.key),),
        published_on=on("2022-03-09"),
    )
    before = [one for one in owed(BRANCH, [original], "2022-03-04") if one.kind is DutyKind.INTERPRET]
    assert [(one.due_on, one.state, one.column) for one in before] == [
        (on("2022-03-08"), DutyState.DUE_SOON, "interpretation")
    ]
    after = [one for one in owed(BRANCH, [original, late], "2022-03-10") if one.kind is DutyKind.INTERPRET]
    assert [(one.state, one.late_workdays, one.evidence) for one in after] == [(DutyState.LATE, 1, late.key)]


def test_a_picture_is_asked_for_its_time_only_where_there_is_one() -> None:
    original = document("text", published_on=on("2022-03-03"))
    picture = document(
        "pictures",
        relations=(Relation(RelationKind.INTERPRETS, original.key),),
        published_on=on("2022-03-04"),
    )
    columns_owing = {one.column for one in owed(BRANCH, [original, picture], "2022-03-10")}
    assert "pictures" in columns_owing
    assert "pictures" not in {one.column for one in owed(BRANCH, [original], "2022-03-10")}


CONSULTING = [
    column(ColumnKind.CONSULTATION, "行政规范性文件草案应当公开征求意见，期限一般不少于7个工作日", "asking"),
    column(ColumnKind.ADOPTION_FEEDBACK, "意见征集结束后的30天内发布", "answering"),
]


def test_a_consultation_that_closes_too_early_is_short() -> None:
    asked = document(
        "asking", published_on=on("2022-03-01"), opens_on=on("2022-03-01"), closes_on=on("2022-03-08")
    )
    [window] = [one for one in owed(CONSULTING, [asked], "2022-03-02") if one.kind is DutyKind.KEEP_OPEN]
    assert (window.state, window.due_on, window.late_workdays) == (DutyState.SHORT, on("2022-03-10"), 2)


def test_the_day_before_the_notice_was_public_does_not_count_for_the_public() -> None:
    asked = document(
        "asking", published_on=on("2022-03-04"), opens_on=on("2022-03-01"), closes_on=on("2022-03-10")
    )
    [window] = [one for one in owed(CONSULTING, [asked], "2022-03-12") if one.kind is DutyKind.KEEP_OPEN]
    assert (window.counted_from, window.state) == (on("2022-03-04"), DutyState.SHORT)


def test_feedback_is_owed_only_once_the_consultation_has_closed() -> None:
    asked = document(
        "asking", published_on=on("2022-03-01"), opens_on=on("2022-03-01"), closes_on=on("2022-03-31")
    )
    assert not [one for one in owed(CONSULTING, [asked], "2022-03-30") if one.kind is DutyKind.ANSWER]
    [answer] = [one for one in owed(CONSULTING, [asked], "2022-03-31") if one.kind is DutyKind.ANSWER]
    # 30天：3月31日不计，届满日4月30日是劳动节假期的第一天，顺延到5月5日（民法典第二百零三条）。
    assert (answer.counted_from, answer.due_on) == (on("2022-03-31"), on("2022-05-05"))


def test_half_years_without_an_update_stay_late_for_ever() -> None:
    work = column(ColumnKind.PERIODIC_WORK, "按半年度更新")
    first, second = document(published_on=on("2022-05-05")), document(published_on=on("2023-02-01"))
    told = [
        (one.title, one.due_on, one.state, one.evidence)
        for one in owed([work], [first, second], "2023-03-01")
    ]
    assert told == [
        ("c1：2022年上半年", on("2022-06-30"), DutyState.KEPT, first.key),
        ("c1：2022年下半年", on("2022-12-31"), DutyState.LATE, second.key),
        ("c1：2023年上半年", on("2023-06-30"), DutyState.KEPT, second.key),
    ]


def test_a_fortnight_runs_from_the_update_before() -> None:
    news = column(ColumnKind.PERIODIC_WORK, "每两周更新一次", since=on("2022-03-01"))
    updates = [document(published_on=on("2022-03-10")), document(published_on=on("2022-03-28"))]
    told = [(one.due_on, one.state) for one in owed([news], updates, "2022-03-29")]
    assert told == [
        (on("2022-03-15"), DutyState.KEPT),
        (on("2022-03-24"), DutyState.LATE),
        (on("2022-04-11"), DutyState.NOT_DUE),
    ]


def test_a_link_elsewhere_owes_nothing() -> None:
    link = column(ColumnKind.OUTBOUND_LINK, "/")
    assert owed([link], [document(dates=happened(Event.FORMED_OR_CHANGED, "2022-03-01"))], "2022-03-02") == ()


def test_a_published_document_without_its_event_is_not_judged() -> None:
    normative = column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内")
    [duty] = owed([normative], [document(published_on=on("2022-03-03"))], "2022-03-04")
    assert (duty.state, duty.due) == (DutyState.NOT_APPLICABLE, None)
    assert "起算日" in duty.note


def test_next_year_is_provisional_until_its_notice_is_out() -> None:
    """2023年的放假通知在2022年12月8日才发布：12月7日看是暂定，8日以后是确定。"""
    normative = column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的20个工作日内")
    one = document(dates=happened(Event.ISSUED, "2022-12-05"))
    told = [owed([normative], [one], day)[0].due for day in ("2022-12-07", "2022-12-08")]
    assert [due.calendar if due else None for due in told] == ["provisional", "official"]


days = st.dates(date(2022, 1, 1), date(2026, 6, 30))


@given(st.lists(st.tuples(days, st.none() | days), max_size=12), days)
def test_an_answer_about_a_past_day_never_changes(lives: list[tuple[date, date | None]], as_of: date) -> None:
    """What came after the day – publications, new documents – does not touch the answer about it."""
    normative = column(ColumnKind.NORMATIVE_DOCUMENT, "文件印发后的7个工作日内")
    today = [_life(number, issued, published) for number, (issued, published) in enumerate(lives)]
    then = [
        _life(number, issued, published if published and published <= as_of else None)
        for number, (issued, published) in enumerate(lives)
        if issued <= as_of or (published and published <= as_of)
    ]
    answer = duties([normative], today, CALENDAR, STATUTORY, as_of)
    assert answer == duties([normative], then, CALENDAR, STATUTORY, as_of)


def _life(number: int, issued: date, published: date | None) -> DocumentFact:
    return DocumentFact(f"d{number}", "c1", "示例", (Dated(Event.ISSUED, issued),), published)
