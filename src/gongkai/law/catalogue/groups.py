"""Level-one names printed once for several items."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gongkai.law.catalogue.levels import Opened
from gongkai.law.catalogue.lines import MERGED_LEVEL_ONE, Label, Repair
from gongkai.law.vocabulary import Severity

Instruments = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Grouped:
    """An item with the level-one name it stands under.

    归属：`over` 是一级栏目名称，空串表示没有认出；`told` 是归属的理由。
    """

    item: Opened
    over: str = ""
    told: Repair | None = None


def grouped(
    items: Sequence[Opened], labels: Sequence[Label], instruments: Instruments
) -> tuple[Grouped, ...]:
    """Every item under its level-one name.

    A name in the item's own row counts from there on; items before it that have none belong to it too.
    A name alone on a line belongs to items on both sides; where they begin is settled by evidence.
    """
    items = [_without_echo(item, items) for item in items]
    done = _under_printed_names(items)
    for label in labels:
        done = _under_label(done, label, instruments)
    return tuple(done)


def own_name(item: Opened) -> str:
    """The level-one name in the item's own row, or an empty string."""
    names = item.opening.names
    return names[0].text if names and names[0].level == 1 else ""


def _is_leaf(item: Opened) -> bool:
    return len(item.opening.names) == 1 and len(item.lines) == 1


def _without_echo(item: Opened, items: Sequence[Opened]) -> Opened:
    """Level one that only repeats level two above a third is a merged cell printed twice."""
    names = item.opening.names
    if len(names) < 3 or names[0].level != 1 or names[0].text != names[1].text:
        return item
    if all(own_name(other) for other in items if other is not item):
        return item
    told = f"一级栏目“{names[0].text}”与二级栏目相同，是合并单元格的重印，不作一级栏目。"
    opening = replace(item.opening, names=names[1:]).repaired(
        Repair("echoed-name", told, names[0].column, Severity.WARNING)
    )
    lines = (*item.lines[: item.early], opening, *item.lines[item.early + 1 :])
    return replace(item, lines=lines)


def _under_printed_names(items: Sequence[Opened]) -> list[Grouped]:
    done: list[Grouped] = []
    current, waiting = "", 0
    for item in items:
        name = own_name(item)
        if name and not _is_leaf(item):
            for i in range(len(done) - waiting, len(done)):
                done[i] = Grouped(done[i].item, name, _printed_below(name, item))
            current, waiting = name, 0
        elif name:
            current, waiting = "", 0
        elif not current:
            waiting += 1
        told = None if name or not current else _printed_above(current)
        done.append(Grouped(item, name or current, told))
    return done


def _printed_below(name: str, item: Opened) -> Repair:
    told = (
        f"一级栏目是合并单元格，“{name}”只印在第{item.number}项（第{item.opening.line}行）旁边，"
        "本项上面没有别的一级栏目，归入其下。把握较大，请核对。"
    )
    return Repair(MERGED_LEVEL_ONE, told)


def _printed_above(name: str) -> Repair:
    return Repair(MERGED_LEVEL_ONE, f"一级栏目是合并单元格，承上归入“{name}”。")


def _under_label(done: list[Grouped], label: Label, instruments: Instruments) -> list[Grouped]:
    """The items that a lone name covers: it stands in the middle of them."""
    straddling = _straddling(done, label)
    end = next(
        (i for i in range(straddling + 1, len(done)) if own_name(done[i].item)), len(done)
    )  # fmt: skip
    start = _start(done, label, straddling, end, instruments)
    first, sure, why = start
    told = Repair(
        MERGED_LEVEL_ONE,
        f"一级栏目“{label.text}”单独印在分页处（第{label.line}行），覆盖第{done[first].item.number}项至"
        f"第{done[end - 1].item.number}项：{why}把握{sure}，请核对。",
        severity=Severity.WARNING,
    )
    return [Grouped(each.item, label.text, told) if first <= i < end else each for i, each in enumerate(done)]


def _straddling(done: Sequence[Grouped], label: Label) -> int:
    """The item whose lines stand on both sides of the label, or the first after it."""
    seen = 0
    for i, each in enumerate(done):
        seen += len(each.item.lines)
        if seen > label.after:
            return i
    return len(done) - 1


def _start(
    done: Sequence[Grouped], label: Label, straddling: int, end: int, instruments: Instruments
) -> tuple[int, str, str]:
    """The first item under a lone name, how sure that is, and why."""
    before = max((i for i in range(straddling) if own_name(done[i].item)), default=-1)
    if before < 0 or not done[straddling].over:
        first = next((i for i in range(straddling + 1) if not done[i].over), straddling)
        return first, "较大", "这些项没有别的一级栏目。"
    by_basis = _by_basis(done, before, straddling, end, instruments)
    by_middle = _by_middle(done, label, before, straddling, end)
    if by_basis is None:
        return by_middle[0], "不大", "按合并单元格的字居中估计。"
    first, signature = by_basis
    why = f"此前各项依据《{signature}》，自第{done[first].item.number}项起不再依据它；"
    if abs(first - by_middle[0]) <= 1:
        return first, "较大", why + "合并单元格的字居中，按行数推算也相符。"
    return first, "一般", why + f"但按字居中推算应起于第{done[by_middle[0]].item.number}项。"


def _by_basis(
    done: Sequence[Grouped], before: int, straddling: int, end: int, instruments: Instruments
) -> tuple[int, str] | None:
    """The boundary after the last item that cites the instrument which the earlier group lives by."""
    over = done[before].over
    sure = [_cited(done[i].item, instruments) for i in range(before + 1) if done[i].over == over]
    counted = Counter(title for titles in sure for title in titles)
    after: set[str] = set().union(*(_cited(done[i].item, instruments) for i in range(straddling, end)))
    signature = next(
        (title for title, count in counted.most_common() if count > 1 and title not in after), None
    )
    if signature is None:
        return None
    citing = [i for i in range(before, straddling) if signature in _cited(done[i].item, instruments)]
    return (max(citing) + 1, signature) if citing else None


def _cited(item: Opened, instruments: Instruments) -> frozenset[str]:
    return frozenset().union(*(instruments(line.basis) for line in item.lines))


def _by_middle(
    done: Sequence[Grouped], label: Label, before: int, straddling: int, end: int
) -> tuple[int, int]:
    """The item that begins as far above the label as the group ends below it, in lines."""
    total = sum(len(each.item.lines) for each in done[:end])
    first_line = label.after - (total - label.after)
    seen = 0
    for i, each in enumerate(done[: straddling + 1]):
        seen += len(each.item.lines)
        if seen > first_line and i > before:
            return i, first_line
    return straddling, first_line
