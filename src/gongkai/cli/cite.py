"""`gongkai cite`: a door to the reader of citations."""

import click

from gongkai.cli.lines import AS_JSON, answered, dumped, status_of
from gongkai.law import citation
from gongkai.law.citation.values import citations_value
from gongkai.law.instruments import instruments
from gongkai.law.vocabulary import SEVERITY_NAMES


@click.command("cite", help="读出文字引用的法规和文号；文字写作“-”时从标准输入逐行读。")
@click.argument("text", metavar="文字")
@AS_JSON
@click.pass_context
def cite(ctx: click.Context, text: str, as_json: bool) -> None:
    """Reads legal citations, of one text or of one a line."""
    known = instruments()

    def answer(line: str) -> tuple[str, int]:
        reading = citation.read(line, known)
        return dumped(citations_value(reading)) if as_json else _page(reading), status_of(reading.findings)

    answered(ctx, text, answer, as_json=as_json)


def _page(reading: citation.CitationReading) -> str:
    """One citation a line, then what is wrong with them."""
    rows = []
    for each in reading.citations:
        title = citation.quoted(each.title) if each.title else "（没有名称）"
        known = f"　即 {each.instrument}" if each.instrument else "　（不在已知法律文件之内）"
        rows.append(f"{title}{each.document_number}{known}")
    for finding in reading.findings:
        mend = f"建议：{finding.suggestion}" if finding.suggestion else ""
        rows.append(f"{SEVERITY_NAMES[finding.severity]}　{finding.message}{mend}")
    return "\n".join(rows if reading.citations else ["没有引用文件。", *rows])
