"""A finding: what is wrong, where, and what would be right."""

from dataclasses import dataclass
from typing import Any

from gongkai.law.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source something stands.

    位置：文件、工作表、行（从1起）、列（从1起）。0 和空串表示没有这一级。
    """

    file: str = ""
    sheet: str = ""
    line: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check, ready to be shown.

    问题。`span` 是所说文字的 [起, 止) 字符位置，与 `place` 所指单元格的原文对应。
    """

    code: str
    severity: Severity
    message: str
    span: tuple[int, int] | None = None
    suggestion: str = ""
    place: Place | None = None


def finding_value(finding: Finding) -> dict[str, Any]:
    """FINDING of the contract (contracts/cli.md), with span and place where it has them."""
    value: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
    }
    if finding.span is not None:
        value["span"] = list(finding.span)
    value["suggestion"] = finding.suggestion
    if finding.place is not None:
        value["source"] = place_value(finding.place)
    return value


def place_value(place: Place) -> dict[str, Any]:
    """Where something stands; a text has lines, a workbook has sheets and rows."""
    pairs = (
        ("file", place.file),
        ("sheet", place.sheet),
        ("row" if place.sheet else "line", place.line),
        ("cell", place.cell),
    )
    return {name: given for name, given in pairs if given}
