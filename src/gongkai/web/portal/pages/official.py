"""The text of a document in its official dress."""

import re
from html import escape
from itertools import count

IS_MARKUP = re.compile(r"<(p|div|h[1-6]|table|ul|ol|blockquote|figure|section)\b", re.I)
HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
TABLE = re.compile(r"<table\b.*?</table>", re.S)
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
NUMERAL = "一二三四五六七八九十百零〇"

CHAPTER = re.compile(rf"第[{NUMERAL}]+[编章节]([\s\u3000]|$)")
ARTICLE = re.compile(rf"(第[{NUMERAL}]+条)[\s\u3000]+")
ADDRESSEES = re.compile(r"[^。；<]{2,120}：")
DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
LONGEST_SIGNATURE = 40

SCROLLING = '<div class="scroll" role="region" tabindex="0" aria-label="表格{}，可以左右移动">{}</div>'


def official(text: str) -> str:
    """The stored text as markup for the page: paragraphs are set as an official document sets them.

    Addressees, chapters, articles and signatures are known by their form (GB/T 9704); headings begin at
    level two and leave no level out; tables can be moved sideways on small screens.
    The text was cleaned when it was saved; plain text is escaped here.
    """
    markup = text if IS_MARKUP.search(text) else _paragraphs(text)
    plain = [found.group(1).strip() for found in PARAGRAPH.finditer(markup)]
    places = iter(range(len(plain)))
    dressed = PARAGRAPH.sub(lambda found: _dressed(next(places), plain), markup)
    numbers = count(1)
    return TABLE.sub(lambda table: SCROLLING.format(next(numbers), table.group(0)), _shift_headings(dressed))


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _dressed(place: int, plain: list[str]) -> str:
    words = plain[place]
    if place == 0 and ADDRESSEES.fullmatch(words):
        return f'<p class="to">{words}</p>'
    if CHAPTER.match(words) and len(words) <= LONGEST_SIGNATURE and not words.endswith("。"):
        return f"<h2>{words}</h2>"
    if _is_signature(place, plain):
        return f'<p class="sign">{words}</p>'
    if article := ARTICLE.match(words):
        words = f'<b class="article">{article.group(1)}</b>{words[article.end() :]}'
    return f"<p>{words}</p>"


def _is_signature(place: int, plain: list[str]) -> bool:
    """The day alone on its line, and the short line before it: who signed, and when."""
    if DAY.fullmatch(plain[place]):
        return True
    follows = place + 1 < len(plain) and DAY.fullmatch(plain[place + 1])
    is_short = len(plain[place]) <= LONGEST_SIGNATURE and not plain[place].endswith(("。", "：", "；", "）"))
    return bool(follows and is_short)


def _shift_headings(markup: str) -> str:
    """The title is the page's only h1; inside, levels follow each other and none is left out."""
    used = sorted({int(level) for _, level in HEADING.findall(markup)})
    lowered = {level: min(index + 2, 6) for index, level in enumerate(used)}
    above = 1

    def shifted(found: re.Match[str]) -> str:
        nonlocal above
        if not found.group(1):
            above = min(lowered[int(found.group(2))], above + 1)
        return f"<{found.group(1)}h{above}"

    return HEADING.sub(shifted, markup)
