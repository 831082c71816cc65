"""What a person asks of the search, and the answer."""

import re
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from gongkai.web.library.search.text import units

LONGEST = 300
MOST_WORDS = 20
LAST_PAGE = 1000
_QUOTED = re.compile(r'["“”„«»「」『』＂]([^"“”„«»「」『』＂]*)["“”„«»「」『』＂]|([^\s"“”„«»「」『』＂]+)')

# 发文字号里年份两边误打的空格不分词：“(2024) 12号”是一个号，不是两个词。
_YEAR_OF_NUMBER = re.compile(r"\s*([(（\[［〔﹝【]\s*\d{4}\s*[)）\]］〕﹞】])\s*(?=第?\s*\d)")


class Sort(StrEnum):
    """What comes first.

    排序：relevance 按相关程度，date 按公开日期从新到旧。
    """

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True)
class Question:
    """What somebody looks for.

    检索条件。`text` 里空格隔开的词都要有，引号里的连在一起找；`column` 是栏目代码，枝干包括其下全部。
    """

    text: str = ""
    column: str = ""
    year: int | None = None
    kind: str = ""
    validity: str = ""
    body: str = ""
    page: int = 1
    sort: Sort = Sort.RELEVANCE
    size: int = 10

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words to find, each as its units; words without any unit are left out."""
        text = _YEAR_OF_NUMBER.sub(r"\1", self.text[:LONGEST])
        found = (quoted or plain for quoted, plain in _QUOTED.findall(text))
        cut = dict.fromkeys(tuple(units(word)) for word in found)
        return tuple(word for word in cut if word)[:MOST_WORDS]


@dataclass(frozen=True)
class Span:
    """A stretch of text, found or not.

    一段文字；`is_marked` 为真的是命中的字词。
    """

    text: str
    is_marked: bool = False


def words_of(spans: tuple[Span, ...]) -> str:
    """The text of the spans, marks forgotten."""
    return "".join(span.text for span in spans)


@dataclass(frozen=True)
class Hit:
    """One document found.

    命中的一件文件，标题和摘录都切成标记与未标记的段。
    """

    code: str
    title: tuple[Span, ...]
    snippet: tuple[Span, ...]
    column_path: tuple[str, ...]
    published_on: date
    document_number: str
    validity: str

    def as_object(self) -> dict[str, Any]:
        """The hit as JSON, titles and snippets as plain words."""
        return {
            "code": self.code,
            "title": words_of(self.title),
            "snippet": words_of(self.snippet),
            "column": list(self.column_path),
            "published_on": self.published_on.isoformat(),
            "document_number": self.document_number or None,
            "validity": self.validity or None,
        }


@dataclass(frozen=True)
class Count:
    """How many of the documents found share a value.

    分面的一项：取值、中文名称、件数；栏目另有层级。
    """

    value: str
    label: str
    count: int
    depth: int = 0


@dataclass(frozen=True)
class Facets:
    """Counts of what was found, four ways.

    分面：栏目（含枝干）、年份、种类、有效性。每一面不受自己那一面的筛选限制，好换着看。
    """

    column: tuple[Count, ...] = ()
    year: tuple[Count, ...] = ()
    kind: tuple[Count, ...] = ()
    validity: tuple[Count, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the search found.

    检索结果：本页命中、总件数、分面和用时（毫秒）。
    """

    question: Question
    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    facets: Facets = field(default_factory=Facets)
    took_ms: float = 0.0

    @property
    def pages(self) -> int:
        """How many pages the hits fill."""
        return min(LAST_PAGE, -(-self.total // self.question.size)) if self.total else 0

    def as_object(self) -> dict[str, Any]:
        """The answer as JSON: English keys, dates as YYYY-MM-DD, absent things null."""
        return {
            "total": self.total,
            "page": self.page,
            "pages": self.pages,
            "took_ms": self.took_ms,
            "hits": [hit.as_object() for hit in self.hits],
            "facets": {
                name: [asdict(count) for count in counts] for name, counts in vars(self.facets).items()
            },
        }
