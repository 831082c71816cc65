"""Findings of a catalogue for people: grouped, placed, marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from gongkai.cli.catalogue_page import counts, where
from gongkai.law import lawdata
from gongkai.law.catalogue.mending import Change
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.finding import Finding, Place
from gongkai.law.vocabulary import SEVERITY_NAMES, Severity

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTICE: "bold blue"}
_AROUND = 16  # letters of the cell shown on either side of the marked words
_LONGEST_MARK = 60
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what stands at its place.

    一条问题及其所在的栏目、单元格文字。
    """

    finding: Finding
    path: tuple[str, ...] = ()
    cell: str = ""

    @property
    def words(self) -> str:
        """The words meant, or the whole cell."""
        return self.cell[slice(*self.finding.span)] if self.finding.span else self.cell


def rows(catalogues: Sequence[Catalogue]) -> tuple[Row, ...]:
    """Every finding of the catalogues with its column and its cell."""
    found: list[Row] = []
    for catalogue in catalogues:
        at = dict(_cells(catalogue.items))
        found += (_row(finding, at) for finding in catalogue.findings)
    return tuple(found)


def _row(finding: Finding, at: Mapping[tuple[str, int, int], tuple[Item, str]]) -> Row:
    if _is_whole(finding):
        return Row(finding)
    item, cell = at.get(_key(finding.place), at.get(_key(finding.place, 0), (None, "")))
    return Row(finding, item.path if item else (), cell)


def _cells(items: Sequence[Item]) -> Iterator[tuple[tuple[str, int, int], tuple[Item, str]]]:
    """The items backwards, so that the first of several in a row is the one that stays."""
    for item in reversed(items):
        place = item.place
        texts = (item.legal_basis_text, item.content, item.time_limit_text)
        yield (place.sheet, place.line, 0), (item, "")
        for cell, text in zip(item.cells, texts, strict=True):
            if cell:
                yield (place.sheet, place.line, cell), (item, text)


def _key(place: Place | None, cell: int | None = None) -> tuple[str, int, int]:
    if place is None:
        return ("", 0, 0)
    return (place.sheet, place.line, place.cell if cell is None else cell)


def show(given: Sequence[Row], least: Severity) -> None:
    """The findings by severity, one entry for one cause with all its rows, the words marked."""
    console = Console(highlight=False, soft_wrap=True)
    shown = list(Severity)[: list(Severity).index(least) + 1]
    for severity in shown:
        mine = [row for row in given if row.finding.severity is severity]
        if mine:
            console.print(Text(f"\n{SEVERITY_NAMES[severity]}　{len(mine)}条", _STYLE[severity]))
            for group in _groups(mine).values():
                _entry(console, group, severity)
    hidden = sum(row.finding.severity not in shown for row in given)
    console.print(Text(f"\n{counts([row.finding for row in given])}" if given else counts(())))
    _advice(console, given, hidden)


def _groups(given: Sequence[Row]) -> Mapping[tuple[str, str], list[Row]]:
    """One cause told once: the same words with the same mend, or the same kind of notice."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(given, key=lambda row: row.finding.place.line if row.finding.place else 0):
        finding = row.finding
        same = f"{row.words}→{finding.suggestion}" if finding.span else finding.message
        is_many = (finding.severity is Severity.NOTICE and not finding.suggestion) or _is_whole(finding)
        found.setdefault((finding.code, "" if is_many else same), []).append(row)
    return found


def _is_whole(finding: Finding) -> bool:
    return finding.place is None or not finding.place.line


def _entry(console: Console, group: Sequence[Row], severity: Severity) -> None:
    first = group[0]
    kind = lawdata.finding_kinds().get(first.finding.code)
    title = Text("  ● ", _STYLE[severity])
    title.append(kind.title if kind else first.finding.code, "bold")
    stands = f"{where(first.finding.place)}{_others(group)}"
    title.append(f"　{stands}" if stands else "")
    title.append(f"　{first.finding.code}", "dim")
    console.print(title)
    if first.path:
        console.print(Text(f"    栏目　{' › '.join(first.path)}", "dim"))
    if first.finding.span and first.cell:
        console.print(_marked(first))
    for row in group if _is_whole(first.finding) else group[:1]:
        console.print(Text(f"    {row.finding.message}"))
    if first.finding.suggestion:
        is_safe = first.finding.code in lawdata.safe_codes()
        mend = Text("    改为　").append(first.finding.suggestion, "green")
        console.print(mend.append("　（可用 --fix-safe 自动改）" if is_safe else "", "dim"))


def _others(group: Sequence[Row]) -> str:
    lines = list(dict.fromkeys(row.finding.place.line for row in group[1:] if row.finding.place))
    if not lines or not lines[0]:
        return ""
    told = "、".join(str(line) for line in lines[:_MOST_ROWS])
    return f"，同样的还有{len(group) - 1}处：第{told}{'等' if len(lines) > _MOST_ROWS else ''}行"


def _marked(row: Row) -> Text:
    """The cell with the words marked, cut to what stands around them."""
    start, end = row.finding.span or (0, 0)
    before = "".join(row.cell[max(start - _AROUND, 0) : start].splitlines())
    words, after = "".join(row.words.splitlines()), "".join(row.cell[end : end + _AROUND].splitlines())
    if len(words) > _LONGEST_MARK:
        words = f"{words[: _LONGEST_MARK // 2]}……{words[-_LONGEST_MARK // 2 :]}"
    line = Text(f"    原文　{'…' if start > _AROUND else ''}{before}")
    line.append(f"【{words}】", "reverse")
    return line.append(f"{after}{'…' if end + _AROUND < len(row.cell) else ''}")


def _advice(console: Console, given: Sequence[Row], hidden: int) -> None:
    safe = sum(row.finding.code in lawdata.safe_codes() and bool(row.finding.suggestion) for row in given)
    if hidden:
        console.print(f"另有{hidden}条较轻的没有列出，用 --severity notice 全部列出。")
    if safe:
        console.print(f"其中{safe}条只有一种正确写法，可用 --fix-safe 新文件 自动改正；原文件不动。")


def changes(made: Sequence[Change]) -> str:
    """Every mend, before → after, with its place."""
    if not made:
        return "没有可以自动改正的地方。"
    lines = [f"  {where(each.place)}　{each.before} → {each.after}" for each in made]
    return "\n".join([f"自动改正{len(made)}处：", *lines])
