"""The page of search results."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from minijinja import escape, safe

from gongkai.web.library.search import Answer, Count, Hit, Question, Sort, Span
from gongkai.web.portal.pages.words import VOID, validity_word

PAGES_AROUND = 3
MOST_OF_A_FACET = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to narrow the search by."""

    words: str
    count: int | None
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the search."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One document found."""

    href: str
    title: str
    snippet: str
    document_number: str
    published_on: date | None
    column: str
    validity_word: str
    is_void: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of results."""

    number: int
    href: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was asked, what was found, how to narrow it.

    查找结果页。
    """

    text: str
    kept: tuple[tuple[str, str], ...]
    total: int
    found: tuple[Found, ...]
    facets: tuple[Facet, ...]
    by_relevance: str
    by_date: str
    is_by_date: bool
    pages: tuple[PageLink, ...]
    unfiltered: str
    is_asked: bool


def address(question: Question) -> str:
    """The address that asks this question."""
    said = {"q": question.text, "column": question.column, "year": question.year or "", "kind": question.kind}
    said |= {"validity": question.validity}
    said |= {
        "sort": "date" if question.sort is Sort.DATE else "",
        "page": question.page if question.page > 1 else "",
    }
    return "/search?" + urlencode({key: value for key, value in said.items() if value or key == "q"})


def search_page(answer: Answer) -> SearchPage:
    """The page of an answer."""
    question = answer.question
    filters = [("column", question.column), ("year", str(question.year or "")), ("kind", question.kind)]
    filters += [("validity", question.validity), ("sort", "date" if question.sort is Sort.DATE else "")]
    return SearchPage(
        text=question.text,
        kept=tuple((name, value) for name, value in filters if value),
        total=answer.total,
        found=tuple(_found(hit) for hit in answer.hits),
        facets=_facets(answer),
        by_relevance=address(replace(question, sort=Sort.RELEVANCE, page=1)),
        by_date=address(replace(question, sort=Sort.DATE, page=1)),
        is_by_date=question.sort is Sort.DATE,
        pages=_pages(answer),
        unfiltered=address(Question(text=question.text)),
        is_asked=bool(question.text.strip() or any(value for _, value in filters)),
    )


def _facets(answer: Answer) -> tuple[Facet, ...]:
    question = answer.question
    ways = (
        ("栏目", "column", answer.facets.column, question.column),
        ("公开年份", "year", answer.facets.year, str(question.year or "")),
        ("种类", "kind", answer.facets.kind, question.kind),
        ("有效性", "validity", answer.facets.validity, question.validity),
    )
    facets = (Facet(words, _choices(question, way, counts, chosen)) for words, way, counts, chosen in ways)
    return tuple(facet for facet in facets if facet.choices)


def _choices(question: Question, way: str, counts: tuple[Count, ...], chosen: str) -> tuple[Choice, ...]:
    any_value = Choice("不限", None, _narrowed(question, way, ""), not chosen)
    choices = [
        Choice(
            "　" * count.depth + count.label,
            count.count,
            _narrowed(question, way, count.value),
            chosen == count.value,
        )
        for count in counts
    ]
    return (any_value, *choices) if choices else ()


def _narrowed(question: Question, way: str, value: str) -> str:
    first = replace(question, page=1)
    match way:
        case "column":
            return address(replace(first, column=value))
        case "year":
            return address(replace(first, year=int(value) if value else None))
        case "kind":
            return address(replace(first, kind=value))
    return address(replace(first, validity=value))


def _found(hit: Hit) -> Found:
    return Found(
        href=f"/documents/{hit.code}.html",
        title=_marked(hit.title),
        snippet=_marked(hit.snippet),
        document_number=hit.document_number,
        published_on=hit.published_on,
        column=hit.column_path[-1],
        validity_word=validity_word(hit.validity),
        is_void=hit.validity in VOID,
    )


def _marked(spans: tuple[Span, ...]) -> str:
    said = (f"<mark>{escape(span.text)}</mark>" if span.is_marked else escape(span.text) for span in spans)
    return safe("".join(said))


def _pages(answer: Answer) -> tuple[PageLink, ...]:
    if answer.pages <= 1:
        return ()
    near = range(max(1, answer.page - PAGES_AROUND), min(answer.pages, answer.page + PAGES_AROUND) + 1)
    shown = sorted({1, *near, answer.pages})
    return tuple(
        PageLink(number, address(replace(answer.question, page=number)), number == answer.page)
        for number in shown
    )
