"""With which signs the words of a pattern may begin."""

import re
from collections.abc import Iterable

_BEHIND = re.compile(r"(?:\(\?<[=!][^()]*\))*")  # conditions on what stands before the words
_NOT_WRITTEN_OUT = re.compile(r"\\[a-zA-Z]|\[\^|[-.]")


def alternatives(words: str) -> list[str]:
    """The alternatives of a pattern: cut at every bar outside brackets."""
    found, depth, is_class, start = [], 0, False, 0
    for place, each in enumerate(words):
        if words[place - 1 : place] == "\\":
            continue
        is_class = each == "[" or (is_class and each != "]")
        depth += (each == "(" and not is_class) - (each == ")" and not is_class)
        if each == "|" and depth == 0 and not is_class:
            found.append(words[start:place])
            start = place + 1
    return [*found, words[start:]]


def beginning(words: str) -> str:
    """What an alternative may begin with: its first sign or class; where that is not so plain, all of it."""
    words = _BEHIND.sub("", words, count=1)
    end = words.find("]") + 1 if words[0] == "[" else 1
    return words if words[0] in "(\\^" or words[end : end + 1] in ("?", "*") else words[:end]


def grouped(patterns: Iterable[str]) -> str:
    """Several patterns as one, each a group, tried only at signs with which one begins: most are others.

    Those signs must be written out: ValueError where a range, an escaped letter or “any but” stands for them.
    """
    given = tuple(patterns)
    first = "".join(beginning(each) for words in given for each in alternatives(words))
    if _NOT_WRITTEN_OUT.search(first):
        raise ValueError(first)
    return f"(?=[{re.escape(''.join(sorted({*first})))}])(?:{'|'.join(f'({words})' for words in given)})"
