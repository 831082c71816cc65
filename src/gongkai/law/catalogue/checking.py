"""Checks of a catalogue: every fault with its place."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from gongkai.law.catalogue import citing
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.citation import read as read_citations
from gongkai.law.finding import Finding, Place
from gongkai.law.time_limit import grammar
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.vocabulary import ColumnKind, Severity, Unit

BASIS, CONTENT, LIMIT = range(3)
_REPEATED_ORDINAL = re.compile(r"(?<!\d)(\d{1,2})[.．、]\s*\1[.．、]")
_ORDINAL = re.compile(r"(?:^|(?<=[；;。\s]))(\d{1,2})\s*[.．、](?!\d{1,3}(?!\d))")
_FIXED_DATE = re.compile(r"(?:\d{4}年|每年)\s*\d{1,2}月\s*\d{1,2}\s*[日号]\s*之?前")
_PARTICULAR_YEAR = re.compile(r"(?:19|20)\d{2}年度?")
_GENERIC = re.compile(r"(?:信息|文件|情况|内容)$")
_SAID_IN_READING = {"silent-time-limit", "silent"}
_OF_FORM = {"citation-without-title", "missing-title-marks", "number-without-brackets"}


def check(catalogue: Catalogue, tables: Tables) -> tuple[Finding, ...]:
    """Every fault of the catalogue, check after check, each in the order of print."""
    return tuple(finding for one in CHECKS for finding in one(catalogue, tables))


def citations(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """Each printed citation: brackets, numerals, marks, wrong or superseded instruments."""
    for item in catalogue.items:
        if "legal_basis" in item.inherited:
            continue
        for finding in read_citations(item.legal_basis_text, tables.instruments).findings:
            yield _in_cell(finding, item, BASIS)


def citations_in_content(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """Documents that the content cell names: the same faults, as far as they are faults of substance."""
    for item in catalogue.items:
        for finding in read_citations(item.content, tables.instruments).findings:
            if finding.code not in _OF_FORM:
                yield _in_cell(finding, item, CONTENT)


def time_limits(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """Each printed time limit that cannot be read, or not wholly."""
    for item in catalogue.items:
        if "time_limit_text" in item.inherited or not item.time_limit_text:
            continue
        for finding in grammar.read(item.time_limit_text).findings:
            if finding.code not in _SAID_IN_READING:
                yield _in_cell(finding, item, LIMIT)


def numbering(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """Item numbers go up by one."""
    before: Item | None = None
    for item in catalogue.items:
        if before and item.number not in (before.number, before.number + 1):
            message = f"序号从{before.number}跳到{item.number}，中间的序号缺失或次序颠倒，请核对。"
            yield Finding("number-out-of-order", Severity.WARNING, message, place=_at(item, 0))
        before = item


def ordinals(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """Numbers of a list inside a cell: 1.1. twice, or 1. 3. with one missing."""
    for item in catalogue.items:
        for cell, text in ((BASIS, item.legal_basis_text), (CONTENT, item.content)):
            if cell == BASIS and "legal_basis" in item.inherited:
                continue
            yield from (_in_cell(finding, item, cell) for finding in _ordinal_faults(text))


def _ordinal_faults(text: str) -> Iterator[Finding]:
    repeated = _REPEATED_ORDINAL.search(text)
    if repeated:
        message = f"条目编号“{repeated[0]}”重复，应写作“{repeated[1]}.”。"
        span, mend = repeated.span(), f"{repeated[1]}."
        yield Finding("ordinal-repeated", Severity.WARNING, message, span, mend)
        return
    expected = 1
    for found in _ORDINAL.finditer(text):
        if int(found[1]) != expected:
            message = f"条目编号“{found[0].strip()}”不连续，此处应是“{expected}.”。"
            yield Finding("ordinal-out-of-order", Severity.WARNING, message, found.span(), f"{expected}.")
            return
        expected += 1


def contents(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """A content cell that speaks of a neighbouring column instead of its own."""
    for siblings in _families(catalogue).values():
        named = {item.path[-1]: item for item in siblings}
        for item in siblings:
            other = named.get(_said(item))
            if other is not None and other.path != item.path:
                yield _contradiction(item, other)


def _families(catalogue: Catalogue) -> dict[tuple[str, ...], list[Item]]:
    families: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in catalogue.items:
        families[item.path[:-1]].append(item)
    return families


def _said(item: Item) -> str:
    """The content without the words that every content has."""
    return _GENERIC.sub("", "".join(item.content.split()))


def _contradiction(item: Item, other: Item) -> Finding:
    mine, theirs = item.path[-1], other.path[-1]
    said = f"栏目“{mine}”的内容写的是“{item.content}”"
    if _said(other) == mine:
        message = f"{said}，而“{theirs}”的内容写的是“{other.content}”：两格对调了，请对换。"
        return Finding("contents-swapped", Severity.ERROR, message, None, other.content, _at(item, CONTENT))
    message = f"{said}，说的是另一栏目“{theirs}”，请核对。"
    return Finding("content-of-another-column", Severity.WARNING, message, None, mine, _at(item, CONTENT))


def dates_in_content(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """A fixed day stands in the content cell, where no duty is read from it."""
    for item in catalogue.items:
        found = _FIXED_DATE.search(item.content)
        if found is None:
            continue
        year = "，而且写死了年份，下一年就失效" if _PARTICULAR_YEAR.match(found[0]) else ""
        mend = "每年" + _PARTICULAR_YEAR.sub("", found[0]).removeprefix("每年").replace("号", "日")
        message = f"“{found[0]}”是公开时限，却写在栏目内容里{year}，应移到“公开时限”一格，写作“{mend}”。"
        finding = Finding("date-in-content", Severity.WARNING, message, found.span(), mend)
        yield _in_cell(finding, item, CONTENT)


def consultation_periods(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """A consultation shorter than a statute demands for some of its documents."""
    for item in catalogue.items:
        if item.column_kind is not ColumnKind.CONSULTATION:
            continue
        for rule in item.rules:
            if rule.kind is RuleKind.OPEN_FOR and rule.amount is not None:
                days = rule.amount * 7 // 5 if rule.unit is Unit.WORKDAY else rule.amount
                yield from _below_floors(item, rule.text, days, tables)


def _below_floors(item: Item, words: str, days: int, tables: Tables) -> Iterator[Finding]:
    floors = [floor for floor in tables.floors if floor.unit is Unit.DAY and floor.amount > days]
    if not floors:
        return
    statutes = "；".join(
        f"{floor.scope}，一般不少于{floor.amount}日（《{floor.instrument}》{floor.article}）"
        for floor in floors
    )
    message = f"“{words}”短于法定的征求意见期限：{statutes}。这些文件不能按本目录的期限征求意见。"
    yield Finding("consultation-too-short", Severity.WARNING, message, place=_at(item, LIMIT))


def links(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """A column that only links, while its content cell speaks of information to be published."""
    for item in catalogue.items:
        says_link = item.content.startswith(("转链", "链接"))
        is_link = any(rule.kind is RuleKind.LINK for rule in item.rules)
        if is_link and not says_link:
            limit = item.time_limit_text
            message = f"公开时限是“{limit}”（转链栏目），内容却写“{item.content}”，请写明转链到哪里。"
            yield Finding("link-without-target", Severity.WARNING, message, place=_at(item, CONTENT))
        elif says_link and not is_link:
            message = f"内容是转链，公开时限却写“{item.time_limit_text}”：本栏目没有自己的信息，时限宜写“/”。"
            yield Finding("link-with-time-limit", Severity.NOTICE, message, None, "/", _at(item, LIMIT))


def paths(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """Two leaves with the same path."""
    first: dict[tuple[str, ...], Item] = {}
    for item in catalogue.items:
        before = first.setdefault(item.path, item)
        if before is not item:
            where = "›".join(item.path)
            message = f"栏目“{where}”与第{before.place.line}行的栏目路径相同，请改名或合并。"
            yield Finding("path-repeated", Severity.ERROR, message, place=_at(item, -1))


def citations_across(catalogue: Catalogue, tables: Tables) -> Iterator[Finding]:
    """One instrument in different forms, one series under different numbers, over the whole table."""
    yield from citing.check(catalogue, tables.instruments)


def _in_cell(finding: Finding, item: Item, cell: int) -> Finding:
    return replace(finding, place=_at(item, cell))


def _at(item: Item, cell: int) -> Place:
    return replace(item.place, cell=item.cells[cell] if cell >= 0 else 0)


CHECKS: tuple[Callable[[Catalogue, Tables], Iterator[Finding]], ...] = (
    numbering,
    paths,
    citations,
    citations_in_content,
    citations_across,
    ordinals,
    contents,
    dates_in_content,
    time_limits,
    consultation_periods,
    links,
)
