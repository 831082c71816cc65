"""A limit as long as can be is read; a longer one refused."""

import pytest
from tests.law import hostile

from gongkai.law.time_limit.grammar import read
from gongkai.law.vocabulary import Severity


@pytest.mark.parametrize("text", list(hostile.limits()), ids=lambda text: text[:12])
def test_the_longest_text_gives_rules_or_an_error(text: str) -> None:
    reading = read(text)
    assert reading.rules or any(each.severity is Severity.ERROR for each in reading.findings)


@pytest.mark.parametrize("piece", hostile.LIMITS)
def test_a_hundred_thousand_characters_are_refused_with_one_sentence(piece: str) -> None:
    reading = read(piece * (100_000 // len(piece)))
    assert [each.code for each in reading.findings] == ["too-long"]
    assert not reading.rules
