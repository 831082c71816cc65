"""Catalogues and elements as people read them."""

from collections.abc import Sequence

from gongkai.law import lawdata
from gongkai.law.elements import Element, ElementReading
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import ColumnKind, Severity

_SEVERITY = {Severity.ERROR: "错误", Severity.WARNING: "请核对", Severity.NOTICE: "说明"}


def kind_name(kind: ColumnKind) -> str:
    """The Chinese name of a kind of column."""
    return next((words.name for words in lawdata.elements().kinds if words.kind is kind), kind.value)


def findings(given: Sequence[Finding], with_notices: bool = True) -> str:
    """The findings one a line, the gravest first, with their number by severity at the end."""
    shown = [each for each in given if with_notices or each.severity is not Severity.NOTICE]
    rows = [_finding(each) for severity in Severity for each in shown if each.severity is severity]
    counts = "，".join(
        f"{_SEVERITY[severity]}{sum(each.severity is severity for each in given)}条" for severity in Severity
    )
    hidden = "（说明用 gongkai catalogue check 查看）" if len(shown) < len(given) else ""
    return "\n".join([*rows, f"共{len(given)}条：{counts}{hidden}。" if given else "没有发现问题。"])


def _finding(finding: Finding) -> str:
    place = finding.place
    where = f"第{place.line}行" if place and place.line else ""
    where += f"第{place.cell}格" if place and place.cell else ""
    return f"{_SEVERITY[finding.severity]}　{where}{'　' if where else ''}{finding.message}"


def elements(reading: ElementReading) -> str:
    """The kind of column, a table of its elements, then what is doubtful."""
    rows = [f"栏目种类：{kind_name(reading.column_kind)}"]
    rows += _table(reading.elements) if reading.elements else ["没有读出公开要素。"]
    return "\n".join([*rows, *(_finding(each) for each in reading.findings)])


def _table(given: Sequence[Element]) -> list[str]:
    types = lawdata.elements().types
    cells = [("要素", "类型", "必填", "目录原文")]
    cells += [
        (each.name, types[each.type], "必填" if each.required else "可选", " ".join(each.text.split()))
        for each in given
    ]
    widths = [max(len(row[i]) for row in cells) for i in range(3)]
    return ["　".join([*(row[i].ljust(widths[i], "　") for i in range(3)), row[3]]) for row in cells]
