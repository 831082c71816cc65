"""The laws we know, to look a citation up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.law.citation import numbers

_MARKS = re.compile(r"[《》〈〉<>＜＞\s　]")
_BRACKETS = str.maketrans("（）", "()")


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
        return self._by_number.get(numbers.key(number))


def title_key(title: str) -> str:
    """What two spellings of a title have in common."""
    return _MARKS.sub("", title).translate(_BRACKETS).removeprefix("中华人民共和国")
