"""Cells parsed once in a reading, however often printed."""

from dataclasses import dataclass

from gongkai.law import elements
from gongkai.law.catalogue.checking.readings import asked, cited
from gongkai.law.catalogue.exact.leaves import Leaf
from gongkai.law.catalogue.tables import Tables
from gongkai.law.citation import Citation
from gongkai.law.elements import Element, ElementReading
from gongkai.law.vocabulary import ColumnKind


@dataclass(slots=True)
class Parsed:
    """The content cells of a reading, each parsed once.

    已经读过的栏目内容：同样的文字在一次读表中只分析一次，种类再看栏目名称和时限。
    """

    tables: Tables
    telling_limits: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Limits that tell the kind by themselves, such as / for a link."""
        self.telling_limits = frozenset(
            limit for words in self.tables.vocabulary.kinds for limit in words.limits
        )

    def basis(self, text: str) -> tuple[Citation, ...]:
        """The citations of a basis."""
        return cited(text, self.tables.instruments).citations

    def kind(self, leaf: Leaf) -> ColumnKind:
        """The kind of column, by its content, else by its names; a limit printed beside it may tell too."""
        text = leaf.cells.content.text
        limit = "".join(_printed_limit(leaf).split())
        alone = self._alone(text)
        known = text and all(finding.code != "kind-not-recognised" for finding in alone.findings)
        if known and limit not in self.telling_limits:
            return alone.column_kind
        found = elements.kind_of("".join(text.split()), self.tables.vocabulary, leaf.path, limit)
        return found or ColumnKind.GENERAL_DOCUMENT

    def elements(self, leaf: Leaf, kind: ColumnKind) -> tuple[Element, ...]:
        """The elements of the content; a column that only links has none."""
        text = leaf.cells.content.text
        if kind is ColumnKind.OUTBOUND_LINK:
            return ()
        alone = self._alone(text)
        if alone.column_kind is not ColumnKind.OUTBOUND_LINK:
            return alone.elements
        limit = _printed_limit(leaf)
        return elements.read(text, self.tables.vocabulary, leaf.path, limit).elements

    def _alone(self, text: str) -> ElementReading:
        """The content by itself, without its path."""
        return asked(text, self.tables.vocabulary)


def _printed_limit(leaf: Leaf) -> str:
    held = leaf.cells.limit
    return "" if held.is_above else held.text
