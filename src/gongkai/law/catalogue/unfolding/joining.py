"""Parts of broken cells put together before columns are known."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gongkai.law.catalogue.unfolding.looks import Look, is_boxed, look
from gongkai.law.catalogue.unfolding.pieces import Piece
from gongkai.law.patterns import lazy

_MOST = 12  # a cell is broken into no more lines than these before a bracket closes
_NARROWEST = 7  # lines shorter than this are whole, not broken by the edge of the cell
_SHORT = 3  # names this short are seldom whole
_OPENERS, _CLOSERS = "《〈【“(（〔", "》〉】”)）〕"
_GOES_ON = lazy(r"[、，,；;。：:》〉】”)）〕]|及(?!时)|等(?:$|[^级])|的通知|的意见")
_LEFT_OPEN = lazy(r".*[、，,(（《〈]$")
_LIMIT_HEAD = lazy(r"自|信息|政府信息|该|公开|形成|制[定作]|获[取得]|收到|作出|决定|批[复准]|按|每|在")
_LIMIT_TAIL = lazy(r"(?:个|工作|作|日|之?内|予以|及时|公|开|公开|公布|[,，、;；]|以|起|\d{1,2}){1,8}")
_LIMIT_DONE = lazy(
    r".*(?:工作日|[日天月年])(?:之?内)?(?:予以|及时|主动)?(?:公开|公布|公示)?[。；;,，]?|.*公开[。；;]?"
)
_WHOLE_CITATION = lazy(r".*(?:[》】)）〕。；;、]|等|规定|要求|文件|法规|条例|办法|意见|通知|方案|规划|\d)$")
_WHOLE_NAME = lazy(
    r".*(?:文件|信息|管理|服务|政策|业务|行政|公开|情况|登记|指南|监督|检查|保障|救助|许可|处罚|事项|职能|标准|规划|计划"
    r"|预算|决算|目录|名单|对象|资金|项目|解读|法规|条件|程序|实施|养护|建设|申请|审核|审批|发布|公示|结果|材料|方式|电话"
    r"|流程|范围|[。；;)）])$"
)
_LIMIT_BREAK = lazy(r"[\d,，、;；]⏎|⏎(?:个|日|内|工作|以内)")
_SHORT_HAN = lazy(r"[\u3400-\u9fff、]{1,3}")


def joined(pieces: Sequence[Piece], numbers: frozenset[int]) -> tuple[list[Piece], frozenset[int]]:
    """The pieces with broken brackets, limits and short words put together, and where numbers are now."""
    done: list[Piece] = []
    kept: set[int] = set()
    at = 0
    while at < len(pieces):
        if at in numbers or pieces[at].closed or not pieces[at].text:
            taken = 1
        else:
            taken = _together(pieces, at, numbers)
        piece = _one(pieces[at : at + taken])
        if at in numbers:
            kept.add(len(done))
        elif done and len(done) - 1 not in kept and _belongs(done[-1], piece):
            done[-1] = _one((done[-1], piece))
            at += taken
            continue
        done.append(piece)
        at += taken
    return _listed(done), frozenset(kept)


def _listed(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring lines that begin alike and are about as long list the content, below a name."""
    done = list(pieces)
    for i in _recurring(pieces):
        done[i] = replace(pieces[i], is_listed=True)
    for i in range(1, len(done) - 1):
        first, second = pieces[i], pieces[i + 1]
        if first.closed or pieces[i - 1].look is not Look.NAME or not _are_parallel(first, second):
            continue
        done[i], done[i + 1] = replace(first, is_listed=True), replace(second, is_listed=True)
    return done


def _recurring(pieces: Sequence[Piece]) -> set[int]:
    """Where three lines stand that come in the same order elsewhere too: what every item has to tell."""
    words = {Look.NAME, Look.CONTENT}
    threes = [
        (first.text, second.text, third.text)
        if not first.closed and first.look in words and second.look in words and third.look in words
        else ()
        for first, second, third in zip(pieces, pieces[1:], pieces[2:], strict=False)
    ]
    counted = Counter(three for three in threes if len(set(three)) == 3)
    return {i + step for i, three in enumerate(threes) if counted[three] > 1 for step in range(3)}


def _are_parallel(first: Piece, second: Piece) -> bool:
    if first.look is not Look.NAME or second.look is not Look.NAME or first.text == second.text:
        return False
    lengths = sorted((len(first.text), len(second.text)))
    return lengths[0] >= 6 and lengths[1] - lengths[0] <= 2 and first.text[:4] == second.text[:4]


def _together(pieces: Sequence[Piece], at: int, numbers: frozenset[int]) -> int:
    """How many pieces from here on are one."""
    reach = at + 1
    while reach < len(pieces) and reach - at < _MOST and reach not in numbers and _is_open(pieces[reach]):
        reach += 1
    if reach == at + 1:
        return 1
    return max(_to_bracket(pieces, at, reach), _to_limit(pieces, at, reach), _to_word(pieces, at, reach), 1)


def _is_open(piece: Piece) -> bool:
    return not piece.closed and bool(piece.text) and not piece.is_title


def _depth(text: str) -> int:
    return sum(text.count(sign) for sign in _OPENERS) - sum(text.count(sign) for sign in _CLOSERS)


def _to_bracket(pieces: Sequence[Piece], at: int, reach: int) -> int:
    """Up to the piece that closes the bracket which this one leaves open."""
    depth = _depth(pieces[at].text)
    if depth <= 0:
        return 1
    for i in range(at + 1, reach):
        if pieces[i].look in {Look.CHANNELS, Look.TICK, Look.LIMIT}:
            return 1
        depth += _depth(pieces[i].text)
        if depth <= 0:
            return i - at + 1
    return 1


def _to_limit(pieces: Sequence[Piece], at: int, reach: int) -> int:
    """Short lines that together are one time limit."""
    if not _LIMIT_HEAD.match(pieces[at].text) or pieces[at].look is Look.LIMIT:
        return 1
    text = pieces[at].text
    for i in range(at + 1, reach):
        if len(pieces[i].text) > 16 or pieces[i].look in {Look.CHANNELS, Look.CITATION}:
            break
        text += pieces[i].text
        if len(text) > 90:
            break
        if look(text) is Look.LIMIT and _LIMIT_DONE.fullmatch(text):
            return i - at + 1 + _tail(pieces, i + 1, reach)
    return 1


def _tail(pieces: Sequence[Piece], at: int, reach: int) -> int:
    taken = 0
    while at + taken < reach and _LIMIT_TAIL.fullmatch(pieces[at + taken].text):
        taken += 1
    return taken


def _to_word(pieces: Sequence[Piece], at: int, reach: int) -> int:
    """Short words one below the other; where they repeat (出生 登记 出生 登记) they are two names."""
    end = at
    while (
        end < reach and _SHORT_HAN.fullmatch(pieces[end].text) and pieces[end].look in {Look.NAME, Look.BODY}
    ):
        end += 1
    texts = [piece.text for piece in pieces[at:end]]
    half = len(texts) // 2
    if half and len(texts) % 2 == 0 and texts[:half] == texts[half:]:
        return half
    return max(len(texts), 1)


def _belongs(last: Piece, piece: Piece) -> bool:
    """Whether the piece plainly goes on with the one before it."""
    if last.closed or last.is_title or piece.is_title or not last.text or last.look is Look.TICK:
        return False
    if _GOES_ON.match(piece.text) or (_LEFT_OPEN.match(last.text) and piece.look is not Look.CHANNELS):
        return True
    if last.look is Look.LIMIT and _LIMIT_TAIL.fullmatch(piece.text):
        return True
    if not piece.is_paragraph and _is_left_over(last, piece):
        return True
    if last.look is not Look.CHANNELS:
        return False
    if piece.look is Look.CHANNELS:
        return is_boxed(last.text) == is_boxed(piece.text)
    return bool(re.match(r"[(（](?![一二三四五六七八九十])", piece.text))


def _is_left_over(last: Piece, piece: Piece) -> bool:
    """The short rest of a cell whose line ended in the middle of a word."""
    rest = "".join(piece.text.split())
    if piece.look not in {Look.NAME, Look.BODY, Look.CONTENT, Look.CITATION} or piece.text[0].isdigit():
        return False
    line = last.text.split("\n")[-1]
    if last.look is Look.CITATION:
        return len(rest) <= 12 and not _WHOLE_CITATION.match(line) and piece.look is not Look.CITATION
    if last.look is Look.CONTENT and re.match(r".{1,4}、", rest):
        return not line.endswith(("。", ";", "；"))
    if last.look in {Look.NAME, Look.CONTENT}:
        return len(rest) <= (_SHORT if len(line) >= 7 else 2) and not _WHOLE_NAME.match(line)
    return False


def _one(parts: Sequence[Piece]) -> Piece:
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return first
    text = "\n".join(part.text for part in parts)
    return replace(first, text=text, closed=last.closed, padding=last.padding)


def flowing(text: str, *, is_limit: bool = False, keeps_lines: bool = False) -> str:
    """The lines of a cell as running text: a full line goes on in the next, a short one ends a paragraph.

    The lines of a time limit are all one sentence, unless each is a limit of its own. Where blank lines part
    the cells (`keeps_lines`), a line break inside one was meant.
    """
    lines = text.split("\n")
    if len(lines) == 1:
        return text
    width = max(_NARROWEST, max(len(line) for line in lines) - 1)
    done = lines[0]
    for before, line in pairwise(lines):
        if is_limit:
            whole = look(before) is Look.LIMIT and look(line) is Look.LIMIT
            goes_on = not whole or bool(_LIMIT_BREAK.search(f"{before[-1:]}⏎{line[:2]}"))
        else:
            goes_on = (
                (len(before) >= width and not keeps_lines) or _depth(done) > 0 or bool(_GOES_ON.match(line))
            )
        done += ("" if goes_on and not _begins_item(line) else "\n") + line
    return done


def _begins_item(line: str) -> bool:
    return bool(re.match(r"\d{1,2}[.．、](?!\d)|[●■□①②③④⑤◆【]|[(（][一二三四五六七八九十\d]+[)）]", line))
