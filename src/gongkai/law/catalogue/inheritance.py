"""What a merged cell leaves to the lines below it."""

from dataclasses import dataclass

from gongkai.law.catalogue.lines import Line, Repair
from gongkai.law.time_limit.rule import Reading
from gongkai.law.vocabulary import ColumnKind, Event, Severity

# 条例第二十六条：属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。
# 句子里只说哪一条，不说几日：日数在 lawdata/limits.toml。
_GENERAL = {Event.FORMED_OR_CHANGED, Event.FORMED, Event.CHANGED, Event.OBTAINED}
STATUTORY = "法定时限（《政府信息公开条例》第二十六条）"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of the tree before its cells are read.

    末级栏目：`inherited` 是承上取得的字段。
    """

    line: Line
    number: int
    path: tuple[str, ...]
    kind: ColumnKind
    basis: str
    limit: str
    reading: Reading
    inherited: tuple[str, ...] = ()


def basis_of(line: Line, opening: Line) -> tuple[str, bool, Repair | None]:
    """The legal basis of a line: its own, or that of the line that opens its item; whether inherited."""
    if line.basis:
        return line.basis, False, None
    if line is not opening and opening.basis:
        return opening.basis, True, None
    told = "本项没有写明设立依据，上面的依据属于别的序号，没有理由承用：请补写。"
    return "", False, Repair("basis-missing", told, severity=Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Above:
    """The nearest line above that prints a time limit.

    承上：本项中上面最近一格印出的时限，及该行的栏目种类。
    """

    line: Line
    kind: ColumnKind
    reading: Reading


def limit_of(line: Line, kind: ColumnKind, above: Above | None) -> tuple[str, bool, Repair | None]:
    """The time limit of a line: its own, the one above by merge, or silence; whether inherited.

    A merged cell covers the lines right below it. A limit that counts from a particular act (a decision,
    an approval, an issue) is only taken over by a column of the same kind: others have no such act.
    """
    if line.limit:
        return line.limit, False, None
    if above is None:
        told = f"本行没有印公开时限，上面也没有可以承用的，按{STATUTORY}。"
        return "", False, Repair("time-limit-silent", told)
    if kind is above.kind or not _particular(above.reading):
        told = f"本行的公开时限是空的，与第{above.line.line}行是同一合并单元格，承用“{above.line.limit}”。"
        return above.line.limit, True, Repair("time-limit-inherited", told)
    told = (
        f"本行没有印公开时限；上面第{above.line.line}行的“{above.line.limit}”从特定行为起算，不适用于本栏目，"
        f"不承用，按{STATUTORY}。"
    )
    return "", False, Repair("time-limit-silent", told)


def _particular(reading: Reading) -> bool:
    events = [rule.trigger.event for rule in reading.rules if rule.trigger]
    return any(event not in _GENERAL for event in events)
