"""Light markup of official texts, into blocks and HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(r"^(第[一二三四五六七八九十百]+条)　?")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, address, signature or table.

    版块。`kind` 取 p、h2、h3、to、sign、table；`rows` 只用于表格，首行为表头。
    """

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def chinese_number(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals, as chapters and articles use it."""
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[units] if units or not tens else "")


def numbered(lines: str) -> str:
    """Number what is marked: `#§` chapters and `§` articles, counting from one."""
    chapters = articles = 0
    out = []
    for line in lines.strip().splitlines():
        line = line.strip()
        if line.startswith("#§"):
            chapters += 1
            line = f"# 第{chinese_number(chapters)}章　{line[2:].strip()}"
        elif line.startswith("§"):
            articles += 1
            line = f"第{chinese_number(articles)}条　{line[1:].strip()}"
        out.append(line)
    return "\n".join(out)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def blocks(lines: str) -> Iterator[Block]:
    """The blocks of a text: `# ` and `## ` headings, `@ ` addressees, `> ` signature, `|` table rows."""
    table: list[tuple[str, ...]] = []
    signature: list[str] = []
    for line in [*lines.strip().splitlines(), ""]:
        line = line.strip()
        if table and not line.startswith("|"):
            yield Block("table", rows=tuple(table))
            table = []
        if signature and not line.startswith("> "):
            yield Block("sign", "\n".join(signature))
            signature = []
        if line.startswith("|"):
            table.append(_cells(line))
        elif line.startswith("> "):
            signature.append(line[2:])
        elif line:
            yield _line_block(line)


def _line_block(line: str) -> Block:
    for mark, kind in (("## ", "h3"), ("# ", "h2"), ("@ ", "to")):
        if line.startswith(mark):
            return Block(kind, line[len(mark) :])
    return Block("p", line)


def html(lines: str) -> str:
    """The text as the office keeps it."""
    return "\n".join(_html(block) for block in blocks(lines))


def _html(block: Block) -> str:
    if block.kind == "table":
        return _table(block.rows)
    text = escape(block.text, quote=False).replace("\n", "<br>")
    if block.kind == "p":
        return "<p>" + _ARTICLE.sub(r"<b>\1</b>　", text) + "</p>"
    if block.kind == "sign":
        return f'<p style="text-align:right">{text}</p>'
    if block.kind == "to":
        return f'<p style="text-indent:0">{text}</p>'
    return f"<{block.kind}>{text}</{block.kind}>"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f'<th scope="col">{escape(cell, quote=False)}</th>' for cell in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell, quote=False)}</td>" for cell in row) + "</tr>"
        for row in rows[1:]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
