"""Each import contract, broken once in a copy: it must bite."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BROKEN = re.compile(r"^(.+) BROKEN\b", re.MULTILINE)

# contract, file in the copy, the line added to it
BREAKS = [
    ("The law knows no web, clock, disk or network", "law/facts.py", "import os"),
    ("The law knows no web, clock, disk or network", "law/facts.py", "import django"),
    ("Command line above office above grids above law", "grids/__init__.py", "import gongkai.web.settings"),
    ("Command line above office above grids above law", "utils.py", ""),
    ("Floors of the law", "law/vocabulary.py", "import gongkai.law.facts"),
    ("Floors of the law", "law/review.py", "import gongkai.law.facts"),
    ("Floors of the law", "law/helpers.py", ""),
    ("Floors of the office", "web/org/models.py", "import gongkai.web.library"),
    ("Floors of the office", "web/desk/apps.py", "import gongkai.web.portal"),
    ("Floors of the office", "web/common.py", ""),
    ("The same rooms in every app", "web/org/models.py", "import gongkai.web.org.apps"),
    ("The same rooms in every app", "web/org/utils.py", ""),
    ("Compliance checks do not know each other", "law/checks/first.py", "import gongkai.law.checks.second"),
    ("No circles", "law/time_limit/rule.py", "import gongkai.law.time_limit.upper"),
]


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source with one pair of files more, so that two checks can meet."""
    top = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "src/gongkai", top / "src/gongkai", ignore=shutil.ignore_patterns("static", "__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", top)
    for name in ("first", "second"):
        (top / f"src/gongkai/law/checks/{name}.py").touch()
    (top / "src/gongkai/law/time_limit/upper.py").write_text("import gongkai.law.time_limit.rule\n")
    return top


def _broken(top: Path) -> tuple[int, list[str]]:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=top,
        env={**os.environ, "PYTHONPATH": str(top / "src"), "COLUMNS": "200"},
        text=True,
        capture_output=True,
        check=False,
    )
    return done.returncode, BROKEN.findall(done.stdout)


def test_the_source_as_it_stands_keeps_every_contract(pristine: Path) -> None:
    assert _broken(pristine) == (0, [])


@pytest.mark.parametrize(
    ("contract", "name", "line"), BREAKS, ids=[f"{row[1]}<-{row[2] or 'new'}" for row in BREAKS]
)
def test_a_wrong_import_or_a_stray_file_breaks_its_contract(
    pristine: Path, contract: str, name: str, line: str
) -> None:
    target = pristine / "src/gongkai" / name
    before = target.read_text() if target.exists() else None
    target.write_text(f"{before or ''}\n{line}\n")
    try:
        status, broken = _broken(pristine)
    finally:
        target.unlink() if before is None else target.write_text(before)
    assert status == 1
    assert contract in broken
