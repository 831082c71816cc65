"""`gongkai catalogue check`: the findings and nothing else."""

import click

from gongkai.cli import catalogue_file, catalogue_page
from gongkai.cli.lines import AS_JSON, dumped, status_of
from gongkai.law.catalogue import values


@click.command("check", help="查目录 FILE，只列问题。")
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
    ctx.exit(status_of(findings))
