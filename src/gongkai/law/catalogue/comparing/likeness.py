"""How like two leaf columns are, as a number from 0 to 1."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai.law.catalogue.model import Item
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import ColumnKind

# A wrong match would mix the documents of two columns; a missed one is told as a removal and an addition,
# and nothing is lost. So a name that is nearly the same proves nothing (区政府全体会议 and 区政府常务会议
# stand side by side in one catalogue), and a content with another name must be the same but for a few words.
_SAME_CONTENT = 0.9  # under another name
_LIKE_CONTENT = 0.4  # under the same name; or the branch is like, or a content says nothing
_LIKE_BRANCH = 0.5
_SHARED_CONTENT = 0.6  # under a name that several columns bear
_INSIDE = 0.6  # of the words of a column below the old one
_SPECIFIC = 5  # pairs of signs that a content must have left to speak for itself
_SIGNS = lazy(r"[^\w]|_")
# Every content has these words: they make no two columns alike.
_GENERIC = lazy(r"相关|有关|信息|文件|情况|内容|公开|政策|以及|以上|其他|政府")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a column is compared by.

    比对用的特征：末级名称、栏目内容、上级栏目的二字组，内容原文，栏目种类；`is_shared` 表示另有同名的栏目，
    `names_itself` 表示内容里写着自己的名称。
    """

    name: frozenset[str]
    own: frozenset[str]
    content: frozenset[str]
    branch: frozenset[str]
    words: str
    kind: ColumnKind
    is_shared: bool
    names_itself: bool


def of(items: Mapping[tuple[str, ...], Item]) -> dict[tuple[str, ...], Likeness]:
    """The features of each column of one edition."""
    names = Counter(item.path[-1] for item in items.values())
    return {
        path: Likeness(
            pairs(item.path[-1]),
            specific(item.path[-1]),
            specific(item.content),
            pairs("".join(item.path[:-1])),
            _plain(item.content),
            item.column_kind,
            names[item.path[-1]] > 1,
            _plain(item.path[-1]) in _plain(item.content),
        )
        for path, item in items.items()
    }


def is_same(before: Likeness, after: Likeness) -> bool:
    """Whether a column of another path goes on as this one: by its name, or by its content.

    A name counts within a kind of column or under a branch that is like; elsewhere only the content does.
    Contents of one pattern that each repeat their own name (部门…原文, 区政府…原文) are two columns.
    """
    content, branch = _content(before, after), dice(before.branch, after.branch)
    if _bear_one_name(before, after) and (before.kind is after.kind or branch >= _LIKE_BRANCH):
        if before.is_shared or after.is_shared:
            return content >= _SHARED_CONTENT
        return content >= _LIKE_CONTENT or branch >= _LIKE_BRANCH or not (before.words and after.words)
    if before.words == after.words:
        return len(before.content) >= _SPECIFIC or (before.words != "" and before.branch == after.branch)
    if before.names_itself and after.names_itself:
        return False
    return content >= _SAME_CONTENT and min(len(before.content), len(after.content)) >= _SPECIFIC


def is_part(before: Likeness, after: Likeness) -> bool:
    """Whether a column below the old one holds a part of what that one held."""
    inside = within(after.content | after.own, before.content | before.own) >= _INSIDE
    return is_same(before, after) or (inside and len(after.content) >= _SPECIFIC)


def score(before: Likeness, after: Likeness) -> float:
    """Which of several is the likest: 0.4 each for name and content, 0.1 each for branch and kind."""
    told = 0.4 * dice(before.name, after.name) + 0.4 * _content(before, after)
    told += 0.1 * dice(before.branch, after.branch) + 0.1 * (before.kind is after.kind)
    return round(told, 6)


def _content(before: Likeness, after: Likeness) -> float:
    return 1.0 if before.words == after.words else dice(before.content, after.content)


def _bear_one_name(before: Likeness, after: Likeness) -> bool:
    return before.name == after.name or (bool(before.own) and before.own == after.own)


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
