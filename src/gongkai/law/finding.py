"""A finding: what is wrong, where, and what would be right."""

from dataclasses import dataclass

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
