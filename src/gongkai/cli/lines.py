"""Standard input, one input a line, plain or as a JSON string."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator

import click

from gongkai.law.errors import LawError
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

Answer = Callable[[str], tuple[str, int]]  # of one text: the page to print and the status

AS_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")


def lines() -> Iterator[str]:
    """Every line of standard input. Errors: bytes that are not UTF-8, with the number of the line."""
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise LawError(f"标准输入第{number}行不是 UTF-8 编码，请先转换编码（如由 GBK 转换）。") from None
        yield _unquoted(text)


def _unquoted(text: str) -> str:
    """A line that is a JSON string stands for what it holds, so that a line break can be given."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            value = json.loads(text)
        except json.JSONDecodeError:
            return text
        return value if isinstance(value, str) else text
    return text


def dumped(value: object) -> str:
    """One JSON object on one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)


def each_line(answer: Answer, *, as_json: bool) -> int:
    """Answers every line in its order and gives the worst status.

    A line that cannot be used does not stop the others: its place is taken by an object with `error`
    (with --json), its sentence goes to standard error, and the status becomes 2.
    """
    worst = 0
    write = sys.stdout.write
    for number, text in enumerate(lines(), start=1):
        try:
            written, status = answer(text)
            write(written + "\n")
        except LawError as problem:
            status = 2
            if as_json:
                write(dumped({"error": str(problem), "line": number}) + "\n")
            click.echo(f"第{number}行：{problem}", err=True)
        worst = max(worst, status)
    return worst


def answered(ctx: click.Context, text: str, answer: Answer, *, as_json: bool) -> None:
    """Answers one text, or with “-” every line of standard input, and ends with its status."""
    if text == "-":
        ctx.exit(each_line(answer, as_json=as_json))
    page, status = answer(text)
    click.echo(page)
    ctx.exit(status)


def status_of(findings: Iterable[Finding]) -> int:
    """The exit status of the contract: 1 where a finding is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))
