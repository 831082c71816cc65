"""With GONGKAI_REQUIRE_ALL=1 nothing may be skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SKIPPING = """
import pytest

def test_that_is_skipped(): pytest.skip("no reason")

@pytest.mark.xfail
def test_that_is_expected_to_fail(): assert False

def test_that_lacks_a_shared_file(shared): shared("nowhere/to/be/found")
"""


def _outcome(folder: Path, demand: str) -> tuple[int, str]:
    (folder / "conftest.py").write_text(
        (ROOT / "tests/conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "test_skipping.py").write_text(SKIPPING, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:django", str(folder)],
        cwd=folder,
        env={**os.environ, "GONGKAI_REQUIRE_ALL": demand},
        text=True,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize(
    ("demand", "status", "words"), [("1", 1, "3 failed"), ("", 0, "2 skipped, 1 xfailed")]
)
def test_a_skip_fails_the_run_exactly_when_all_is_demanded(
    tmp_path: Path, demand: str, status: int, words: str
) -> None:
    ended, closing = _outcome(tmp_path, demand)
    assert (ended, words in closing) == (status, True), closing
