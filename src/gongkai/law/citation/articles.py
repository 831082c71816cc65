"""Articles cited: 第二十条第（二）项, and whether they exist."""

import re
from dataclasses import dataclass

from gongkai.law.citation.instruments import Article, Instrument
from gongkai.law.citation.quoting import quoted
from gongkai.law.finding import Finding
from gongkai.law.numerals import value_of, written
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_N = r"[\d一二三四五六七八九十百零〇]{1,6}"
_ARTICLE = lazy(rf"第\s{{0,9}}(?P<article>{_N})\s{{0,9}}条(?P<rest>[^条章节]*)")
_PARAGRAPH = lazy(rf"第\s{{0,9}}({_N})\s{{0,9}}款")
_ITEM = lazy(r"(?:第\s{0,9})?[（(]?\s{0,9}([\d一二三四五六七八九十]{1,4})\s{0,9}[）)]?\s{0,9}项")


@dataclass(frozen=True, slots=True)
class Locator:
    """An article of an instrument with its paragraph and item.

    条、款、项：没有写的为 0。
    """

    article: int
    paragraph: int = 0
    item: int = 0
    is_bracketed: bool = True

    @property
    def text(self) -> str:
        """第二十条第（二）项."""
        words = f"第{written(self.article)}条"
        words += f"第{written(self.paragraph)}款" if self.paragraph else ""
        return words + (f"第（{written(self.item)}）项" if self.item else "")


def doubts(text: str, span: tuple[int, int], known: Instrument) -> list[Finding]:
    """What is wrong with the articles that stand at `span`, by the instrument's own count of them."""
    found = []
    for match in _ARTICLE.finditer(text, *span):
        locator = _locator(match)
        place = (match.start(), match.start() + len(match[0].rstrip("、，,和及至 \n")))
        finding = _doubt(locator, known, place) if locator else None
        found += [finding] if finding else []
    return found


def _locator(match: re.Match[str]) -> Locator | None:
    article = value_of(match["article"])
    paragraph, item = _PARAGRAPH.search(match["rest"]), _ITEM.search(match["rest"])
    if article is None:
        return None
    return Locator(
        article,
        (value_of(paragraph[1]) or 0) if paragraph else 0,
        (value_of(item[1]) or 0) if item else 0,
        item is None or "（" in item[0] or "(" in item[0],
    )


def _doubt(cited: Locator, known: Instrument, span: tuple[int, int]) -> Finding | None:
    articles = {article.number: article for article in known.articles}
    if not articles:
        return None
    article = articles.get(cited.article)
    if article is None:
        last = max(articles)
        lacks = f"没有第{written(cited.article)}条"
        message = f"{quoted(known.title)}现行文本共{last}条，{lacks}，请核对是否引了旧文本。"
        return Finding("no-such-article", Severity.ERROR, message, span)
    return _paragraph_doubt(cited, article, known, span) or _item_doubt(cited, article, known, span)


def _paragraph_doubt(
    cited: Locator, article: Article, known: Instrument, span: tuple[int, int]
) -> Finding | None:
    """第二十条第二款 where the article has one paragraph of fifteen items: 第（二）项 is meant."""
    paragraphs = article.paragraphs
    where = f"{quoted(known.title)}第{written(article.number)}条"
    items = [index for index, count in enumerate(paragraphs, start=1) if count]
    means_item = not cited.item and len(items) == 1 and cited.paragraph <= paragraphs[items[0] - 1]
    if cited.paragraph > len(paragraphs):
        is_divided = len(paragraphs) > 1
        told = f"只有{len(paragraphs)}款" if is_divided else "不分款"
        right = ""
        if means_item:
            right = Locator(article.number, items[0] if is_divided else 0, cited.paragraph).text
            told += f"，{f'第{written(items[0])}款' if is_divided else ''}列有{paragraphs[items[0] - 1]}项"
        mend = f"应写作“{right}”" if right else "请核对"
        message = f"{where}{told}，没有第{written(cited.paragraph)}款，{mend}。"
        return Finding("no-such-paragraph", Severity.ERROR, message, span, right)
    if cited.paragraph == 1 and len(paragraphs) == 1 and means_item:
        right = Locator(article.number, 0, 1).text
        message = f"{where}不分款，列有{paragraphs[0]}项；“第一款”如指第一项，应写作“{right}”。"
        return Finding("single-paragraph", Severity.WARNING, message, span, right)
    return None


def _item_doubt(cited: Locator, article: Article, known: Instrument, span: tuple[int, int]) -> Finding | None:
    if not cited.item:
        return None
    where = f"{quoted(known.title)}第{written(article.number)}条"
    paragraphs = article.paragraphs
    counts = paragraphs[cited.paragraph - 1 : cited.paragraph] if cited.paragraph else paragraphs
    if cited.item > max(counts, default=0):
        most = max(counts, default=0)
        told = f"只有{most}项" if most else "不分项"
        where += f"第{written(cited.paragraph)}款" if cited.paragraph else ""
        message = f"{where}{told}，没有第（{written(cited.item)}）项，请核对。"
        return Finding("no-such-item", Severity.ERROR, message, span)
    if not cited.is_bracketed:
        message = f"项的序号带括号，应写作“{cited.text}”。"
        return Finding("item-without-brackets", Severity.NOTICE, message, span, cited.text)
    return None
