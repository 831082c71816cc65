"""Which column of the old edition a new one continues."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from gongkai.law.catalogue.comparing import likeness
from gongkai.law.catalogue.model import Item

Path = tuple[str, ...]
Tree = Mapping[Path, Item | None]

_COMMON = 60  # signs that more columns share than this lead to no candidates: a large catalogue stays quick
_MOST = 2  # a branch of another name is known again by two leaves at least, and by most of what it had


def tree(items: Iterable[Item]) -> dict[Path, Item | None]:
    """Every path, parents first, in the order of print; branches have no item.

    A path that stands twice is a fault of the catalogue, told by its check: the second is kept apart here
    under a name that says so.
    """
    found: dict[Path, Item | None] = {}
    for item in items:
        for depth in range(1, len(item.path)):
            found.setdefault(item.path[:depth], None)
        path, nth = item.path, 1
        while found.get(path) is not None:
            nth += 1
            path = (*item.path[:-1], f"{item.path[-1]}（重复{nth}）")
        found[path] = item
    return found


def known(old: Tree, new: Tree, dormant: Collection[Path] = ()) -> dict[Path, Path]:
    """For each new path the old path that it continues; what is missing is new.

    1. By path, leaf or branch. 2. Leaves by likeness, the likest first; never by number. A leaf under which
    the new edition has columns goes on as one of them, if one is like it. 3. Branches by the leaves that
    came along, or by a name that only one free branch on either side bears. 4. Under a branch that got a
    new name a child keeps its place by its own name.
    `dormant` are old columns out of use: they are known again by their path alone (1 and 4).
    """
    awake = {path: item for path, item in old.items() if path not in dormant}
    opened = {path for path, item in new.items() if item is None and awake.get(path) is not None}
    found = {path: path for path in new if path in old and path not in opened}
    _match_leaves(awake, new, found)
    found |= {path: path for path in opened - set(found.values())}
    _match_branches(awake, new, found)
    _keep_twins(old, new, found)
    return found


# ---- 2. leaves ----


def _match_leaves(old: Tree, new: Tree, found: dict[Path, Path]) -> None:
    before = {path: item for path, item in old.items() if item is not None}
    after = {path: item for path, item in new.items() if item is not None}
    old_places, new_places = _places(before), _places(after)
    old_like, new_like = likeness.of(before), likeness.of(after)
    used = set(found.values())
    free_old = {path: old_like[path] for path in before if path not in used}
    free_new = {path: new_like[path] for path in after if path not in found}
    scored = [
        (-likeness.score(one, other), abs(old_places[was] - new_places[path]), new_places[path], was, path)
        for was, path in _candidates(free_old, free_new)
        if _goes_on(was, one := free_old[was], path, other := free_new[path])
    ]
    for _, _, _, was, path in sorted(scored):
        if path not in found and was not in used:
            found[path] = was
            used.add(was)


def _goes_on(was: Path, before: likeness.Likeness, path: Path, after: likeness.Likeness) -> bool:
    """Whether a column may go on as another; below itself it may be a part of what it was."""
    if path[: len(was)] == was:
        return likeness.is_part(before, after)
    return likeness.is_same(before, after)


def _places(paths: Iterable[Path]) -> dict[Path, int]:
    return {path: i for i, path in enumerate(paths)}


def _candidates(
    old: Mapping[Path, likeness.Likeness], new: Mapping[Path, likeness.Likeness]
) -> Iterator[tuple[Path, Path]]:
    """Pairs that share a rare pair of signs, or the whole name."""
    by_sign: dict[object, list[Path]] = defaultdict(list)
    for path, like in old.items():
        for sign in (*like.name, *like.content, like.name):
            by_sign[sign].append(path)
    for path, like in new.items():
        near: dict[Path, None] = {}
        for sign in (*like.name, *like.content):
            if len(by_sign.get(sign, ())) <= _COMMON:
                near |= dict.fromkeys(by_sign.get(sign, ()))
        near |= dict.fromkeys(by_sign.get(like.name, ()))
        yield from product(near, (path,))


# ---- 3. branches ----


def _match_branches(old: Tree, new: Tree, found: dict[Path, Path]) -> None:
    used = set(found.values())
    held = Counter(path[:depth] for path in old if old[path] for depth in range(1, len(path)))
    free_old = [path for path, item in old.items() if item is None and path not in used]
    free_new = [path for path, item in new.items() if item is None and path not in found]
    votes = _votes(new, found, set(free_old))
    for path in free_new:
        for was, count in votes[path].most_common():
            most = count >= _MOST and count * 2 > held[was]
            if was not in used and (was[-1] == path[-1] or most):
                found[path] = was
                used.add(was)
                break
    _match_by_name(
        [path for path in free_old if path not in used],
        [path for path in free_new if path not in found],
        found,
    )


def _votes(new: Tree, found: Mapping[Path, Path], free: set[Path]) -> dict[Path, Counter[Path]]:
    """For each new branch the old ones from which its leaves came, counted."""
    votes: dict[Path, Counter[Path]] = defaultdict(Counter)
    for path, item in new.items():
        was = found.get(path)
        if item is None or was is None:
            continue
        for up in range(1, min(len(path), len(was))):
            if was[:-up] in free:
                votes[path[:-up]][was[:-up]] += 1
    return votes


def _match_by_name(old: Sequence[Path], new: Sequence[Path], found: dict[Path, Path]) -> None:
    old_names, new_names = Counter(path[-1] for path in old), Counter(path[-1] for path in new)
    only = {path[-1]: path for path in old if old_names[path[-1]] == 1}
    found |= {path: only[path[-1]] for path in new if path[-1] in only and new_names[path[-1]] == 1}


# ---- 4. twins ----


def _keep_twins(old: Tree, new: Tree, found: dict[Path, Path]) -> None:
    """One branch cannot hold two columns of one name: the one that is there already goes on."""
    used = set(found.values())
    for path in new:
        parent = found.get(path[:-1], ()) if path[:-1] else ()
        twin = (*parent, path[-1])
        if (parent or not path[:-1]) and twin in old and twin not in used:
            used.discard(found.get(path, ()))
            found[path] = twin
            used.add(twin)
