"""`gongkai catalogue write`, by the ending of the file."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.grids.writing.xlsx import workbook
from gongkai.law import lawdata

SEED = lawdata.catalogue("xihu-2022")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the real command as a process."""
    call = [sys.executable, "-c", "from gongkai.cli import main; main()", *arguments]
    surroundings = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        call, capture_output=True, encoding="utf-8", env=surroundings, timeout=60, check=False
    )


@pytest.fixture
def several(tmp_path: Path) -> str:
    """A workbook with two catalogues."""
    other = replace(SEED, title="街道主动公开目录", items=SEED.items[:10])
    (tmp_path / "两份.xlsx").write_bytes(workbook([SEED, other]))
    return str(tmp_path / "两份.xlsx")


def test_several_catalogues_become_several_tables(several: str, tmp_path: Path) -> None:
    out = str(tmp_path / "两份.docx")
    done = run("catalogue", "write", several, "--to", out)
    assert "2份目录，共85个末级栏目" in done.stderr
    found = json.loads(run("catalogue", "read", out, "--json").stdout)
    assert [each["title"] for each in found["catalogues"]] == [SEED.title, "街道主动公开目录"]
    assert len(found["items"]) == 85


def test_a_file_of_our_own_form_holds_one_catalogue_and_an_old_one_stays_whole(
    several: str, tmp_path: Path
) -> None:
    out = tmp_path / "目录.toml"
    out.write_text("原有内容", "utf-8")
    done = run("catalogue", "write", several, "--to", str(out))
    assert done.returncode == 2
    assert "这个文件里有2份目录，toml文件只装一份" in done.stderr
    assert out.read_text("utf-8") == "原有内容"


@pytest.mark.parametrize("name", ["目录.pdf", "目录.xls", "目录"])
def test_another_ending_is_refused_with_what_would_be_right(several: str, tmp_path: Path, name: str) -> None:
    done = run("catalogue", "write", several, "--to", str(tmp_path / name))
    assert done.returncode == 2
    assert done.stderr.strip().endswith("请把文件名的结尾改为.toml、.xlsx或.docx。")
    assert not (tmp_path / name).exists()
