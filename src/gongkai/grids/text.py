"""Text with tabs, bars or commas into a grid of cells."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator

from gongkai.grids.allowance import Allowance
from gongkai.grids.decoding import decode
from gongkai.grids.refusal import empty
from gongkai.law.catalogue.grid import Cell, Grid, Row
from gongkai.law.patterns import lazy

_QUOTED = lazy(r'(?:^|\t)"', re.MULTILINE)
_RULE = frozenset(" |:+-")
_SEPARATORS = ",;\t，"
_SAMPLE = 200


def read(data: bytes, file: str = "") -> Grid:
    """The table in a text file: cells parted by tabs, by | or by commas.

    UTF-8, UTF-16, GB18030 (GBK) and Big5 are recognised. Raises LawError with one sentence for a file that
    is empty, too large, or no text.
    """
    return from_text(decode(data, file), file)


def from_text(text: str, file: str = "") -> Grid:
    """The same for text that is decoded already. Regular CSV is exact: its cells stand in their columns."""
    if not text.strip():
        raise empty(file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    allowance = Allowance(file)
    allowance.take_places(text.count("\n") + 1)
    for line in text.split("\n"):
        allowance.take_text(len(line))
    separator = _separator(text, file)
    if separator:
        return Grid(_exact(list(_taken(_quoted(text, separator), allowance)), allowance), file, exact=True)
    return Grid(tuple(_taken(_rows(text, file), allowance)), file, source=tuple(text.split("\n")))


def _separator(text: str, file: str) -> str:
    """What parts the cells of a regular CSV file; nothing where rows differ too much to stand in columns.

    A name that ends in .csv or .tsv lets any separator pass; without it only commas, in the strictest order.
    """
    is_named = file.lower().endswith((".csv", ".tsv"))
    if not is_named and ("\t" in text or "|" in text):
        return ""
    sample = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])
    shares = {each: _share(sample, each, 2 if is_named else 3) for each in (_SEPARATORS if is_named else ",")}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= (0.6 if is_named else 1) else ""


def _share(sample: str, separator: str, narrowest: int) -> float:
    """The share of rows that have as many cells as most rows have."""
    widths = Counter(len(row.cells) for row in _quoted(sample, separator) if row.filled)
    if not widths:
        return 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / widths.total() if width >= narrowest and count >= narrowest else 0


def _exact(rows: list[Row], allowance: Allowance) -> tuple[Row, ...]:
    """Every row as wide as the widest, so that each cell stands in its column."""
    while rows and not rows[-1].filled:
        rows.pop()
    width = max((row.filled[-1][0] + 1 for row in rows if row.filled), default=0)
    allowance.take_places(width * len(rows))
    blank = Cell("")
    return tuple(Row(row.line, (*row.cells[:width], *[blank] * (width - len(row.cells)))) for row in rows)


def _taken(rows: list[Row], allowance: Allowance) -> Iterator[Row]:
    for row in rows:
        allowance.take_cells(len(row.cells))
        yield row


def _rows(text: str, file: str) -> list[Row]:
    if "\t" in text:
        return _quoted(text, "\t") if _QUOTED.search(text) else _split(text, lambda line: line.split("\t"))
    if file.lower().endswith(".csv"):
        return _quoted(text, ",")
    return _split(text, _barred)


def _split(text: str, parts: Callable[[str], list[str]]) -> list[Row]:
    """A row for every line; a page break is a blank row, the rule under a heading of bars is left out."""
    rows = []
    for i, line in enumerate(text.split("\n"), 1):
        before, *after = line.split("\f")
        if before or not after:
            rows.append(_row(i, parts(before)))
        for each in after:
            rows += [_row(i, [""]), *([_row(i, parts(each))] if each else [])]
    return [row for row in rows if len(row.cells) < 2 or not _is_rule(row)]


def _is_rule(row: Row) -> bool:
    return all("--" in cell.text and _RULE.issuperset(cell.text) for cell in row.cells)


def _barred(line: str) -> list[str]:
    """A line of a printed table: | a | b | or a | b |."""
    if "|" not in line:
        return [line]
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in inner.split("|")]


def _quoted(text: str, delimiter: str) -> list[Row]:
    """Cells in quotation marks may hold line breaks, as spreadsheets write them.

    A mark that is never closed is no such mark: then every line is a row.
    """
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        before = 0
        for cells in reader:
            rows.append(_row(before + 1, cells))
            before = reader.line_num
    except csv.Error:
        return _split(text, lambda line: line.split(delimiter))
    return rows


def _row(line: int, cells: list[str]) -> Row:
    return Row(line, tuple(Cell(cell) for cell in cells))
