"""`gongkai catalogue check` as people and scripts call it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gongkai.law import lawdata

GONGKAI = [sys.executable, "-c", "from gongkai.cli import main; main()"]
HEAD = "某局主动公开目录\n序号\t公开事项\t\t设立依据\t栏目内容\t公开时限\n\t一级栏目\t二级栏目\t\t\t\n"
LIMIT = "自该政府信息形成或者变更之日起20个工作日内"
CLEAN = f"1\t机构\t领导\t《政府信息公开条例》（国务院令第711号）\t领导姓名、职务、分工\t{LIMIT}\n"
FAULTY = (
    f"1\t机构\t领导\t《政府信息公开条例》（国务院令第七11号）\t领导姓名、职务、分工\t{LIMIT}\n"
    f"2\t财政\t部门预算\t《合同法》\t部门决算\t批复后20日内\n3\t财政\t部门决算\t《合同法》\t部门预算\t批复后20日内\n"
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the real command as a process."""
    surroundings = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        [*GONGKAI, "catalogue", "check", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=surroundings,
        timeout=60,
        check=False,
    )


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A catalogue with a numeral half in Chinese and two contents swapped."""
    file = tmp_path / "目录.txt"
    file.write_text(HEAD + FAULTY, encoding="utf-8")
    return file


def test_a_clean_catalogue_says_so_in_one_line_and_ends_with_nought(tmp_path: Path) -> None:
    file = tmp_path / "目录.txt"
    file.write_text(HEAD + CLEAN, encoding="utf-8")
    done = run(str(file))
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "没有发现问题。", "")


def test_findings_are_grouped_by_weight_with_place_words_and_mend(faulty: Path) -> None:
    done = run(str(faulty))
    assert done.returncode == 1
    assert done.stdout.index("错误　3条") < done.stdout.index("请核对")
    assert "文号里夹着汉字数字　第4行第4格" in done.stdout
    assert "【国务院令第七11号】" in done.stdout
    assert "改为　国务院令第711号" in done.stdout
    assert "--fix-safe" in done.stdout
    assert "共" in done.stdout.splitlines()[-2]


def test_only_the_gravest_are_shown_when_asked_for(faulty: Path) -> None:
    done = run(str(faulty), "--severity", "error")
    assert "请核对　" not in done.stdout
    assert "较轻的没有列出" in done.stdout
    assert done.returncode == 1


def test_json_is_the_contract_and_nothing_else(faulty: Path) -> None:
    done = run(str(faulty), "--json")
    found = json.loads(done.stdout)
    assert set(found) == {"findings"}
    first = next(each for each in found["findings"] if each["code"] == "document-number-numerals")
    assert first["source"] == {"file": "目录.txt", "line": 4, "cell": 4}
    assert first["span"] == [11, 20]
    assert first["suggestion"] == "国务院令第711号"


@pytest.mark.parametrize("ending", [".toml", ".xlsx", ".docx"])
def test_what_is_safe_is_mended_into_a_new_file(faulty: Path, tmp_path: Path, ending: str) -> None:
    before = faulty.read_bytes()
    out = tmp_path / f"改好{ending}"
    done = run(str(faulty), "--fix-safe", str(out))
    assert "自动改正1处" in done.stdout
    assert "国务院令第七11号 → 国务院令第711号" in done.stdout
    assert done.returncode == 1  # the swapped cells are left to a person
    assert faulty.read_bytes() == before
    again = run(str(out), "--fix-safe", str(tmp_path / f"再改{ending}"))
    assert "没有可以自动改正的地方。" in again.stdout
    left = {each["code"] for each in json.loads(run(str(out), "--json").stdout)["findings"]}
    assert "document-number-numerals" not in left
    assert "contents-swapped" in left


def test_changes_are_in_the_json_with_their_places(faulty: Path, tmp_path: Path) -> None:
    done = run(str(faulty), "--json", "--fix-safe", str(tmp_path / "改好.toml"))
    assert json.loads(done.stdout)["changes"] == [
        {
            "code": "document-number-numerals",
            "source": {"file": "目录.txt", "line": 4, "cell": 4},
            "path": ["机构", "领导"],
            "before": "国务院令第七11号",
            "after": "国务院令第711号",
        }
    ]


def test_the_file_as_received_is_never_written_over(faulty: Path, tmp_path: Path) -> None:
    toml = tmp_path / "目录.toml"
    run(str(faulty), "--fix-safe", str(toml))
    before = toml.read_bytes()
    for option in ("--fix-safe", "--xlsx"):
        done = run(str(toml), option, str(tmp_path / "." / "目录.toml"))
        assert done.returncode == 2
        assert "原件" in done.stderr
        assert toml.read_bytes() == before


def test_a_list_to_work_through_is_written_in_excel(faulty: Path, tmp_path: Path) -> None:
    out = tmp_path / "问题清单.xlsx"
    done = run(str(faulty), "--xlsx", str(out))
    assert done.returncode == 1
    rows = list(load_workbook(out).active.iter_rows(values_only=True))
    heading = next(i for i, row in enumerate(rows) if row[0] == "严重程度")
    assert rows[heading][-1] == "处理情况"
    assert rows[heading + 1][:4] == ("错误", "第4行第4格", "机构 › 领导", "国务院令第七11号")
    assert len(rows) - heading - 1 == len(json.loads(run(str(faulty), "--json").stdout)["findings"])
    assert run(str(faulty), "--xlsx", str(tmp_path / "清单.pdf")).returncode == 2


def test_a_bad_call_ends_with_one_chinese_sentence(faulty: Path) -> None:
    done = run(str(faulty), "--severity", "fatal")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_every_safe_code_of_the_list_says_what_it_becomes() -> None:
    for code in lawdata.safe_codes():
        assert lawdata.finding_kinds()[code].examples[0].after


def test_a_row_added_by_hand_is_told_by_its_path(faulty: Path, tmp_path: Path) -> None:
    toml = tmp_path / "手写.toml"
    run(str(faulty), "--fix-safe", str(toml))
    added = (
        '\n[[item]]\nnumber = 4\npath = ["公告", "公告公示"]\ncontent = "公告全文"\ntime_limit = "按规定"\n'
    )
    toml.write_text(toml.read_text(encoding="utf-8") + added, encoding="utf-8")
    done = run(str(toml))
    assert "栏目“公告 › 公告公示”：" in done.stdout


def test_rows_written_by_hand_are_named_by_their_columns(tmp_path: Path) -> None:
    rows = (("甲", "甲", "711"), ("乙", "甲", "七11"), ("丙", "甲", "711"))
    items = "".join(
        f'\n[[item]]\nnumber = {number}\npath = ["{upper}", "{name}"]\ncontent = "文件全文"\n'
        f'legal_basis = "《政府信息公开条例》（国务院令第{order}号）"\n'
        for number, (upper, name, order) in zip((1, 2, 4), rows, strict=True)
    )
    toml = tmp_path / "手写.toml"
    toml.write_text(f'form = 1\ntitle = "目录"\n{items}', encoding="utf-8")
    done = run(str(toml))
    assert "第0行" not in done.stdout
    assert "序号从2（栏目“乙 › 甲”）跳到4" in done.stdout
    assert "“国务院令第711号”（栏目“甲 › 甲”、栏目“丙 › 甲”）" in done.stdout


def test_the_office_can_be_told(faulty: Path) -> None:
    untold = run(str(faulty)).stdout
    told = run(str(faulty), "--office", "政府").stdout
    body = run(str(faulty), "--office", "部门").stdout
    assert "matter-not-covered" not in untold
    assert "行政事业性收费" in told
    assert "机关职能和机构设置" in body
    assert "行政事业性收费" not in body
