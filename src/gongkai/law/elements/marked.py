"""A text with brackets paired, to be cut between its marks."""

import re
from collections.abc import Mapping

from gongkai.law.patterns import lazy

# One sign for each sort of mark, so that every place stays where it stood in the cell.
ITEM, MAYBE, NOTHING = "\x01", "\x02", "\x03"
BRACKET = lazy(r"[()\[\]《》“”〈〉]")
_ENDS = f" ,;:、。/{NOTHING}{ITEM}{MAYBE}"


class MarkedText:
    """A text in which every opening bracket knows its closing one.

    归整过的文字：`closes` 是左括号到右括号的位置，没有配对的括号不在文字里。
    """

    def __init__(self, text: str, closes: Mapping[int, int]) -> None:
        """The marks are already one sign each."""
        self.text = text
        self.closes = closes

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
                mark, begin = found.group(), found.end()
                place = begin if begin > here else here + 1
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


def pattern(signs: str) -> re.Pattern[str]:
    """Marks to cut at: openers are in it, so that brackets are jumped over."""
    return re.compile(rf"{signs}|[(\[《“〈]")
