"""Stretches of a cell and the known words at their ends."""

from gongkai.law.elements.marked import MarkedText
from gongkai.law.elements.model import ElementType
from gongkai.law.elements.naming import LONGEST_NAME, plain
from gongkai.law.elements.words import Known, Vocabulary

TITLE = Known("》", ElementType.FILE)


class Stretches:
    """Stretches of one cell, each looked at once.

    一格里的各段文字：`demands` 是只提要求、不成要素的语句（“是否……”“按……执行”）。
    """

    def __init__(self, cell: MarkedText, words: Vocabulary) -> None:
        """Nothing is read before it is asked for."""
        self.cell = cell
        self.words = words
        self.demands: list[tuple[int, int]] = []
        self._seen: dict[tuple[int, int], tuple[str, Known | None]] = {}

    def ends(self, start: int, end: int) -> bool:
        """Whether a stretch ends in a word that tells an element."""
        return self.ending(start, end) is not None

    def ending(self, start: int, end: int) -> Known | None:
        """The known word at the end of a stretch; a title 《……》 ends whatever its words."""
        return self._read(start, end)[1]

    def bare(self, start: int, end: int) -> str:
        """The last words of a stretch, without brackets and trailing words."""
        return self._read(start, end)[0]

    def plain(self, text: str) -> str:
        """A text without brackets and trailing words."""
        return plain(text, self.words)[0]

    def _read(self, start: int, end: int) -> tuple[str, Known | None]:
        known = self._seen.get((start, end))
        if known is None:
            name, _, is_title = plain(self.cell.text[max(start, end - 3 * LONGEST_NAME) : end], self.words)
            known = (name, TITLE if is_title else self.words.ending(name))
            self._seen[start, end] = known
        return known
