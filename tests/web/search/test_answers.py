"""An answer's order, pages, facets, marks and snippets."""

from datetime import date

import pytest

from gongkai.web.library.search import Question, Sort, Span, rebuild, search

pytestmark = pytest.mark.django_db


def codes(**question: object) -> list[str]:
    """The codes found, in order."""
    return [hit.code for hit in search(Question(**question)).hits]


def test_a_title_weighs_more_than_a_body(publish, index_dir):
    body = publish("关于其他事项的通知", "养老服务" * 5, on=date(2024, 9, 1))
    title = publish("养老服务办法", "正文", on=date(2023, 1, 1))
    rebuild()
    assert codes(text="养老服务") == [title.code, body.code]


def test_newest_first_when_asked(publish, index_dir):
    old = publish("养老服务办法", on=date(2022, 1, 1))
    new = publish("其他", "养老服务", on=date(2024, 1, 1))
    rebuild()
    assert codes(text="养老", sort=Sort.DATE) == [new.code, old.code]


def test_of_equals_the_newest_comes_first(publish, index_dir):
    made = [publish("养老服务办法", on=date(2020 + year, 1, 1)) for year in range(5)]
    rebuild()
    assert codes(text="养老") == [document.code for document in reversed(made)]


def test_pages_share_the_hits_without_loss(publish, index_dir):
    made = {publish(f"通知{number}号").code for number in range(23)}
    rebuild()
    pages = [codes(text="通知", page=page) for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [10, 10, 3, 0]
    assert {code for page in pages for code in page} == made
    assert search(Question(text="通知")).pages == 3


def test_a_branch_finds_all_below_it(publish, index_dir):
    first, second = publish("通知", column=0), publish("通知", column=1)
    rebuild()
    assert set(codes(column="b1")) == {first.code, second.code}
    assert codes(column="c3") == [second.code]
    assert codes(column="c9") == []


def test_filters_narrow_and_facets_count(publish, index_dir):
    publish("通知", on=date(2023, 5, 1), validity="in_force")
    publish("通知", on=date(2024, 5, 1), validity="repealed")
    publish("通知", on=date(2024, 6, 1), column=1)
    rebuild()
    facets = search(Question(text="通知")).facets
    assert [(count.label, count.count, count.depth) for count in facets.column] == [
        ("行政规范性文件及解读", 3, 0),
        ("规范性文件", 2, 1),
        ("政策解读", 1, 1),
    ]
    assert [(count.value, count.count) for count in facets.year] == [("2024", 2), ("2023", 1)]
    assert [(count.label, count.count) for count in facets.kind] == [("行政规范性文件", 2), ("政策解读", 1)]
    assert [(count.label, count.count) for count in facets.validity] == [("有效", 1), ("废止", 1)]
    assert search(Question(text="通知", year=2024, kind="interpretation")).total == 1


def test_a_facet_in_use_still_counts_its_other_values(publish, index_dir):
    publish("通知", on=date(2023, 5, 1))
    publish("通知", on=date(2024, 5, 1), column=1)
    rebuild()
    answer = search(Question(text="通知", year=2023))
    assert answer.total == 1
    assert [count.value for count in answer.facets.year] == ["2024", "2023"]
    assert [count.value for count in answer.facets.kind] == ["normative_document"]


def test_found_words_are_marked_as_they_were_written(publish, index_dir):
    publish("关于〔2024〕㎡臺灣的通知", "前文。" * 60 + "这里说到台湾同胞。" + "后文。" * 60)
    rebuild()
    (hit,) = search(Question(text="台湾")).hits
    assert hit.title == (Span("关于〔2024〕㎡"), Span("臺灣", is_marked=True), Span("的通知"))
    assert Span("台湾", is_marked=True) in hit.snippet
    assert hit.snippet[0] == hit.snippet[-1] == Span("……")
    assert "".join(span.text for span in hit.snippet[1:-1]).startswith("这里说到台湾同胞。")


def test_a_hit_says_where_it_stands(publish, index_dir):
    publish("通知", on=date(2024, 5, 6), document_number="西政〔2024〕1号", validity="in_force")
    rebuild()
    (hit,) = search(Question(text="通知")).hits
    assert hit.column_path == ("行政规范性文件及解读", "规范性文件")
    assert (hit.published_on, hit.document_number, hit.validity) == (
        date(2024, 5, 6),
        "西政〔2024〕1号",
        "in_force",
    )


def test_nothing_typed_shows_all_newest_first(publish, index_dir):
    old, new = publish("甲", on=date(2022, 1, 1)), publish("乙", on=date(2024, 1, 1))
    rebuild()
    assert codes() == [new.code, old.code]
    assert codes(text="？！") == []
