"""What 条例 articles 19 to 21 want and no column tells."""

from collections.abc import Iterator, Sequence

from gongkai.law import numerals
from gongkai.law.catalogue.checking.told import Part, Told
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import OfficeLevel, StatutoryContent, Tables
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import ColumnKind, Severity

# A whole office's catalogue says so in its title and holds what only an office has.
_WHOLE = lazy(r"公开.{0,12}(?:目录|清单)")
_SECTOR = lazy(r"领域|试点|重点信息|专项")
_OFFICE = {
    ColumnKind.GUIDE,
    ColumnKind.RULES,
    ColumnKind.LEADERS,
    ColumnKind.INSTITUTION,
    ColumnKind.ANNUAL_REPORT,
    ColumnKind.NORMATIVE_DOCUMENT,
}
_FEWEST_KINDS, _FEWEST_ITEMS = 3, 12
_TOWNSHIP = lazy(r"[镇乡](?!村)|街道")
_DEPARTMENT = lazy(r"(?:局|厅|委|委员会|(?<!政府)办公室|部门|中心|支队|大队|法院|检察院)(?!员)")
_CITED = lazy(r"第二十条[^。；\n]{0,8}?第?\s*[（(]?\s*(十?[一二三四五六七八九十])\s*[）)]?\s*项")


def uncovered(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """What the Regulation makes the office disclose and no column speaks of; whole catalogues only."""
    if is_of_whole_office(catalogue):
        yield from missing_at(level_of(catalogue.title), catalogue, tables)


def missing_at(level: OfficeLevel, catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """The same for an office whose level is told."""
    missing = [
        owed
        for owed in tables.statutory_contents
        if _binds(owed, level) and not any(_covers(item, owed) for item in catalogue.items)
    ]
    yield from (_missing(catalogue.items[0], owed) for owed in missing if not owed.is_optional)
    optional = [owed for owed in missing if owed.is_optional]
    if optional:
        yield _optional(catalogue.items[0], optional)


def is_of_whole_office(catalogue: Catalogue) -> bool:
    """Whether the catalogue claims to hold all that an office discloses, and not one sector of it."""
    kinds = {item.column_kind for item in catalogue.items} & _OFFICE
    claims = _WHOLE.search(catalogue.title) and not _SECTOR.search(catalogue.title)
    return bool(claims) and len(kinds) >= _FEWEST_KINDS and len(catalogue.items) >= _FEWEST_ITEMS


def level_of(title: str) -> OfficeLevel:
    """The level of the office that a title names; a government's where it names none."""
    if _TOWNSHIP.search(title):
        return OfficeLevel.TOWNSHIP
    return OfficeLevel.BODY if _DEPARTMENT.search(title) else OfficeLevel.COUNTY


def _binds(owed: StatutoryContent, level: OfficeLevel) -> bool:
    if level is OfficeLevel.BODY:
        return owed.has_every_office
    return bool({"all", level.value} & owed.levels)


def _covers(item: Item, owed: StatutoryContent) -> bool:
    if item.column_kind in owed.kinds:
        return True
    if owed.words.fit("\n".join((*item.path, "".join(item.content.split())))):
        return True
    return bool(owed.item) and owed.item in _cited_items(item.legal_basis_text)


def _cited_items(basis: str) -> set[int | None]:
    """The numbers of 第二十条第（八）项 in a legal basis."""
    return {numerals.value_of(found[1]) for found in _CITED.finditer(basis)}


def _missing(first: Item, owed: StatutoryContent) -> Told:
    where = f"第（{numerals.written(owed.item)}）项" if owed.item else ""
    message = (
        f"没有一个栏目公开“{owed.name}”（《政府信息公开条例》{owed.article}{where}要求主动公开）："
        "请增设栏目；确实没有的，请在目录里说明。"
    )
    return Told(first, Part.CATALOGUE, Finding("matter-not-covered", Severity.WARNING, message))


def _optional(first: Item, several: Sequence[StatutoryContent]) -> Told:
    named = "、".join(f"“{owed.name}”" for owed in several)
    message = (
        f"《政府信息公开条例》{several[0].article}要求根据本地方的具体情况主动公开的{named}，目录里没有："
        "本地方有这些信息的，请增设栏目。"
    )
    return Told(first, Part.CATALOGUE, Finding("local-matters-not-covered", Severity.NOTICE, message))
