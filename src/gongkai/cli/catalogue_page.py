"""Catalogues and elements as people read them."""

from collections import Counter
from collections.abc import Sequence

from gongkai.law import lawdata
from gongkai.law.elements import Element, ElementReading
from gongkai.law.finding import Finding, Place
from gongkai.law.vocabulary import SEVERITY_NAMES, ColumnKind, Severity


def kind_name(kind: ColumnKind) -> str:
    """The Chinese name of a kind of column."""
    return next((words.name for words in lawdata.elements().kinds if words.kind is kind), kind.value)


def findings(given: Sequence[Finding], with_notices: bool = True) -> str:
    """The findings one a line, the gravest first, with their number by severity at the end."""
    shown = [each for each in given if with_notices or each.severity is not Severity.NOTICE]
    rows = [_finding(each) for severity in Severity for each in shown if each.severity is severity]
    hidden = "（说明用 gongkai catalogue check 查看）" if len(shown) < len(given) else ""
    return "\n".join([*rows, counts(given, hidden)])


def _finding(finding: Finding) -> str:
    told = (SEVERITY_NAMES[finding.severity], where(finding.place), finding.message)
    return "　".join(filter(None, told))


def where(place: Place | None) -> str:
    """A place as it is said: 工作表“目录”第12行第6格; nothing for what has no row."""
    if place is None or not place.line:
        return ""
    sheet = f"工作表“{place.sheet}”" if place.sheet else ""
    return f"{sheet}第{place.line}行" + (f"第{place.cell}格" if place.cell else "")


def counts(given: Sequence[Finding], aside: str = "") -> str:
    """How many findings of each severity there are: the last line of every list."""
    if not given:
        return "没有发现问题。"
    number = Counter(each.severity for each in given)
    told = "，".join(f"{name}{number[severity]}条" for severity, name in SEVERITY_NAMES.items())
    return f"共{len(given)}条：{told}{aside}。"


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
