"""The law data that reading and checking a catalogue need."""

from dataclasses import dataclass
from enum import StrEnum

from gongkai.law.citation import Instruments
from gongkai.law.elements import Vocabulary
from gongkai.law.time_limit.statutes import DaysAreWorkdays
from gongkai.law.vocabulary import ColumnKind, Event, Unit


@dataclass(frozen=True, slots=True)
class Words:
    """Words by which a column is known to fall under a provision.

    适用字句：含有 `any` 之一，`also` 不空时还须含有其一，且不含 `none`。
    """

    any: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def fit(self, text: str) -> bool:
        """Whether the words speak of this provision."""
        return (
            any(word in text for word in self.any)
            and (not self.also or any(word in text for word in self.also))
            and not any(word in text for word in self.none)
        )


@dataclass(frozen=True, slots=True)
class ConsultationFloor:
    """How long a consultation must at least stay open, by statute.

    征求意见的最短期限：`profile` 是三类征求意见之一，`words` 是归入该类的字句，没有字句的是其余各类；
    `scope` 说明适用于哪些文件，`article` 是条文；`is_verified` 表示条文已与原文核对。
    """

    amount: int
    unit: Unit
    instrument: str
    article: str
    scope: str
    profile: str = ""
    words: Words = Words()
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class DisclosureLimit:
    """By when a statute wants information disclosed.

    法定公开期限：自 `events` 之一起 `amount` 个 `unit`。`words` 看末级栏目名称和内容的开头，没有
    字句的是一般规定；`is_verified` 表示条文已与原文核对。
    """

    name: str
    amount: int
    unit: Unit
    events: frozenset[Event]
    instrument: str
    article: str
    text: str = ""
    words: Words = Words()
    is_verified: bool = True


class OfficeLevel(StrEnum):
    """Whose catalogue it is, as far as the duties differ.

    机关层级：设区的市级、县级人民政府；政府部门；乡镇人民政府、街道办事处。
    """

    COUNTY = "county"
    BODY = "body"
    TOWNSHIP = "township"


@dataclass(frozen=True, slots=True)
class StatutoryContent:
    """Something that the Regulation makes every office disclose.

    应当主动公开的事项（条例第十九、二十、二十一条）：`item` 是第几项，没有项为0；`is_optional` 表示
    根据本地方的具体情况公开；`has_every_office` 表示政府部门也一定有。
    """

    article: str
    item: int
    name: str
    levels: frozenset[str]
    kinds: frozenset[ColumnKind]
    words: Words
    is_optional: bool = False
    has_every_office: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """The law data that reading a catalogue needs.

    读目录所用的法律数据：已知法律文件、栏目内容用语、征求意见期限的法定下限、法定公开期限、应当主动
    公开的事项、把“日”规定为工作日的法律；`contrasts` 是意思相反、不能互相代替的成对字句。
    """

    instruments: Instruments
    vocabulary: Vocabulary
    floors: tuple[ConsultationFloor, ...] = ()
    limits: tuple[DisclosureLimit, ...] = ()
    statutory_contents: tuple[StatutoryContent, ...] = ()
    statutes: tuple[DaysAreWorkdays, ...] = ()
    contrasts: tuple[tuple[str, str], ...] = ()
