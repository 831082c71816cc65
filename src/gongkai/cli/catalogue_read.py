"""`gongkai catalogue read`: columns, repairs and findings."""

from importlib import import_module

import click

from gongkai.cli import catalogue_file, catalogue_page
from gongkai.cli.lines import AS_JSON, dumped, status_of
from gongkai.law.catalogue import values


@click.command("read", help="读目录文件，列出栏目和问题；文件写作“-”时从标准输入读。")
@click.argument("file", metavar="文件")
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
