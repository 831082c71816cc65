"""From a content cell to the pieces that name its elements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.law.elements.cell import ITEM, MAYBE, Cell, pattern
from gongkai.law.elements.model import ElementType
from gongkai.law.elements.naming import LONGEST_NAME, Piece, plain
from gongkai.law.elements.words import Known, Vocabulary, has

_ITEMS = re.compile(rf"(?:{ITEM}|{MAYBE})+|[(\[《“〈]")
_MARKED = re.compile(rf"[{ITEM}{MAYBE}\[]")
_CLAUSES = pattern("[;。]")
_PIECES = pattern("[,、/]")
_OTHERS = pattern("等")
TITLE = Known("》", ElementType.FILE)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_REMARK_NUMBER = re.compile(r"[\d\s年月日号第修正订至、.\-]*\)?")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a stretch stands.

    所处之处：`strong` 是已知为要素（有序号、用分号分开），`listed` 是已知为一列要素（在“包括”、冒号之后，
    在括号里）；`required` 为假是可有可无。
    """

    strong: bool = False
    listed: bool = False
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
        self._seen: dict[tuple[int, int], tuple[str, Known | None]] = {}
        self.pieces = list(self._items(0, len(cell.text), Setting()))

    # ---- items, clauses ----

    def _items(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """The parts after bullets, numbers and 【headings】."""
        if not _MARKED.search(self.cell.text, start, end):
            yield from self._clauses(start, end, setting)
            return
        for mark, begin, stop in self.cell.cut(start, end, _ITEMS):
            inner = setting
            if mark[:1] == ITEM:
                inner = replace(setting, strong=True)
            elif mark[:1] == MAYBE:
                inner = replace(setting, strong=True, required=False)
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
        if len(spans) > 1 and not setting.strong:
            setting = replace(setting, strong=True)
        for begin, stop in spans:
            yield from self._clause(begin, stop, setting)

    def _clause(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """A clause: words before 包括 or a colon are a heading, what follows is a list of elements."""
        if self._is_demand(start, end):
            self.demands.append((start, end))
            return
        if self.cell.text.startswith(self.words.reading.may, start, end):
            setting = replace(setting, required=False)
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
        after = self.cell.text[end : end + 4]
        return ":" in after and after.lstrip(" :;")[:1] in {ITEM, MAYBE}

    def _before_heading(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        """What stands before the heading of a list, separated from it, is elements of its own."""
        cuts = list(self.cell.cut(start, end, _PIECES))
        for mark, begin, stop in cuts[:-1]:
            begin, stop = self.cell.trimmed(begin, stop)
            if self._ends(begin, stop) and "的" not in self.cell.text[cuts[-1][1] : cuts[-1][2]]:
                yield Piece(begin, stop, mark, setting.required)

    def _is_demand(self, start: int, end: int) -> bool:
        """Whether a clause only says how to disclose."""
        return self.words.demands.search(self.cell.text, start, min(end, start + 60)) is not None

    # ---- pieces of one clause ----

    def _pieces(self, start: int, end: int, setting: Setting) -> Iterator[Piece]:
        cuts = [
            Piece(*self.cell.trimmed(begin, stop), mark[:1], setting.required, strong=setting.strong)
            for mark, begin, stop in self.cell.cut(start, end, _PIECES)
        ]
        pieces = self._merged([piece for piece in cuts if piece.end > piece.start], setting.listed)
        for i, piece in enumerate(pieces):
            after = pieces[i + 1] if i + 1 < len(pieces) else None
            opened = self._opened(piece)
            yield from self._linked(piece, after) if opened is None else opened

    def _merged(self, pieces: Sequence[Piece], is_listed: bool) -> list[Piece]:
        """甲、乙等方面的政策 and 甲、乙的依据 are one piece: what stands before has the same head."""
        merged: list[Piece] = []
        ends: list[Known | None] = []
        ended = 0
        for piece in pieces:
            text = self.cell.text[piece.start : piece.end]
            while merged and piece.mark in {"、", "/"}:
                if not self._hangs(merged[-1], ends[-1], text, ended > 0, is_listed):
                    break
                last = merged.pop()
                ended -= ends.pop() is not None
                piece = piece._replace(start=last.start, mark=last.mark)
            merged.append(self._cut_at_others(piece, bool(merged)))
            ends.append(self._ending(merged[-1].start, merged[-1].end))
            ended += ends[-1] is not None
        return merged

    def _hangs(self, last: Piece, ending: Known | None, text: str, is_ended: bool, is_listed: bool) -> bool:
        """Whether the piece before has no head of its own but the head of this one."""
        reading = self.words.reading
        owner = self._plain(text.rpartition("的")[0])
        if owner and not owner.endswith(reading.not_owners):
            before = self._bare(last.start, last.end)
            if ending is None:
                is_alike = before[:2] == owner[:2] or len(before) == len(owner) or "等" in owner
                return not is_listed or is_alike or before.startswith(reading.prepositions)
            held = self.words.ending(owner)
            if held is not None and held.word == ending.word:
                return True
            return ending.word in reading.holders and owner.endswith(reading.holders)
        if ending is not None or is_listed or is_ended:
            return False
        return self.words.ending(self._plain(text)) is not None

    def _cut_at_others(self, piece: Piece, follows: bool) -> Piece:
        """视频解读等多种形式的解读 after others of its sort: the words after 等 tell nothing new."""
        if not follows or piece.mark != "、" or self.cell.text.find("等", piece.start, piece.end - 1) < 0:
            return piece
        place = self.cell.cut(piece.start, piece.end, _OTHERS)[0][2]
        is_inside = piece.start < place < piece.end - 1
        return piece._replace(end=place) if is_inside and self._ends(piece.start, place) else piece

    def _linked(self, piece: Piece, after: Piece | None) -> Iterator[Piece]:
        """全文和有效性 are two, 部门和地方规章 is one: split where both halves end in known words."""
        begin = piece.start
        is_first = piece.mark not in {"、", "/"}
        shared = is_first and after is not None and after.mark == "、"
        held = shared and after is not None and self._bare(after.start, after.end) in self.words.known
        has_links = self.words.links.search(self.cell.text, begin, piece.end)
        if has_links and piece.end - piece.start <= 2 * LONGEST_NAME:
            for _, _, stop in self.cell.cut(piece.start, piece.end, self.words.links_cut):
                later = stop + self._link_length(stop, piece.end)
                if stop < piece.end and self._splits(begin, stop, later, piece.end):
                    own = piece._replace(start=begin, end=stop, shared=is_first and begin == piece.start)
                    yield from self._led(own)
                    piece = piece._replace(kin=self._bare(begin, stop)[-4:-2])
                    begin, shared, held = later, False, False
        yield from self._led(piece._replace(start=begin, shared=shared, held=held))

    def _link_length(self, place: int, end: int) -> int:
        found = self.words.links.match(self.cell.text, place, end)
        return found.end() - found.start() if found else 0

    def _splits(self, begin: int, stop: int, after: int, end: int) -> bool:
        right = self._bare(after, end)
        first = self._ending(begin, stop)
        if first is None or not right or self.cell.text.startswith("及时", stop):
            return False
        if first.word.endswith(self.words.reading.holders) and right not in self.words.known:
            return False
        return right in self.words.reading.empty or self.words.ending(right) is not None

    def _led(self, piece: Piece) -> Iterator[Piece]:
        """Without the verb at its front; dropped where it is a sentence rather than a name."""
        start, end = self.cell.trimmed(piece.start, piece.end)
        text = self.cell.text
        lead = self.words.leads.match(text, start, end)
        if lead and (end - lead.end() >= 4 or not lead[0].startswith(("公", "发"))):
            start, end = self.cell.trimmed(lead.end(), end)
        name = self._bare(start, end)
        if not name or self._is_sentence(name, piece):
            self.demands += [(start, end)] if name else []
            return
        if text[end - 1] in self.words.trail_ends:
            trail = self.words.trails.search(text, max(start, end - 8), end)
            start, end = self.cell.trimmed(start, trail.start() if trail else end)
        yield piece._replace(start=start, end=end)

    def _is_sentence(self, name: str, piece: Piece) -> bool:
        """Whether a piece without a known end is a demand or too long to be a name."""
        if self._ending(piece.start, piece.end):
            return False
        if name.startswith(self.words.reading.may):
            return True
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
        inner = list(self._items(begin, closing, Setting(strong=True, listed=True, required=piece.required)))
        if not self._is_list(inner, self.cell.text[opening + 1 : closing], lead is not None):
            return None
        return self._replaced(piece, opening, inner, lead[0] if lead else "")

    def _replaced(self, piece: Piece, opening: int, inner: list[Piece], lead: str) -> Iterator[Piece]:
        if lead in self.words.reading.keeps and len(inner) == 1:
            yield from self._led(piece._replace(end=opening))
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

    def _is_list(self, inner: Sequence[Piece], text: str, has_lead: bool) -> bool:
        """Whether a bracket holds elements: opened by 包括, or several that end in known words."""
        if has(text, self.words.reading.optional) or _REMARK_NUMBER.fullmatch(text):
            return False
        ended = [piece for piece in inner if self._ends(piece.start, piece.end)]
        if has_lead:
            return bool(inner)
        return len(inner) > 1 and (len(ended) > 1 or (len(ended) == 1 and len(inner) == 2))

    # ---- words ----

    def _ends(self, start: int, end: int) -> bool:
        return self._ending(start, end) is not None

    def _ending(self, start: int, end: int) -> Known | None:
        """The known word at the end of a stretch; a title 《……》 ends whatever its words."""
        return self._read(start, end)[1]

    def _bare(self, start: int, end: int) -> str:
        """The last words of a stretch, without brackets and trailing words."""
        return self._read(start, end)[0]

    def _read(self, start: int, end: int) -> tuple[str, Known | None]:
        known = self._seen.get((start, end))
        if known is None:
            name, _, is_title = plain(self.cell.text[max(start, end - 3 * LONGEST_NAME) : end], self.words)
            known = (name, TITLE if is_title else self.words.ending(name))
            self._seen[start, end] = known
        return known

    def _plain(self, text: str) -> str:
        return plain(text, self.words)[0]
