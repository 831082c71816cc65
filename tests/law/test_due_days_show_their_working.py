"""Due days show their working, or are refused with a sentence."""

from datetime import date

import pytest

from gongkai.law import lawdata
from gongkai.law.errors import LawError
from gongkai.law.time_limit.counting import due, period_of
from gongkai.law.time_limit.grammar import read

CALENDAR = lawdata.calendar()


def due_of(text, on):
    return due(read(text).rules[0], on, CALENDAR)


def test_the_sentence_names_the_start_the_number_the_skipped_days_and_the_end():
    found = due_of("文件印发后的7个工作日内", date(2022, 3, 1))
    assert found.because == (
        "自2022年3月1日（文件印发）的次日起算，数满7个工作日，跳过3月5日（周六）、3月6日（周日），"
        "到2022年3月10日届满。"
    )
    assert [(str(each.on), each.why) for each in found.skipped] == [
        ("2022-03-05", "周六"),
        ("2022-03-06", "周日"),
    ]
    assert len(found.counted) == 7


def test_a_period_that_ends_on_a_holiday_ends_on_the_next_working_day():
    found = due_of("意见征集结束后的30天内发布", date(2022, 9, 1))
    assert found.due_on == date(2022, 10, 8)
    assert [each.why for each in found.skipped] == ["国庆节"] * 7


def test_a_year_without_a_notice_is_provisional_and_says_which():
    found = due_of("20个工作日", date(2026, 12, 20))
    assert found.calendar == "provisional"
    assert "2027年的放假安排通知尚未收录" in found.because
    assert found.because.endswith("重算。")


def test_a_calendar_date_is_not_rolled_over_and_provisional_in_a_year_without_notice():
    found = due_of("每年1月31日前", date(2026, 2, 1))
    assert (found.due_on, found.calendar) == (date(2027, 1, 31), "provisional")
    assert found.because.endswith("不顺延；2027年的放假安排通知尚未收录。")
    assert found.due_on.weekday() == 6
    assert due_of("每年1月31日前", date(2025, 2, 1)).calendar == "official"


def test_the_day_itself_is_the_next_date_on_or_after_it():
    assert due_of("每月10日前", date(2022, 3, 10)).due_on == date(2022, 3, 10)


def test_a_month_without_the_same_day_ends_on_its_last_day():
    assert due_of("自施行之日起三个月内", date(2023, 11, 30)).due_on == date(2024, 2, 29)


def test_counting_backwards_does_not_roll_and_does_not_count_the_event():
    assert due_of("举行听证的七日前公告", date(2022, 10, 8)).due_on == date(2022, 10, 1)
    assert due_of("会前公布", date(2022, 10, 8)).due_on == date(2022, 10, 7)


def test_interpretation_without_grace_is_due_with_its_document():
    assert due_of("与原文同时发布", date(2022, 10, 1)).due_on == date(2022, 10, 1)


def test_periods_of_a_cycle_follow_the_calendar_and_weeks_begin_on_the_day():
    assert period_of(read("按季度更新").rules[0], date(2024, 2, 29)) == (date(2024, 1, 1), date(2024, 3, 31))
    assert period_of(read("每两周更新一次").rules[0], date(2024, 2, 29)) == (
        date(2024, 2, 29),
        date(2024, 3, 13),
    )


@pytest.mark.parametrize("text", ["及时公开", "长期公开", "任期内", "/", "", "自2022年5月1日起"])
def test_a_rule_without_a_number_is_refused_with_a_sentence(text):
    with pytest.raises(LawError, match=r"[^。]+。$"):
        due_of(text, date(2022, 3, 1))


@pytest.mark.parametrize("on", [date(2006, 12, 1), date(1990, 1, 1), date(2099, 12, 31)])
def test_a_day_outside_the_calendar_is_refused_with_a_sentence(on):
    with pytest.raises(LawError, match="年"):
        due_of("20个工作日", on)


def test_the_same_question_as_of_a_past_day_keeps_its_answer():
    rule = read("10个工作日内").rules[0]
    before, after = CALENDAR.known_on(date(2020, 1, 20)), CALENDAR.known_on(date(2020, 1, 27))
    assert due(rule, date(2020, 1, 20), before).due_on == date(2020, 2, 7)
    assert due(rule, date(2020, 1, 20), after).due_on == date(2020, 2, 11)
