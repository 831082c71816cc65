"""From a content cell to the pieces that name its elements."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from gongkai.law.elements.linking import led, linked
from gongkai.law.elements.marked import BRACKET, ITEM, MAYBE, MarkedText, pattern
from gongkai.law.elements.merging import merged
from gongkai.law.elements.naming import LONGEST_NAME, Piece
from gongkai.law.elements.stretches import Stretches
from gongkai.law.elements.words import Vocabulary, has
from gongkai.law.patterns import lazy

_ITEMS = lazy(rf"(?:{ITEM}|{MAYBE})+|[(\[《“〈]")
_MARKED = lazy(rf"[{ITEM}{MAYBE}\[]")
_CLAUSES = pattern("[;。]")
_COMMAS = pattern(",")
_PIECES = pattern("[,、/]")
_HAN = lazy(r"[\u4e00-\u9fff]")
_REMARK_NUMBER = lazy(r"[\d\s年月日号第修正订至、.\-]*\)?")
_AHEAD = 4  # as far as a clause looks for what follows it
_KEPT = 8192


class Setting(NamedTuple):
    """Where a stretch stands.

    所处之处：`strong` 是已知为要素（有序号、用分号分开），`listed` 是已知为一列要素（在“包括”、冒号之后，
    在括号里）；`required` 为假是可有可无。
    """

    strong: bool = False
    listed: bool = False
    required: bool = True


class Listing:
    """The pieces of one content cell.

    一格里的各项要素。
    """

    def __init__(self, cell: MarkedText, words: Vocabulary) -> None:
        """Nothing is cut before it is asked for."""
        self.cell = cell
        self.words = words
        self.stretches = Stretches(cell, words)

    def pieces(self, setting: Setting) -> list[Piece]:
        """The pieces in the order of the cell."""
        return list(self._items(0, len(self.cell.text), setting))

    # ---- items, clauses ----

    def _items(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """The parts after bullets, numbers and 【headings】."""
        if not _MARKED.search(self.cell.text, start, end):
            yield from self._clauses(start, end, setting)
            return
        strong = setting._replace(strong=True)
        maybe = strong._replace(required=False)
        read = self._headed if self.cell.text.find("[", start, end) >= 0 else self._clauses
        for mark, begin, stop in self.cell.cut(start, end, _ITEMS):
            if begin < stop:
                inner = strong if mark[:1] == ITEM else maybe if mark[:1] == MAYBE else setting
                yield from read(begin, stop, inner)

    def _headed(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """【名称】【正文】 are elements; 【基本信息】姓名 is a heading and its element."""
        text, place = self.cell.text, start
        while (here := text.find("[", place, end)) >= 0:
            closing = self.cell.closes.get(here, here)
            yield from self._clauses(place, here, setting)
            following = text.find("[", closing + 1, end)
            stop = end if following < 0 else following
            if not _HAN.search(text, closing + 1, stop):
                yield from self._clauses(here + 1, closing, setting._replace(strong=True))
            place = closing + 1
        yield from self._clauses(place, end, setting)

    def _clauses(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """The clauses of a stretch; most stretches recur in other cells."""
        if self._stands_alone(start, end):
            return self._recurring(start, end, setting)
        return self._each_clause(start, end, setting)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a stretch of a long cell is short and plain: nothing around it changes what it names."""
        text = self.cell.text
        if end - start > LONGEST_NAME or len(text) <= LONGEST_NAME:
            return False
        return text.find(":", start, end + _AHEAD) < 0 and not BRACKET.search(text, start, end)

    def _recurring(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """The pieces of a stretch that may stand in thousands of cells, read once for all of them."""
        pieces, demands = _read_alone(self.cell.text[start:end], setting, self.words)
        self.stretches.demands += [(start + begin, start + stop) for begin, stop in demands]
        return (piece.moved(start) for piece in pieces)

    def _each_clause(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        spans = [self.cell.trimmed(begin, stop) for _, begin, stop in self.cell.cut(start, end, _CLAUSES)]
        spans = [(begin, stop) for begin, stop in spans if stop > begin]
        if len(spans) > 1 and not setting.strong:
            setting = setting._replace(strong=True)
        for begin, stop in spans:
            is_alone = self._stands_alone(begin, stop)
            yield from (self._recurring if is_alone else self._clause)(begin, stop, setting)

    def _clause(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """A clause without the parts that only say how to disclose; a question ends it."""
        if not self.words.demands.search(self.cell.text, start, end):
            yield from self._told(start, end, setting)
            return
        begin = start
        for _, left, right in self.cell.cut(start, end, _COMMAS):
            if not self._is_demand(left, right, setting):
                continue
            if left > begin:
                yield from self._told(*self.cell.trimmed(begin, left), setting)
            self.stretches.demands.append((left, right))
            begin = end if has(self.cell.text[left:right], self.words.reading.questions) else right
        begin, end = self.cell.trimmed(begin, end)
        if begin < end:
            yield from self._told(begin, end, setting)

    def _told(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """A clause that names elements."""
        if self.cell.text.startswith(self.words.reading.may, start, end):
            setting = setting._replace(required=False)
        if self._is_heading(end):
            return
        if not self.words.lists.search(self.cell.text, start, end):
            yield from self._pieces(start, end, setting)
            return
        *heads, (mark, begin, stop) = self.cell.cut(start, end, self.words.lists_cut)
        if heads and not _HAN.search(self.cell.text, begin, stop):
            _, begin, _ = heads.pop()
        for _, head, tail in heads:
            yield from self._before_heading(head, tail, setting)
        if heads or mark:
            required = setting.required and not mark.lstrip(",、").startswith("可")
            setting = Setting(strong=True, listed=True, required=required)
        yield from self._pieces(begin, stop, setting)

    def _is_heading(self, end: int) -> bool:
        """Whether numbered items follow: 一般公共预算：①……."""
        after = self.cell.text[end : end + _AHEAD]
        return ":" in after and after.lstrip(" :;")[:1] in {ITEM, MAYBE}

    def _before_heading(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """What stands before the heading of a list, separated from it, is elements of its own."""
        cuts = self.cell.cut(start, end, _PIECES)
        heading = self.cell.text[cuts[-1][1] : cuts[-1][2]]
        for (mark, begin, stop), (after, _, _) in pairwise(cuts):
            begin, stop = self.cell.trimmed(begin, stop)
            if self.stretches.ends(begin, stop) and (after == "," or "的" not in heading):
                yield from linked(self.stretches, Piece(begin, stop, mark, setting.required), None)

    def _is_demand(self, start: int, end: int, setting: Setting) -> bool:
        """Whether a part of a clause only says how to disclose; 是否收费 among other items is an element."""
        text = self.cell.text[start:end].strip()
        reading = self.words.reading
        if setting.strong and len(text) <= 6 and text.startswith(reading.questions):
            return text.endswith(reading.demand_ends)
        return any(len(mark) > 1 for mark, _, _ in self.cell.cut(start, end, self.words.demands_cut))

    # ---- pieces of one clause ----

    def _pieces(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        cuts = [
            Piece(*self.cell.trimmed(begin, stop), mark[:1], setting.required, strong=setting.strong)
            for mark, begin, stop in self.cell.cut(start, end, _PIECES, apart=True)
        ]
        pieces = merged(self.stretches, [each for each in cuts if each.end > each.start], setting.listed)
        for i, piece in enumerate(pieces):
            after = pieces[i + 1] if i + 1 < len(pieces) else None
            opened = self._opened(piece)
            yield from linked(self.stretches, piece, after) if opened is None else opened

    # ---- brackets ----

    def _opened(self, piece: Piece) -> Iterator[Piece] | None:
        """The elements in the bracket of a piece, or None where the bracket is only a remark."""
        found = next(self._brackets(piece.start, piece.end), None)
        if found is None:
            return None
        opening, closing = found
        lead = self.words.opens.match(self.cell.text, opening + 1, closing)
        begin = lead.end() if lead else opening + 1
        rest = self.stretches.bare(closing + 1, piece.end)
        link = self.words.links.match(self.cell.text, closing + 1, piece.end)
        if rest and rest not in self.words.reading.vague and not link:
            return None
        inner = list(self._items(begin, closing, Setting(strong=True, listed=True, required=piece.required)))
        if not self._is_list(inner, self.cell.text[opening + 1 : closing], lead is not None):
            return None
        before = led(self.stretches, piece._replace(end=opening)) if self._keeps(lead, inner) else ()
        after = led(self.stretches, piece._replace(start=link.end(), mark="")) if link else ()
        return chain(before, inner, after)

    def _keeps(self, lead: re.Match[str] | None, inner: Sequence[Piece]) -> bool:
        """政策文件（含解读）: what stands before the bracket is an element too."""
        return lead is not None and lead[0] in self.words.reading.keeps and len(inner) == 1

    def _brackets(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        place = start
        while (place := self.cell.text.find("(", place, end)) >= 0:
            if closing := self.cell.closes.get(place):
                if closing < end and not self._is_quoted(start, place):
                    yield place, closing
                place = closing
            place += 1

    def _is_quoted(self, start: int, place: int) -> bool:
        before = self.cell.text[start:place]
        return any(before.count(left) > before.count(right) for left, right in ("《》", "“”"))

    def _is_list(self, inner: Sequence[Piece], text: str, has_lead: bool) -> bool:
        """Whether a bracket holds elements: opened by 包括, or several that end in known words."""
        if has(text, self.words.reading.optional) or _REMARK_NUMBER.fullmatch(text):
            return False
        ended = [piece for piece in inner if self.stretches.ends(piece.start, piece.end)]
        if has_lead:
            return bool(inner)
        return len(inner) > 1 and (len(ended) > 1 or (len(ended) == 1 and len(inner) == 2))


@lru_cache(_KEPT)
def _read_alone(
    text: str, setting: Setting, words: Vocabulary
) -> tuple[tuple[Piece, ...], tuple[tuple[int, int], ...]]:
    """The pieces and the demands of a stretch by itself: 办理依据 says the same in every cell."""
    listing = Listing(MarkedText(text, {}), words)
    return tuple(listing.pieces(setting)), tuple(listing.stretches.demands)
