"""A grid into a catalogue, every repair told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.law import elements
from gongkai.law.catalogue import checking, groups, heading, levels, lines, pages, placing, tree, unfolding
from gongkai.law.catalogue.exact import reading as exact
from gongkai.law.catalogue.exact import whole
from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.inheritance import Leaf
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.citation import read as read_citations
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding


def read_all(grids: Sequence[Grid], tables: Tables) -> tuple[Catalogue, ...]:
    """Every catalogue that the tables of a file hold, in their order.

    Tables whose cells stand in their columns are read as they stand, text by what its cells look like;
    text beside such tables (a page's menus) is only read where the tables hold no catalogue.
    Raises LawError with one sentence where none of them holds one.
    """
    if not grids:
        raise LawError("文件里没有表格：请检查文件是否完整。")
    standing = [grid for grid in grids if grid.exact]
    found = exact.read_all(standing, tables)
    if found:
        return found
    texts = [grid for grid in grids if not grid.exact]
    if not texts:
        raise exact.refusal(standing)
    return _from_texts(texts, tables)


def _from_texts(grids: Sequence[Grid], tables: Tables) -> tuple[Catalogue, ...]:
    found: list[Catalogue] = []
    refused: list[LawError] = []
    for grid in grids:
        try:
            found += _from_text(grid, tables)
        except LawError as why:
            refused.append(why)
    if not found:
        raise refused[0]
    return tuple(found)


def _from_text(grid: Grid, tables: Tables) -> tuple[Catalogue, ...]:
    """The catalogues in a text: a whole table as it stands, any other by what its cells look like."""
    standing = whole.whole(grid)
    if standing is not None:
        found = exact.read_all((standing.grid,), tables)
        if not found:
            raise exact.refusal((standing.grid,))
        return _told_first(standing.findings, found)
    set_up = None if _is_tabbed(grid) else unfolding.unfolded(grid)
    found = exact.read_all(set_up.grids, tables) if set_up else ()
    if set_up is None or not found:
        return (read(grid, tables),)
    return _told_first(set_up.findings, found)


def _told_first(told: Sequence[Finding], found: tuple[Catalogue, ...]) -> tuple[Catalogue, ...]:
    return (replace(found[0], findings=(*told, *found[0].findings)), *found[1:])


def _is_tabbed(grid: Grid) -> bool:
    """Whether cells of a text that kept no lines are parted by tabs: only then rows begin with empty ones."""
    is_indented = (len(row.filled) > 1 and not row.cells[0].text.strip() for row in grid.rows)
    return not grid.source and any(is_indented)


def read(grid: Grid, tables: Tables) -> Catalogue:
    """The catalogue that a table holds, with its repairs and all findings at once.

    Raises LawError with one sentence where the grid holds no catalogue.
    """
    layout = heading.find(grid)
    body = placing.body(grid, layout)
    _refuse_what_does_not_fit(body, layout.line)
    items = levels.opened(pages.mended(body.lines), layout)
    named = groups.grouped(items, body.labels, lambda basis: _titles(basis, tables))
    leaves = tree.leaves(named, tables.vocabulary)
    catalogue = Catalogue(layout.title, tuple(_item(leaf, grid, tables) for leaf in leaves))
    told = lines.told_once(finding for leaf in leaves for finding in _repairs(leaf, grid))
    return replace(catalogue, findings=(*told, *checking.check(catalogue, tables)))


def _refuse_what_does_not_fit(body: lines.TableBody, heading: int) -> None:
    """A table whose rows do not answer to its heading is refused, not guessed at."""
    if not any(line.names for line in body.lines):
        raise LawError(f"第{heading}行是目录的表头，但下面没有栏目：请检查文件是否完整。")
    misfits = [
        line for line in body.lines if not line.names or not (line.basis or line.content or line.limit)
    ]
    if len(misfits) * 2 > len(body.lines):
        raise LawError(
            f"表体各行与第{heading}行的表头对不上（如第{misfits[0].line}行）：每个栏目应占一行，"
            "各格以制表符分开；请重新复制表格，或由表格软件另存为文本后再读。"
        )


def _titles(basis: str, tables: Tables) -> frozenset[str]:
    citations = read_citations(basis, tables.instruments).citations
    return frozenset(citation.title for citation in citations if citation.title)


def _item(leaf: Leaf, grid: Grid, tables: Tables) -> Item:
    cited = read_citations(leaf.basis, tables.instruments)
    content = elements.read(leaf.line.content, tables.vocabulary, leaf.path, leaf.line.limit)
    return Item(
        number=leaf.number,
        path=leaf.path,
        legal_basis=cited.citations,
        legal_basis_text=leaf.basis,
        content=leaf.line.content,
        elements=content.elements,
        column_kind=leaf.kind,
        time_limit_text=leaf.limit,
        rules=leaf.reading.rules,
        inherited=leaf.inherited,
        repairs=tuple(repair.sentence for repair in leaf.line.repairs),
        place=grid.place(leaf.line.line),
        cells=(leaf.line.columns[0] + 1, leaf.line.columns[1] + 1, leaf.line.columns[2] + 1),
    )


def _repairs(leaf: Leaf, grid: Grid) -> Iterator[Finding]:
    for repair in leaf.line.repairs:
        place = grid.place(leaf.line.line, repair.column)
        yield Finding(repair.code, repair.severity, repair.sentence, None, repair.suggestion, place)
