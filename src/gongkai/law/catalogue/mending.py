"""Mends what has exactly one right answer, and nothing else."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai.law import elements
from gongkai.law.catalogue import checking
from gongkai.law.catalogue.checking.readings import cited, limited
from gongkai.law.catalogue.checking.told import Part, Told, place_of, words_of
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.citation import Citation, Instruments
from gongkai.law.citation import numbers as document_numbers
from gongkai.law.citation.instruments import title_key
from gongkai.law.finding import Finding, Place
from gongkai.law.time_limit.grammar import same_rules
from gongkai.law.vocabulary import Severity

_CELLS = (Part.BASIS, Part.CONTENT, Part.LIMIT)
_FIELDS = {Part.BASIS: "legal_basis", Part.LIMIT: "time_limit_text"}
_MOST_ROUNDS = 6  # a mend may bring another fault to light; what does not settle is left alone


@dataclass(frozen=True, slots=True)
class Change:
    """One mend: where, which finding, the words before and after.

    一处改正。`before`、`after` 是改动的文字，`cell` 是改正以后的整格文字。
    """

    code: str
    place: Place
    path: tuple[str, ...]
    before: str
    after: str
    cell: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A catalogue after its safe mends, with every change.

    改正后的目录：只改有唯一正确写法的地方，其余问题仍在 `catalogue.findings`。
    """

    catalogue: Catalogue
    changes: tuple[Change, ...]


def mended(catalogue: Catalogue, tables: Tables, safe: frozenset[str]) -> Mended:
    """The catalogue with every finding of a safe code put right where that leaves the meaning as it was.

    A mend is made only where, read again, the cell has lost the finding and says the same: the same
    titles, no number lost, the same rules. Mending what is mended changes nothing.
    """
    items, changes = list(catalogue.items), list[Change]()
    for _ in range(_MOST_ROUNDS):
        made = _round(replace(catalogue, items=tuple(items)), items, tables, safe)
        changes += made
        if not made:
            break
    settled = _repairs_to_look_at(catalogue, tables)
    sentences = {finding.message for finding in settled}
    kept = tuple(replace(item, repairs=tuple(s for s in item.repairs if s in sentences)) for item in items)
    found = Catalogue(catalogue.title, kept)
    return Mended(replace(found, findings=(*settled, *checking.check(found, tables))), tuple(changes))


def _repairs_to_look_at(catalogue: Catalogue, tables: Tables) -> tuple[Finding, ...]:
    """What reading repaired and a person should look at; certain repairs are settled by writing them."""
    checked = set(checking.check(catalogue, tables))
    return tuple(
        finding
        for finding in catalogue.findings
        if finding not in checked and finding.severity is not Severity.NOTICE
    )


def _round(catalogue: Catalogue, items: list[Item], tables: Tables, safe: frozenset[str]) -> list[Change]:
    """One pass over all findings; `items` is changed in place."""
    where = {id(item): i for i, item in enumerate(items)}
    wanted: dict[tuple[int, Part], list[Told]] = defaultdict(list)
    for told in checking.told(catalogue, tables):
        if told.finding.code in safe and told.part in _CELLS and _is_mendable(told.finding):
            wanted[where[id(told.item)], told.part].append(told)
    changes: list[Change] = []
    rewritten: dict[tuple[Part, str], str] = {}
    for (i, part), tolds in wanted.items():
        old = words_of(items[i], part)
        new, made = _cell(old, tolds, tables.instruments)
        if made:
            changes += made
            rewritten[part, old] = new
            items[i] = _with(items[i], part, new, tables)
    _hand_down(items, rewritten, tables)
    return changes


def _is_mendable(finding: Finding) -> bool:
    return bool(finding.suggestion) and finding.span is not None


def _cell(old: str, tolds: Sequence[Told], instruments: Instruments) -> tuple[str, list[Change]]:
    """The cell with its mends, from the last to the first, so that the places before them hold."""
    text, floor, made = old, len(old), list[Change]()
    for told in sorted(tolds, key=lambda each: each.finding.span or (0, 0), reverse=True):
        start, end = told.finding.span or (0, 0)
        after = told.finding.suggestion
        candidate = text[:start] + after + text[end:]
        if end > floor or text[start:end] == after or not _is_sound(text, candidate, told, instruments):
            continue
        place = place_of(told.item, told.part)
        made.append(Change(told.finding.code, place, told.item.path, text[start:end], after, candidate))
        text, floor = candidate, start
    return text, made[::-1]


def _is_sound(before: str, after: str, told: Told, instruments: Instruments) -> bool:
    """Whether a mend leaves the meaning as it was and does not bring the same finding again."""
    if told.part is Part.LIMIT:
        return same_rules(limited(before).rules, limited(after).rules) and _fewer(
            told.finding.code, limited(before).findings, limited(after).findings
        )
    first, second = cited(before, instruments), cited(after, instruments)
    if not _same_citations(first.citations, second.citations):
        return False
    by_reading = any(finding.code == told.finding.code for finding in first.findings)
    return not by_reading or _fewer(told.finding.code, first.findings, second.findings)


def _fewer(code: str, before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    counts = [sum(finding.code == code for finding in each) for each in (before, after)]
    return counts[1] < counts[0]


def _same_citations(before: Sequence[Citation], after: Sequence[Citation]) -> bool:
    """The same titles in the same order, and no number lost or turned into another."""
    if [title_key(each.title) for each in before] != [title_key(each.title) for each in after]:
        return False
    pairs = zip(before, after, strict=True)
    return all(
        not old.document_number
        or document_numbers.key(old.document_number) == document_numbers.key(new.document_number)
        for old, new in pairs
    )


def _hand_down(items: list[Item], rewritten: dict[tuple[Part, str], str], tables: Tables) -> None:
    """What a row took over from the one above changes with it."""
    for i, item in enumerate(items):
        for part, field in _FIELDS.items():
            new = rewritten.get((part, words_of(item, part)))
            if new is not None and field in item.inherited:
                items[i] = item = _with(item, part, new, tables)


def _with(item: Item, part: Part, text: str, tables: Tables) -> Item:
    if part is Part.BASIS:
        return replace(item, legal_basis_text=text, legal_basis=cited(text, tables.instruments).citations)
    if part is Part.LIMIT:
        return replace(item, time_limit_text=text, rules=limited(text).rules)
    read = elements.read(text, tables.vocabulary, item.path, item.time_limit_text)
    return replace(item, content=text, elements=read.elements)
