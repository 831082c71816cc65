"""The text of a document in its official dress."""

import re
from html import escape

HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
TABLE = re.compile(r"<table\b.*?</table>", re.S)
CELL = re.compile(r"<t[dh]\b")
IS_MARKUP = re.compile(r"<(p|div|h[1-6]|table|ul|ol|blockquote|figure|section)\b", re.I)
ARTICLE = re.compile(r"(<p(?:\s[^>]*)?>)(\s*第[一二三四五六七八九十百零]+条)(?=[\s　])[\s　]*")
CHAPTER = re.compile(r"^第[一二三四五六七八九十百零]+[章节][\s　]")
ADDRESSEES = re.compile(r"^[^。；]{2,120}：$")
SIGNED = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")

SCROLLING = '<div class="scroll" role="region" tabindex="0" aria-label="表格，可以左右移动">{}</div>'


def official(text: str) -> str:
    """The stored text as markup for the page: plain paragraphs are set, stored markup is kept.

    Headings begin at level two and leave no level out; tables can be moved sideways on small screens.
    The text was cleaned when it was saved; plain text is escaped here.
    """
    markup = text if IS_MARKUP.search(text) else _set(text)
    markup = ARTICLE.sub(r"\1<b>\2</b>", _shift_headings(markup))
    return TABLE.sub(lambda table: SCROLLING.format(table.group(0)), markup)


def _shift_headings(markup: str) -> str:
    """Title is the page's only h1; inside, levels follow each other (2, 3, …)."""
    used = sorted({int(level) for _, level in HEADING.findall(markup)})
    place = {level: min(index + 2, 6) for index, level in enumerate(used)}
    return HEADING.sub(lambda found: f"<{found.group(1)}h{place[int(found.group(2))]}", markup)


def _set(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join(_paragraph(line, index, lines) for index, line in enumerate(lines))


def _paragraph(line: str, index: int, lines: list[str]) -> str:
    if CHAPTER.match(line):
        return f"<h2>{escape(line)}</h2>"
    if index == 0 and ADDRESSEES.match(line):
        return f'<p class="to">{escape(line)}</p>'
    following = lines[index + 1] if index + 1 < len(lines) else ""
    is_signature = SIGNED.match(line) or (
        SIGNED.match(following) and len(line) <= 30 and not line.endswith("。")
    )
    return f'<p class="sign">{escape(line)}</p>' if is_signature else f"<p>{escape(line)}</p>"
