"""The project's own form of a catalogue: to a table and back."""

from collections.abc import Sequence
from typing import Any, TypeVar

from gongkai.law import elements
from gongkai.law.catalogue import checking
from gongkai.law.catalogue.lines import told_once
from gongkai.law.catalogue.model import Attribute, Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.citation import read as read_citations
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding, Place
from gongkai.law.time_limit import grammar
from gongkai.law.vocabulary import ColumnKind, Severity

FORM = 1
Kind = TypeVar("Kind")

# What the file holds is what was printed and what was repaired. Citations, elements, rules and the
# other findings are read from those words again, so that a better reader reads an old file better.


def table(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue as a table to be written as TOML; `catalogue()` reads it back to an equal one."""
    files = {item.place.file for item in catalogue.items}
    return {
        "form": FORM,
        "title": catalogue.title,
        "source": files.pop() if len(files) == 1 else "",
        "item": [_item_table(item, catalogue.findings) for item in catalogue.items],
    }


def _item_table(item: Item, findings: Sequence[Finding]) -> dict[str, Any]:
    mine = [_finding_of(sentence, item, findings) for sentence in item.repairs]
    row: dict[str, Any] = {
        "number": item.number,
        "path": list(item.path),
        "column_kind": item.column_kind.value,
        "content": item.content,
        "time_limit": item.time_limit_text,
        "legal_basis": item.legal_basis_text,
        "inherited": list(item.inherited),
        "line": item.place.line,
        "cells": list(item.cells),
    }
    if item.place.sheet:
        row["sheet"] = item.place.sheet
    if item.attributes:
        row["attribute"] = [{"name": each.name, "value": each.value} for each in item.attributes]
    if mine:
        row["repair"] = [_repair_table(finding) for finding in mine]
    return row


def _finding_of(sentence: str, item: Item, findings: Sequence[Finding]) -> Finding:
    """The finding that tells a repair: of this row, or of the first row with the same repair."""
    alike = [finding for finding in findings if finding.message == sentence]
    mine = [finding for finding in alike if finding.place and finding.place.line == item.place.line]
    return next(iter(mine or alike), Finding("repair", Severity.NOTICE, sentence))


def _repair_table(finding: Finding) -> dict[str, Any]:
    row: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "sentence": finding.message,
        "cell": finding.place.cell if finding.place else 0,
    }
    return row | ({"suggestion": finding.suggestion} if finding.suggestion else {})


def catalogue(content: dict[str, Any], tables: Tables) -> Catalogue:
    """The catalogue that a table in our own form holds; LawError with one sentence where it holds none."""
    if content.get("form") != FORM:
        raise LawError(f"这不是本系统的目录文件：第一行应是“form = {FORM}”。")
    file = _text(content, "source", "目录")
    rows = content.get("item")
    if not isinstance(rows, list) or not rows:
        raise LawError("目录文件里没有栏目：至少要有一个[[item]]。")
    items: list[Item] = []
    repairs: list[Finding] = []
    for i, row in enumerate(rows, 1):
        item, told = _item(row, file, tables, f"第{i}个[[item]]")
        items.append(item)
        repairs += told
    read = Catalogue(_text(content, "title", "目录"), tuple(items))
    findings = (*told_once(repairs), *checking.check(read, tables))
    return Catalogue(read.title, read.items, findings)


def _item(row: object, file: str, tables: Tables, where: str) -> tuple[Item, list[Finding]]:
    if not isinstance(row, dict):
        raise LawError(f"{where}不是一个表：请照“键 = 值”的写法逐行书写。")
    path = tuple(_list(row, "path", str, where))
    if not path:
        raise LawError(f'{where}没有path（栏目路径）：请写成 path = ["一级栏目", "二级栏目"]。')
    content, limit, basis = (_text(row, name, where) for name in ("content", "time_limit", "legal_basis"))
    place = Place(file, _text(row, "sheet", where), _number(row, "line", where))
    told = [_repair(each, place, where) for each in _list(row, "repair", dict, where)]
    cells = [*_list(row, "cells", int, where), 0, 0, 0]
    inherited = tuple(_list(row, "inherited", str, where))
    # Kind and elements go by what this row printed: a limit taken over from above says nothing of it.
    printed = "" if "time_limit_text" in inherited else limit
    item = Item(
        number=_number(row, "number", where),
        path=path,
        legal_basis=read_citations(basis, tables.instruments).citations,
        legal_basis_text=basis,
        content=content,
        elements=elements.read(content, tables.vocabulary, path, printed).elements,
        column_kind=_kind(row, content, path, printed, tables, where),
        time_limit_text=limit,
        rules=grammar.read(limit).rules,
        inherited=inherited,
        repairs=tuple(finding.message for finding in told),
        place=place,
        cells=(cells[0], cells[1], cells[2]),
        attributes=tuple(_attribute(each, where) for each in _list(row, "attribute", dict, where)),
    )
    return item, told


def _attribute(row: dict[str, Any], where: str) -> Attribute:
    return Attribute(_text(row, "name", f"{where}的attribute"), _text(row, "value", f"{where}的attribute"))


def _repair(row: dict[str, Any], item: Place, where: str) -> Finding:
    place = Place(item.file, item.sheet, item.line, _number(row, "cell", where))
    severity = _text(row, "severity", where)
    if severity not in set(Severity):
        raise LawError(f"{where}的repair里severity写作“{severity}”，只能是{'、'.join(Severity)}。")
    code, sentence, suggestion = (_text(row, name, where) for name in ("code", "sentence", "suggestion"))
    return Finding(code, Severity(severity), sentence, None, suggestion, place)


def _kind(
    row: dict[str, Any], content: str, path: tuple[str, ...], limit: str, tables: Tables, where: str
) -> ColumnKind:
    given = _text(row, "column_kind", where)
    if not given:
        return elements.read(content, tables.vocabulary, path, limit).column_kind
    if given not in set(ColumnKind):
        raise LawError(f"{where}的column_kind“{given}”不是栏目种类；可以删去，由栏目内容推出。")
    return ColumnKind(given)


def _text(row: dict[str, Any], name: str, where: str) -> str:
    given = row.get(name, "")
    if not isinstance(given, str):
        raise LawError(f"{where}的{name}应是加引号的文字，这里写作{given}。")
    return given


def _number(row: dict[str, Any], name: str, where: str) -> int:
    given = row.get(name, 0)
    if not isinstance(given, int) or isinstance(given, bool) or given < 0:
        raise LawError(f"{where}的{name}应是不小于0的整数，这里写作{given}。")
    return given


def _list(row: dict[str, Any], name: str, kind: type[Kind], where: str) -> list[Kind]:
    given = row.get(name, [])
    if not isinstance(given, list) or not all(isinstance(each, kind) for each in given):
        raise LawError(f"{where}的{name}应是方括号里的一组值。")
    return given
