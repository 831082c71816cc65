"""What changed in a column that both editions have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from gongkai.law.catalogue.comparing.changes import Part, PartChange
from gongkai.law.catalogue.comparing.strictness import strictness
from gongkai.law.catalogue.model import Attribute, Citation, Item
from gongkai.law.citation import quoted
from gongkai.law.time_limit.rule import Rule


def changes(before: Item, after: Item, default: Rule) -> tuple[PartChange, ...]:
    """The parts that differ in more than spaces; numbers and order are no change.

    `default` is the rule of a cell that says nothing (条例第二十六条).
    """
    return tuple(_changes(before, after, default))


def _changes(before: Item, after: Item, default: Rule) -> Iterator[PartChange]:
    if _differ(before.content, after.content):
        yield PartChange(Part.CONTENT, before.content, after.content)
    gone, come = _difference([each.name for each in before.elements], [each.name for each in after.elements])
    if gone or come:
        yield PartChange(Part.ELEMENTS, "、".join(gone), "、".join(come), gone=gone, come=come)
    if _differ(before.legal_basis_text, after.legal_basis_text):
        gone, come = _difference(_cited(before.legal_basis), _cited(after.legal_basis))
        yield PartChange(Part.BASIS, before.legal_basis_text, after.legal_basis_text, gone=gone, come=come)
    if _differ(before.time_limit_text, after.time_limit_text):
        yield PartChange(
            Part.LIMIT,
            before.time_limit_text,
            after.time_limit_text,
            rules_before=before.rules,
            rules_after=after.rules,
            strictness=strictness(before.rules, after.rules, default),
        )
    if before.column_kind is not after.column_kind:
        yield PartChange(Part.KIND, before.column_kind.value, after.column_kind.value)
    yield from _attributes(before.attributes, after.attributes)


def _attributes(before: Sequence[Attribute], after: Sequence[Attribute]) -> Iterator[PartChange]:
    for name in dict.fromkeys(each.name for each in (*before, *after)):
        old = [each.value for each in before if each.name == name]
        new = [each.value for each in after if each.name == name]
        for one, other in zip_longest(old, new, fillvalue=""):
            if _differ(one, other):
                yield PartChange(Part.ATTRIBUTE, one, other, name)


def _cited(citations: Sequence[Citation]) -> list[str]:
    return [
        each.instrument or (quoted(each.title) if each.title else "") + each.document_number
        for each in citations
    ]


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is gone and what has come, in the order of the texts."""
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    return tuple(gone), tuple(come)


def _differ(one: str, other: str) -> bool:
    return "".join(one.split()) != "".join(other.split())
