"""The text of a content cell, made ready to be cut up."""

import re
from itertools import pairwise

from gongkai.law.characters import simplified
from gongkai.law.elements.words import Vocabulary
from gongkai.law.patterns import lazy

# One sign for each sort of mark, so that every place stays where it stood in the cell.
ITEM, MAYBE, NOTHING = "\x01", "\x02", "\x03"
_WIDE = "（）：；，．【】［］！？　\xa0\t\r\v\f　|｜／＊０１２３４５６７８９"
_PLAIN = "():;,.[][]。。         /*0123456789"
_SIGNS = str.maketrans(_WIDE, _PLAIN) | dict.fromkeys(range(1, 9), NOTHING)
_CLOSING = {"(": ")", "[": "]", "《": "》", "“": "”", "〈": "〉"}
_BRACKET = lazy(r"[()\[\]《》“”〈〉]")
_DEEPEST = 6
_ENDS = f" ,;:、。/{NOTHING}{ITEM}{MAYBE}"

_DOTS = "●■◆•▪◇☆★※►▶▲☑✓√∙◎"
_OPEN_DOTS = "○〇□◯"
_CHINESE_NUMBER = "一二三四五六七八九十"
_BULLET = lazy(
    rf"(?P<dot>[{_DOTS}])|(?P<circle>[①-⑳❶-❿])|(?<![{_CHINESE_NUMBER}零])(?P<open>[{_OPEN_DOTS}])"
    rf"|(?:^|(?<=[\s;。]))(?P<chinese>[{_CHINESE_NUMBER}]{{1,3}})、"
    rf"|\((?P<inner>\d{{1,2}}|[{_CHINESE_NUMBER}]{{1,3}})\)、?"
    r"|(?<![\d.A-Za-z第])(?P<number>\d{1,2})\s*[.、)](?!\d(?!\d{3}年))[.、)]?|(?:^|(?<=[\s;。]))(?P<sub>\d{1,2}\.\d{1,2})(?![\d.])[.、]?"
)
# Converted pages print the reading after a rare character: 鎮(zhèn)政府.
_PINYIN = lazy(r"(?<=[\u4e00-\u9fff])[(（][a-z\u00e0-\u01dc\u0251\u0261]{1,7}[)）]")
_MAYBE_BULLET = lazy(rf"[{_DOTS}{_OPEN_DOTS}①-⑳❶-❿\d]|[{_CHINESE_NUMBER}][、)]")
_SPACE = lazy(r"(?<=[^\s\x01\x02,;:、。(\[]) +(?=[^\s\x01\x02,;:、。)\]])")
_TITLE = lazy(r"《[^《》]{1,100}》|“[^“”]{1,60}”")
_CHUNK = lazy(r"[^\s\x01\x02,;:、。()\[\]]{1,12}")


class ContentText:
    """A content cell with one sign for each sort of mark.

    栏目内容：`text` 与原文逐字对应，只是序号、括号、标点各归成一种写法；`closes` 是左括号到右括号的位置。
    """

    def __init__(self, content: str, words: Vocabulary) -> None:
        """Every place of the text stays the place of the content."""
        self.content = content
        text = _numbered(without_pinyin(simplified(content).translate(_SIGNS)))
        text = _joined_lines(text, words) if "\n" in text else text
        text = _joined_words(text, words) if " " in text else text
        self.closes, strays, deep = _pairs(text) if _BRACKET.search(text) else ({}, [], [])
        self.strays = tuple(sorted(strays))
        self.text = _without(text, strays + deep) if strays or deep else text

    def cut(
        self, start: int, end: int, marks: re.Pattern[str], apart: bool = False
    ) -> list[tuple[str, int, int]]:
        """The parts of a stretch between marks outside brackets: the mark before each, its start and end.

        With `apart` two titles or quoted names side by side are two parts: 《……》《……》.
        """
        parts: list[tuple[str, int, int]] = []
        mark, begin, place = "", start, start
        while found := marks.search(self.text, place, end):
            here = found.start()
            closing = self.closes.get(here)
            if closing is None:
                parts.append((mark, begin, here))
                mark, begin, place = found.group(), found.end(), max(found.end(), here + 1)
            elif apart and self._adjoins(begin, here):
                parts.append((mark, begin, here))
                mark, begin, place = "、", here, closing + 1
            else:
                place = closing + 1
        parts.append((mark, begin, end))
        return parts

    def _adjoins(self, begin: int, here: int) -> bool:
        """Whether two titles or two quoted names stand side by side: 《……》《……》."""
        sign, before = self.text[here], self.text[begin:here].rstrip(" " + NOTHING)[-1:]
        if before and sign == "《":
            return before == "》" or (before == ")" and self.text[begin] == "《")
        return bool(before) and sign == "“" and before == "”"

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without the marks at its ends."""
        part = self.text[start:end]
        if part[:1] not in _ENDS and part[-1] not in _ENDS:
            return start, end
        bare = part.strip(_ENDS)
        if len(bare) == len(part):
            return start, end
        start += len(part) - len(part.lstrip(_ENDS))
        return start, start + len(bare)


def without_pinyin(text: str, sign: str = NOTHING) -> str:
    """A text in which readings in brackets have become so many signs, by default signs for nothing."""
    return _PINYIN.sub(lambda found: sign * len(found.group()), text) if "(" in text or "（" in text else text


def pattern(signs: str) -> re.Pattern[str]:
    """Marks to cut at: openers are in it, so that brackets are jumped over."""
    return re.compile(rf"{signs}|[(\[《“〈]")


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
    before = text[max(0, found.start() - 3) : found.start()].rstrip(" ")
    fresh = not before or before[-1] in "\n;。"
    if value == turn[sort] + 1 or (fresh and value) or value == 1:
        turn[sort] = value
        return True
    return False


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
    for found in _BRACKET.finditer(text):
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
