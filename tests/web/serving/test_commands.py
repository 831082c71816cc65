"""The commands that look after an installation, as scripted."""

import hashlib
import json
import os
import time

import pytest
from tests.web.serving.crew import Home, gongkai

# One worker makes what the tests of this file share, once.
pytestmark = pytest.mark.xdist_group("commands")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An installation with two publications, baked and indexed by the commands."""
    made = Home(tmp_path_factory.mktemp("commands"))
    clerks = made.clerks()
    clerks.ask("found")
    clerks.ask("publish 示例区养老服务补贴办法")
    clerks.ask("publish 示例区托育服务补贴办法")
    clerks.dismiss()
    assert gongkai(made, "bake").returncode == 0
    assert gongkai(made, "index", "rebuild").returncode == 0
    return made


def told_by_doctor(home: Home) -> tuple[int, dict[str, dict[str, str]]]:
    """Exit status and checks by name."""
    told = gongkai(home, "doctor", "--json")
    return told.returncode, {check["name"]: check for check in json.loads(told.stdout)["checks"]}


def test_search_answers_in_json(home):
    told = gongkai(home, "search", "养老 补贴", "--json")
    answer = json.loads(told.stdout)
    assert (told.returncode, answer["total"]) == (0, 1)
    assert answer["hits"][0]["title"] == "示例区养老服务补贴办法"
    assert {"code", "snippet", "column", "published_on", "document_number", "validity"} <= set(
        answer["hits"][0]
    )
    assert [count["count"] for count in answer["facets"]["year"]] == [1]


def test_search_answers_in_lines(home):
    told = gongkai(home, "search", "服务补贴")
    assert len(told.stdout.splitlines()) == 2
    assert "共2件" in told.stderr


def test_doctor_finds_nothing_wrong_but_says_that_no_worker_runs(home):
    status, checks = told_by_doctor(home)
    assert [name for name, check in checks.items() if check["state"] == "error"] == []
    assert status == 0
    assert checks["出件"]["state"] == "warning"
    assert set(checks) == {
        "配置",
        "工作日历",
        "数据库",
        "审计",
        "出件",
        "检索",
        "静态站点",
        "附件",
        "磁盘",
        "时钟",
        "PDF",
    }
    assert all(check["sentence"].endswith("。") for check in checks.values())


def test_a_spoilt_index_is_named_with_its_mend_and_mended(home):
    path = next((home.folder / "index").glob("v*/*.term"))
    path.write_bytes(path.read_bytes()[:-20])
    status, checks = told_by_doctor(home)
    assert status == 1
    assert checks["检索"]["state"] == "error"
    assert "gongkai index rebuild" in checks["检索"]["mend"]
    assert gongkai(home, "index", "rebuild").returncode == 0
    assert told_by_doctor(home)[0] == 0


def test_an_altered_page_is_named_and_repaired(home):
    page = next((home.folder / "site" / "documents").glob("*.html"))
    right = page.read_bytes()
    page.write_bytes(right.replace("补贴".encode(), "罚款".encode()))
    told = gongkai(home, "verify")
    assert told.returncode == 1
    assert page.name in told.stdout
    assert told_by_doctor(home)[0] == 1
    assert gongkai(home, "verify", "--repair").returncode == 0
    assert page.read_bytes() == right
    assert gongkai(home, "verify").returncode == 0


def test_files_without_a_document_are_told_and_removed_on_repair(home):
    names = [hashlib.sha256(content).hexdigest() for content in (b"old", b"fresh")]
    paths = [home.folder / "files" / name[:2] / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"0" * 1_500_000)
    two_days_ago = time.time() - 48 * 60 * 60
    os.utime(paths[0], (two_days_ago, two_days_ago))
    status, checks = told_by_doctor(home)
    assert (status, checks["附件"]["state"]) == (0, "warning")
    assert "1个" in checks["附件"]["sentence"]
    assert "1.5MB" in checks["附件"]["sentence"]
    assert gongkai(home, "verify").returncode == 0
    assert paths[0].exists()
    told = gongkai(home, "verify", "--repair")
    assert told.returncode == 0
    assert "删去了1个没有文件引用的附件原件，腾出1.5MB。" in told.stderr
    assert [path.exists() for path in paths] == [False, True]
    status, checks = told_by_doctor(home)
    assert (status, checks["附件"]["state"], checks["审计"]["state"]) == (0, "ok", "ok")


@pytest.mark.parametrize(
    "command", [["search", "养老"], ["index", "rebuild"], ["bake"], ["verify"], ["worker"]]
)
def test_an_installation_that_is_not_set_up_is_one_sentence(tmp_path, command):
    told = gongkai(Home(tmp_path), *command)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "还没有初始化" in told.stderr
