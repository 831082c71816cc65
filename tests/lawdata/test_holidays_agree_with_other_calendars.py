"""Every day 2007–2026 agrees with two other calendars."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from gongkai.law import lawdata

CALENDAR = lawdata.calendar()
YEARS = range(2007, 2027)

# Days on which a peer is known to differ, with the notice that settles it. Today there is none; a day goes in
# here with its reason, and the test fails when the peer has come round.
KNOWN_DISAGREEMENTS: dict[str, dict[date, str]] = {"chinesecalendar": {}, "holidays": {}}


def days_of(year):
    first = date(year, 1, 1)
    return [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_chinesecalendar(year):
    differing = {day for day in days_of(year) if chinese_calendar.is_workday(day) != CALENDAR.is_workday(day)}
    assert differing == {day for day in KNOWN_DISAGREEMENTS["chinesecalendar"] if day.year == year}


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_python_holidays(year):
    peer = holidays.country_holidays("CN", years=[year - 1, year, year + 1])
    differing = {day for day in days_of(year) if peer.is_working_day(day) != CALENDAR.is_workday(day)}
    assert differing == {day for day in KNOWN_DISAGREEMENTS["holidays"] if day.year == year}


def test_every_day_named_in_the_notices_stands_in_our_files(shared):
    rows = shared("law/holidays.tsv").read_text(encoding="utf-8").splitlines()
    named = [row.split("\t") for row in rows if row and not row.startswith("#")]
    assert len(named) > 600
    for _, on, _, what, _ in named:
        day = date.fromisoformat(on)
        if day.year >= CALENDAR.notices[0].year:
            assert CALENDAR.is_workday(day) is (what == "work"), on


def test_every_year_has_its_notice_with_number_date_and_source():
    notices = lawdata.notices()
    assert {notice.year for notice in notices} == set(YEARS)
    for notice in notices:
        assert notice.source.startswith("http")
        assert notice.holidays
        assert notice.number or not notice.verified, notice.title
        first = min(day for holiday in notice.holidays for day in holiday.rest_days)
        assert notice.issued_on <= first + timedelta(days=3), "通知应在所安排的假期之前印发"


def test_make_up_days_are_weekends_and_rest_days_hold_no_make_up_day():
    for notice in lawdata.notices():
        for holiday in notice.holidays:
            assert all(day.weekday() >= 5 for day in holiday.make_up_days), holiday
            assert not set(holiday.make_up_days) & set(holiday.rest_days)
            assert list(holiday.rest_days) == sorted(holiday.rest_days)


def test_a_repaired_number_of_the_law_stands_with_article_and_date():
    limits = lawdata.limits()
    rows = [limits["proactive_disclosure"], *limits["consultation_floor"], *limits["days_are_workdays"]]
    for row in rows:
        assert row["article"]
        assert isinstance(row["in_force_on"], date)
    assert lawdata.default_rule().amount == 20
