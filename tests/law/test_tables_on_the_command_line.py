"""Several catalogues in a workbook, as the command line shows."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

GONGKAI = [sys.executable, "-c", "from gongkai.cli import main; main()"]
HEAD = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开方式"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the real command as a process."""
    return subprocess.run(
        [*GONGKAI, *arguments], capture_output=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.fixture
def two_sheets(tmp_path: Path) -> Path:
    """A workbook with two catalogues and a sheet that is none."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "教育"
    for row in (
        ["教育领域标准目录"],
        HEAD,
        [1, "招生", "政策", "全文", "《教育法》", "长期公开", "教育局", "主动公开"],
    ):
        first.append(row)
    first.merge_cells("A1:H1")
    book.create_sheet("电话").append(["张某", "123"])
    second = book.create_sheet("户籍")
    for row in (
        ["户籍领域标准目录"],
        HEAD,
        ["1", "户口", "登记", "条件", "同上", "每年1月31日前", "公安局", ""],
    ):
        second.append(row)
    file = tmp_path / "两份目录.xlsx"
    book.save(file)
    return file


def test_people_see_a_tree_each(two_sheets: Path) -> None:
    done = run("catalogue", "read", str(two_sheets))
    assert "教育领域标准目录（1个末级栏目）" in done.stdout
    assert "户籍领域标准目录（1个末级栏目）" in done.stdout


def test_machines_get_everything_and_each_by_itself(two_sheets: Path) -> None:
    found = json.loads(run("catalogue", "read", str(two_sheets), "--json").stdout)
    assert [each["title"] for each in found["catalogues"]] == ["教育领域标准目录", "户籍领域标准目录"]
    assert [item["path"] for item in found["items"]] == [["招生", "政策"], ["户口", "登记"]]
    item = found["items"][0]
    assert item["source"] == {"file": "两份目录.xlsx", "sheet": "教育", "row": 3}
    assert item["attributes"] == [
        {"name": "公开主体", "value": "教育局"},
        {"name": "公开方式", "value": "主动公开"},
    ]


def test_findings_of_all_sheets_are_told_with_their_places(two_sheets: Path) -> None:
    found = json.loads(run("catalogue", "read", str(two_sheets), "--json").stdout)
    places = {finding["source"].get("sheet") for finding in found["findings"] if "source" in finding}
    assert "户籍" in places


def test_a_workbook_without_a_catalogue_is_refused_with_one_sentence(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["姓名", "电话"])
    book.save(tmp_path / "通讯录.xlsx")
    done = run("catalogue", "read", str(tmp_path / "通讯录.xlsx"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有找到目录的表头" in done.stderr


def test_five_thousand_rows_are_read_and_checked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEAD, "责任科室", "公开渠道", "公开层级", "备注"])
    for at in range(1, 5001):
        basis = f"《关于第{at % 50}号事项的通知》（某办发〔{2000 + at % 24}〕{at % 50}号）"
        limit = f"自信息形成或者变更之日起{at % 20 + 1}个工作日内"
        content = f"1.名称{at % 50}；2.条件；3.流程"
        row = [at, f"第{at // 20}类", f"事项{at}", content, basis, limit, "某局", "主动公开"]
        sheet.append([*row, "办公室", "■政府网站 □公示栏", "√", f"备注{at}"])
    file = tmp_path / "大表.xlsx"
    book.save(file)
    done = run("catalogue", "check", str(file), "--json")
    codes = Counter(finding["code"] for finding in json.loads(done.stdout)["findings"])
    assert codes == {"number-forms-differ": 50}  # each 文号 is printed with several years
