"""Dates of a spreadsheet with the words their format sets."""

import pytest

from gongkai.grids.shown import shown

LAST_OF_JANUARY = "45322"  # 2024-01-31


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('"每年"m"月"d"日前"', "每年1月31日前"),
        ('"每年"m"月底前"', "每年1月底前"),
        ('yyyy"年"m"月"d"日起"', "2024年1月31日起"),
        ('[$-804]yyyy"年"m"月"d"日";@', "2024年1月31日"),
        ('m"月"d"日"', "1月31日"),
        ('yyyy"年"', "2024年"),
        ("yyyy-mm-dd", "2024年1月31日"),
        ("m/d", "1月31日"),
        ('"每年"yyyy-m-d h:mm"前"', "2024年1月31日 0:00"),
    ],
)
def test_a_date_keeps_the_words_before_and_after_it(code: str, text: str) -> None:
    assert shown(LAST_OF_JANUARY, code) == text
