"""A pattern tells the signs with which it may begin."""

import re

import pytest

from gongkai.law.time_limit.beginnings import alternatives, beginning, where_it_may_begin


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("每[李秀]度?", "每"),
        ("[上下]半年", "[上下]"),
        ("最?不超过", "最不"),
        ("(?:最长|至迟)?不(?:超过|晚于)", "最至不"),
        ("(?:国家)?(?:法定)?节假日", "国法节"),
        ("(?<=信息)形成(?=或|后)", "形"),
        ("(?<![第条])(?:第一|首)季", "第首"),
        ("(?:^|(?<=[。;)]))(?:[一二]、|甲)", "[一二]甲"),
        (r"\(附件\)", r"\("),
        (r"\d{1,2}日", r"\d"),
        ("年{0,2}月", "年月"),
        ("年{1,2}月", "年"),
        ("日+?前|后", "日后"),
        ("^会$", "会"),
        ("(年|月)底|(?P<day>日)末", "年月日"),
    ],
)
def test_beginnings(words: str, expected: str) -> None:
    assert beginning(words) == expected


def test_bars_in_brackets_and_classes_part_nothing() -> None:
    assert alternatives(r"甲|(?:乙|丙)丁|[|]戊|\|己") == ["甲", "(?:乙|丙)丁", "[|]戊", r"\|己"]


def test_a_pattern_tried_where_it_may_begin_finds_the_same() -> None:
    words = "(形[^成])|((?<=或)变[史吏])|((?:之|这)曰)"
    text = "信息形式或变史之曰，变史，形成这曰"
    found = [(match[0], match.lastindex) for match in re.finditer(where_it_may_begin(words), text)]
    assert found == [("形式", 1), ("变史", 2), ("之曰", 3), ("这曰", 3)]
    assert found == [(match[0], match.lastindex) for match in re.finditer(words, text)]


@pytest.mark.parametrize("words", ["[^形]成", r"\d日", "[一-九]日", ".日"])
def test_beginnings_that_are_not_written_out_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(beginning(words))):
        where_it_may_begin(words)
