"""The page of search results."""

from datetime import date
from pathlib import Path

import pytest
from tests.web.site import office

from gongkai.web.library import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(home: Path):
    """An office whose documents are in the index."""
    there = office()
    there.publish(
        there.originals, date(2026, 10, 19), title="停车泊位<管理>办法", text="<p>收费按时段计。</p>"
    )
    there.publish(there.originals, date(2025, 3, 3), title="停车泊位收费标准")
    search.rebuild()
    return there


def asked(client, **words) -> str:
    answer = client.get("/search", words)
    assert answer.status_code == 200
    return answer.content.decode()


def test_words_found_are_marked_and_markup_in_titles_is_text(found, client) -> None:
    text = asked(client, q="车泊")
    assert "2条" in text
    assert "停<mark>车泊</mark>位&lt;管理&gt;办法" in text


def test_counts_narrow_the_search(found, client) -> None:
    text = asked(client, q="停车")
    assert "year=2025" in text
    narrowed = asked(client, q="停车", year="2025")
    assert "停车</mark>泊位收费标准" in narrowed
    assert "管理&gt;" not in narrowed
    assert 'value="2025"' in narrowed


def test_nothing_found_says_what_else_to_try(found, client) -> None:
    text = asked(client, q="不存在的词语", year="2025")
    assert "没有找到" in text
    assert "取消范围" in text
    assert "依申请公开" in text


def test_an_empty_question_asks_for_words(found, client) -> None:
    assert "请在上面写下" in asked(client, q="")


@pytest.mark.parametrize(
    "words",
    [
        {"q": '"<script>alert(1)</script>'},
        {"q": "停车", "page": "999999999"},
        {"q": "停车", "page": "-1", "year": "二〇二五", "sort": "x", "kind": "' or 1=1", "column": "zzz"},
        {"q": "\x00停车\x00" + "长" * 3000},
        {"q": "AND OR NOT ( ] \\ * ?"},
    ],
)
def test_no_question_breaks_the_page(found, client, words) -> None:
    assert "<script>alert" not in asked(client, **words)
