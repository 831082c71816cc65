"""Columns that were split in two or put together."""

from collections import defaultdict
from collections.abc import Sequence

from gongkai.law.catalogue.comparing import likeness
from gongkai.law.catalogue.comparing.changes import Divided, Pair, Path
from gongkai.law.catalogue.model import Item

# So much of a piece's words must lie in the whole and not in the column that continues it; a piece of
# few words lies in anything.
_INSIDE, _FEWEST = 0.6, 6


def split(pairs: Sequence[Pair], added: Sequence[Item], removed: Sequence[Item]) -> tuple[Divided, ...]:
    """Old columns whose contents stand in two or more new ones: 一分为二."""
    whole = [(pair.before, pair.after) for pair in pairs if pair.changes or pair.is_renamed]
    found = _divided([*whole, *((item, None) for item in removed)], added)
    return tuple(Divided((one,), parts) for one, parts in found.items())


def merged(pairs: Sequence[Pair], added: Sequence[Item], removed: Sequence[Item]) -> tuple[Divided, ...]:
    """New columns that hold the contents of two or more old ones: 合并."""
    whole = [(pair.after, pair.before) for pair in pairs if pair.changes or pair.is_renamed]
    found = _divided([*whole, *((item, None) for item in added)], removed)
    return tuple(Divided(parts, (one,)) for one, parts in found.items())


def _divided(
    wholes: Sequence[tuple[Item, Item | None]], pieces: Sequence[Item]
) -> dict[Path, tuple[Path, ...]]:
    """Each whole with the pieces that hold parts of it; a whole has two pieces at least.

    A whole comes with the piece that continues it, if one does: another piece must lie in the whole, and
    not in that continuation.
    """
    left = [_words(whole) - (_words(own) if own else frozenset()) for whole, own in wholes]
    found: dict[int, list[Path]] = defaultdict(list)
    for piece in pieces:
        said = _words(piece)
        if len(said) < _FEWEST:
            continue
        insides = [
            (likeness.within(said, left[i]), -i)
            for i, (whole, _) in enumerate(wholes)
            if _are_near(whole.path, piece.path)
        ]
        inside, place = max(insides, default=(0.0, 0))
        if inside >= _INSIDE:
            # What one piece took another cannot: columns of one pattern are no parts of each other.
            left[-place] -= said
            found[-place].append(piece.path)
    continued = {i: [own.path] for i, (_, own) in enumerate(wholes) if own}
    parts = {wholes[i][0].path: (*continued.get(i, ()), *paths) for i, paths in found.items()}
    return {path: paths for path, paths in parts.items() if len(paths) > 1}


def _are_near(one: Path, other: Path) -> bool:
    """Whether two columns stand under one branch, or one below the other."""
    return one[:-1] == other[:-1] or one == other[: len(one)] or other == one[: len(other)]


def _words(item: Item) -> frozenset[str]:
    return likeness.specific(item.path[-1]) | likeness.specific(item.content)
