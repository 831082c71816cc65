"""Sentences about time limits, as a citizen reads them."""

from dataclasses import replace

import pytest
from tests.law.test_duties import CONSULTING, document, on, owed

from gongkai.law.obligations import DutyState
from gongkai.law.time_limit import grammar
from gongkai.web.portal.pages import words

EXPLAINED = [
    ("自信息形成之日起20个工作日内", "自信息形成的次日起计算，第20个工作日为最后一日"),
    ("意见征集结束后的30天内发布", "第30天为最后一日，按自然日计算，最后一日是休息日的顺延到下一个工作日"),
    ("批复后3个月内", "满3个月之日为最后一日"),
    ("24小时内", "满24小时为止，节假日和周末计入，不顺延"),
    ("举行听证会的30日前", "应当至少提前30天，在举行之前公开"),
    ("会前公布", "应当在举行之前公开"),
    ("每年1月31日前", "最迟应于每年1月31日公开，当日公开仍为按时"),
    ("2022年1月31日前", "最迟应于2022年1月31日公开"),
    ("6月初前公布", "最迟应于每年6月最后一日公开"),
    ("每季度末", "最迟应于每季度第3个月的最后一日公开"),
]


@pytest.mark.parametrize(("limit", "sentence"), EXPLAINED)
def test_a_limit_is_explained_in_a_whole_sentence(limit: str, sentence: str) -> None:
    [rule] = grammar.read(limit).rules
    assert sentence in words.rule_words(rule)


def test_a_citizen_reads_what_happened_to_a_short_consultation_and_no_advice_to_the_office() -> None:
    asked = document(
        "asking", published_on=on("2022-03-01"), opens_on=on("2022-03-01"), closes_on=on("2022-03-08")
    )
    [window] = owed(CONSULTING, [asked], "2022-03-02")
    said = words.kept(window)
    assert said is not None
    sentence = "意见征集自2022年3月1日开放到2022年3月8日，至少应开放到2022年3月10日，"
    assert (said.sentence, said.verdict) == (sentence, "期限不足")
    assert words.kept(replace(window, state=DutyState.NOT_APPLICABLE)) is None
