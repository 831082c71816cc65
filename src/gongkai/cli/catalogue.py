"""`gongkai catalogue`, `cite`, `elements`: three doors."""

import os
import tempfile
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

import click
import tomli_w

from gongkai.cli import catalogue_file, catalogue_page
from gongkai.cli.lines import AS_JSON, dumped, each_line
from gongkai.law import citation, lawdata
from gongkai.law import elements as content
from gongkai.law.catalogue import values, writing
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_HEAD = """# 主动公开目录，由 gongkai catalogue write 写出，经人核对。
# [[item]] 是一个末级栏目，文字照原表；[[item.repair]] 是读表时对这一行所作的修补，每条一句。
# 引用的法规、要素、时限规则和其余问题每次从这些文字重新读出，不存在这里。

"""
Answer = Callable[[str], tuple[str, int]]


@click.group(help="主动公开目录：读、查、写。")
def catalogue() -> None:
    """The commands on a catalogue file."""


@catalogue.command("read", help="读目录 FILE，列出栏目和问题；FILE 写 - 时从标准输入读。")
@click.argument("file")
@AS_JSON
@click.pass_context
def read(ctx: click.Context, file: str, as_json: bool) -> None:
    """Reads a catalogue into its columns, with every repair and finding."""
    found = catalogue_file.read(file)
    if as_json:
        click.echo(dumped(values.catalogue_value(found)))
    else:
        import_module("gongkai.cli.catalogue_tree").draw(found)
        click.echo(catalogue_page.findings(found.findings, with_notices=False))
    ctx.exit(_status(found.findings))


@catalogue.command("check", help="查目录 FILE，只列问题。")
@click.argument("file")
@AS_JSON
@click.pass_context
def check(ctx: click.Context, file: str, as_json: bool) -> None:
    """Prints the findings of a catalogue and nothing else."""
    findings = catalogue_file.read(file).findings
    if as_json:
        click.echo(dumped({"findings": [values.finding_value(finding) for finding in findings]}))
    else:
        click.echo(catalogue_page.findings(findings))
    ctx.exit(_status(findings))


@catalogue.command("write", help="读目录 FILE，写成本系统的格式（toml）。")
@click.argument("file")
@click.option("--to", "out", required=True, metavar="OUT", help="写到哪个文件，如 目录.toml。")
@click.pass_context
def write(ctx: click.Context, file: str, out: str) -> None:
    """Writes a catalogue in the project's own form."""
    target = Path(out)
    if target.suffix.lower() != ".toml":
        raise LawError(f"目前只能写成toml文件，“{target.name}”不行：请把文件名的结尾改为.toml。")
    found = catalogue_file.read(file)
    _save(target, _HEAD + tomli_w.dumps(writing.table(found)))
    click.echo(f"已写入{target}：{len(found.items)}个末级栏目。", err=True)
    ctx.exit(_status(found.findings))


@catalogue.command("load", help="使安装中的栏目与目录 FILE 一致；已公开的不会丢失。")
@click.argument("file")
@click.option("--in-force-on", metavar="日期", help="目录从哪一天起施行；默认今天。")
@click.option("--body", metavar="代码", help="新栏目的责任单位；只有一个单位时可以不写。")
@click.option("--dry-run", is_flag=True, help="只说会怎样，不改动。")
@click.option("--home", metavar="目录", help="安装目录；默认取 GONGKAI_HOME，再默认 ./var。")
def load(file: str, in_force_on: str | None, body: str | None, dry_run: bool, home: str | None) -> None:
    """Brings the columns of an installation in line with an edition."""
    # The office is loaded only here: the other commands of this group answer without Django.
    door = import_module("gongkai.cli.init")
    door.load(file, in_force_on=in_force_on, body=body, dry_run=dry_run, home=home)


@click.command("cite", help="读出 TEXT 引用的法规和文号；TEXT 写 - 时从标准输入逐行读。")
@click.argument("text")
@AS_JSON
@click.pass_context
def cite(ctx: click.Context, text: str, as_json: bool) -> None:
    """Reads legal citations, of one text or of one a line."""
    known = lawdata.instruments()

    def answer(line: str) -> tuple[str, int]:
        reading = citation.read(line, known)
        page = dumped(values.citations_value(reading)) if as_json else catalogue_page.citations(reading)
        return page, _status(reading.findings)

    _answer(ctx, text, answer, as_json)


@click.command("elements", help="读出栏目内容 TEXT 要求公开的要素；TEXT 写 - 时从标准输入逐行读。")
@click.argument("text")
@AS_JSON
@click.pass_context
def elements(ctx: click.Context, text: str, as_json: bool) -> None:
    """Reads the elements and the kind of a content cell, of one text or of one a line."""
    words = lawdata.elements()

    def answer(line: str) -> tuple[str, int]:
        reading = content.read(line, words)
        page = dumped(values.elements_value(reading)) if as_json else catalogue_page.elements(reading)
        return page, _status(reading.findings)

    _answer(ctx, text, answer, as_json)


def _answer(ctx: click.Context, text: str, answer: Answer, as_json: bool) -> None:
    if text == "-":
        ctx.exit(each_line(answer, as_json=as_json))
    page, status = answer(text)
    click.echo(page)
    ctx.exit(status)


def _status(findings: Iterable[Finding]) -> int:
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _save(target: Path, text: str) -> None:
    """Written beside its place and renamed, so that a full disk leaves the old file whole."""
    name = ""
    try:
        with tempfile.NamedTemporaryFile("w", dir=target.parent, encoding="utf-8", delete=False) as file:
            name = file.name
            file.write(text)
        Path(name).chmod(0o644)
        os.replace(name, target)
    except OSError:
        if name:
            Path(name).unlink(missing_ok=True)
        raise LawError(
            f"写不了“{target}”：请检查文件夹是否存在、可写，磁盘是否已满；原有文件没有动。"
        ) from None
