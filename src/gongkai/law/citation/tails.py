"""What follows a title: its number, notes, articles."""

from dataclasses import dataclass

from gongkai.law.citation import numbers
from gongkai.law.citation.instruments import Instrument
from gongkai.law.citation.marks import after_space
from gongkai.law.citation.numbers import DocumentNumber
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_ROUND = "（("
_OTHER = "〔[［【｛{「“"
_CLOSERS = "）)〕]］】｝}」”"
_ORDINAL = lazy(r"[（(]\s{0,9}[\d一二三四五六七八九十]{1,3}\s{0,9}[）)]")
_N = r"[\d一二三四五六七八九十百零〇]{1,6}"
_ITEM = r"(?:第\s{0,9})?[（(]?\s{0,9}[\d一二三四五六七八九十]{1,4}\s{0,9}[）)]?"
LOCATOR = lazy(
    rf"\s{{0,9}}[，,、]?\s{{0,9}}第\s{{0,9}}{_N}\s{{0,9}}(?:章|节|条(?:之[一二三四五六七八九十])?)(?:\s{{0,9}}第\s{{0,9}}{_N}\s{{0,9}}款)?(?:\s{{0,9}}{_ITEM}\s{{0,9}}项)?"
    rf"(?:\s{{0,9}}[、，和及至]\s{{0,9}}(?:第\s{{0,9}})?{_N}\s{{0,9}}[条款项])*"
)
_CLAUSE = lazy(
    r"\s{0,9}(?:的?(?:规定|明确|要求|指出|提出|内容))?\s{0,9}[：:]|\s{0,9}(?:的?规定|明确|要求)\s{0,9}[，,]?\s{0,9}[“\"]"
)
_LONGEST_NOTE = 600  # a bracket that stays open longer is none
_MOST = 6  # notes, numbers and articles after one title


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a title, and where it ends.

    名称后面的文号、说明和条款：`articles` 是条款在原文中的位置，`is_clause` 表示后面引了条文。
    """

    end: int
    number: DocumentNumber | None = None
    findings: tuple[Finding, ...] = ()
    articles: tuple[tuple[int, int], ...] = ()
    is_clause: bool = False


def tail(text: str, end: int, known: Instrument | None = None, limit: int | None = None) -> Tail:
    """The number after a title: in brackets, bare, or none; notes and articles are passed over."""
    stop = len(text) if limit is None else limit
    found, articles = Tail(end), []
    for _ in range(_MOST):
        begin = after_space(text, found.end)
        if begin >= stop:
            break
        more = None
        if text[begin] in _ROUND and not _ORDINAL.match(text, begin):
            more = _bracketed(text, begin, known)
        elif text[begin] in _OTHER:
            more = _in_other_brackets(text, begin)
        elif found.number is None:
            more = _bare(text, found.end, begin)
        locator = None if more else LOCATOR.match(text, begin)
        if locator:
            articles.append(locator.span())
            more = Tail(locator.end())
        if more is None or more.end <= found.end or (more.number and found.number):
            break
        found = Tail(more.end, found.number or more.number, found.findings + more.findings)
    is_clause = _CLAUSE.match(text, found.end) is not None
    return Tail(found.end, found.number, found.findings, tuple(articles), is_clause)


def _bare(text: str, end: int, begin: int) -> Tail | None:
    """A number without brackets round it; the comma before it goes when the brackets come."""
    first = begin
    begin = after_space(text, begin + 1) if text[begin] in "，," else begin
    number = numbers.at(text, begin)
    if number is None:
        return None
    close = after_space(text, number.span[1])
    has_close = close < len(text) and text[close] in "）)"
    missing = "缺左括号“（”" if has_close else "没有加括号"
    message = f"文号“{number.text}”{missing}，应写作“（{number.text}）”。"
    last = close + 1 if has_close else number.span[1]
    finding = Finding(
        "number-without-brackets", Severity.NOTICE, message, (first, last), f"（{number.text}）"
    )
    return Tail(last, number, (finding,))


def _in_other_brackets(text: str, begin: int) -> Tail | None:
    """[国办发〔2016〕19号]: a number in brackets of another kind."""
    number = numbers.at(text, after_space(text, begin + 1))
    if number is None:
        return None
    close = after_space(text, number.span[1])
    end = close + 1 if close < len(text) and text[close] in _CLOSERS else number.span[1]
    return Tail(end, number)


def _bracketed(text: str, begin: int, known: Instrument | None) -> Tail | None:
    inside = begin
    while inside < len(text) and (text[inside] in _ROUND or text[inside].isspace()):
        inside += 1
    number = numbers.at(text, inside)
    close = _closing(text, number.span[1] if number else begin + 1)
    if number and (close is None or close > number.span[1] + _LONGEST_NOTE // 4):
        return _unclosed(text, number)
    if close is None:
        return None
    end = close + 1
    while number and end < len(text) and text[end] in "）)":
        end += 1
    own = _own(text, begin + 1, close, known, number)
    return Tail(end, own or number or numbers.find(text, begin + 1, close))


def _unclosed(text: str, number: DocumentNumber) -> Tail:
    behind = after_space(text, number.span[1])
    if behind < len(text) and text[behind] in _CLOSERS:
        return Tail(behind + 1, number)
    message = f"文号“{number.text}”缺右括号“）”，请补上。"
    finding = Finding("missing-closing-bracket", Severity.NOTICE, message, number.span, f"{number.text}）")
    return Tail(number.span[1], number, (finding,))


def _own(
    text: str, begin: int, close: int, known: Instrument | None, first: DocumentNumber | None
) -> DocumentNumber | None:
    """Of several numbers in a history note, the one that the instrument has now."""
    if known is None or not known.number:
        return None
    own = numbers.key(known.number)
    if first and first.key == own:
        return first
    while number := numbers.find(text, begin, close):
        if number.key == own:
            return number
        begin = number.span[1]
    return None


def _closing(text: str, start: int) -> int | None:
    depth = 0
    for i in range(start, min(len(text), start + _LONGEST_NOTE)):
        if text[i] in _ROUND:
            depth += 1
        elif text[i] in "）)":
            if depth == 0:
                return i
            depth -= 1
    return None
