"""The text of a content cell, made ready to be cut up."""

import re
from itertools import pairwise

from gongkai.law.characters import simplified
from gongkai.law.elements.marked import BRACKET, ITEM, MAYBE, NOTHING, MarkedText
from gongkai.law.elements.words import Vocabulary
from gongkai.law.patterns import lazy

_WIDE = "（）：；，．【】［］！？　\xa0\t\r\v\f　|｜／＊０１２３４５６７８９"
_PLAIN = "():;,.[][]。。         /*0123456789"
_SIGNS = str.maketrans(_WIDE, _PLAIN) | dict.fromkeys(range(1, 9), NOTHING)
_CLOSING = {"(": ")", "[": "]", "《": "》", "“": "”", "〈": "〉"}
_DEEPEST = 6

_DOTS = "●■◆•▪◇☆★※►▶▲☑✓√∙◎"
_OPEN_DOTS = "○〇□◯"
_CHINESE_NUMBER = "一二三四五六七八九十"
_BULLET = lazy(
    rf"(?=[{_DOTS}{_OPEN_DOTS}①-⑳❶-❿{_CHINESE_NUMBER}(\d])(?:(?P<dot>[{_DOTS}])|(?P<circle>[①-⑳❶-❿])|(?<![{_CHINESE_NUMBER}零])(?P<open>[{_OPEN_DOTS}])"
    rf"|(?:^|(?<=[\s;。]))(?P<chinese>[{_CHINESE_NUMBER}]{{1,3}})、"
    rf"|\((?P<inner>\d{{1,2}}|[{_CHINESE_NUMBER}]{{1,3}})\)、?"
    r"|(?<![\d.A-Za-z第])(?P<number>\d{1,2})\s*[.、)](?!\d(?!\d{3}年))[.、)]?|(?:^|(?<=[\s;。]))(?P<sub>\d{1,2}\.\d{1,2})(?![\d.])[.、]?)"
)
# Converted pages print the reading after a rare character: 鎮(zhèn)政府.
_PINYIN = lazy(r"(?<=[\u4e00-\u9fff])[(（][a-z\u00e0-\u01dc\u0251\u0261]{1,7}[)）]")
_MAYBE_BULLET = lazy(rf"[{_DOTS}{_OPEN_DOTS}①-⑳❶-❿\d]|[{_CHINESE_NUMBER}][、)]")
_SPACE = lazy(r"(?<=[^\s\x01\x02,;:、。(\[]) +(?=[^\s\x01\x02,;:、。)\]])")
_TITLE = lazy(r"《[^《》]{1,100}》|“[^“”]{1,60}”")
_CHUNK = lazy(r"[^\s\x01\x02,;:、。()\[\]]{1,12}")


class ContentText(MarkedText):
    """A content cell with one sign for each sort of mark.

    栏目内容：`text` 与原文逐字对应，只是序号、括号、标点各归成一种写法。
    """

    def __init__(self, content: str, words: Vocabulary) -> None:
        """Every place of the text stays the place of the content."""
        self.content = content
        text = _numbered(without_pinyin(simplified(content).translate(_SIGNS)))
        text = _joined_lines(text, words) if "\n" in text else text
        text = _joined_words(text, words) if " " in text else text
        closes, strays, deep = _pairs(text) if BRACKET.search(text) else ({}, [], [])
        self.strays = tuple(sorted(strays))
        super().__init__(_without(text, strays + deep) if strays or deep else text, closes)


def without_pinyin(text: str, sign: str = NOTHING) -> str:
    """A text in which readings in brackets have become so many signs, by default signs for nothing."""
    return _PINYIN.sub(lambda found: sign * len(found.group()), text) if "(" in text or "（" in text else text


def _numbered(text: str) -> str:
    """Numbers and dots before items become one sign; a number in running words only in its turn."""
    if not _MAYBE_BULLET.search(text):
        return text
    parts, last, turn = [], 0, {"number": 0, "inner": 0, "chinese": 0}
    both = any(dot in text for dot in "●■") and any(dot in text for dot in _OPEN_DOTS)
    for found in _BULLET.finditer(text):
        sort = found.lastgroup or ""
        if sort in turn and not _in_turn(text, found, sort, turn):
            continue
        sign = MAYBE if sort == "open" and both else ITEM
        parts += [text[last : found.start()], sign * len(found.group())]
        last = found.end()
    return "".join([*parts, text[last:]]) if parts else text


def _in_turn(text: str, found: re.Match[str], sort: str, turn: dict[str, int]) -> bool:
    written = found[sort]
    value = int(written) if written.isdigit() else _CHINESE_NUMBER.find(written[-1]) + 1
    if value not in (1, turn[sort] + 1) and not (value and _is_fresh(text, found.start())):
        return False
    turn[sort] = value
    return True


def _is_fresh(text: str, place: int) -> bool:
    """Whether something begins here: nothing but blanks stands between it and the mark before."""
    before = text[max(0, place - 3) : place].rstrip(" ")
    return not before or before[-1] in "\n;。"


def _joined_lines(text: str, words: Vocabulary) -> str:
    """Line breaks inside words go, those between items stay as semicolons."""
    lines = text.split("\n")
    widest = max(map(len, lines))
    parts = [lines[0]]
    for before, line in pairwise(lines):
        parts += [";" if _is_end(before, line, widest, words) else NOTHING, line]
    return "".join(parts)


def _is_end(before: str, line: str, widest: int, words: Vocabulary) -> bool:
    left, right = before[-12:].rstrip(), line[:12].lstrip()
    if not left or not right or right[0] in ITEM + MAYBE + "[":
        return True
    if left[-1] in "、,;:。([/" or right[0] in "、,;:。)]/" or "、" in before + line:
        return False
    if left[-1] in "》]" and right[0] not in "的(":
        return True
    if len(before) <= widest - 2:
        return True
    return words.ending(left) is not None and not _is_one_word(left, right, words)


def _joined_words(text: str, words: Vocabulary) -> str:
    """Spaces inside words go, those between items stay as enumeration commas."""

    def sign(found: re.Match[str]) -> str:
        left = text[max(0, found.start() - 12) : found.start()]
        chunk = _CHUNK.match(text[found.end() : found.end() + 12].replace(" ", ""))
        right = chunk.group() if chunk else ""
        known = words.known.get(right)
        whole = len(right) > 2 or (known is not None and known.standard != "")
        ends = left[-1:] in "》”])" or words.ending(left) is not None
        apart = ends and whole and not _is_one_word(left, right, words)
        return ("、" if apart else NOTHING) + NOTHING * (len(found.group()) - 1)

    return _SPACE.sub(sign, _TITLE.sub(lambda title: title.group().replace(" ", NOTHING), text))


def _is_one_word(left: str, right: str, words: Vocabulary) -> bool:
    """Whether a known word runs across the break: 政策 | 文件."""
    return len(right) <= 4 and any(left[-length:] + right in words.known for length in range(1, 5))


def _pairs(text: str) -> tuple[dict[int, int], list[int], list[int]]:
    """Every opening bracket with its closing one, the brackets without partner, those too deep to matter."""
    closes: dict[int, int] = {}
    deep: list[int] = []
    strays: list[int] = []
    opened: list[int] = []
    for found in BRACKET.finditer(text):
        sign, place = found.group(), found.start()
        if sign in _CLOSING:
            opened.append(place)
            continue
        while opened and _CLOSING[text[opened[-1]]] != sign and len(opened) > 1:
            strays.append(opened.pop())
        if opened and _CLOSING[text[opened[-1]]] == sign:
            if len(opened) <= _DEEPEST:
                closes[opened.pop()] = place
            else:
                deep += [opened.pop(), place]
        else:
            strays.append(place)
    return closes, strays + opened, deep


def _without(text: str, places: list[int]) -> str:
    signs = list(text)
    for place in places:
        signs[place] = NOTHING
    return "".join(signs)
