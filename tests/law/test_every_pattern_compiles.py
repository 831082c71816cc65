"""Every pattern compiles, those for first use too."""

import pkgutil
from importlib import import_module

import gongkai.grids
import gongkai.law
from gongkai.law.patterns import Lazy, lazy

ROOMS = (gongkai.law, gongkai.grids)


def test_every_pattern_of_law_and_grids_compiles() -> None:
    """A fault in a pattern must not wait for the input that meets it."""
    seen = 0
    for room in ROOMS:
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for value in vars(import_module(found.name)).values():
                for each in value if isinstance(value, tuple) else (value,):
                    if isinstance(each, Lazy):
                        assert isinstance(each.pattern, str | bytes)
                        seen += 1
    assert seen > 20


def test_a_lazy_pattern_answers_as_a_compiled_one() -> None:
    words = lazy(r"(\d+)天")
    assert words.pattern == r"(\d+)天"
    found = words.search("共30天")
    assert found is not None
    assert (found[1], words.sub("x", "3天4天"), words.findall("3天4天")) == ("30", "xx", ["3", "4"])
