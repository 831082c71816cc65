"""Answers questions from the index and the database."""

import time
from collections.abc import Sequence

import tantivy
from tantivy import Occur, Query

from gongkai.web.library.search import generations
from gongkai.web.library.search.generations import IndexDamaged, damage_named
from gongkai.web.library.search.question import LAST_PAGE, Answer, Question, Sort
from gongkai.web.library.search.schema import built
from gongkai.web.library.search.showing import ColumnTree, facets, hits
from gongkai.web.library.search.text import pairs
from gongkai.web.library.search.writing import repair

_TITLE_WEIGHT = 4.0
_AXES = ("column", "year", "kind", "validity")
_MOST_BUCKETS = 500
_LARGEST_YEAR = 9999


def search(question: Question) -> Answer:
    """What is found, page by page; never raises over what somebody typed.

    An index found damaged is rebuilt from the database first; this one question then waits for it.
    """
    began = time.perf_counter()
    try:
        answer = _answered(question)
    except IndexDamaged as fault:
        repair(fault)
        answer = _answered(question)
    took = (time.perf_counter() - began) * 1000
    return Answer(answer.question, answer.hits, answer.total, answer.page, answer.facets, round(took, 2))


def _answered(question: Question) -> Answer:
    words = question.words
    if question.text.strip() and not words:
        return Answer(question)
    schema = built()
    page = min(max(1, question.page), LAST_PAGE)
    with damage_named():
        searcher = generations.searcher()
        query = _query(schema, question, words)
        codes, total = _page_of(searcher, query, question, page, scored=bool(words))
        buckets = _buckets(searcher, schema, question, words)
    columns = ColumnTree.all()
    return Answer(question, hits(codes, words, columns), total, page, facets(buckets, columns))


def _page_of(
    searcher: tantivy.Searcher, query: Query, question: Question, page: int, *, scored: bool
) -> tuple[list[str], int]:
    size = min(max(1, question.size), 100)
    skipped = (page - 1) * size
    if question.sort is Sort.RELEVANCE and scored:
        found = searcher.search(query, limit=size, offset=skipped, weight_by_field="weight")
    else:
        found = searcher.search(query, limit=size, offset=skipped, order_by_field="moment")
    return [searcher.doc(address)["code"][0] for _, address in found.hits], found.count or 0  # type: ignore[attr-defined]  # tantivy's stub forgets `count`


def _query(
    schema: tantivy.Schema, question: Question, words: Sequence[tuple[str, ...]], but: str = ""
) -> Query:
    """All words and all filters; without the filter named by `but`."""
    parts = [(Occur.Must, _word(schema, word)) for word in words]
    for name in (*_AXES, "body"):
        value = getattr(question, name)
        if value not in ("", None) and name != but:
            parts.append((Occur.Must, Query.const_score_query(_filter(schema, name, value), 0.0)))
    return Query.boolean_query(parts) if parts else Query.all_query()


def _filter(schema: tantivy.Schema, name: str, value: str | int) -> Query:
    if isinstance(value, int) and not 0 <= value <= _LARGEST_YEAR:
        return Query.empty_query()
    return Query.term_query(schema, name, value, index_option="basic")


def _word(schema: tantivy.Schema, word: tuple[str, ...]) -> Query:
    title = Query.boost_query(_in_field(schema, "title", word), _TITLE_WEIGHT)
    return Query.boolean_query([(Occur.Should, title), (Occur.Should, _in_field(schema, "text", word))])


def _in_field(schema: tantivy.Schema, name: str, word: tuple[str, ...]) -> Query:
    """One unit by itself, two as one pair, more as a phrase of pairs."""
    if len(word) == 1:
        return Query.term_query(schema, f"{name}_units", word[0], index_option="freq")
    if len(word) == 2:
        return Query.term_query(schema, f"{name}_pairs", pairs(word)[0], index_option="freq")
    return Query.phrase_query(schema, f"{name}_pairs", list(pairs(word)))


def _buckets(
    searcher: tantivy.Searcher, schema: tantivy.Schema, question: Question, words: Sequence[tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """Per axis its values and counts; an axis in use is counted as if it were not."""
    terms = {name: {"terms": {"field": name, "size": _MOST_BUCKETS}} for name in _AXES}
    used = [name for name in _AXES if getattr(question, name) not in ("", None)]
    free = {name: terms[name] for name in _AXES if name not in used}
    counted = searcher.aggregate(_query(schema, question, words), free) if free else {}
    for name in used:
        counted |= searcher.aggregate(_query(schema, question, words, but=name), {name: terms[name]})
    return {
        name: {str(bucket["key"]): bucket["doc_count"] for bucket in counted[name]["buckets"]}
        for name in _AXES
    }
