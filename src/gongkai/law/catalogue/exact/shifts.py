"""Rows that slid to the left, set back where it is sure."""

from dataclasses import replace
from functools import lru_cache

from gongkai.law.catalogue import shape
from gongkai.law.catalogue.exact import wording
from gongkai.law.catalogue.exact.portions import BodyRow, Portion
from gongkai.law.catalogue.exact.roles import Roles
from gongkai.law.catalogue.exact.spots import Spot, Spots
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_LONGEST_LIMIT = 60


def mended(portion: Portion, parts: Roles) -> Portion:
    """The portion with rows that lost a cell set back: the limit stands under its heading again.

    A row is moved only where its limit cell holds none, one cell before it does, exactly one place can have
    lost a cell, and the row ends in an empty cell; what was done is told.
    """
    if min(parts.basis, parts.content, parts.limit) < 0:
        return portion
    found = {at: lost for at, body in enumerate(portion.rows) if (lost := _lost_in(body, parts)) >= 0}
    if not found or len(found) * 3 > len(portion.rows):  # so many rows did not slide: the heading is another
        return portion
    rows, told = list(portion.rows), list(portion.told)
    for at, lost in found.items():
        told.append(_told(rows[at], lost))
        rows[at] = _set_back(rows[at], lost, parts.limit)
    return replace(portion, rows=rows, told=told)


def _lost_in(body: BodyRow, parts: Roles) -> int:
    spots = body.spots
    return -1 if _is_limit(spots[parts.limit].text) else _lost(spots, body.row, parts)


@lru_cache(4096)
def _is_limit(text: str) -> bool:
    return wording.is_ditto(text) or shape.is_limit(text)


def _lost(spots: Spots, row: int, parts: Roles) -> int:
    """The column whose cell was lost; -1 where none or several may have been."""
    if any(shape.is_citation(spots[at].text) for at in parts.levels):
        return -1
    end = _end(spots, row, parts.limit)
    found = [at for at in (parts.basis, parts.content) if 0 <= at < parts.limit <= end]
    found = [at for at in found if _is_set_right(spots, row, at, parts)]
    return found[0] if len(found) == 1 else -1


def _end(spots: Spots, row: int, limit: int) -> int:
    """The first empty cell from the limit on: so far the row may be moved."""
    empty = (at for at in range(limit, len(spots)) if not spots[at].text and spots[at].row == row)
    return next(empty, -1)


def _is_set_right(spots: Spots, row: int, lost: int, parts: Roles) -> bool:
    """Whether limit, basis and content are what they should be once the cells are moved from here on."""
    moved = [_after(spots, at, lost).text for at in (parts.limit, parts.basis, parts.content)]
    limit, basis, content = moved
    if any(spot.row != row or spot.column != at for at, spot in enumerate(spots[lost : parts.limit], lost)):
        return False
    is_limit = len(limit) <= _LONGEST_LIMIT and shape.is_limit(limit) and not wording.is_ditto(limit)
    if not is_limit or shape.is_limit(content):
        return False
    return (not basis or shape.is_citation(basis)) and not shape.is_citation(content)


def _after(spots: Spots, at: int, lost: int) -> Spot:
    return spots[at]._replace(text="") if at == lost else spots[at - 1] if at > lost else spots[at]


def _set_back(body: BodyRow, lost: int, limit: int) -> BodyRow:
    spots = body.spots
    end = _end(spots, body.row, limit)
    moved = tuple(
        Spot(_after(spots, at, lost).text, body.row, at) if lost <= at <= end else spot
        for at, spot in enumerate(spots)
    )
    return replace(body, moved=moved)


def _told(body: BodyRow, lost: int) -> Finding:
    words = "".join(body.spots[lost].text.split())
    words = words if len(words) <= 20 else f"{words[:20]}……"
    message = f"本行少了第{lost + 1}格，自“{words}”起向左移了1列，已按各格的内容移回：请补上缺的一格。"
    return Finding("row-shifted", Severity.NOTICE, message, place=body.matrix.place(body.row, lost))
