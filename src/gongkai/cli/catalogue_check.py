"""`gongkai catalogue check`: the findings and nothing else."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from gongkai.cli import catalogue_file, catalogue_write
from gongkai.cli.catalogue_page import where
from gongkai.cli.lines import AS_JSON, dumped, status_of
from gongkai.cli.saving import save_bytes
from gongkai.law import lawdata
from gongkai.law.catalogue import checking, mending
from gongkai.law.catalogue.mending import Change, Mended
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.tables import OfficeLevel
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding, finding_value, place_value
from gongkai.law.vocabulary import SEVERITY_NAMES, Severity

_HEADINGS = ("严重程度", "位置", "栏目", "原文", "问题", "建议改为", "可自动改", "代码", "处理情况")
_OFFICES = {"政府": OfficeLevel.COUNTY, "部门": OfficeLevel.BODY, "乡镇": OfficeLevel.TOWNSHIP}
_WIDTHS = (8, 14, 26, 30, 48, 30, 8, 22, 16)


@click.command("check", help="查目录文件，只列问题：在哪里、怎样改、依据哪一条。")
@click.argument("file", metavar="文件")
@AS_JSON
@click.option(
    "--severity",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.NOTICE.value,
    metavar="error|warning|notice",
    help="只列到这一级为止：error 错误，warning 请核对，notice 说明（默认，全部）。",
)
@click.option(
    "--fix-safe",
    "out",
    metavar="新文件",
    help="把只有一种正确写法的地方改好，写成新文件（toml、xlsx、docx）；原文件不动。",
)
@click.option(
    "--office",
    type=click.Choice(list(_OFFICES)),
    metavar="政府|部门|乡镇",
    help="这是哪一级机关的整份目录：按它查应当公开的事项有没有漏；不写时由标题推断。",
)
@click.option("--xlsx", "listed", metavar="新文件", help="把问题写成一张Excel清单（xlsx），供逐条处理。")
@click.pass_context
def check(
    ctx: click.Context,
    file: str,
    as_json: bool,
    severity: str,
    out: str | None,
    office: str | None,
    listed: str | None,
) -> None:
    """Prints the findings of a catalogue; mends what has one right answer into a new file."""
    for each in filter(None, (out, listed)):
        catalogue_file.require_other(each, file)
    found = catalogue_file.read_all(file)
    mended = _mended(found, Path(out)) if out else None
    if mended is not None:
        found = tuple(each.catalogue for each in mended)
    if office:
        level, tables = _OFFICES[office], lawdata.tables()
        found = tuple(checking.check_as(level, catalogue, tables) for catalogue in found)
    findings = [finding for catalogue in found for finding in catalogue.findings]
    made = [change for each in mended or () for change in each.changes]
    if listed:
        _list(found, Path(listed))
    if as_json:
        click.echo(dumped(_value(found, findings, made if out else None)))
    else:
        _print(found, made if out else None, Severity(severity))
    for name in filter(None, (out, listed)):
        click.echo(f"已写入{name}。", err=True)
    ctx.exit(status_of(findings))


def _mended(found: Sequence[Catalogue], target: Path) -> tuple[Mended, ...]:
    tables, safe = lawdata.tables(), lawdata.safe_codes()
    mended = tuple(mending.mended(catalogue, tables, safe) for catalogue in found)
    catalogue_write.save_all([each.catalogue for each in mended], target)
    return mended


def _list(found: Sequence[Catalogue], target: Path) -> None:
    """The findings as a list that a clerk can work through; LawError for another ending."""
    if target.suffix.lower() != ".xlsx":
        raise LawError(f"问题清单只能写成xlsx文件，“{target.name}”不行：请把文件名的结尾改为.xlsx。")
    view = import_module("gongkai.cli.catalogue_findings")
    rows = [
        (
            SEVERITY_NAMES[row.finding.severity],
            where(row.finding.place),
            " › ".join(row.path),
            row.words,
            row.finding.message,
            row.finding.suggestion,
            "是" if row.finding.suggestion and row.finding.code in lawdata.safe_codes() else "",
            row.finding.code,
            "",
        )
        for row in sorted(view.rows(found), key=lambda row: list(Severity).index(row.finding.severity))
    ]
    writer = import_module("gongkai.grids.writing.xlsx")
    save_bytes(target, writer.list_of("问题清单", _HEADINGS, rows, _WIDTHS))


def _print(found: Sequence[Catalogue], made: Sequence[Change] | None, least: Severity) -> None:
    view = import_module("gongkai.cli.catalogue_findings")
    if made is not None:
        click.echo(view.changes(made))
    view.show(view.rows(found), least)


def _value(
    found: Sequence[Catalogue], findings: Sequence[Finding], made: Sequence[Change] | None
) -> dict[str, Any]:
    value: dict[str, Any] = {"findings": [finding_value(finding) for finding in findings]}
    if len(found) > 1:
        value["catalogues"] = [
            {
                "title": each.title,
                "findings": [finding_value(finding) for finding in each.findings],
            }
            for each in found
        ]
    if made is not None:
        value["changes"] = [
            {
                "code": change.code,
                "source": place_value(change.place),
                "path": list(change.path),
                "before": change.before,
                "after": change.after,
            }
            for change in made
        ]
    return value
