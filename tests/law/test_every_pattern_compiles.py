"""Every pattern compiles, those for first use too."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import gongkai.grids
import gongkai.law
from gongkai.law.patterns import Lazy, lazy

ROOMS = (gongkai.law, gongkai.grids)


def patterns_in(value: object) -> Iterator[Lazy[Any]]:
    """The patterns that a name of a module stands for, in tables and tables of tables too."""
    if isinstance(value, Lazy):
        yield value
    elif isinstance(value, tuple | list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from patterns_in(each)


def test_every_pattern_of_law_and_grids_compiles() -> None:
    """A fault in a pattern must not wait for the input that meets it."""
    patterns = {
        id(each): each
        for room in ROOMS
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
        for value in vars(import_module(found.name)).values()
        for each in patterns_in(value)
    }
    assert len(patterns) > 200
    assert all(isinstance(each.pattern, str | bytes) for each in patterns.values())


def test_a_lazy_pattern_answers_as_a_compiled_one() -> None:
    words = lazy(r"(\d+)天")
    assert words.pattern == r"(\d+)天"
    found = words.search("共30天")
    assert found is not None
    assert (found[1], words.sub("x", "3天4天"), words.findall("3天4天")) == ("30", "xx", ["3", "4"])
