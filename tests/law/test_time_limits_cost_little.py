"""A hostile text costs no more time than its length."""

import time

import pytest

from gongkai.law.time_limit.grammar import LONGEST, read
from gongkai.law.vocabulary import Severity

SECONDS = 1.0
PIECES = (
    "个工作日内自之日起",
    "20个工作日内",
    "20个工作日或",
    "(",
    "((((20个工作日内))))",
    "1",
    "1234567890",
    "一二三",
    "壹贰",
    "3-5个",
    "每年",
    "每年1月1日、",
    "1月、",
    "和7月底",
    "同步",
    "、同步",
    "前",
    "之日起",
    "公示自",
    "按有关",
    "节假日",
    "O1O",
    "信息形成,",
    "自形成之日起20个工作日内;",
    "2024年1月1日至",
    "「",
    "自「",
)


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_text_that_is_read_takes_less_than_a_second(piece):
    text = (piece * LONGEST)[:LONGEST]
    began = time.process_time()
    reading = read(text)
    assert time.process_time() - began < SECONDS
    assert reading.rules or any(each.severity is Severity.ERROR for each in reading.findings)


@pytest.mark.parametrize("piece", PIECES)
def test_a_hundred_thousand_characters_are_refused_with_one_sentence(piece):
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    reading = read(text)
    assert time.process_time() - began < SECONDS
    assert [each.code for each in reading.findings] == ["too-long"]
    assert not reading.rules
