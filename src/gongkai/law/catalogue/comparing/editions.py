"""Two editions compared: by path, then by likeness."""

from collections.abc import Mapping

from gongkai.law.catalogue.comparing import dividing, matching, parts
from gongkai.law.catalogue.comparing.changes import Comparison, Pair, Path
from gongkai.law.catalogue.comparing.matching import Tree
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.time_limit.rule import Rule


def compare(old: Catalogue, new: Catalogue, default: Rule) -> Comparison:
    """What a new edition changes; `default` is the rule of a cell that says nothing (条例第二十六条)."""
    before, after = matching.tree(old.items), matching.tree(new.items)
    return compared((old.title, new.title), before, after, matching.known(before, after), default)


def compared(
    titles: tuple[str, str], old: Tree, new: Tree, known: Mapping[Path, Path], default: Rule
) -> Comparison:
    """The comparison of two trees whose matching is settled: new path → old path.

    A path that was a branch and is a leaf now, or the reverse, is told as an addition or a removal.
    """
    pairs: list[Pair] = []
    kept: set[Path] = set()
    for path, item in new.items():
        was = old.get(known[path]) if path in known else None
        if item is not None and was is not None:
            pairs.append(Pair(was, item, parts.changes(was, item, default)))
            kept.add(known[path])
    paired = {id(pair.after) for pair in pairs}
    added = tuple(item for item in new.values() if item is not None and id(item) not in paired)
    removed = tuple(item for path, item in old.items() if item is not None and path not in kept)
    branches = tuple(
        (was, path) for path, was in known.items() if new[path] is None and old[was] is None and was != path
    )
    return Comparison(
        *titles,
        added,
        removed,
        tuple(pairs),
        branches,
        dividing.split(pairs, added, removed),
        dividing.merged(pairs, added, removed),
    )
