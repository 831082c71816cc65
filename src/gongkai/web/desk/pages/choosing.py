"""Columns to choose from, by tree and by a few characters."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models import Column


@dataclass(frozen=True, slots=True)
class Choice:
    """A leaf column with its whole path and its rule."""

    code: str
    path: tuple[str, ...]
    time_limit: str

    @property
    def name(self) -> str:
        """The path in one line."""
        return " › ".join(self.path)


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The leaf columns under one column at the top."""

    name: str
    choices: tuple[Choice, ...]


def choice_of(column: Column) -> Choice:
    """A leaf column as a choice."""
    item = column.item
    return Choice(
        column.code,
        tuple(item.path) if item else (column.name,),
        item.time_limit_text.strip() if item else "",
    )


def choices_of(columns: Iterable[Column], text: str) -> tuple[ChoiceGroup, ...]:
    """The columns that take documents and whose path has every one of the words, by their top column."""
    wanted = text.split()
    groups: dict[str, list[Choice]] = {}
    for column in columns:
        if column.is_retired or column.kind is ColumnKind.OUTBOUND_LINK:
            continue
        choice = choice_of(column)
        if all(word in choice.name for word in wanted):
            groups.setdefault(choice.path[0], []).append(choice)
    return tuple(ChoiceGroup(name, tuple(found)) for name, found in groups.items())
