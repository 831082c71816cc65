"""From a content cell to the pieces that name its elements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.law.elements.cell import ITEM, MAYBE, Cell, pattern
from gongkai.law.elements.naming import LONGEST_NAME, Piece, plain
from gongkai.law.elements.words import Vocabulary, has

_ITEMS = re.compile(rf"(?:{ITEM}|{MAYBE})+|[(\[《“〈]")
_CLAUSES = pattern("[;。]")
_PIECES = pattern("[,、/]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_REMARK_NUMBER = re.compile(r"[\d\s年月日号第修正订至、.\-]*\)?")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a stretch stands.

    所处之处：`strong` 是已知为一列要素（有序号、在“包括”之后）；`required` 为假是可有可无。
    """

    strong: bool = False
    required: bool = True


class Listing:
    """The pieces of one content cell.

    一格里的各项要素；`demands` 是只提要求、不成要素的语句，`questions` 是“是否……”。
    """

    def __init__(self, cell: Cell, words: Vocabulary) -> None:
        """Cuts the cell at once; `pieces` keeps the order of the cell."""
        self.cell = cell
        self.words = words
        self.demands: list[tuple[int, int]] = []
        self.pieces = list(self._items(0, len(cell.text), Setting()))

    # ---- items, clauses ----

    def _items(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """The parts after bullets, numbers and 【headings】."""
        for mark, begin, stop in self.cell.cut(start, end, _ITEMS):
            inner = setting
            if mark[:1] == ITEM:
                inner = replace(setting, strong=True)
            elif mark[:1] == MAYBE:
                inner = Setting(strong=True, required=False)
            yield from self._headed(begin, stop, inner)

    def _headed(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """【名称】【正文】 are elements; 【基本信息】姓名 is a heading and its element."""
        text, place = self.cell.text, start
        while (here := text.find("[", place, end)) >= 0:
            closing = self.cell.closes.get(here, here)
            yield from self._clauses(place, here, setting)
            following = text.find("[", closing + 1, end)
            stop = end if following < 0 else following
            if not _HAN.search(text, closing + 1, stop):
                yield from self._clauses(here + 1, closing, replace(setting, strong=True))
            place = closing + 1
        yield from self._clauses(place, end, setting)

    def _clauses(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        spans = [self.cell.trimmed(begin, stop) for _, begin, stop in self.cell.cut(start, end, _CLAUSES)]
        spans = [(begin, stop) for begin, stop in spans if stop > begin]
        inner = replace(setting, strong=setting.strong or len(spans) > 1)
        for begin, stop in spans:
            yield from self._clause(begin, stop, inner)

    def _clause(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """A clause: words before 包括 or a colon are a heading, what follows is a list of elements."""
        if self._is_demand(start, end):
            self.demands.append((start, end))
            return
        if self.cell.text.startswith(self.words.reading.may, start, end):
            setting = replace(setting, required=False)
        *heads, (mark, begin, stop) = self.cell.cut(start, end, self.words.lists_cut)
        if heads and not _HAN.search(self.cell.text, begin, stop):
            _, begin, _ = heads.pop()
        for _, head, tail in heads:
            yield from self._before_heading(head, tail, setting)
        if heads or mark:
            setting = Setting(True, setting.required and not mark.lstrip(",、").startswith("可"))
        yield from self._pieces(begin, stop, setting)

    def _before_heading(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """What stands before the heading of a list, separated from it, is elements of its own."""
        cuts = list(self.cell.cut(start, end, _PIECES))
        for mark, begin, stop in cuts[:-1]:
            begin, stop = self.cell.trimmed(begin, stop)
            if self._ends(begin, stop) and "的" not in self.cell.text[cuts[-1][1] : cuts[-1][2]]:
                yield Piece(begin, stop, mark, setting.required)

    def _is_demand(self, start: int, end: int) -> bool:
        """Whether a clause only says how to disclose."""
        text = self.cell.text
        return any(text.find(word, start, min(end, start + 60)) >= 0 for word in self.words.reading.demands)

    # ---- pieces of one clause ----

    def _pieces(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        cuts = [
            Piece(*self.cell.trimmed(begin, stop), mark[:1], setting.required, strong=setting.strong)
            for mark, begin, stop in self.cell.cut(start, end, _PIECES)
        ]
        pieces = self._merged([piece for piece in cuts if piece.end > piece.start], setting.strong)
        for i, piece in enumerate(pieces):
            follows = pieces[i + 1].mark if i + 1 < len(pieces) else ""
            opened = self._opened(piece)
            yield from self._linked(piece, follows) if opened is None else opened

    def _merged(self, pieces: Sequence[Piece], strong: bool) -> list[Piece]:
        """甲、乙等方面的政策 and 甲、乙的依据 are one piece: what stands before has the same head."""
        merged: list[Piece] = []
        for piece in pieces:
            text = self.cell.text[piece.start : piece.end]
            owner = text.rpartition("的")[0]
            while merged and piece.mark in "、/" and self._hangs(merged, owner, text, strong):
                piece = replace(piece, start=merged[-1].start, mark=merged[-1].mark)
                merged.pop()
            merged.append(self._cut_at_others(piece, bool(merged)))
        return merged

    def _hangs(self, merged: Sequence[Piece], owner: str, text: str, strong: bool) -> bool:
        """Whether the piece before has no head of its own but the head of this one."""
        last = merged[-1]
        ending = self.words.ending(self._bare(last.start, last.end))
        if owner:
            held = self.words.ending(self._plain(owner))
            if ending is None or (held is not None and held.word == ending.word):
                return True
            return ending.word in self.words.reading.holders and owner.endswith(self.words.reading.holders)
        if ending is not None or strong:
            return False
        if self.words.ending(self._plain(text)) is None:
            return False
        return len(merged) == 1 or all(not self._ends(each.start, each.end) for each in merged)

    def _cut_at_others(self, piece: Piece, follows: bool) -> Piece:
        """视频解读等多种形式的解读 after others of its sort: the words after 等 tell nothing new."""
        place = self.cell.text.find("等", piece.start, piece.end)
        if follows and piece.mark == "、" and place > piece.start and self._ends(piece.start, place):
            return replace(piece, end=place)
        return piece

    def _linked(self, piece: Piece, follows: str) -> Iterator[Piece]:
        """全文和有效性 are two, 部门和地方规章 is one: split where both halves end in known words."""
        begin = piece.start
        shared = follows == "、"
        if piece.end - piece.start <= 2 * LONGEST_NAME:
            for _, _, stop in self.cell.cut(piece.start, piece.end, self.words.links_cut):
                after = stop + self._link_length(stop, piece.end)
                if stop < piece.end and self._splits(begin, stop, after, piece.end):
                    yield from self._led(replace(piece, start=begin, end=stop, shared=begin == piece.start))
                    begin, shared = after, False
        is_first = begin == piece.start and piece.mark not in {"、", "/"}
        yield from self._led(replace(piece, start=begin, shared=shared and is_first))

    def _link_length(self, place: int, end: int) -> int:
        found = self.words.links.match(self.cell.text, place, end)
        return found.end() - found.start() if found else 0

    def _splits(self, begin: int, stop: int, after: int, end: int) -> bool:
        left, right = self._bare(begin, stop), self._bare(after, end)
        first = self.words.ending(left)
        if first is None or right[:1] in {"", "时"}:
            return False
        if left == first.word and not first.standard and len(left) < 3:
            return False
        if first.word in self.words.reading.holders and right not in self.words.known:
            return False
        return right in self.words.reading.empty or self.words.ending(right) is not None

    def _led(self, piece: Piece) -> Iterator[Piece]:
        """Without the verb at its front; dropped where it is a sentence rather than a name."""
        start, end = self.cell.trimmed(piece.start, piece.end)
        text = self.cell.text
        for lead in self.words.reading.leads:
            if text.startswith(lead, start, end) and (
                end - start - len(lead) >= 4 or not lead.startswith(("公", "发"))
            ):
                start, end = self.cell.trimmed(start + len(lead), end)
                break
        name = self._bare(start, end)
        if not name or self._is_sentence(name, piece):
            self.demands += [(start, end)] if name else []
            return
        trail = next((each for each in self.words.reading.trails if text.endswith(each, start, end)), "")
        start, end = self.cell.trimmed(start, end - len(trail))
        yield replace(piece, start=start, end=end)

    def _is_sentence(self, name: str, piece: Piece) -> bool:
        """Whether a piece without a known end is a demand or too long to be a name."""
        if self.words.ending(name):
            return False
        return len(name) > (20 if piece.strong else 30) or name.endswith(self.words.reading.demand_ends)

    # ---- brackets ----

    def _opened(self, piece: Piece) -> Iterator[Piece] | None:
        """The elements in the bracket of a piece, or None where the bracket is only a remark."""
        found = next(self._brackets(piece.start, piece.end), None)
        if found is None:
            return None
        opening, closing = found
        lead = self.words.opens.match(self.cell.text, opening + 1, closing)
        begin = lead.end() if lead else opening + 1
        rest = self._bare(closing + 1, piece.end)
        if rest and rest not in self.words.reading.vague and rest != "等":
            return None
        inner = list(self._items(begin, closing, Setting(True, piece.required)))
        if not self._is_list(inner, begin, closing, lead is not None):
            return None
        return self._replaced(piece, opening, inner, lead[0] if lead else "")

    def _replaced(self, piece: Piece, opening: int, inner: list[Piece], lead: str) -> Iterator[Piece]:
        if lead in self.words.reading.keeps and len(inner) == 1:
            yield from self._led(replace(piece, end=opening))
        yield from inner

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

    def _is_list(self, inner: Sequence[Piece], begin: int, end: int, has_lead: bool) -> bool:
        """Whether a bracket holds elements: opened by 包括, or several that end in known words."""
        text = self.cell.text[begin:end]
        if has(text, self.words.reading.optional) or _REMARK_NUMBER.fullmatch(text):
            return False
        ended = [piece for piece in inner if self._ends(piece.start, piece.end)]
        if has_lead:
            return bool(inner)
        return len(inner) > 1 and (len(ended) > 1 or (len(ended) == 1 and len(inner) == 2))

    # ---- words ----

    def _ends(self, start: int, end: int) -> bool:
        return self.words.ending(self._bare(start, end)) is not None

    def _bare(self, start: int, end: int) -> str:
        """The last words of a stretch, without brackets and trailing words."""
        return self._plain(self.cell.text[max(start, end - 3 * LONGEST_NAME) : end])

    def _plain(self, text: str) -> str:
        return plain(text, self.words)[0]
