"""The commands of time, as scripts and clerks call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GONGKAI = Path(sys.executable).parent / "gongkai"


def run(*arguments, given=None):
    return subprocess.run([GONGKAI, *arguments], input=given, capture_output=True, check=False, timeout=60)


def value(*arguments, given=None):
    done = run(*arguments, "--json", given=given)
    return json.loads(done.stdout), done.returncode


def test_adding_working_days_prints_the_contract():
    assert value("workdays", "add", "2026-11-23", "7") == (
        {
            "from": "2026-11-23",
            "n": 7,
            "to": "2026-12-02",
            "calendar": "official",
            "skipped": [{"on": "2026-11-28", "why": "周六"}, {"on": "2026-11-29", "why": "周日"}],
        },
        0,
    )


def test_a_negative_number_counts_back():
    assert value("workdays", "add", "2022-10-11", "-5")[0]["to"] == "2022-09-29"


def test_counting_prints_the_contract():
    assert value("workdays", "count", "2022-03-01", "2022-03-31") == (
        {"from": "2022-03-01", "to": "2022-03-31", "workdays": 22, "calendar": "official"},
        0,
    )
    assert value("workdays", "count", "2026-12-01", "2027-01-31")[0]["calendar"] == "provisional"


def test_a_year_lists_holidays_and_make_up_days_with_their_notice():
    year, status = value("workdays", "year", "2026")
    assert status == 0
    assert {"on": "2026-10-10", "name": "国庆节", "notice": "国办发明电〔2025〕7号"} in year["make_up_days"]
    assert len(year["holidays"]) == 33
    table = run("workdays", "year", "2026").stdout.decode()
    assert "国办发明电〔2025〕7号" in table


def test_a_time_limit_prints_rules_findings_and_due_days():
    found, status = value(
        "time-limit", "文件印发后的7个工作日内", "--on", "issued=2022-03-01", "--on", "held=2022-03-01"
    )
    assert status == 0
    assert list(found) == ["text", "rules", "canonical", "findings", "due"]
    assert found["rules"] == [
        {
            "kind": "within",
            "text": "文件印发后的7个工作日内",
            "span": [0, 12],
            "amount": 7,
            "unit": "workday",
            "trigger": {"event": "issued", "text": "文件印发"},
        }
    ]
    (due,) = found["due"]
    assert list(due) == ["rule", "event", "event_on", "due_on", "calendar", "skipped", "because"]
    assert (due["rule"], due["event"], due["due_on"]) == (0, "issued", "2022-03-10")


def test_a_silent_cell_is_counted_by_the_statutory_default():
    assert value("time-limit", "", "--on", "formed=2022-09-20")[0]["due"][0]["due_on"] == "2022-10-21"


def test_a_text_that_cannot_be_read_is_an_error_finding_and_status_one():
    found, status = value("time-limit", "视情况")
    assert (found["rules"], status) == ([], 1)
    assert found["findings"][0]["severity"] == "error"


def test_lines_come_out_in_their_order_plain_or_as_json_strings():
    given = '20个工作日\n"自信息形\\n成之日起5个工作日内"\n/\n\n'.encode()
    done = run("time-limit", "-", "--json", given=given)
    read = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [[rule["kind"] for rule in each["rules"]] for each in read] == [
        ["within"],
        ["within"],
        ["link"],
        ["silent"],
    ]
    assert read[1]["text"] == "自信息形\n成之日起5个工作日内"
    assert done.returncode == 0


def test_a_bad_line_keeps_its_place_and_the_others_are_answered():
    done = run("workdays", "add", "-", "--json", given=b"2022-03-01 7\n2022-02-30 7\n2022-03-01 -7\n")
    first, bad, last = (json.loads(line) for line in done.stdout.decode().splitlines())
    assert (first["to"], last["to"]) == ("2022-03-10", "2022-02-18")
    assert "2022-02-30" in bad["error"]
    assert done.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("workdays", "add", "2022-02-30", "1"),
        ("workdays", "add", "20220301", "1"),
        ("workdays", "add", "2022-03-01", "七"),
        ("workdays", "add", "2022-03-01", "1000000000"),
        ("workdays", "add", "2022-03-01", "9" * 5000),
        ("workdays", "add", "2022-03-01"),
        ("workdays", "add", "2005-03-01", "7"),
        ("workdays", "add", "2022-03-01", "7", "8"),
        ("workdays", "count", "2022-03-31", "2022-03-01"),
        ("workdays", "year", "1999"),
        ("workdays", "year", "明年"),
        ("workdays", "nothing"),
        ("workdays",),
        ("time-limit",),
        ("time-limit", "20个工作日", "--on", "2022-03-01"),
        ("time-limit", "20个工作日", "--on", "born=2022-03-01"),
        ("time-limit", "20个工作日", "--on", "formed=2022-13-01"),
        ("time-limit", "20个工作日", "--on", "formed=2005-01-01"),
        ("time-limit", "20个工作日", "--on"),
        ("time-limit", "--nothing", "20个工作日"),
        ("nothing",),
    ],
    ids=lambda arguments: " ".join(arguments)[:60],
)
def test_a_bad_call_ends_with_one_chinese_sentence_and_status_two(arguments):
    done = run(*arguments)
    told = done.stderr.decode()
    assert done.returncode == 2, told
    assert done.stdout == b""
    assert told.count("\n") == 1
    assert told.endswith("。\n")
    assert any("\u4e00" <= each <= "\u9fff" for each in told)


def test_bytes_that_are_not_utf8_are_refused():
    done = run("time-limit", "-", given="公开".encode("gbk"))
    assert done.returncode == 2
    assert "UTF-8" in done.stderr.decode()
    assert run("time-limit", b"\xb9\xab\xbf\xaa").returncode == 2


def test_a_reader_that_goes_away_leaves_no_traceback():
    lines = ("自信息形成之日起20个工作日内\n" * 20_000).encode()
    command = f"'{GONGKAI}' time-limit - --json | head -1"
    done = subprocess.run(["bash", "-c", command], input=lines, capture_output=True, check=False, timeout=60)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_help_is_chinese():
    told = run("--help").stdout.decode()
    assert told.startswith("用法：gongkai")
    assert "Options" not in told
    assert "workdays" in told


def test_working_days_load_no_office():
    code = (
        "import sys; from gongkai.cli import workdays; print('django' in sys.modules, 'rich' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.decode().split() == ["False", "False"]


def test_a_slip_is_told_with_its_place_and_what_should_stand_there():
    done = run("time-limit", "信息形成之日起20个工作曰内")
    told = done.stdout.decode()
    assert done.returncode == 0
    assert "请核对：第11至13字：“工作曰”应为“工作日”" in told
    assert "建议改为：工作日。" in told
