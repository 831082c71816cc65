"""Closed, full and endless streams, and files written over."""

import subprocess
import sys
from pathlib import Path

import pytest

GONGKAI = f'"{sys.executable}" -c "from gongkai.cli import main; main()"'
CSV = "序号,一级事项,二级事项,公开内容,公开依据,公开时限\n1,招生,政策,全文,《教育法》,长期公开\n"


def shell(call: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a call as a shell does, with its redirections."""
    return subprocess.run(
        f"{GONGKAI} {call}",
        shell=True,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small catalogue."""
    (tmp_path / "目录.csv").write_text(CSV, "utf-8")
    return tmp_path


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="这个系统没有 /dev/full")
@pytest.mark.parametrize(
    "call", ["catalogue read 目录.csv", "catalogue read 目录.csv --json", "cite 《教育法》"]
)
def test_a_full_disk_under_the_output_is_told_in_one_sentence(folder: Path, call: str) -> None:
    done = shell(f"{call} > /dev/full", folder)
    assert done.returncode == 2
    assert done.stderr.startswith("结果没有写完")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("closing", ["<&-", ">&-"])
def test_a_closed_stream_ends_without_a_traceback(folder: Path, closing: str) -> None:
    done = shell(f"catalogue read {'-' if closing == '<&-' else '目录.csv'} {closing}", folder)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="这个系统没有 /dev/zero")
@pytest.mark.parametrize("call", ["catalogue read /dev/zero", "catalogue read - < /dev/zero"])
def test_input_without_end_is_given_up(folder: Path, call: str) -> None:
    done = shell(call, folder)
    assert done.returncode == 2
    assert "超过50兆字节" in done.stderr


def test_the_values_an_option_takes_are_named_in_chinese(folder: Path) -> None:
    done = shell("catalogue check 目录.csv --office 省", folder)
    assert done.returncode == 2
    assert "应为政府、部门、乡镇之一" in done.stderr
    assert "is not one of" not in done.stderr


@pytest.mark.parametrize(
    "call",
    [
        "catalogue write 目录.xlsx --to 目录.xlsx",
        "catalogue check 目录.xlsx --fix-safe 目录.xlsx",
        "catalogue check 目录.xlsx --xlsx 目录.xlsx",
        "catalogue compare 目录.csv 目录.xlsx --to 目录.xlsx",
        "catalogue load 目录.xlsx --dry-run --to 目录.xlsx",
    ],
)
def test_the_file_read_is_never_written_over(folder: Path, call: str) -> None:
    shell("catalogue write 目录.csv --to 目录.xlsx", folder)
    before = (folder / "目录.xlsx").read_bytes()
    done = shell(call, folder)
    assert done.returncode == 2
    assert "原件要留作凭据" in done.stderr
    assert (folder / "目录.xlsx").read_bytes() == before
