"""A disk that fills up while the index is being committed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.serving.crew import ROOT, Home

CRAMPED = "import django; django.setup(); from tests.web.serving.cramped import main; main()"
# A disk of its own for root, and for others where the system lets them; else only a limit to files.
NAMESPACES = (("unshare", "--mount"), ("unshare", "--user", "--map-root-user", "--mount"))


def namespace() -> tuple[str, ...]:
    """The first way in which this system lets us mount something that nobody else sees."""
    for words in NAMESPACES:
        if shutil.which(words[0]) and _works([*words, "true"]):
            return words
    return ()


def _works(words: list[str]) -> bool:
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("way", ["own disk", "limited files"])
def test_wherever_the_disk_fills_up_the_retry_goes_through_once_there_is_room(tmp_path: Path, way):
    words = namespace() if way == "own disk" else ()
    child = subprocess.run(
        [*words, sys.executable, "-c", CRAMPED, *(["mount"] if words else [])],
        cwd=ROOT,
        env=Home(tmp_path).environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    rounds = [json.loads(line) for line in child.stdout.splitlines()]
    refused = [one for one in rounds if one["stood"]]
    assert len(refused) >= 3, rounds
    assert len(refused) < len(rounds), "there was never room"
    for one in refused:
        assert one["said"], one
        assert all("磁盘空间已满" in said for said in one["said"]), one
    for one in rounds:
        assert one["waiting"] == 0, one
        assert not any(value for key, value in one["found"].items() if key != "published"), one
