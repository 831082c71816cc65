"""House rule 1: one file asks the time, all others are told."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Source, product

CLOCK = "src/gongkai/web/clock.py"
# Given a moment, these only convert it; given nothing, they ask what time it is.
ASKING = {"now", "today", "utcnow", "localdate", "localtime"}
OF_A_LIBRARY = {"datetime", "date", "timezone", "django.utils.timezone"}


def _askings(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or node.args or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr in ASKING and ast.unparse(node.func.value).rpartition(".")[2] in OF_A_LIBRARY:
            yield f"{source.name}:{node.lineno} {ast.unparse(node)}"


def test_only_the_clock_asks_the_day() -> None:
    assert [found for source in product() if source.name != CLOCK for found in _askings(source)] == []


def test_the_clock_itself_is_seen_asking() -> None:
    assert [found for source in product() if source.name == CLOCK for found in _askings(source)] != []
