"""Search finds what substring search finds, and no more."""

import unicodedata
from datetime import date
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.law.review import Status
from gongkai.web.library.models import Document
from gongkai.web.library.search import Question, rebuild, search

pytestmark = pytest.mark.django_db

HAN = "关于印发政府办公室信息公开条例通知一二"
MIXED = HAN + "ab12 ，〔〕《》\n臺发發"
SIMPLER = str.maketrans("臺發", "台发")
one_after_another = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25
)


def found(words: str) -> set[str]:
    """The titles' codes of all documents found, over all pages."""
    return {hit.code for hit in search(Question(text=f'"{words}"', size=100)).hits}


def stock(publish, texts: list[str]) -> dict[str, str]:
    """These texts as the published documents, and nothing else."""
    Document.objects.update(status=Status.WITHDRAWN)
    codes = {publish("甲", text).code: text for text in texts}
    rebuild()
    return codes


@one_after_another
@given(st.data())
def test_han_substrings_are_found_exactly_where_they_stand(publish, index_dir, data):
    texts = data.draw(st.lists(st.text(HAN, min_size=8, max_size=60), min_size=5, max_size=25))
    codes = stock(publish, texts)
    for _ in range(20):
        text = data.draw(st.sampled_from(texts))
        length = data.draw(st.integers(1, 8))
        start = data.draw(st.integers(0, len(text) - 1))
        words = text[start : start + length]
        assert found(words) == {code for code, each in codes.items() if words in each}


def runs(text: str) -> str:
    """The text as units between bars: what a reader without an index would compare."""

    def sort_of(char: str) -> str:
        if not char.isalnum():
            return "nothing"
        return "han" if unicodedata.name(char).startswith("CJK") else "run"

    parts: list[str] = []
    for sort, group in groupby(text.lower().translate(SIMPLER), sort_of):
        chars = "".join(group)
        if sort != "nothing":
            parts += list(chars) if sort == "han" else [chars]
    return "|" + "|".join(parts) + "|"


@one_after_another
@given(st.data())
def test_mixed_substrings_are_found_with_numbers_whole(publish, index_dir, data):
    texts = data.draw(st.lists(st.text(MIXED, min_size=8, max_size=60), min_size=5, max_size=25))
    codes = stock(publish, texts)
    for _ in range(20):
        text = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(text) - 1))
        words = text[start : start + data.draw(st.integers(1, 8))]
        expected = (
            {code for code, each in codes.items() if runs(words) in runs(each)}
            if runs(words) != "||"
            else set()
        )
        assert found(words) == expected


@one_after_another
@given(st.text(max_size=400), st.text(max_size=40), st.integers(), st.integers())
def test_nothing_that_is_typed_raises(publish, index_dir, text, column, year, page):
    if not Document.objects.exists():
        publish("关于印发通知的通知")
    answer = search(Question(text=text, column=column, year=year, kind=column, validity=column, page=page))
    assert answer.total >= len(answer.hits)


@pytest.mark.parametrize(
    "typed",
    [
        "〔2024〕12号",
        "[2024]12号",
        "(2024) 12号",
        "（２０２４）１２号",
        "2024 12号",
        "西政办〔2024〕12号",
        "西政辦﹝2024﹞12號",
    ],
)
def test_document_numbers_are_found_in_any_brackets(publish, index_dir, typed):
    right = publish("关于印发规则的通知", document_number="西政办〔2024〕12号")
    publish("关于印发规则的通知", document_number="西政办〔2024〕112号")
    publish("关于印发规则的通知", on=date(2023, 3, 1), document_number="西政办〔2023〕12号")
    rebuild()
    assert [hit.code for hit in search(Question(text=typed)).hits] == [right.code]


def test_every_character_order_counts(publish, index_dir):
    publish("政府公开")
    rebuild()
    assert found("政府公开")
    assert found("府公")
    assert not found("公府")
    assert not found("开公府政")
    assert not found("政公开")


def test_a_word_does_not_reach_from_one_field_into_the_next(publish, index_dir):
    publish("规则", summary="办法", keywords="细则")
    rebuild()
    assert not found("办法细则")
    assert found("细则")


def test_words_apart_must_all_be_there(publish, index_dir):
    both = publish("养老服务", "补贴标准")
    publish("养老服务", "收费标准")
    rebuild()
    assert [hit.code for hit in search(Question(text="养老 补贴")).hits] == [both.code]


def test_markup_is_not_searched(publish, index_dir):
    publish("通知", "<p>各街<strong>道办</strong>事处：</p><table><tr><td>12</td><td>34</td></tr></table>")
    rebuild()
    assert found("街道办事处")
    assert found("34")
    assert not found("strong")
    assert not found("1234")


def test_circles_typed_for_zeros_are_zeros(publish, index_dir):
    publish("二○二四年工作要点")
    rebuild()
    assert found("二〇二四年")
