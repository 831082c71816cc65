"""Exact tables into catalogues, every repair told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.law.catalogue import checking
from gongkai.law.catalogue.checking.readings import limited
from gongkai.law.catalogue.exact import attributes, cells, headings, inheriting, leaves, portions, roles
from gongkai.law.catalogue.exact.inheriting import Settled
from gongkai.law.catalogue.exact.leaves import Leaf
from gongkai.law.catalogue.exact.parsing import Parsed
from gongkai.law.catalogue.exact.portions import Portion
from gongkai.law.catalogue.exact.roles import Roles
from gongkai.law.catalogue.exact.spots import filled
from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.inheritance import STATUTORY
from gongkai.law.catalogue.lines import told_once
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity


def read_all(grids: Sequence[Grid], tables: Tables) -> tuple[Catalogue, ...]:
    """Every catalogue in exact tables, in their order; empty where none holds one."""
    parsed = Parsed(tables)
    found = (_catalogue(portion, parsed) for portion in portions.cut(grids))
    return tuple(catalogue for catalogue in found if catalogue.items)


def refusal(grids: Sequence[Grid]) -> LawError:
    """One sentence that says what the tables lack, and how to mend it."""
    for grid in grids:
        matrix = filled(grid)
        for row in range(min(len(matrix.rows), portions.DEEPEST_HEADING)):
            heading = headings.at(matrix, row)
            lacks = "" if heading else headings.missing(matrix, row)
            if heading:
                return LawError(
                    f"{_where(grid)}第{matrix.line(row)}行是目录的表头，但下面没有栏目：请检查文件是否完整。"
                )
            if lacks:
                return LawError(
                    f"{_where(grid)}第{matrix.line(row)}行像是目录的表头，但缺少{lacks}一栏：请在表头补上后再读。"
                )
    named = f"文件“{grids[0].file}”" if grids and grids[0].file else "输入"
    return LawError(
        f"{named}里没有找到目录的表头：表头应有“公开事项”（或“一级事项”等）、“公开内容”和“公开时限”或“公开依据”几列。"
    )


def _where(grid: Grid) -> str:
    return f"“{grid.sheet}”" if grid.sheet else f"文件“{grid.file}”" if grid.file else "输入"


def _catalogue(portion: Portion, parsed: Parsed) -> Catalogue:
    parts = roles.of(portion)
    found = leaves.read(cells.read(portion.rows, parts), parts)
    for at, repair in leaves.repeated_numbers(found):
        found[at] = found[at].repaired(repair)
    settled = list(inheriting.settled(found, parts, parsed.kind, limited))
    items = tuple(_item(each, parts, parsed) for each in settled)
    catalogue = Catalogue(portion.title, items)
    told = told_once(finding for each in settled for finding in _findings(each.leaf))
    whole = (*portion.told, *_about_columns(portion, parts), *_about_lost_merges(found), *told)
    return replace(catalogue, findings=(*whole, *checking.check(catalogue, parsed.tables)))


def _item(settled: Settled, parts: Roles, parsed: Parsed) -> Item:
    leaf, held = settled.leaf, settled.leaf.cells
    return Item(
        number=leaf.number,
        path=leaf.path,
        legal_basis=parsed.basis(settled.basis),
        legal_basis_text=settled.basis,
        content=settled.content,
        elements=parsed.elements(leaf, settled.kind),
        column_kind=settled.kind,
        time_limit_text=settled.limit,
        rules=limited(settled.limit).rules,
        inherited=settled.inherited,
        repairs=tuple(repair.sentence for repair in leaf.repairs),
        place=held.body.matrix.place(held.body.row),
        cells=(
            inheriting.column(held.basis),
            inheriting.column(held.content),
            inheriting.column(held.limit),
        ),
        attributes=attributes.read(held.others, parts.others),
    )


def _findings(leaf: Leaf) -> Iterator[Finding]:
    body = leaf.cells.body
    for repair in leaf.repairs:
        place = body.matrix.place(body.row, repair.column)
        yield Finding(repair.code, repair.severity, repair.sentence, None, repair.suggestion, place)


def _about_columns(portion: Portion, parts: Roles) -> Iterator[Finding]:
    """What the whole table lacks is told once."""
    place = portion.matrix.place(portion.rows[0].row)
    if parts.limit < 0:
        told = f"表里没有“公开时限”一栏：各栏目按{STATUTORY}，请补上这一栏。"
        yield Finding("time-limit-column-missing", Severity.WARNING, told, place=place)
    if parts.basis < 0:
        told = "表里没有“公开依据”（“设立依据”）一栏：请补上这一栏，写明各栏目的依据。"
        yield Finding("basis-column-missing", Severity.NOTICE, told, place=place)
    if parts.content < 0:
        told = "表里没有“公开内容”一栏：请补上这一栏，写明应当公开的内容要素。"
        yield Finding("content-column-missing", Severity.WARNING, told, place=place)


def _about_lost_merges(found: Sequence[Leaf]) -> Iterator[Finding]:
    """A file that keeps no merged cells prints an upper name once; that it holds below is told once."""
    lost = [leaf for leaf in found if leaf.is_lost]
    if lost:
        first = lost[0].cells.body
        told = (
            f"表里的合并单元格没有保留，上级栏目只在第一行印出：第{first.matrix.line(first.row)}行等{len(lost)}行"
            "的上级名称、序号承上补出。"
        )
        yield Finding("merged-cells-lost", Severity.NOTICE, told, place=first.matrix.place(first.row))
