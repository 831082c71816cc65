"""Pieces joined by 和, led by a verb, or no names at all."""

from collections.abc import Iterator

from gongkai.law.elements.model import ElementType
from gongkai.law.elements.naming import LONGEST_NAME, Piece
from gongkai.law.elements.stretches import Stretches
from gongkai.law.elements.words import Known


def linked(stretches: Stretches, piece: Piece, after: Piece | None) -> Iterator[Piece]:
    """全文和有效性 are two, 部门和地方规章 is one: split where both halves end in known words."""
    begin = piece.start
    is_first = piece.mark not in {"、", "/"}
    shared = is_first and after is not None and after.mark == "、"
    held = shared and after is not None and stretches.bare(after.start, after.end) in stretches.words.known
    has_links = stretches.words.links.search(stretches.cell.text, begin, piece.end)
    if has_links and piece.end - piece.start <= 2 * LONGEST_NAME:
        for _, _, stop in stretches.cell.cut(piece.start, piece.end, stretches.words.links_cut):
            later = stop + _link_length(stretches, stop, piece.end)
            if stop < piece.end and _splits(stretches, begin, stop, later, piece.end):
                own = piece._replace(start=begin, end=stop, shared=is_first and begin == piece.start)
                yield from led(stretches, own)
                piece = piece._replace(kin=stretches.bare(begin, stop)[-4:-2])
                begin, shared, held = later, after is not None and after.mark == "、", False
    is_same = begin == piece.start and shared is piece.shared and held is piece.held
    yield from led(stretches, piece if is_same else piece._replace(start=begin, shared=shared, held=held))


def _link_length(stretches: Stretches, place: int, end: int) -> int:
    found = stretches.words.links.match(stretches.cell.text, place, end)
    return found.end() - found.start() if found else 0


def _splits(stretches: Stretches, begin: int, stop: int, after: int, end: int) -> bool:
    right = stretches.bare(after, end)
    first = stretches.ending(begin, stop)
    if first is None or not right or stretches.cell.text.startswith("及时", stop):
        return False
    owner = right.rpartition("的")[0]
    if (owner or right not in stretches.words.known) and _is_holder(stretches, first):
        return False
    if owner and stretches.cell.text.startswith(stretches.words.reading.prepositions, begin):
        return False
    return right in stretches.words.reading.empty or stretches.words.ending(right) is not None


def _is_holder(stretches: Stretches, known: Known) -> bool:
    """Whether a word names somebody: such a word has things rather than being one."""
    return known.word.endswith(stretches.words.reading.holders) or known.type is ElementType.PERSON


def led(stretches: Stretches, piece: Piece) -> Iterator[Piece]:
    """Without the verb at its front; dropped where it is a sentence rather than a name."""
    start, end = stretches.cell.trimmed(piece.start, piece.end)
    text = stretches.cell.text
    lead = stretches.words.leads.match(text, start, end)
    if (
        lead
        and text[lead.end() : lead.end() + 1] != "的"
        and (end - lead.end() >= 4 or not lead[0].startswith(("公", "发")))
    ):
        start, end = stretches.cell.trimmed(lead.end(), end)
    call = stretches.words.calls.search(text, start, end)
    if call and stretches.ends(call.end(), end):
        start, end = stretches.cell.trimmed(call.end(), end)
    if text.endswith(stretches.words.reading.closers, start, end) and stretches.ends(start, end - 2):
        end -= 2
    name = stretches.bare(start, end)
    if not name or _is_sentence(stretches, name, piece):
        stretches.demands += [(start, end)] if name else []
        return
    if text[end - 1] in stretches.words.trail_ends:
        trail = stretches.words.trails.search(text, max(start, end - 8), end)
        start, end = stretches.cell.trimmed(start, trail.start() if trail else end)
    is_same = start == piece.start and end == piece.end
    yield piece if is_same else piece._replace(start=start, end=end)


def _is_sentence(stretches: Stretches, name: str, piece: Piece) -> bool:
    """Whether a piece without a known end is a demand or too long to be a name."""
    if stretches.ending(piece.start, piece.end):
        return name.startswith(stretches.words.reading.manners) and len(name) > 12
    reading = stretches.words.reading
    if name.startswith((*reading.may, *reading.manners)) or name.endswith("的"):
        return True
    is_item = piece.strong and len(name) <= 6
    return len(name) > (20 if piece.strong else 30) or (name.endswith(reading.demand_ends) and not is_item)
