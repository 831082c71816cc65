"""A damaged file gives grids or one sentence, nothing else."""

import pytest
from tests.grids.damaging import KINDS, damaged

from gongkai.grids import files
from gongkai.law.errors import LawError

# 长的一遍（每种5,000个）见 python -m tests.grids.test_damaged_files
TIMES = 150


def outcome(kind: str, seed: int) -> str:
    """The refusal, or nothing where grids came; any other exception falls through."""
    try:
        grids = files.read(damaged(kind, seed), f"目录.{kind}")
    except LawError as refused:
        return str(refused)
    for grid in grids:
        widths = {len(row.cells) for row in grid.rows}
        lines = [row.line for row in grid.rows]
        assert grid.rows
        assert lines == sorted(lines)
        assert not grid.exact or len(widths) == 1
    return ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_with_one_sentence(kind: str) -> None:
    refusals = {outcome(kind, seed) for seed in range(TIMES)}
    assert all(each.endswith("。") and each.count("。") == 1 for each in refusals if each), refusals
    assert "" in refusals, "没有一个还读得出来：损坏得太狠，试不出什么"


if __name__ == "__main__":
    for name in KINDS:
        told = [outcome(name, seed) for seed in range(5000)]
        print(f"{name:6}读出 {told.count('')}，拒绝 {len(told) - told.count('')}，说法 {len(set(told))} 种")
