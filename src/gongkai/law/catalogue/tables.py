"""The law data that reading and checking a catalogue need."""

from dataclasses import dataclass

from gongkai.law.citation import Instruments
from gongkai.law.elements import Vocabulary
from gongkai.law.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class ConsultationFloor:
    """How long a consultation must at least stay open, by statute.

    征求意见的最短期限：`scope` 说明适用于哪些文件，`article` 是条文。
    """

    amount: int
    unit: Unit
    instrument: str
    article: str
    scope: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The law data that reading a catalogue needs.

    读目录所用的法律数据：已知法律文件、栏目内容用语、征求意见期限的法定下限。
    """

    instruments: Instruments
    vocabulary: Vocabulary
    floors: tuple[ConsultationFloor, ...] = ()
