"""Inputs that once broke a reader, and the seeds."""

from pathlib import Path

import pytest

from fuzz import oracles

HERE = Path(__file__).parent
CRASHES = sorted((HERE / "crashes").glob("*/*"))
SEEDS = sorted((HERE / "seeds").iterdir())


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_a_reader(path: Path) -> None:
    oracles.TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_seeds_are_read(path: Path) -> None:
    oracles.TARGETS["catalogue-file"](path.read_bytes())
