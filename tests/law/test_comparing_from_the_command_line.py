"""`gongkai catalogue compare`, as people and scripts call it."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import tomli_w
from openpyxl import load_workbook

from gongkai.law import lawdata
from gongkai.law.catalogue import writing
from gongkai.law.catalogue.model import Catalogue

SEED = lawdata.catalogue("xihu-2022")
NEWER = replace(
    SEED,
    title="区政府办主动公开目录（2023年版）",
    items=(
        *SEED.items[:2],
        replace(SEED.items[2], path=("法定主动公开内容", "<领导>之窗")),
        replace(SEED.items[3], path=("机构", *SEED.items[3].path[1:])),
        replace(SEED.items[4], time_limit_text="10个工作日"),
        *SEED.items[6:],
    ),
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the real command as a process."""
    call = [sys.executable, "-c", "from gongkai.cli import main; main()", *arguments]
    surroundings = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        call, capture_output=True, encoding="utf-8", env=surroundings, timeout=60, check=False
    )


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    def file(name: str, catalogue: Catalogue) -> str:
        (tmp_path / name).write_text(tomli_w.dumps(writing.table(catalogue)), "utf-8")
        return str(tmp_path / name)

    return file("旧.toml", SEED), file("新.toml", NEWER)


def test_scripts_get_the_contract_with_what_each_change_means(files: tuple[str, str]) -> None:
    done = run("catalogue", "compare", *files, "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"added", "removed", "moved", "renamed", "changed"} <= set(found)
    assert [each["path"] for each in found["removed"]] == [list(SEED.items[5].path)]
    assert [each["to"] for each in found["moved"]] == [["机构", "区政府工作机构和主要职能"]]
    assert [each["to"][-1] for each in found["renamed"]] == ["<领导>之窗"]
    (changed,) = found["changed"]
    (change,) = changed["changes"]
    assert (change["part"], change["rules_after"][0]["amount"]) == ("time_limit", 10)
    assert all(told.endswith("。") for each in found["removed"] + found["changed"] for told in each["means"])


def test_people_get_counts_then_each_group_with_the_words_that_changed(files: tuple[str, str]) -> None:
    told = run("catalogue", "compare", *files).stdout
    assert "取消1个、移动1个、改名1个、变化1个。" in told
    assert "公开时限：〔删：动态更新〕〔增：10个工作日〕" in told
    assert "栏目移到“机构 › 区政府工作机构和主要职能”，已有的文件跟着移动，网址不变。" in told


def test_equal_editions_are_told_in_one_sentence(files: tuple[str, str]) -> None:
    done = run("catalogue", "compare", files[0], files[0])
    assert done.stdout.strip() == "两版目录没有差别。"


def test_files_of_any_kind_are_compared(files: tuple[str, str], tmp_path: Path) -> None:
    for ending in ("xlsx", "docx"):
        out = str(tmp_path / f"旧.{ending}")
        run("catalogue", "write", files[0], "--to", out)
        assert run("catalogue", "compare", files[0], out).stdout.strip() == "两版目录没有差别。"


def test_the_report_is_one_page_without_script_or_a_list_in_excel(
    files: tuple[str, str], tmp_path: Path
) -> None:
    page, book = tmp_path / "比较.html", tmp_path / "比较.xlsx"
    for out in (page, book):
        done = run("catalogue", "compare", *files, "--to", str(out))
        assert done.returncode == 0
        assert "比较报告已写入" in done.stderr
    html = page.read_text("utf-8")
    assert html.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
    assert "&lt;领导&gt;之窗" in html
    assert "<script" not in html
    assert not [word for word in ("src=", "http:", "https:", "url(") if word in html]
    sheet = load_workbook(io.BytesIO(book.read_bytes())).worksheets[0]
    assert [cell.value for cell in sheet[2]][:3] == ["类别", "栏目", "原来的位置"]
    assert {row[0].value for row in sheet.iter_rows(min_row=3)} == {"取消", "移动", "改名", "变化"}


def test_a_report_of_another_kind_or_without_a_place_is_refused_with_one_sentence(
    files: tuple[str, str], tmp_path: Path
) -> None:
    for out in (tmp_path / "比较.pdf", tmp_path / "没有" / "比较.html"):
        done = run("catalogue", "compare", *files, "--to", str(out))
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("比较*"))
