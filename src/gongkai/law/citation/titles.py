"""Titles in a text: marked, half marked, nested or bare."""

import re
from dataclasses import dataclass

from gongkai.law.citation.quoting import inner, quoted
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_ORDINAL = r"(?<![\d〔(（])\d{1,2}(?:\.\d{1,2})*\s*[.．、]\s*"
_DELIMITER = re.compile(rf"[；;。，,\n●■◆•○】]|{_ORDINAL}")
_LIST_START = re.compile(rf"(?:[；;。、，,\n●■◆•○]|{_ORDINAL}|\d)\s*$")
_ENACTING_PREFIX = re.compile(r"[\u4e00-\u9fff]{0,30}(?:印发|转发|批转|修改|发布|公布|废止|下发)\s*$")
_ENACTING_SUFFIX = re.compile(
    r"\s*(?:等[^，。；《》（）()]{0,16}?)?的?(?:通知|决定|批复|意见|函|公告|通报)(?=$|[\s（(；;，,。、])"
)
_UNMARKED = re.compile(
    r"\s*(?P<title>[\u4e00-\u9fff][\u4e00-\u9fff\s〈〉<>]{2,80}?"
    r"(?:法|条例|办法|规定|细则|通知|意见|决定|指引|规程))(?=\s*(?:[（(]|$))"
)
_ORDINAL_LENGTH = 12
_LONGEST_LEAD = 60  # words before a title that may belong to it
_FORMAL = re.compile(r"^(?:中华人民共和国|国务院|.{2,14}(?:省|市|区|县|部|厅|局|委|办公室)).*")
_VAGUE = re.compile(r"等|相关|有关|其他|配套|按照|根据|以下|我|本")


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in a text, with its faults.

    名称：`span` 含书名号。
    """

    text: str
    span: tuple[int, int]
    findings: tuple[Finding, ...] = ()


def first(text: str, start: int) -> Title | None:
    """The first title with at least one book-title mark at or after `start`, or None."""
    opening, closing = text.find("《", start), text.find("》", start)
    if closing >= 0 and (opening < 0 or closing < opening):
        return _without_opening(text, start, closing)
    return _from_opening(text, start, opening) if opening >= 0 else None


def unmarked(text: str, start: int, end: int) -> list[Title]:
    """Titles without any mark between `start` and `end`; vague words are no titles."""
    found, begin = [], start
    for stop in [*(m.span() for m in _DELIMITER.finditer(text, start, end)), (end, end)]:
        match = _UNMARKED.match(text, begin, stop[0])
        if match and not _VAGUE.search(match["title"]):
            found.append(_bare(match))
        begin = stop[1]
    return found


def is_formal(title: str) -> bool:
    """Whether an unmarked title is formal enough to be taken for one unseen."""
    return bool(_FORMAL.match(title))


def _bare(match: re.Match[str]) -> Title:
    title, span = clean(match["title"]), match.span("title")
    message = f"“{title}”没有加书名号，应写作“《{title}》”。"
    return Title(
        title, span, (Finding("missing-title-marks", Severity.WARNING, message, span, f"《{title}》"),)
    )


def _without_opening(text: str, start: int, closing: int) -> Title:
    begin = start
    for delimiter in _DELIMITER.finditer(text, start, closing):
        begin = delimiter.end()
    while begin < closing and text[begin].isspace():
        begin += 1
    title, span = clean(text[begin:closing]), (begin, closing + 1)
    message = f"“{title}》”缺左书名号“《”，按“《{title}》”读。"
    return Title(
        title, span, (Finding("missing-opening-mark", Severity.WARNING, message, span, f"《{title}》"),)
    )


def _from_opening(text: str, start: int, opening: int) -> Title:
    depth, nested = 0, 0
    for i in range(opening, len(text)):
        if text[i] == "《":
            if depth and not nested and _starts_list(text, opening, i):
                return _without_closing(text, opening, i)
            depth += 1
        elif text[i] == "》":
            depth, nested = depth - 1, nested + 1
            if depth == 0:
                return _whole(text, start, opening, i + 1, nested > 1)
    return _without_closing(text, opening, len(text))


def _starts_list(text: str, opening: int, i: int) -> bool:
    """Whether the mark at `i` opens the next entry of a list, so that the one before was never closed."""
    return bool(_LIST_START.search(text, max(opening + 1, i - _ORDINAL_LENGTH), i))


def _whole(text: str, start: int, opening: int, end: int, is_nested: bool) -> Title:
    """A closed title; where marks stand only round the inner title, the words round it belong to it."""
    suffix = _ENACTING_SUFFIX.match(text, end)
    begin = start
    for delimiter in _DELIMITER.finditer(text, start, opening):
        begin = delimiter.end()
    prefix = _ENACTING_PREFIX.search(text, max(begin, opening - _LONGEST_LEAD), opening) if suffix else None
    if suffix and prefix:
        span = (prefix.start(), suffix.end())
        title = clean(text[span[0] : span[1]])
        message = f"书名号只加在内层名称上，全名应写作“{quoted(title)}”。"
        return Title(
            title,
            span,
            (Finding("marks-on-inner-title", Severity.NOTICE, message, span, quoted(title)),),
        )
    title, span = clean(text[opening + 1 : end - 1]), (opening, end)
    if not is_nested:
        return Title(title, span)
    message = f"书名号里再用书名号，内层应写作单书名号〈〉：“{quoted(title)}”。"
    return Title(
        inner(title),
        span,
        (Finding("nested-title-marks", Severity.NOTICE, message, span, quoted(title)),),
    )


_TORN = re.compile(r"[；;。\n]|\s*[（(](?=[\u4e00-\u9fff\s]{1,24}[令〔（(\[﹝]|\s*$)")


def _without_closing(text: str, opening: int, limit: int) -> Title:
    stop = _TORN.search(text, opening + 1, limit)
    end = stop.start() if stop else limit
    end = _before_list_mark(text, opening, end)
    title, span = clean(text[opening + 1 : end]), (opening, end)
    is_torn = end >= len(text.rstrip())
    message = f"“《{title}”缺右书名号“》”" + (
        "，文字到此中断，后半可能在另一格或下一页。" if is_torn else "。"
    )
    code = "citation-torn" if is_torn else "missing-closing-mark"
    return Title(title, span, (Finding(code, Severity.WARNING, message, span, f"《{title}》"),))


def _before_list_mark(text: str, opening: int, end: int) -> int:
    mark = _LIST_START.search(text, max(opening + 1, end - _ORDINAL_LENGTH), end)
    return mark.start() if mark and mark.start() > opening + 1 else end


def clean(title: str) -> str:
    """A title without spaces and with proper inner marks."""
    return "".join(title.split()).translate(str.maketrans("<>＜＞", "〈〉〈〉"))
