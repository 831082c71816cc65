"""Content cells made to be slow end within a second."""

import time

import pytest

from gongkai.law import elements, lawdata

PARTS = (
    "(", "()", "(标题、", "和", "、", "\n", "标题 ", "《", "“”", "1.", "1、", "(一)", "包括", "标题:",
    "[标题", "[标题]",
    "标", "的", "等、", "甲等乙、", "●○", "标题\n", "甲的、", "标题,包括", "标题(标题、名称)", "名称和", "(《", " ", "a  ",
    "甲、", "甲乙、丙的依据、", "——", "《标题》", "标题(甲)", "“(a)”", "是否", "……", "\x00", "①",
)  # fmt: skip
ENDS = ("", "的政策", ")" * 2000, "等方面的政策、措施")


@pytest.mark.parametrize("length", [elements.reading.LONGEST_CELL - 2000, 100_000])
@pytest.mark.parametrize("part", PARTS, ids=repr)
def test_no_cell_takes_longer_than_a_second(part: str, length: int) -> None:
    words = lawdata.elements()
    for end in ENDS:
        text = (part * length)[:length] + end
        begun = time.process_time()
        found = elements.read(text, words)
        assert time.process_time() - begun < 1
        assert all(element.text in text for element in found.elements)


def test_brackets_within_brackets_end_in_time() -> None:
    begun = time.process_time()
    elements.read("(标题、" * 1500 + ")" * 1500, lawdata.elements())
    assert time.process_time() - begun < 1
