"""What was guessed while unfolding, told in sentences."""

from collections.abc import Iterator, Sequence

from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.unfolding.looks import Look, look
from gongkai.law.catalogue.unfolding.setting import Table
from gongkai.law.catalogue.unfolding.words import Family
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity


def told(table: Table, grid: Grid) -> Iterator[Finding]:
    """Every guess made while the table was set up again, with its place."""
    yield _unfolded(table, grid)
    yield from _heading(table, grid)
    yield from _names(table, grid)
    yield from _levels(table, grid)
    yield from _marks(table, grid)
    for row in table.left_out:
        message = f"第{row.line}行起的一行与表头对不上，没有采用（{_cells(row.texts)}）：请对照原表补上。"
        yield Finding("row-left-out", Severity.WARNING, message, place=grid.place(row.line))
    for row in table.torn:
        words = _cells(row.texts)
        message = f"文本在第{row.line}行起的一行中间断了（{words}），名称和内容不全，没有采用：请补全原文。"
        yield Finding("row-torn", Severity.WARNING, message, place=grid.place(row.line))
    if table.rows[-1].is_cut:
        line = table.rows[-1].line
        message = (
            f"文本在第{line}行起的一行中断，后面的各格（时限等）没有印出，不能用上一行的代替：请补全原文。"
        )
        yield Finding("row-cut", Severity.WARNING, message, place=grid.place(line))
    if table.end:
        message = f"文本末尾的{_quoted([table.end.text])}中断了，像是公开时限，没有采用：请补全原文。"
        yield Finding("row-torn", Severity.WARNING, message, place=grid.place(table.end.line))
    if table.debris:
        words = "、".join(f"第{piece.line}行“{piece.text}”" for piece in table.debris)
        message = f"表里有{len(table.debris)}处零散的数字不是序号（{words}），像是页码或编码，没有采用。"
        yield Finding("figure-left-out", Severity.NOTICE, message, place=grid.place(table.debris[0].line))


def _unfolded(table: Table, grid: Grid) -> Finding:
    message = (
        f"这张表的各格在提取时散成了一行一格或丢了空格，已按表头和各格的样子重排成{len(table.rows)}行"
        f"{len(table.columns)}列：请与原表核对。"
    )
    return Finding("table-unfolded", Severity.NOTICE, message, place=grid.place(grid.rows[0].line))


def _heading(table: Table, grid: Grid) -> Iterator[Finding]:
    place = grid.place(grid.rows[0].line)
    words = "、".join(column.word for column in table.columns)
    if not table.passage.columns:
        message = f"这张表没有表头，已按各格的样子和标准目录的次序认作：{words}。请补上表头后再核对。"
        yield Finding("heading-guessed", Severity.WARNING, message, place=place)
    elif table.passage.guessed:
        lost = "、".join(f"“{word}”" for word in table.passage.guessed)
        message = f"表头中有的格只剩“公开”两个字，已按标准目录的次序认作{lost}：请补全表头。"
        yield Finding("heading-guessed", Severity.WARNING, message, place=place)


def _names(table: Table, grid: Grid) -> Iterator[Finding]:
    if table.is_cut_out:
        message = (
            "这张表各格的文字连在一起，没有分隔，已按序号、书名号、时限和名称常用的词尾断开：名称与内容的分界请逐行核对，"
            "最好把原网页另存为HTML再读。"
        )
        yield Finding("names-guessed", Severity.WARNING, message, place=grid.place(grid.rows[0].line))


def _marks(table: Table, grid: Grid) -> Iterator[Finding]:
    rows = [row for row in table.rows if any(look(text) is Look.TICK for text in row.left)]
    if rows:
        message = (
            f"有{len(rows)}行打勾的格数与表头的列数对不上（如第{rows[0].line}行起的一行），看不出勾在哪一栏，"
            "公开对象、方式、层级没有填：请对照原表补上。"
        )
        yield Finding("marks-unplaced", Severity.NOTICE, message, place=grid.place(rows[0].line))
    for row in table.rows:
        words = [text for text in row.left if look(text) is not Look.TICK]
        if words:
            message = (
                f"第{row.line}行起的一行里，{_quoted(words)}看不出属于哪一栏，没有采用：请对照原表补上。"
            )
            yield Finding("cell-left-out", Severity.WARNING, message, place=grid.place(row.line))


def _levels(table: Table, grid: Grid) -> Iterator[Finding]:
    """Names whose level was inferred from their number, where no bars show what a merge covered."""
    levels = [i for i, column in enumerate(table.columns) if column.family is Family.LEVEL]
    if len(levels) < 2 or table.is_barred:
        return
    rows = [row for row in table.rows if row.texts.get(levels[-1]) and not row.texts.get(levels[0])]
    if rows:
        message = (
            f"有{len(rows)}行没有印一级事项（如第{rows[0].line}行起的“{rows[0].texts[levels[-1]]}”），"
            "已按合并单元格归入上面最近的一级事项：请与原表核对。"
        )
        yield Finding("levels-guessed", Severity.WARNING, message, place=grid.place(rows[0].line))


def _quoted(words: Sequence[str]) -> str:
    return "、".join(f"“{''.join(word.split())}”" for word in words)


def _cells(texts: dict[int, str]) -> str:
    return _quoted([text for _, text in sorted(texts.items()) if text])
