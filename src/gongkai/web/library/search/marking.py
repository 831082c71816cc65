"""Marks found words in titles, and cuts snippets of bodies."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gongkai.web.library.search.question import Span
from gongkai.web.library.search.text import composed, folded, offsets, pattern

SNIPPET = 120
_LEAD = 24
_BREAK = re.compile(r"[。！？；\n]")
_BLANKS = re.compile(r"\s+")
_MOST_MARKS = 200

Words = Sequence[tuple[str, ...]]


def _places(text: str, words: Words) -> list[tuple[int, int]]:
    """Stretches of a composed text where a word stands, merged and in order."""
    plain = folded(text)
    moved = offsets(text)
    found: list[tuple[int, int]] = []
    for word in words:
        for number, match in enumerate(pattern(word).finditer(plain)):
            if number == _MOST_MARKS:
                break
            found.append(match.span() if moved is None else _back(moved, *match.span()))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _back(moved: list[int], start: int, end: int) -> tuple[int, int]:
    return bisect_right(moved, start) - 1, bisect_left(moved, end)


def _spans(text: str, places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = start
    for first, last in places:
        if last <= start or first >= end:
            continue
        first, last = max(first, start), min(last, end)
        spans += [Span(text[at:first])] if first > at else []
        spans.append(Span(text[first:last], is_marked=True))
        at = last
    return (*spans, Span(text[at:end])) if at < end else tuple(spans)


def marked(text: str, words: Words) -> tuple[Span, ...]:
    """The whole text, the found words marked."""
    shown = composed(text)
    return _spans(shown, _places(shown, words), 0, len(shown))


def snippet(text: str, words: Words, length: int = SNIPPET) -> tuple[Span, ...]:
    """About `length` characters round the richest place of the text, the found words marked.

    Without a word to show it is the beginning of the text.
    """
    shown = _BLANKS.sub(" ", composed(text)).strip()
    places = _places(shown, words)
    start = _beginning(shown, _richest(places, length))
    end = min(len(shown), start + length)
    spans = _spans(shown, places, start, end)
    before = (Span("……"),) if start else ()
    after = (Span("……"),) if end < len(shown) else ()
    return (*before, *spans, *after)


def _richest(places: Sequence[tuple[int, int]], length: int) -> int:
    """The start of the window that holds most of what was found; the first of equals."""
    best, most = 0, 0
    for number, (start, _) in enumerate(places):
        inside = sum(
            end - first for first, end in places[number : number + 40] if end <= start + length - _LEAD
        )
        if inside > most:
            best, most = start, inside
    return best


def _beginning(text: str, at: int) -> int:
    """A sentence's beginning shortly before `at`, or a little room before it."""
    if at <= _LEAD:
        return 0
    breaks = [match.end() for match in _BREAK.finditer(text, at - 2 * _LEAD if at > 2 * _LEAD else 0, at)]
    return breaks[-1] if breaks else at - _LEAD
