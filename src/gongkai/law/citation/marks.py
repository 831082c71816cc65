"""Where a marked title ends, with marks wrong or missing."""

from dataclasses import dataclass
from enum import StrEnum

from gongkai.law.citation import numbers
from gongkai.law.patterns import lazy

OPENING, CLOSING = "《〈", "》〉"
_MARK = lazy(r"[《〈》〉；;。（(]")
_PAPERS = (
    "实施意见 指导意见 若干意见 意见 通知 决定 批复 复函 函 公告 通告 通报 方案 办法 规定 细则 条例 规划 纲要"
    " 指引"
)
_ENDINGS = (
    "法 法典 条例 办法 规定 细则 通知 意见 决定 指引 规程 规划 方案 纲要 公告 通告 要点 标准 准则 规则 规范"
    " 批复 章程 制度 目录 函"
)
PAPER = f"(?:{'|'.join(_PAPERS.split())})"
ENDING = f"(?:{'|'.join(_ENDINGS.split())})"
EDITION = r"(?:\s{0,9}[（(][^（()）《》〈〉]{2,12}[）)])?"
WHOLE = lazy(rf"{ENDING}{EDITION}\s{{0,9}}$")
_LIST = lazy(
    r"(?:[；;。、，,\n●■◆•○★]|[（(]?[\d一二三四五六七八九十]{1,3}[）)]|(?<![\d〔(（])\d{1,2}(?:\.\d{1,2})*\s{0,9}[.．、]?|[①-⑳])\s{0,9}$"
)
# 《关于印发办法》的通知》：里层的前一个书名号没有写
_GOES_ON = lazy(
    rf"\s{{0,9}}(?:等[^《》〈〉，。；]{{0,12}})?(?:的\s{{0,9}})?{PAPER}[^《》〈〉，。；：:（(]{{0,4}}(?=[》〉])"
)
_CLOSES = lazy(r"[》〉]")
_OF_PAPER = lazy(rf"\s{{0,9}}的\s{{0,9}}{PAPER}")
_BRACKET_INSIDE = lazy(r"[^《〈》〉；;。]{0,80}[）)]\s{0,9}》")
_GOES_ON_BEHIND = lazy(r"[^《〈》〉；;。]{0,80}?[）)]\s{0,9}[的等]")
SIBLING = lazy(r"\s{0,9}[、和及与]?\s{0,9}(?=[《〈])")
LONGEST = 400  # a title is not longer
_DEEPEST = 4
_NEAR = 60  # an inner title ends at most so far before the outer one


class Fault(StrEnum):
    """What is wrong with the marks of a title.

    书名号的毛病：缺右、内层有误、重复。
    """

    UNCLOSED = "unclosed"
    UNEVEN = "uneven"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True)
class Marked:
    """Where a marked title and its words begin and end.

    带书名号的名称：`words` 是名称在原文中的位置，`end` 在右书名号之后。
    """

    words: tuple[int, int]
    end: int
    fault: Fault | None = None


def marked(text: str, opening: int) -> Marked:
    """The title whose mark opens at `opening` in a legible text; it always ends somewhere."""
    begin, fault = opening + 1, None
    last = min(len(text), opening + _NEAR)
    while begin < last and (text[begin].isspace() or text[begin] == text[opening]):
        fault = Fault.DOUBLED if text[begin] == text[opening] else fault
        begin += 1
    depth, position = 1, begin
    while (found := _MARK.search(text, position, begin + LONGEST)) is not None:
        position, sign = found.end(), found[0]
        if sign in OPENING:
            is_outer = sign in ("《", text[opening])
            if depth == 1 and is_outer and _begins_next(text, begin, found.start()):
                return Marked((begin, found.start()), found.start(), Fault.UNCLOSED)
            depth += 1
            if depth > _DEEPEST:
                return Marked((begin, found.start()), found.start(), Fault.UNCLOSED)
        elif sign in CLOSING:
            depth, fault = _closed(text, position, depth, fault)
            if depth == 0:
                end = _after_doubled(text, position)
                return Marked((begin, found.start()), end, Fault.DOUBLED if end > position else fault)
        elif sign not in "（(" and not _closes_at_once(text, position):
            return Marked((begin, found.start()), found.start(), Fault.UNCLOSED)
        elif sign in "（(" and depth == 1 and _is_number_inside(text, position):
            return _with_number_inside(text, begin, found.start())
    limit = min(len(text), begin + LONGEST)
    return Marked((begin, limit), limit, Fault.UNCLOSED)


def _closed(text: str, position: int, depth: int, fault: Fault | None) -> tuple[int, Fault | None]:
    """How many titles are still open after the closing mark that ends at `position`."""
    if depth == 1:
        is_inner = _GOES_ON.match(text, position, position + _NEAR) is not None
        return (1, Fault.UNEVEN) if is_inner else (0, fault)
    if _closes_ahead(text, position) or _goes_on_unclosed(text, position):
        return depth - 1, fault
    return 0, Fault.UNEVEN


def _closes_ahead(text: str, position: int) -> bool:
    """Whether the outer title still gets a closing mark of its own."""
    for _ in range(8):
        found = _MARK.search(text, position, position + _NEAR)
        if found is None:
            return False
        if found[0] in CLOSING:
            return True
        if found[0] in "（(":
            position = found.end()
            continue
        sibling = SIBLING.match(text, position)
        if sibling is None or sibling.end() != found.start():
            return False
        inner = _CLOSES.search(text, found.end(), found.end() + LONGEST)
        if inner is None:
            return False
        position = inner.end()
    return False


def _goes_on_unclosed(text: str, position: int) -> bool:
    """《关于印发〈办法〉的通知 at the end of the text: only the outer mark is missing."""
    return _OF_PAPER.match(text, position, position + _NEAR) is not None


def _closes_at_once(text: str, position: int) -> bool:
    behind = after_space(text, position)
    return behind < len(text) and text[behind] in CLOSING


def _after_doubled(text: str, end: int) -> int:
    while end < len(text) and text[end] == "》":
        end += 1
    return end


def _is_number_inside(text: str, position: int) -> bool:
    """Whether a number in brackets ends the title; 〈规则〉（财政部令第81号）的通知》 goes on."""
    is_number = numbers.at(text, after_space(text, position)) is not None
    return is_number and _GOES_ON_BEHIND.match(text, position) is None


def _with_number_inside(text: str, begin: int, bracket: int) -> Marked:
    """《条例（国务院令第711号）》: the number is none of the title; the mark may follow or be missing."""
    found = _BRACKET_INSIDE.match(text, bracket)
    return Marked((begin, bracket), bracket, None if found else Fault.UNCLOSED)


def _begins_next(text: str, begin: int, opening: int) -> bool:
    """Whether the mark at `opening` opens the next entry of a list, so that the one before lacks its end."""
    words = text[begin:opening]
    if words.rstrip("、和及与，, ").endswith(("》", "〉")):
        return False
    listed = _LIST.search(words)
    whole = words[: listed.start()] if listed else words
    if not whole.strip():
        return False
    is_whole = WHOLE.search(whole.rstrip("、，, \n")) is not None
    return is_whole or (listed is not None and "关于" not in whole[-8:])


def after_space(text: str, start: int) -> int:
    """The place of the first sign at or after `start` that is no space."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start
