"""Duties where lives of documents and columns cross."""

from dataclasses import replace

import pytest
from tests.law.test_duties import BRANCH, CALENDAR, CONSULTING, column, document, happened, on, owed

from gongkai.law.facts import DocumentFact, Relation, RelationKind
from gongkai.law.obligations import Duty, DutyKind, DutyState
from gongkai.law.vocabulary import ColumnKind, Event


def only(kind: DutyKind, duties: tuple[Duty, ...]) -> list[Duty]:
    return [duty for duty in duties if duty.kind is kind]


def relating(kind: RelationKind, original: DocumentFact) -> tuple[Relation, ...]:
    return (Relation(kind, original.key),)


YEARLY = [
    # 每年的公开 → 每次到期的状态
    ("迟到的公开不能又算下一年的", ["2024-02-05"], [DutyState.LATE, DutyState.OVERDUE]),
    ("上一年没有公开，本年按时的仍是按时", ["2025-01-20"], [DutyState.LATE, DutyState.KEPT]),
    ("两年都按时", ["2024-01-31", "2025-01-03"], [DutyState.KEPT, DutyState.KEPT]),
    ("按时之后年底提前公开下一年的", ["2024-01-10", "2024-12-30"], [DutyState.KEPT, DutyState.KEPT]),
    ("迟到之后年底提前公开下一年的", ["2024-02-05", "2024-12-30"], [DutyState.LATE, DutyState.KEPT]),
]


@pytest.mark.parametrize(
    ("published", "states"), [case[1:] for case in YEARLY], ids=[case[0] for case in YEARLY]
)
def test_each_year_asks_for_a_publication_of_its_own(published: list[str], states: list[DutyState]) -> None:
    report = column(ColumnKind.ANNUAL_REPORT, "每年1月31日前", since=on("2024-01-01"))
    documents = [document(published_on=on(day)) for day in published]
    told = owed([report], documents, "2025-02-03")
    assert [duty.state for duty in told if duty.due_on and duty.due_on < on("2025-02-03")] == states


def test_a_date_before_the_rule_was_in_force_is_not_owed() -> None:
    report = column(ColumnKind.ANNUAL_REPORT, "2022年1月31日前公开", since=on("2022-03-01"))
    assert owed([report], [], "2022-04-01") == ()


def test_an_original_taken_off_the_site_needs_no_interpretation_any_more() -> None:
    original = document("text", published_on=on("2022-03-03"), withdrawn_on=on("2022-03-10"))
    [before] = only(DutyKind.INTERPRET, owed(BRANCH, [original], "2022-03-09"))
    assert (before.state, before.late_workdays) == (DutyState.OVERDUE, 1)
    [after] = only(DutyKind.INTERPRET, owed(BRANCH, [original], "2022-06-01"))
    assert (after.state, after.due_on, after.is_settled) == (
        DutyState.NOT_APPLICABLE,
        on("2022-03-08"),
        True,
    )
    assert "原文已于2022年3月10日撤下" in after.note
    assert "逾期2个工作日" in after.note


def test_an_original_repealed_before_it_was_interpreted_needs_no_interpretation() -> None:
    original = document("text", published_on=on("2022-03-03"))
    repealing = document(
        "elsewhere", published_on=on("2022-03-07"), relations=relating(RelationKind.REPEALS, original)
    )
    told = only(DutyKind.INTERPRET, owed(BRANCH, [original, repealing], "2022-06-01"))
    [duty] = [duty for duty in told if duty.subject == original.key]
    assert duty.state is DutyState.NOT_APPLICABLE
    assert "废止原文的文件已于2022年3月7日公开" in duty.note
    assert "逾期" not in duty.note


def test_an_interpretation_that_was_given_stays_judged_when_its_original_goes() -> None:
    original = document("text", published_on=on("2022-03-03"), withdrawn_on=on("2022-05-10"))
    given = document(
        "interpretation",
        published_on=on("2022-03-09"),
        relations=relating(RelationKind.INTERPRETS, original),
    )
    [duty] = only(DutyKind.INTERPRET, owed(BRANCH, [original, given], "2022-06-01"))
    assert (duty.state, duty.late_workdays) == (DutyState.LATE, 1)


def test_of_two_interpretations_the_first_settles_even_if_it_came_before_the_original() -> None:
    original = document("text", published_on=on("2022-03-03"))
    interprets = relating(RelationKind.INTERPRETS, original)
    early = document("interpretation", published_on=on("2022-03-02"), relations=interprets)
    late = document("interpretation", published_on=on("2022-03-20"), relations=interprets)
    [duty] = only(DutyKind.INTERPRET, owed(BRANCH, [original, late, early], "2022-06-01"))
    assert (duty.state, duty.evidence) == (DutyState.KEPT, early.key)


def test_an_original_whose_column_moved_away_is_interpreted_in_one_branch_only() -> None:
    moved_on = on("2023-01-01")
    text, interpretation = BRANCH[0], BRANCH[1]
    columns = [
        replace(text, until=moved_on),
        replace(text, branch="b9", since=moved_on),
        interpretation,
        replace(interpretation, key="new", branch="b9", since=moved_on),
    ]
    before = document("text", published_on=on("2022-12-01"))
    after = document("text", published_on=on("2023-02-01"))
    told = only(DutyKind.INTERPRET, owed(columns, [before, after], "2023-06-01"))
    assert {(duty.subject, duty.column) for duty in told} == {
        (before.key, "interpretation"),
        (after.key, "new"),
    }


def test_a_consultation_taken_off_before_it_closed_is_not_judged() -> None:
    asked = document(
        "asking",
        published_on=on("2022-03-01"),
        opens_on=on("2022-03-01"),
        closes_on=on("2022-03-31"),
        withdrawn_on=on("2022-03-04"),
    )
    told = owed(CONSULTING, [asked], "2022-04-20")
    [window] = only(DutyKind.KEEP_OPEN, told)
    assert (window.state, window.done_on) == (DutyState.NOT_APPLICABLE, on("2022-03-04"))
    assert "2022-03-04撤下" in window.note
    [answer] = only(DutyKind.ANSWER, told)
    assert answer.state is DutyState.NOT_APPLICABLE


def test_a_consultation_taken_off_after_it_closed_is_still_answered() -> None:
    asked = document(
        "asking",
        published_on=on("2022-03-01"),
        opens_on=on("2022-03-01"),
        closes_on=on("2022-03-31"),
        withdrawn_on=on("2022-04-15"),
    )
    [answer] = only(DutyKind.ANSWER, owed(CONSULTING, [asked], "2022-06-20"))
    assert answer.state is DutyState.OVERDUE


def test_a_consultation_that_closed_before_it_was_public_lacks_its_whole_period() -> None:
    asked = document(
        "asking", published_on=on("2022-03-01"), opens_on=on("1022-02-01"), closes_on=on("1022-02-08")
    )
    [window] = only(DutyKind.KEEP_OPEN, owed(CONSULTING, [asked], "2022-04-20"))
    assert (window.state, window.late_workdays) == (DutyState.SHORT, 7)


def test_two_words_without_a_number_owe_a_document_once() -> None:
    promptly = column(ColumnKind.INSTITUTION, "及时公开，动态更新")
    one = document(dates=happened(Event.FORMED_OR_CHANGED, "2022-03-01"))
    [duty] = owed([promptly], [one], "2022-03-02")
    assert "“及时公开”" in duty.note


def test_days_after_the_originals_publication_are_counted_from_the_original() -> None:
    columns = [BRANCH[0], column(ColumnKind.INTERPRETATION, "文件公开之日起3个工作日内", "interpretation")]
    original = document("text", published_on=on("2022-03-03"))
    [duty] = only(DutyKind.INTERPRET, owed(columns, [original], "2022-03-09"))
    assert (duty.due_on, duty.state) == (on("2022-03-08"), DutyState.OVERDUE)


def test_a_limit_that_counts_from_its_own_publication_leaves_the_statute_and_says_so() -> None:
    notice = column(ColumnKind.NOTICE, "自发布之日起20个工作日内")
    one = document(dates=happened(Event.FORMED_OR_CHANGED, "2022-03-01"), published_on=on("2022-05-03"))
    [duty] = owed([notice], [one], "2022-06-09")
    assert (duty.counted_from, duty.state) == (on("2022-03-01"), DutyState.LATE)
    assert "从本文件公开之日起算" in duty.note


def test_of_two_limits_the_one_that_ends_first_binds_a_document_once() -> None:
    limit = "信息形成之日起20个工作日内公开；其中行政处罚事项应自作出行政决定之日起7个工作日内公示"
    results = column(ColumnKind.TWO_DISCLOSURE, limit)
    decision = document(
        dates=(
            *happened(Event.FORMED, "2022-03-01"),
            *happened(Event.DECIDED, "2022-03-01"),
        )
    )
    other = document(dates=happened(Event.FORMED, "2022-03-01"), published_on=on("2022-03-04"))
    told = {duty.subject: duty.due_on for duty in owed([results], [decision, other], "2022-03-05")}
    assert told == {decision.key: on("2022-03-10"), other.key: on("2022-03-29")}
    assert len(owed([results], [decision, other], "2022-03-05")) == 2


def test_a_document_that_was_formed_is_not_held_to_the_limit_for_changes() -> None:
    leaders = column(ColumnKind.LEADERS, "信息形成之日起20个工作日内公开，变更之日起3个工作日内更新")
    one = document(dates=(*happened(Event.FORMED, "2022-03-01"), *happened(Event.CHANGED, "2022-03-01")))
    [duty] = owed([leaders], [one], "2022-03-02")
    assert duty.due_on == CALENDAR.add(on("2022-03-01"), 20).to
