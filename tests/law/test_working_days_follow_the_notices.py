"""Working days follow the notices as they were known."""

from datetime import date

import pytest

from gongkai.law import lawdata
from gongkai.law.errors import LawError
from gongkai.law.workdays import Calendar, Holiday, Notice

CALENDAR = lawdata.calendar()


def test_make_up_days_count_and_holidays_do_not():
    assert CALENDAR.is_workday(date(2022, 10, 8))
    assert not CALENDAR.is_workday(date(2022, 10, 7))
    assert CALENDAR.reason_off(date(2022, 10, 7)) == "国庆节"
    assert CALENDAR.reason_off(date(2022, 10, 15)) == "周六"
    assert CALENDAR.reason_off(date(2022, 10, 17)) == ""


def test_adding_names_the_days_counted_and_skipped():
    span = CALENDAR.add(date(2026, 11, 23), 7)
    assert span.to == date(2026, 12, 2)
    assert span.counted[0] == date(2026, 11, 24)
    assert span.counted[-1] == span.to
    assert [(day.on.day, day.why) for day in span.skipped] == [(28, "周六"), (29, "周日")]
    assert span.calendar == "official"
    assert span.warning == ""


def test_counting_back_counts_back():
    span = CALENDAR.add(date(2022, 10, 11), -5)
    assert span.to == date(2022, 9, 29)
    assert {day.why for day in span.skipped} == {"国庆节"}


def test_the_extension_of_spring_festival_2020_holds_from_the_day_of_its_notice():
    day = date(2020, 2, 1)
    assert CALENDAR.known_on(date(2020, 1, 25)).is_workday(day)
    assert not CALENDAR.known_on(date(2020, 1, 26)).is_workday(day)


def test_labour_day_2019_was_one_day_until_the_second_notice():
    assert CALENDAR.known_on(date(2019, 3, 21)).is_workday(date(2019, 5, 2))
    assert not CALENDAR.known_on(date(2019, 3, 22)).is_workday(date(2019, 5, 2))
    assert CALENDAR.known_on(date(2019, 3, 22)).is_workday(date(2019, 4, 28))


def test_an_answer_as_of_a_past_day_is_the_same_when_a_notice_arrives():
    new = Notice(
        2027,
        "某号",
        "2027年安排",
        date(2026, 11, 20),
        holidays=(Holiday("元旦", (date(2027, 1, 1), date(2027, 1, 4))),),
    )
    wider = Calendar((*CALENDAR.notices, new), CALENDAR.fixed)
    as_of = date(2026, 11, 19)
    assert wider.known_on(as_of).add(date(2026, 12, 30), 5) == CALENDAR.known_on(as_of).add(
        date(2026, 12, 30), 5
    )
    assert wider.add(date(2026, 12, 30), 5).calendar == "official"
    assert wider.add(date(2026, 12, 30), 5).to == date(2027, 1, 8)
    assert CALENDAR.add(date(2026, 12, 30), 5).to == date(2027, 1, 7)


def test_beyond_the_last_notice_weekends_and_fixed_holidays_count_provisionally():
    span = CALENDAR.add(date(2026, 12, 31), 1)
    assert (span.to, span.calendar) == (date(2027, 1, 4), "provisional")
    assert "2027年的放假安排通知尚未收录" in span.warning
    assert CALENDAR.reason_off(date(2028, 5, 2)) == "劳动节"
    assert CALENDAR.is_workday(date(2028, 1, 26)), "春节不猜"


def test_before_the_revision_of_2024_the_second_of_may_was_no_holiday():
    known = CALENDAR.known_on(date(2024, 11, 9))
    assert known.is_workday(date(2025, 5, 2))
    assert not CALENDAR.known_on(date(2024, 11, 10)).is_workday(date(2025, 5, 2))


def test_a_count_backwards_out_of_a_year_without_notice_is_official():
    assert CALENDAR.add(date(2027, 1, 1), -1).calendar == "official"


def test_day_zero_is_the_day_itself():
    span = CALENDAR.add(date(2022, 10, 1), 0)
    assert (span.to, span.counted, span.skipped) == (date(2022, 10, 1), (), ())


def test_a_year_lists_its_days_with_the_notice_of_each():
    year = CALENDAR.year(2018)
    assert {day.notice.number for day in year.make_up_days} == {
        "国办发明电〔2017〕12号",
        "国办发明电〔2018〕15号",
    }
    assert [notice.number for notice in year.notices] == ["国办发明电〔2017〕12号"]
    assert date(2018, 12, 29) in {day.on for day in year.make_up_days}
    assert CALENDAR.year(2027).calendar == "provisional"


@pytest.mark.parametrize(
    ("day", "n"),
    [
        (date(2006, 12, 31), 1),
        (date(2007, 1, 4), -5),
        (date(2022, 3, 1), 10**9),
        (date(2022, 3, 1), -(10**30)),
        (date(2099, 12, 31), 1),
        (date(2100, 1, 1), 1),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_sentence(day, n):
    with pytest.raises(LawError, match=r"请[^。]+。$"):
        CALENDAR.add(day, n)


def test_a_year_outside_the_calendar_is_refused():
    with pytest.raises(LawError, match="2006年"):
        CALENDAR.year(2006)
