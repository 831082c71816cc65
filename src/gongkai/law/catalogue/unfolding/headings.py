"""The heading of a poured-out table, found and flattened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai.law.catalogue.unfolding import words
from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.numbers import value
from gongkai.law.catalogue.unfolding.pieces import Piece
from gongkai.law.catalogue.unfolding.words import MARKED, Family
from gongkai.law.patterns import lazy

_JOINED = 4  # a heading word is broken into no more pieces than these
_LONGEST = 70
_MOST_SCRAPS, _LONGEST_SCRAP = 12, 4
_BROKEN = lazy(
    r"(?:信息公开|公开|[一二三四五六]级|特定|责任|依申请|主动)"
    r"(?:对象|方式|层级|主体|时限|依据|内容|事项|群体|群众|公开|单位|渠道(?:和载体)?|目录|形式)"
)
_DIGITS = "一二三四五六七八"
_REMARK = lazy(r"[“”\"()（）\[\]]|表示")
_STRANGE = 2  # so many words in a row need not be known


@dataclass(frozen=True, slots=True)
class Caption:
    """A column of the table with the word over it.

    表列：`word` 是表头的写法，`family` 是栏的种类。
    """

    word: str
    family: Family


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stood in the text.

    表头：占第 `start` 至 `end`（不含）个碎片；`columns` 是拉平后的各列；`is_open` 表示事项没有写明分几级；
    `width` 是表头一行补齐以后的格数，0表示没有补齐；`is_torn` 表示表头末尾有认不出的碎字，列数未必全。
    """

    start: int
    end: int
    columns: tuple[Caption, ...]
    is_open: bool = False
    guessed: tuple[str, ...] = ()
    width: int = 0
    is_torn: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    family: Family
    is_known: bool = True


# 表头缺损时按国家标准目录的次序
STANDARD = (
    Caption("序号", Family.NUMBER),
    Caption("一级事项", Family.LEVEL),
    Caption("二级事项", Family.LEVEL),
    Caption("公开内容", Family.CONTENT),
    Caption("公开依据", Family.BASIS),
    Caption("公开时限", Family.LIMIT),
    Caption("公开主体", Family.BODY),
    Caption("公开渠道和载体", Family.CHANNELS),
    Caption("公开对象", Family.AUDIENCE),
    Caption("公开方式", Family.MODE),
    Caption("公开层级", Family.LAYER),
)


def headings(pieces: Sequence[Piece]) -> list[Heading]:
    """Every heading in the text, in its order."""
    found: list[Heading] = []
    at = 0
    while at < len(pieces):
        heading = _heading_at(pieces, at) if _may_begin(pieces, at) else None
        if heading is None:
            at += 1
        else:
            found.append(heading)
            at = heading.end
    return found


def _may_begin(pieces: Sequence[Piece], at: int) -> bool:
    return (
        not pieces[at].is_title and len(pieces[at].text) <= 60 and words.family(pieces[at].text) is not None
    )


def _heading_at(pieces: Sequence[Piece], start: int) -> Heading | None:
    found, end = _read(pieces, start)
    torn = _past_rest(pieces, end, found)
    families = [word.family for word in found if word.is_known]
    kinds = set(families)
    enough = len(families) >= 4 or (len(families) >= 3 and Family.LEVEL in kinds)
    if not (enough and Family.CONTENT in kinds and len(kinds) >= 3):
        return None
    if Family.LEVEL not in kinds and Family.NUMBER not in kinds:
        return None
    columns, is_open = _flattened(found)
    columns, guessed = _completed(columns)
    one_row = is_open and not any(words.is_part(word.text) for word in found)
    width = _width(pieces[start:end], one_row=one_row)
    return Heading(start, torn, columns, is_open, guessed, width, is_torn=torn > end)


def _read(pieces: Sequence[Piece], start: int) -> tuple[list[_Word], int]:
    """The heading words from here on, and where they end."""
    found: list[_Word] = []
    at = end = start
    strange: list[_Word] = []
    while at < len(pieces) and at - start < _LONGEST:
        word, taken = _word_at(pieces, at)
        if word is not None and (_is_second_start(word, found) or (strange and _is_seen(word, found))):
            break
        if word is not None:
            found.extend([*strange, word])
            strange, at = [], at + taken
            end = at
        elif pieces[at].look is Look.EMPTY:
            at += 1
        elif not found or len(strange) >= _STRANGE or not _may_be_strange(pieces[at]):
            break
        else:
            strange.append(_Word(pieces[at].text, Family.OTHER, is_known=False))
            at += 1
    return _without_remarks(found), _past_empty(pieces, end)


def _width(pieces: Sequence[Piece], *, one_row: bool) -> int:
    """The cells of the first row with the bars that pad it."""
    at = next((i for i, piece in enumerate(pieces) if piece.padding), None)
    if at is not None:
        return at + 1 + pieces[at].padding
    return len(pieces) if one_row and all(piece.closed for piece in pieces) else 0


def _past_empty(pieces: Sequence[Piece], end: int) -> int:
    while end < len(pieces) and pieces[end].look is Look.EMPTY:
        end += 1
    return end


def _past_rest(pieces: Sequence[Piece], end: int, found: Sequence[_Word]) -> int:
    """Behind rows of scraps that a heading broken over several lines leaves above the first number."""
    if not any(word.family is Family.NUMBER for word in found):
        return end
    at = end
    while at < len(pieces) and at - end < _MOST_SCRAPS and _is_scrap(pieces[at]):
        at += 1
    is_number = at < len(pieces) and pieces[at].look is Look.DIGITS and value(pieces[at]) == 1
    return at if at > end and is_number and pieces[at - 1].padding and pieces[at].starts else end


def _is_scrap(piece: Piece) -> bool:
    scraps = {Look.NAME, Look.BODY, Look.EMPTY, Look.AUDIENCE, Look.MODE}
    return piece.closed and len(piece.text) <= _LONGEST_SCRAP and piece.look in scraps


def _is_second_start(word: _Word, found: Sequence[_Word]) -> bool:
    return word.family is Family.NUMBER and any(other.family is Family.NUMBER for other in found)


def _is_seen(word: _Word, found: Sequence[_Word]) -> bool:
    """Whether the heading has such a column already: then the words before it are of the body."""
    return word.family not in {Family.LEVEL, Family.OTHER, *MARKED} and any(
        other.family is word.family for other in found
    )


def _may_be_strange(piece: Piece) -> bool:
    odd = {Look.DIGITS, Look.LIMIT, Look.CITATION, Look.TICK, Look.PHONE, Look.ADDRESS}
    return piece.look not in odd and len(piece.text) <= 40 and not piece.is_title


def _without_remarks(found: list[_Word]) -> list[_Word]:
    """Remarks in brackets after a heading word (“■”表示必选项) are no columns."""
    return [word for word in found if word.is_known or not _REMARK.search(word.text)]


def _word_at(pieces: Sequence[Piece], at: int) -> tuple[_Word | None, int]:
    """The longest heading word that begins here, and how many pieces it is broken into."""
    if pieces[at].is_title or len(pieces[at].text) > 60:
        return None, 0
    longest = 1 if pieces[at].closed else min(_JOINED, len(pieces) - at)
    for taken in range(longest, 0, -1):
        parts = pieces[at : at + taken]
        if taken > 1 and (any(part.is_title or part.padding for part in parts[:-1]) or not _breaks(parts)):
            continue
        text = "".join(part.text for part in parts)
        found = words.family(text) if len(text) <= 60 else None
        if found is not None:
            return _Word(text, found), taken
    return None, 0


def _breaks(parts: Sequence[Piece]) -> bool:
    """Pieces may be parts of one word only where one of them is none by itself, and no bar closed them."""
    if any(part.closed or not part.text for part in parts[:-1]) or sum(len(part.text) for part in parts) > 24:
        return False
    if any(part.look is Look.DIGITS or _begins_a_word(part.text) for part in parts[1:]):
        return False
    whole = words.restored("".join(part.text for part in parts))
    if words.family(parts[0].text) is None:
        return True
    if words.restored(parts[0].text) == "公开":
        return bool(_BROKEN.fullmatch(whole))
    goes_on = parts[1].text.startswith(tuple("和及与或(（")) and not any(
        words.family(part.text) for part in parts[2:]
    )
    return goes_on or bool(_BROKEN.fullmatch(whole))


def _begins_a_word(text: str) -> bool:
    plain = words.restored(text)
    return len(plain) > 2 and plain.startswith(("公开", "全社会", "特定", "主动", "依申请", "序号"))


def _flattened(found: Sequence[_Word]) -> tuple[tuple[Caption, ...], bool]:
    """The columns from left to right: words of the second row stand in place of the one they divide."""
    levels = [word for word in found if words.level(word.text) is not None]
    tops = [word for word in found if word.family is Family.LEVEL and words.level(word.text) is None]
    divided = _divided(found, tops, levels)
    parts = {
        kind: [word for word in found if word.family is kind and words.is_part(word.text)] for kind in MARKED
    }
    columns: list[Caption] = []
    for word in found:
        if word is divided:
            columns.extend(_column(level) for level in _below(found, word, levels))
        elif divided is not None and word in _below(found, divided, levels):
            continue
        elif word.family in MARKED and parts[word.family] and not words.is_part(word.text):
            columns.extend(_column(part) for part in parts[word.family])
            parts[word.family] = []
        elif word.family in MARKED and words.is_part(word.text) and word not in parts[word.family]:
            continue
        else:
            columns.append(_column(word))
    return tuple(_once(columns)), len(tops) == 1 and divided is None and not levels


def _divided(found: Sequence[_Word], tops: Sequence[_Word], levels: Sequence[_Word]) -> _Word | None:
    """The word over the levels (公开事项), where they stand in the second row."""
    if not levels or not tops:
        return None
    named = [word for word in tops if words.restored(word.text).endswith(("事项", "事项名称"))] or list(tops)
    return named[0] if _below(found, named[0], levels) else None


def _below(found: Sequence[_Word], top: _Word, levels: Sequence[_Word]) -> list[_Word]:
    at = found.index(top)
    return [level for level in levels if found.index(level) > at]


def _column(word: _Word) -> Caption:
    return Caption(words.restored(word.text) or word.text, word.family)


def _once(columns: Sequence[Caption]) -> list[Caption]:
    """The columns with each once; two levels of one name are two levels, misprinted."""
    done: list[Caption] = []
    for column in columns:
        level = words.level(column.word)
        if column.word == "公开" or column not in done:
            done.append(column)
        elif level is not None and level < len(_DIGITS):
            done.append(replace(column, word=column.word.replace(_DIGITS[level - 1], _DIGITS[level])))
    return done


def _completed(columns: tuple[Caption, ...]) -> tuple[tuple[Caption, ...], tuple[str, ...]]:
    """Words of which only 公开 is left are named by the order of the national standard."""
    missing = [
        column for column in STANDARD[5:7] if not any(other.family is column.family for other in columns)
    ]
    done: list[Caption] = []
    guessed: list[str] = []
    for column in columns:
        if column.word == "公开" and missing:
            guessed.append(missing[0].word)
            done.append(missing.pop(0))
        else:
            done.append(column)
    return tuple(done), tuple(guessed)


def with_levels(columns: tuple[Caption, ...], count: int) -> tuple[Caption, ...]:
    """The columns with their one undivided level column divided into as many levels."""
    at = next((i for i, column in enumerate(columns) if column.family is Family.LEVEL), None)
    if at is None or count < 2:
        return columns
    levels = tuple(replace(columns[at], word=f"{_DIGITS[i]}级事项") for i in range(count))
    return (*columns[:at], *levels, *columns[at + 1 :])
