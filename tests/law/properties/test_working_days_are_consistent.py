"""Counting and adding working days agree, whatever the day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law import lawdata

CALENDAR = lawdata.calendar()
DAYS = st.dates(date(2008, 1, 1), date(2040, 12, 31))
NUMBERS = st.integers(1, 250)


@given(DAYS, NUMBERS)
def test_counting_is_the_inverse_of_adding(day, n):
    assert CALENDAR.count(day, CALENDAR.nth(day, n)) == n


@given(DAYS, NUMBERS)
def test_adding_and_taking_away_ends_where_a_working_day_began(day, n):
    start = CALENDAR.next_workday_on_or_after(day)
    assert CALENDAR.nth(CALENDAR.nth(start, n), -n) == start


@given(DAYS, NUMBERS)
def test_one_more_working_day_is_a_later_day(day, n):
    assert CALENDAR.nth(day, n) < CALENDAR.nth(day, n + 1)
    assert CALENDAR.nth(day, -n) > CALENDAR.nth(day, -n - 1)


@given(DAYS, DAYS, NUMBERS)
def test_a_later_start_never_ends_earlier(one, other, n):
    first, last = sorted((one, other))
    assert CALENDAR.nth(first, n) <= CALENDAR.nth(last, n)


@given(DAYS, st.integers(-120, 120).filter(bool))
def test_counted_and_skipped_days_are_all_the_days_on_the_way(day, n):
    span = CALENDAR.add(day, n)
    passed = [*span.counted, *(each.on for each in span.skipped)]
    step = timedelta(days=1 if n > 0 else -1)
    way = [day + step * number for number in range(1, abs((span.to - day).days) + 1)]
    assert sorted(passed) == sorted(way)
    assert len(span.counted) == abs(n)
    assert all(CALENDAR.is_workday(each) for each in span.counted)
    assert all(each.why for each in span.skipped)


@given(DAYS)
def test_the_next_working_day_is_the_first_that_is_one(day):
    found = CALENDAR.next_workday_on_or_after(day)
    between = [day + timedelta(days=number) for number in range((found - day).days)]
    assert CALENDAR.is_workday(found)
    assert not any(CALENDAR.is_workday(each) for each in between)


@given(st.dates(date(2007, 1, 1), date(2026, 12, 31)), DAYS, NUMBERS)
def test_a_calendar_known_on_a_day_uses_only_notices_of_that_day(as_of, day, n):
    known = CALENDAR.known_on(as_of)
    assert all(notice.issued_on <= as_of for notice in known.notices)
    assert known.known_on(as_of) is known
    assert known.count(day, known.nth(day, n)) == n
