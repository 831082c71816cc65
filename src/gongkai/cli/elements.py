"""`gongkai elements`: one content cell, or one a line."""

import click

from gongkai.cli import catalogue_page
from gongkai.cli.lines import AS_JSON, answered, dumped, status_of
from gongkai.law import elements as content
from gongkai.law import lawdata
from gongkai.law.catalogue import values


@click.command("elements", help="读出栏目内容要求公开的要素；文字写作“-”时从标准输入逐行读。")
@click.argument("text", metavar="文字")
@AS_JSON
@click.pass_context
def elements(ctx: click.Context, text: str, as_json: bool) -> None:
    """Reads the elements and the kind of a content cell, of one text or of one a line."""
    words = lawdata.elements()

    def answer(line: str) -> tuple[str, int]:
        reading = content.read(line, words)
        page = dumped(values.elements_value(reading)) if as_json else catalogue_page.elements(reading)
        return page, status_of(reading.findings)

    answered(ctx, text, answer, as_json=as_json)
