"""`gongkai catalogue`: the group, reading and loading."""

from importlib import import_module

import click

from gongkai.cli import catalogue_file, catalogue_page
from gongkai.cli.catalogue_check import check
from gongkai.cli.catalogue_compare import compare
from gongkai.cli.catalogue_write import write
from gongkai.cli.lines import AS_JSON, dumped, status_of
from gongkai.law.catalogue import values


@click.group(help="主动公开目录：读、查、写。")
def catalogue() -> None:
    """The commands on a catalogue file."""


@catalogue.command("read", help="读目录 FILE，列出栏目和问题；FILE 写 - 时从标准输入读。")
@click.argument("file")
@AS_JSON
@click.pass_context
def read(ctx: click.Context, file: str, as_json: bool) -> None:
    """Reads a catalogue into its columns, with every repair and finding."""
    found = catalogue_file.read_all(file)
    told = tuple(finding for each in found for finding in each.findings)
    if as_json:
        click.echo(dumped(values.catalogues_value(found)))
    else:
        tree = import_module("gongkai.cli.catalogue_tree")
        for each in found:
            tree.draw(each)
        click.echo(catalogue_page.findings(told, with_notices=False))
    ctx.exit(status_of(told))


@catalogue.command("load", help="使安装中的栏目与目录 FILE 一致；已公开的不会丢失。")
@click.argument("file")
@click.option("--in-force-on", metavar="日期", help="目录从哪一天起施行；默认今天。")
@click.option("--body", metavar="代码", help="新栏目的责任单位；只有一个单位时可以不写。")
@click.option("--dry-run", is_flag=True, help="只说会怎样，不改动。")
@click.option("--to", "out", metavar="OUT", help="把与现行目录的比较写成文件，如 比较.html、比较.xlsx。")
@click.option("--home", metavar="目录", help="安装目录；默认取 GONGKAI_HOME，再默认 ./var。")
def load(
    file: str, in_force_on: str | None, body: str | None, dry_run: bool, out: str | None, home: str | None
) -> None:
    """Brings the columns of an installation in line with an edition."""
    # The office is loaded only here: the other commands of this group answer without Django.
    door = import_module("gongkai.cli.init")
    door.load(file, in_force_on=in_force_on, body=body, dry_run=dry_run, home=home, out=out)


catalogue.add_command(check)
catalogue.add_command(compare)
catalogue.add_command(write)
