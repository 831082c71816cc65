"""Real inputs made worse are read or refused, never a fault.

`GONGKAI_FUZZ=20000` draws that many for each reader instead of the few of a common run.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz import mutating, oracles

EACH = int(os.environ.get("GONGKAI_FUZZ", "150"))
FIRST = int(os.environ.get("GONGKAI_FUZZ_FROM", "0"))
SEEDS = Path(__file__).parent / "seeds"
PHRASES, CITATIONS = "real/time-limits.tsv", "real/legal-basis.tsv"


@pytest.fixture(scope="module")
def inputs(shared: Callable[[str], Path]) -> dict[str, list[bytes]]:
    """What is made worse, for each reader: real phrases, citations and catalogues, and our own seeds."""
    tables = [path.read_bytes() for path in sorted(shared("real/catalogues").iterdir())]
    tables.append(shared("seed/catalogue.txt").read_bytes())
    own = [path.read_bytes() for path in sorted(SEEDS.iterdir())]
    phrases, citations = (first_column(shared(name)) for name in (PHRASES, CITATIONS))
    return {
        "time-limit": phrases,
        "citation": citations,
        "content": citations + phrases,
        "catalogue-text": tables,
        "catalogue-csv": tables,
        "catalogue-file": tables + own,
    }


def first_column(path: Path) -> list[bytes]:
    """The first column of a table of phrases, its written line breaks made real."""
    rows = (line.split("\t")[0] for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [row.replace("\\n", "\n").encode() for row in rows]


@pytest.mark.parametrize("reader", list(oracles.TARGETS))
def test_worse_inputs(reader: str, inputs: dict[str, list[bytes]]) -> None:
    for number in range(FIRST, FIRST + EACH):
        chance = random.Random(f"{reader}{number}")
        data = mutating.mutated(chance.choice(inputs[reader]), chance)
        try:
            oracles.TARGETS[reader](data)
        except Exception as fault:
            kept = f"reader={reader} number={number} input={data[:2000]!r}"
            raise AssertionError(f"{type(fault).__name__}: {fault} — {kept}") from fault
