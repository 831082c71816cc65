"""Numerals are read as whole numbers, estimates are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.numerals import find, value_of, written


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("二十", 20),
        ("十五", 15),
        ("十", 10),
        ("两", 2),
        ("两百", 200),
        ("〇二", 2),
        ("二〇二二", 2022),
        ("一百零五", 105),
        ("一百十五", 115),
        ("一万二千", 12000),
        ("廿一", 21),
        ("20", 20),
        ("２０", 20),
    ],
)
def test_a_numeral_has_its_value(words, value):
    assert value_of(words) == value


@pytest.mark.parametrize(
    "words", ["", "三五", "十百", "万", "百", "一百零", "二二十", "一万万", "1" * 40, "五十六七"]
)
def test_an_estimate_or_a_slip_is_no_number(words):
    assert value_of(words) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (7, "七"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (9999, "九千九百九十九"),
        (12345, "12345"),
    ],
)
def test_a_number_is_written_in_chinese(number, words):
    assert written(number) == words


@given(st.integers(0, 99_999))
def test_every_number_written_is_read_back(number):
    assert value_of(written(number)) == number


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_numerals_are_found_with_their_places(first, second):
    text = f"自{written(first)}日起{second}个"
    assert [(each.value, text[slice(*each.span)]) for each in find(text)] == [
        (first, written(first)),
        (second, str(second)),
    ]
