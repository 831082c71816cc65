"""The laws we know, to look a citation up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from gongkai.law.citation import numbers
from gongkai.law.patterns import lazy

_MARKS = lazy(r"[《》〈〉<>＜＞\s　]")
_BRACKETS = str.maketrans("（）", "()")
_EDITION = lazy(
    r"\((?:(?:19|20)\d\d年?)?(?:第[一二三四五六七八九十]次)?(?:修订|修正|修改|修订版|最新版|新修订)\)$"
)
_FIGURE = lazy(r"\d")
_MOST_APART = 2  # signs by which a title may be mistyped
_SHORTEST = 7  # a shorter title differs from another by one sign too easily


class InstrumentKind(StrEnum):
    """What sort of legal instrument it is.

    法律、行政法规、地方性法规、规章、规范性文件。
    """

    LAW = "law"
    REGULATION = "regulation"
    LOCAL_REGULATION = "local_regulation"
    RULE = "rule"
    NORMATIVE = "normative"


@dataclass(frozen=True, slots=True)
class Article:
    """An article by its count of paragraphs and their items.

    条：`paragraphs` 每款一个数，是该款所列的项数。
    """

    number: int
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal instrument as lawdata/instruments.toml tells it.

    法律文件。`number` 是现行文本的文号，`former` 是以前的文号，`replaced_by` 是取代它的文件。
    """

    title: str
    kind: InstrumentKind
    number: str = ""
    titles: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    issued_on: date | None = None
    effective_on: date | None = None
    replaced_by: str = ""
    source: str = ""
    verified: bool = False
    replaced_on: date | None = None
    amended_on: date | None = None
    articles: tuple[Article, ...] = ()

    @property
    def full(self) -> str:
        """Full title and own number, as shown beside a citation."""
        return f"{self.title}（{self.number}）" if self.number else self.title


class Instruments:
    """An index of known instruments by title and by number.

    已知法律文件索引。比对名称时不计书名号、空格和“中华人民共和国”；比对文号时国令即国务院令。
    """

    def __init__(self, instruments: Iterable[Instrument] = ()) -> None:
        self.all = tuple(instruments)
        self._by_title: dict[str, Instrument] = {}
        self._by_number: dict[str, Instrument] = {}
        self._by_beginning: dict[str, list[str]] = {}
        self._by_ending: dict[str, list[str]] = {}
        for instrument in self.all:
            for title in (instrument.title, *instrument.titles):
                self._by_title.setdefault(title_key(title), instrument)
            for number in (instrument.number, *instrument.former):
                if number:
                    self._by_number.setdefault(numbers.key(number), instrument)

    def titled(self, title: str) -> Instrument | None:
        """The instrument with this title or short title, or None."""
        return self._by_title.get(title_key(title))

    def numbered(self, number: str) -> Instrument | None:
        """The instrument with this number, in whatever form, or None."""
        return self.keyed(numbers.key(number))

    def keyed(self, key: str) -> Instrument | None:
        """The instrument whose number has this key (`DocumentNumber.key`), or None."""
        return self._by_number.get(key)

    def nearly(self, title: str) -> Instrument | None:
        """The one instrument whose title differs from this one in one place, by one sign or two."""
        key = title_key(title)
        if len(key) < _SHORTEST or key in self._by_title:
            return None
        if not self._by_beginning:
            self._index_by_halves()
        shorter, longer = len(key) - _MOST_APART, len(key) + _MOST_APART
        alike = {*self._by_beginning.get(key[:3], ()), *self._by_ending.get(_ending(key), ())}
        candidates = [each for each in alike if shorter <= len(each) <= longer]
        near = {self._by_title[each].full: self._by_title[each] for each in candidates if is_near(key, each)}
        return next(iter(near.values())) if len(near) == 1 else None

    def _index_by_halves(self) -> None:
        for key in self._by_title:
            self._by_beginning.setdefault(key[:3], []).append(key)
            for ending in {key[-4:], key[-6:]}:
                self._by_ending.setdefault(ending, []).append(key)


def _ending(key: str) -> str:
    """What stays of a title mistyped within its first three signs."""
    return key[-6:] if len(key) > 10 else key[-4:]


def is_near(title: str, other: str) -> bool:
    """Whether two titles differ in one place only, by one sign (two in a long title), and not in a year."""
    longer, shorter = max(len(title), len(other)), min(len(title), len(other))
    most = _MOST_APART if longer > 10 else 1
    if longer - shorter > most or shorter < _SHORTEST:
        return False
    begin = 0
    while begin < shorter and title[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and title[-1 - end] == other[-1 - end]:
        end += 1
    differing = title[begin : len(title) - end] + other[begin : len(other) - end]
    return longer - begin - end <= most and not _FIGURE.search(differing)


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """What two spellings of a title have in common."""
    key = _MARKS.sub("", title).translate(_BRACKETS).removeprefix("中华人民共和国")
    return _EDITION.sub("", key) if key.endswith(")") else key
