"""What the README and the docs point to is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.architecture.source import ROOT

LINK = re.compile(r"\]\((?!https?:|#)(?P<target>[^)#]+)")
COMMAND = re.compile(r"^    \.venv/bin/gongkai (?P<name>[a-z-]+)", re.MULTILINE)
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = [found["target"] for found in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_command_of_the_readme_is_known() -> None:
    commands = {
        found["name"] for name in ("README.md", "README.zh-CN.md") for found in _commands(ROOT / name)
    }
    gongkai = Path(sys.executable).parent / "gongkai"
    for command in sorted(commands):
        done = subprocess.run([gongkai, command, "--help"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stderr}"
    assert len(commands) >= 4


def _commands(page: Path) -> list[re.Match[str]]:
    return list(COMMAND.finditer(page.read_text(encoding="utf-8")))


def test_the_two_readmes_show_the_same_commands() -> None:
    first, second = (_commands(ROOT / name) for name in ("README.md", "README.zh-CN.md"))
    assert [found["name"] for found in first] == [found["name"] for found in second]
