"""With which signs the words of a pattern may begin."""

import re
from collections.abc import Iterator

# pattern     := alternative ('|' alternative)*
# alternative := (element quantifier?)*
# element     := ('(' | '(?:' | '(?P<name>') pattern ')' | condition | '[…]' | '\' sign | sign
# condition   := '(?=…)' | '(?!…)' | '(?<=…)' | '(?<!…)' | '^' | '$'

_QUANTIFIER = re.compile(r"([?*]|\{0,\d+\}|\+|\{[\d,]+\})?\??")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_MAY_BE_NONE = ("?", "*", "{0")
_NOT_WRITTEN_OUT = re.compile(r"\\[a-zA-Z]|\[\^|\.|[^\[]-[^\]]")


def alternatives(words: str) -> list[str]:
    """The alternatives of a pattern: cut at every bar outside brackets."""
    bars = [place for place, sign, depth in _outside_classes(words) if sign == "|" and not depth]
    return [words[first + 1 : last] for first, last in zip([-1, *bars], [*bars, len(words)], strict=True)]


def beginning(words: str) -> str:
    """The signs and classes with which a pattern may begin, in a row: 自, [双隔], 上下中晚凌\\d."""
    return "".join(_first(each)[0] for each in alternatives(words))


def where_it_may_begin(words: str) -> str:
    """The same pattern, tried only at signs with which it may begin: most signs of a text are others.

    Those signs must be written out: ValueError where a range, an escaped letter or “any but” stands for them.
    """
    signs = beginning(words)
    if _NOT_WRITTEN_OUT.search(signs):
        raise ValueError(signs)
    return f"(?=[{re.escape(''.join(sorted({*signs})))}])(?:{words})"


def _outside_classes(words: str) -> Iterator[tuple[int, str, int]]:
    """Each sign that is neither escaped nor in a class, with its place and how many brackets are open."""
    depth, is_class = 0, False
    for place, sign in enumerate(words):
        if words[place - 1 : place] == "\\":
            continue
        is_class = sign == "[" or (is_class and sign != "]")
        if not is_class:
            depth += (sign == "(") - (sign == ")")
            yield place, sign, depth


def _first(words: str) -> tuple[str, bool]:
    """What an alternative may begin with, and whether it may be empty."""
    found, at = "", 0
    while at < len(words):
        end = _element_end(words, at)
        signs, is_empty = _of_element(words[at:end])
        found += signs
        if not is_empty and not words.startswith(_MAY_BE_NONE, end):
            return found, False
        quantifier = _QUANTIFIER.match(words, end)
        at = quantifier.end() if quantifier else end
    return found, True


def _element_end(words: str, at: int) -> int:
    if words[at] == "(":
        signs = _outside_classes(words[at:])
        return at + next(place for place, sign, depth in signs if sign == ")" and not depth) + 1
    if words[at] == "[":
        return words.index("]", at) + 1
    return at + 1 + (words[at] == "\\")


def _of_element(element: str) -> tuple[str, bool]:
    if element[0] not in "(^$":
        return element, False
    group = _GROUP.match(element)
    if group:
        firsts = [_first(each) for each in alternatives(element[group.end() : -1])]
        return "".join(signs for signs, _ in firsts), any(is_empty for _, is_empty in firsts)
    return "", True
