"""`gongkai init` and `gongkai catalogue load`, as processes."""

import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
import tomli_w

from gongkai.grids.writing.xlsx import workbook
from gongkai.law import lawdata

# One worker makes what the tests of this file share, once.
pytestmark = pytest.mark.xdist_group("setting-up")

GIVEN = {
    "--catalogue": "xihu-2022",
    "--in-force-on": "2022-07-01",
    "--body-code": "qzfb",
    "--body-name": "示例区人民政府办公室",
    "--credit-code": "119901000MB0A0001J",
    "--admin": "赵启明",
}


def gongkai(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"GONGKAI_HOME": str(home), "DATABASE_URL": ""}
    command = [sys.executable, "-c", "from gongkai.cli import main; main()", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def init(home: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    given = GIVEN | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    return gongkai(home, "init", *(word for pair in given.items() for word in pair))


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """One installation for all questions of this file."""
    folder = tmp_path_factory.mktemp("installation") / "var"
    made = init(folder)
    assert made.returncode == 0, made.stderr
    assert "75个末级栏目" in made.stderr
    assert "密码：" in made.stdout
    return folder


def test_a_second_init_leaves_the_first_alone(home):
    again = init(home)
    assert again.returncode == 2
    assert "已经装好了（示例区人民政府办公室）" in again.stderr


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"catalogue": "nowhere-2022"}, "自带的目录有：xihu-2022"),
        ({"in_force_on": "2022-02-30"}, "日期“2022-02-30”不存在"),
        ({"credit_code": "123"}, "统一社会信用代码应为18位"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_with_status_2(tmp_path, changed, sentence):
    refused = init(tmp_path / "var", **changed)
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1


def test_a_trial_run_says_what_would_happen_and_changes_nothing(home, tmp_path):
    written = tmp_path / "新版.toml"
    seed = files("gongkai.lawdata").joinpath("catalogues", "xihu-2022.toml").read_text(encoding="utf-8")
    table = tomllib.loads(seed)
    notices = next(row for row in table["item"] if row["path"][-1] == "公告公示")
    notices["path"][-1] = "通知公告"
    next(row for row in table["item"] if row["path"][-1] == "上级文件")["time_limit"] = "10个工作日"
    written.write_text(tomli_w.dumps(table), encoding="utf-8")
    report = home / "比较.html"
    call = ("catalogue", "load", str(written), "--in-force-on", "2023-07-01", "--dry-run")
    trial = gongkai(home, *call, "--to", str(report))
    assert trial.returncode == 0, trial.stderr
    assert "改名1个、变化1个。" in trial.stdout
    assert "栏目改名为“通知公告”，网址不变。" in trial.stdout
    assert "公开时限：〔删：" in trial.stdout
    assert "新增0个、恢复0个、保留74个、移动0个、改名1个、停用0个栏目" in trial.stdout
    assert report.read_text("utf-8").count("<article>") == 2
    done = gongkai(home, "catalogue", "load", str(written), "--in-force-on", "2023-07-01")
    assert "2023-07-01起施行" in done.stderr
    again = gongkai(home, *call)
    assert "两版目录没有差别。" in again.stdout
    assert "新增0个、恢复0个、保留75个、移动0个、改名0个、停用0个栏目" in again.stdout


def test_a_file_with_several_catalogues_is_refused_and_not_half_loaded(home, tmp_path):
    several = tmp_path / "两份.xlsx"
    seed = lawdata.catalogue("xihu-2022")
    several.write_bytes(workbook([seed, replace(seed, title="街道主动公开目录")]))
    refused = gongkai(home, "catalogue", "load", str(several), "--dry-run")
    assert refused.returncode == 2
    assert "里有2份目录（“区政府办主动公开目录”、“街道主动公开目录”）" in refused.stderr


def test_loading_where_nothing_is_installed_says_what_to_run(tmp_path):
    refused = gongkai(tmp_path / "empty", "catalogue", "load", "xihu-2022")
    assert refused.returncode == 2
    assert "gongkai init" in refused.stderr


def test_a_catalogue_without_a_title_is_told_without_one(tmp_path) -> None:
    file = tmp_path / "目录.csv"
    file.write_text(
        "序号,公开事项,公开内容,公开依据,公开时限\n1,年报,报告全文,《条例》,每年1月31日前\n2,简报,全文,《条例》,及时\n"
    )
    made = init(tmp_path / "var", catalogue=str(file))
    assert made.returncode == 0, made.stderr
    assert "装好：2个末级栏目" in made.stderr
