"""How like two leaf columns are, as a number from 0 to 1."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai.law.catalogue.model import Item
from gongkai.law.vocabulary import ColumnKind

# Two columns of different paths are taken for one from here on. Below it a rename is told as a removal
# and an addition: the office sees both and loses nothing, while a wrong match would mix two files.
SAME = 0.6
_FIRST, _SECOND, _BRANCH, _KIND = 0.6, 0.2, 0.1, 0.1
_SHARED_NAME = 0.5  # a name that several columns bear says half as much
_SPECIFIC = 5  # pairs of signs that a content must have left to speak for itself
_SIGNS = re.compile(r"[^\w]|_")
# Every content has these words: they make no two columns alike.
_GENERIC = re.compile(r"相关|有关|信息|文件|情况|内容|公开|政策|以及|以上|其他|政府")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a column is compared by.

    比对用的特征：末级名称、栏目内容、上级栏目的二字组，栏目种类；`is_shared` 表示另有同名的栏目。
    """

    name: frozenset[str]
    content: frozenset[str]
    branch: frozenset[str]
    kind: ColumnKind
    is_shared: bool


def of(items: Mapping[tuple[str, ...], Item]) -> dict[tuple[str, ...], Likeness]:
    """The features of each column of one edition."""
    names = Counter(item.path[-1] for item in items.values())
    return {
        path: Likeness(
            pairs(item.path[-1]),
            specific(item.content),
            pairs("".join(item.path[:-1])),
            item.column_kind,
            names[item.path[-1]] > 1,
        )
        for path, item in items.items()
    }


def score(before: Likeness, after: Likeness) -> float:
    """0.6 for the name and 0.2 for the content, or the other way round, 0.1 each for branch and kind.

    The better of the two ways counts: a column is known again by its name though its content was written
    anew, or by its content though it was renamed. The content leads only where it is specific.
    """
    name = dice(before.name, after.name) * (_SHARED_NAME if before.is_shared or after.is_shared else 1)
    content = dice(before.content, after.content) if before.content or after.content else name
    rest = _BRANCH * dice(before.branch, after.branch) + _KIND * (before.kind is after.kind)
    by_name = _FIRST * name + _SECOND * content + rest
    if min(len(before.content), len(after.content)) < _SPECIFIC:
        return round(by_name, 6)
    return round(max(by_name, _FIRST * content + _SECOND * name + rest), 6)


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring signs of a text without spaces and marks; a single sign is its own pair."""
    plain = _plain(text)
    return frozenset(plain[i : i + 2] for i in range(max(len(plain) - 1, 1)) if plain)


def specific(text: str) -> frozenset[str]:
    """The pairs of a text without the words that every content has."""
    return pairs(_GENERIC.sub("", _plain(text)))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets share; two empty ones are alike."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def within(part: frozenset[str], whole: Iterable[str]) -> float:
    """How much of the one set lies in the other."""
    return len(part.intersection(whole)) / len(part) if part else 0.0


def _plain(text: str) -> str:
    return _SIGNS.sub("", text)
