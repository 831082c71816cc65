"""Items with levels into leaves with whole paths."""

from collections.abc import Iterator, Sequence

from gongkai.law.catalogue.groups import Grouped
from gongkai.law.catalogue.inheritance import Above, Leaf, basis_of, limit_of
from gongkai.law.catalogue.lines import Line, Repair
from gongkai.law.elements import Vocabulary, kind_of
from gongkai.law.time_limit import grammar
from gongkai.law.vocabulary import ColumnKind, Severity


def leaves(groups: Sequence[Grouped], vocabulary: Vocabulary) -> tuple[Leaf, ...]:
    """The leaf columns in the order of print, with what they inherit."""
    return tuple(leaf for group in groups for leaf in _leaves(group, vocabulary))


def _leaves(group: Grouped, vocabulary: Vocabulary) -> Iterator[Leaf]:
    chain = _opening_chain(group)
    above: Above | None = None
    lines = group.item.lines
    for i, line in enumerate(lines):
        chain = _chain(chain, line)
        if _is_branch_only(line, lines[i + 1 : i + 2]):
            continue
        if not line.names:
            line, chain = _nameless(line, group.over)
        path = tuple(chain[level] for level in sorted(chain))
        kind = kind_of(_plain(line.content), vocabulary, path, line.limit) or ColumnKind.GENERAL_DOCUMENT
        yield _leaf(line, group, path, kind, above)
        if line.limit:
            above = Above(line, kind, grammar.read(line.limit))


def _leaf(line: Line, group: Grouped, path: tuple[str, ...], kind: ColumnKind, above: Above | None) -> Leaf:
    basis, basis_above, missing = basis_of(line, group.item.opening)
    limit, limit_above, silent = limit_of(line, kind, above)
    for repair in (group.told, missing, silent):
        line = line.repaired(repair) if repair else line
    inherited = (("legal_basis",) if basis_above else ()) + (("time_limit_text",) if limit_above else ())
    return Leaf(line, group.item.number, path, kind, basis, limit, grammar.read(limit), inherited)


def _opening_chain(group: Grouped) -> dict[int, str]:
    """Names above the item's first line: level one, and for rows printed early the item's own name."""
    chain = {1: group.over} if group.over else {}
    if group.item.early:
        chain |= {name.level: name.text for name in group.item.opening.names[:-1]}
    return chain


def _chain(chain: dict[int, str], line: Line) -> dict[int, str]:
    """The path down to this line: its own names below what stands above the first of them."""
    if not line.names:
        return chain
    kept = {level: text for level, text in chain.items() if level < line.names[0].level}
    return kept | {name.level: name.text for name in line.names}


def _nameless(line: Line, over: str) -> tuple[Line, dict[int, str]]:
    """A numbered row without any name is kept under a name that says so."""
    name = f"（第{line.line}行没有栏目名称）"
    told = Repair("name-missing", f"第{line.line}行没有栏目名称，请补写。", severity=Severity.ERROR)
    return line.repaired(told), {1: over, 2: name} if over else {1: name}


def _is_branch_only(line: Line, following: Sequence[Line]) -> bool:
    """A line with names alone, above deeper ones, is no leaf."""
    if line.content or line.limit or not line.names or not following or not following[0].names:
        return False
    return following[0].names[0].level > line.names[-1].level


def _plain(text: str) -> str:
    return "".join(text.split())
