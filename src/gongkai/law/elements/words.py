"""The words by which elements and kinds of column are known."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add
from typing import Any

from gongkai.law.elements.model import ElementType
from gongkai.law.vocabulary import ColumnKind


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words by which a kind of column is known.

    栏目种类的标志字句；各栏含义见 lawdata/elements.toml 的开头。
    """

    kind: ColumnKind
    name: str
    any: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()

    def fits(self, text: str, found: frozenset[str]) -> bool:
        """Whether a content cell or a column name, with the words found in it, speaks of this kind."""
        if self.begins and text.startswith(self.begins):
            return found.isdisjoint(self.none)
        if found.isdisjoint(self.any) or not found.isdisjoint(self.none):
            return False
        return not self.also or not found.isdisjoint(self.also)


@dataclass(frozen=True, slots=True)
class Known:
    """What a word at the end of a piece tells of it.

    一项末尾的字句：类型；`standard` 为空的只是通用的结尾（“……名单”），不是认得的要素。
    """

    word: str
    type: ElementType
    standard: str = ""


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """The words that shape a content cell.

    栏目内容里的套话、连词、要求语；各项含义见 lawdata/elements.toml 的 reading。
    """

    lists: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    not_owners: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    demand_ends: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    carried: tuple[ElementType, ...] = ()
    hints: Mapping[ElementType, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What lawdata/elements.toml knows of content cells.

    栏目内容用语表：种类在前者优先；`known` 按末尾字句查要素，`types` 是各类型给人看的名称。
    用语太多，不逐一比较：只有同一张表才相等。
    """

    kinds: tuple[KindWords, ...]
    known: Mapping[str, Known]
    reading: ReadingWords
    types: Mapping[ElementType, str]
    lengths: Mapping[str, tuple[int, ...]]
    trail_ends: frozenset[str]
    kind_starts: Mapping[str, tuple[str, ...]]
    kinds_of: Mapping[str, tuple[int, ...]]
    begun: tuple[int, ...]
    lists_cut: re.Pattern[str]
    lists: re.Pattern[str]
    links_cut: re.Pattern[str]
    links: re.Pattern[str]
    opens: re.Pattern[str]
    leads: re.Pattern[str]
    calls: re.Pattern[str]
    demands: re.Pattern[str]
    demands_cut: re.Pattern[str]
    trails: re.Pattern[str]

    def ending(self, text: str) -> Known | None:
        """What the longest word known at the end of a piece tells, or None."""
        for length in self.lengths.get(text[-1:], ()):
            if (found := self.known.get(text[-length:])) is not None:
                return found
        return None

    def kind_spoken_of(self, text: str) -> KindWords | None:
        """The first kind of column that a text speaks of, or None."""
        pairs = self.kind_starts.keys() & set(map(add, text, text[1:]))
        found = frozenset(word for pair in pairs for word in self.kind_starts[pair] if word in text)
        places = {*self.begun, *(place for word in found for place in self.kinds_of.get(word, ()))}
        return next((self.kinds[i] for i in sorted(places) if self.kinds[i].fits(text, found)), None)


def vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary in the tables of lawdata/elements.toml."""
    known = {
        word: Known(word, ElementType(row["type"]), row.get("name", ""))
        for part in ("ending", "element")
        for row in table[part]
        for word in row["words"]
    }
    reading = _reading(table["reading"])
    kinds = tuple(_kind(row) for row in table["kind"])
    return Vocabulary(
        kinds=kinds,
        known=known,
        reading=reading,
        types={ElementType(key): name for key, name in table["types"].items()},
        lengths=_lengths(known),
        trail_ends=frozenset(trail[-1] for trail in reading.trails),
        kind_starts=_starts(kinds),
        kinds_of=_kinds_of(kinds),
        begun=tuple(i for i, kind in enumerate(kinds) if kind.begins),
        lists=re.compile(f"{either(reading.lists)}|:|——"),
        lists_cut=re.compile(rf"[,、]?(?:可以?|应当?)?(?:{either(reading.lists)}):?|:|—{{2,}}|[(\[《“〈]"),
        links_cut=re.compile(f"{either(reading.links)}|[(\\[《“〈]"),
        links=re.compile(either(reading.links)),
        opens=re.compile(either(reading.opens)),
        leads=re.compile(either(reading.leads)),
        calls=re.compile(either(reading.calls)),
        demands=re.compile(either(reading.demands)),
        demands_cut=re.compile(f"{either(reading.demands)}|[(\\[《“〈]"),
        trails=re.compile(f"(?:{either(reading.trails)})$"),
    )


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def has(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds one of some words."""
    return any(map(text.__contains__, words))


def _kind(row: Mapping[str, Any]) -> KindWords:
    names = ("any", "begins", "also", "none", "path", "limits")
    words = {name: tuple(row.get(name, ())) for name in names}
    return KindWords(kind=ColumnKind(row["kind"]), name=row["name"], **words)


def _starts(kinds: Sequence[KindWords]) -> dict[str, tuple[str, ...]]:
    """The words of all kinds by their first two characters, so that a text is gone through once."""
    words = {word for kind in kinds for word in (*kind.any, *kind.also, *kind.none)}
    starts: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        starts[word[:2]] = (*starts.get(word[:2], ()), word)
    return starts


def _kinds_of(kinds: Sequence[KindWords]) -> dict[str, tuple[int, ...]]:
    """Every word that may tell a kind of column, with the places of those kinds."""
    places: dict[str, tuple[int, ...]] = {}
    for i, kind in enumerate(kinds):
        for word in kind.any:
            places[word] = (*places.get(word, ()), i)
    return places


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that end in a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[-1], set()).add(len(word))
    return {sign: tuple(sorted(found, reverse=True)) for sign, found in lengths.items()}


def _reading(row: Mapping[str, Any]) -> ReadingWords:
    lists = {name: tuple(words) for name, words in row.items() if name not in {"carried", "hints"}}
    carried = tuple(ElementType(name) for name in row["carried"])
    hints = {ElementType(name): tuple(words) for name, words in row["hints"].items()}
    return ReadingWords(**lists, carried=carried, hints=hints)
