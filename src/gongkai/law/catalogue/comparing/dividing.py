"""Columns that were split in two or put together."""

from collections import defaultdict
from collections.abc import Sequence

from gongkai.law.catalogue.comparing import likeness
from gongkai.law.catalogue.comparing.changes import Divided, Pair, Path
from gongkai.law.catalogue.model import Item

# So much of a column's words must lie in the other, and so much less in its first continuation.
_INSIDE = 0.6


def split(pairs: Sequence[Pair], added: Sequence[Item], removed: Sequence[Item]) -> tuple[Divided, ...]:
    """Old columns whose matters stand in two or more new ones: 一分为二."""
    whole = [(pair.before, pair.after) for pair in pairs if pair.changes or pair.is_renamed]
    found = _divided([*whole, *((item, None) for item in removed)], added)
    return tuple(Divided((one,), parts) for one, parts in found.items())


def merged(pairs: Sequence[Pair], added: Sequence[Item], removed: Sequence[Item]) -> tuple[Divided, ...]:
    """New columns that hold the matters of two or more old ones: 合并."""
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
    words = [(whole, own, _words(whole), _words(own) if own else frozenset()) for whole, own in wholes]
    found: dict[Path, list[Path]] = defaultdict(list)
    for piece in pieces:
        said = _words(piece)
        best = max(
            (
                (likeness.within(said, has), -i)
                for i, (_, _, has, continued) in enumerate(words)
                if likeness.within(said, has - continued) >= _INSIDE
            ),
            default=None,
        )
        if best is not None:
            whole, own, _, _ = words[-best[1]]
            if own is not None and whole.path not in found:
                found[whole.path].append(own.path)
            found[whole.path].append(piece.path)
    return {path: tuple(parts) for path, parts in found.items() if len(parts) > 1}


def _words(item: Item) -> frozenset[str]:
    return likeness.specific(item.path[-1]) | likeness.specific(item.content)
