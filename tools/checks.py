"""Everything about the code that a machine can check."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
from steps import ROOT, Stop, ended, say

BIN = environment.VENV / "bin"
PYTHON = str(environment.PYTHON)
ADMIN = [PYTHON, "-m", "django"]
CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("格式 (ruff format)", [str(BIN / "ruff"), "format", "--check", "."]),
    ("写法 (ruff check)", [str(BIN / "ruff"), "check", "."]),
    ("类型：法律、文件 (mypy --strict)", [str(BIN / "mypy"), "-p", "gongkai.law", "-p", "gongkai.grids"]),
    ("类型：工具 (mypy --strict)", [str(BIN / "mypy"), "tools"]),
    ("类型：网站、命令 (mypy)", [str(BIN / "mypy"), "-p", "gongkai.web", "-p", "gongkai.cli"]),
    ("楼层与房间 (import-linter)", [str(BIN / "lint-imports"), "--no-logo"]),
    ("缺少的迁移 (makemigrations)", [*ADMIN, "makemigrations", "--check", "--dry-run"]),
    ("系统检查 (django check)", [*ADMIN, "check"]),
    ("一词一义与篇幅 (tests/architecture)", [PYTHON, "-m", "pytest", "-q", "tests/architecture"]),
)


def check_all() -> int:
    """Run every check and show all faults at once; 1 when any is broken."""
    environment.prepare("develop")
    with tempfile.TemporaryDirectory(prefix="gongkai-check-") as home:
        broken = [caption for caption, command in CHECKS if not _holds(caption, command, Path(home))]
    say(f"✗ 没有通过：{'；'.join(broken)}" if broken else f"✓ {len(CHECKS)}项检查全部通过。")
    return 1 if broken else 0


def _holds(caption: str, command: list[str], home: Path) -> bool:
    say(f"▸ {caption}")
    settings = {"DJANGO_SETTINGS_MODULE": "gongkai.web.settings", "GONGKAI_HOME": str(home)}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, text=True, capture_output=True, check=False
    )
    if done.returncode:
        say(f"{done.stdout}{done.stderr}")
    return done.returncode == 0


if __name__ == "__main__":
    try:
        sys.exit(check_all())
    except Stop as error:
        sys.exit(ended(error))
