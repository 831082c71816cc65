"""A text into its tables: titles, headings, page headers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai.law.catalogue.unfolding.headings import Caption, Heading, headings
from gongkai.law.catalogue.unfolding.looks import Look
from gongkai.law.catalogue.unfolding.numbers import value
from gongkai.law.catalogue.unfolding.pieces import Piece, is_title
from gongkai.law.patterns import lazy

_NEAR = 4  # a heading or the first number stands so near below a title
_NAMED = lazy(r"[^:：|。]{2,40}(?:领域|目录|事项|清单|标准)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One table of the text: its title, heading and body.

    一张表：标题、表头各列（没有表头时为空）和表体的碎片；`width` 是补齐以后一行的格数；
    `is_torn` 表示表头的列数未必全。
    """

    title: str
    columns: tuple[Caption, ...]
    pieces: tuple[Piece, ...]
    is_open: bool = False
    guessed: tuple[str, ...] = ()
    line: int = 0
    width: int = 0
    is_torn: bool = False


def passages(pieces: Sequence[Piece]) -> list[Passage]:
    """The tables of a text, one below the other; headings repeated on a new page are left out."""
    found = headings(pieces)
    done: list[Passage] = []
    starts = [heading.start for heading in found] + [len(pieces)]
    if not found:
        return _split(Passage("", (), tuple(pieces)))
    for at, heading in enumerate(found):
        before = pieces[found[at - 1].end if at else 0 : heading.start]
        body = pieces[heading.end : starts[at + 1]]
        title = _title(before)
        if done and _is_page_header(done[-1], heading, title, body):
            done[-1] = _longer(done[-1], body)
            continue
        done.append(_passage(title, heading, body, pieces[heading.start].line))
    return [part for passage in done for part in _split(passage)]


def _is_page_header(last: Passage, heading: Heading, title: str, body: Sequence[Piece]) -> bool:
    if heading.columns != last.columns:
        return False
    if title and title != last.title:
        return False
    first = next((piece for piece in body if piece.look is Look.DIGITS), None)
    return first is None or value(first) > 1


def _passage(title: str, heading: Heading, body: Sequence[Piece], line: int) -> Passage:
    return Passage(
        title,
        heading.columns,
        tuple(body),
        heading.is_open,
        heading.guessed,
        line,
        heading.width,
        heading.is_torn,
    )


def _longer(last: Passage, body: Sequence[Piece]) -> Passage:
    return replace(last, pieces=(*last.pieces, *body))


def _title(before: Sequence[Piece]) -> str:
    """The last line above a heading that reads like a title."""
    titles = (
        piece.text for piece in reversed(before) if piece.text and (piece.is_title or is_title(piece.text))
    )
    named = (piece.text for piece in reversed(before) if _NAMED.fullmatch("".join(piece.text.split())))
    return next(titles, "") or next(named, "")


def _is_title(piece: Piece) -> bool:
    return piece.is_title or ((piece.padding > 1 or not piece.closed) and is_title(piece.text))


def _split(passage: Passage) -> list[Passage]:
    """The passage cut at titles below which numbering begins anew; other titles are page headers."""
    done: list[Passage] = []
    body: list[Piece] = []
    title, pieces = passage.title, passage.pieces
    for i, piece in enumerate(pieces):
        if not _is_title(piece) or (piece.closed and not piece.padding):
            body.append(piece)
        elif _begins_anew(pieces, i, body):
            done.append(_with(passage, title, body))
            title, body = piece.text, []
    done.append(_with(passage, title, body))
    return [part for part in done if part.pieces]


def _begins_anew(pieces: Sequence[Piece], at: int, body: Sequence[Piece]) -> bool:
    following = [piece for piece in pieces[at + 1 : at + 1 + _NEAR] if piece.text]
    if not following:
        return True
    figures = [piece for piece in following if piece.look is Look.DIGITS]
    return not body or (bool(figures) and value(figures[0]) == 1)


def _with(passage: Passage, title: str, body: Sequence[Piece]) -> Passage:
    return replace(passage, title=title, pieces=tuple(body))
