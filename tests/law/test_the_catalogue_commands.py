"""The commands catalogue, cite and elements, as processes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

GONGKAI = [sys.executable, "-c", "from gongkai.cli import main; main()"]


def run(*arguments: str, given: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    """Runs the real command as a process."""
    sent = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [*GONGKAI, *arguments],
        input=sent,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        arguments, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def test_reading_the_seed_prints_the_items_of_the_contract(shared: Callable[[str], Path]) -> None:
    done = run("catalogue", "read", str(shared("seed/catalogue.txt")), "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1  # read, with findings of severity error
    assert len(found["items"]) == 75
    item = next(item for item in found["items"] if item["path"][-1] == "政策解读")
    assert item["number"] == 6
    assert item["path"] == ["法定主动公开内容", "行政规范性文件及解读", "政策解读"]
    assert item["column_kind"] == "interpretation"
    assert item["inherited"] == ["legal_basis"]
    assert item["rules"][0]["kind"] == "with"
    assert item["source"] == {"file": "catalogue.txt", "line": 15}
    assert {"code", "severity", "message", "suggestion", "source"} <= set(found["findings"][0])


def test_a_catalogue_in_gbk_and_utf16_reads_alike(shared: Callable[[str], Path], tmp_path: Path) -> None:
    text = shared("seed/catalogue.txt").read_text("utf-8")
    answers = []
    for encoding in ("utf-8", "gb18030", "utf-16"):
        file = tmp_path / "catalogue.txt"
        file.write_bytes(text.encode(encoding))
        answers.append(run("catalogue", "read", str(file), "--json").stdout)
    assert answers[0] == answers[1] == answers[2]


def test_what_is_written_reads_back_the_same(shared: Callable[[str], Path], tmp_path: Path) -> None:
    out = tmp_path / "目录.toml"
    written = run("catalogue", "write", str(shared("seed/catalogue.txt")), "--to", str(out))
    assert (written.returncode, written.stdout) == (1, "")
    read = [run("catalogue", "read", str(file), "--json") for file in (shared("seed/catalogue.txt"), out)]
    assert read[0].stdout == read[1].stdout
    assert [path.name for path in tmp_path.iterdir()] == ["目录.toml"]


def test_people_get_a_tree_and_the_findings(shared: Callable[[str], Path]) -> None:
    done = run("catalogue", "read", str(shared("seed/catalogue.txt")))
    assert "75个末级栏目" in done.stdout
    assert "行政规范性文件意见采纳情况反馈" in done.stdout
    assert "两格对调了" in done.stdout
    checked = run("catalogue", "check", str(shared("seed/catalogue.txt")))
    assert len(checked.stdout.splitlines()) > 100
    assert checked.returncode == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.txt", b"", "空的"),
        ("信.txt", "今天天气很好".encode(), "没有找到目录的表头"),
        ("乱.txt", bytes(range(256)) * 9, "不是文本"),
        ("表.xlsx", b"PK\x03\x04" + bytes(99), "没有下载完整"),
        ("坏.toml", b"form = ", "TOML"),
    ],
)
def test_a_file_that_is_no_catalogue_ends_with_one_sentence(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    for command in (("read",), ("check",), ("read", "--json")):
        done = run("catalogue", *command, str(file))
        assert done.returncode == 2
        assert done.stdout == ""
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_no_file_and_a_folder_end_with_one_sentence(tmp_path: Path) -> None:
    for name, words in ((tmp_path / "没有.txt", "没有文件"), (tmp_path, "文件夹")):
        done = run("catalogue", "read", str(name))
        assert done.returncode == 2
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_writing_where_nothing_can_be_written_says_so(shared: Callable[[str], Path], tmp_path: Path) -> None:
    source = str(shared("seed/catalogue.txt"))
    for out in (tmp_path / "没有" / "目录.toml", tmp_path / "目录.pdf"):
        done = run("catalogue", "write", source, "--to", str(out))
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


def test_a_citation_is_read_from_the_command_line_and_from_lines() -> None:
    done = run("cite", "《政府信息公开条例》（国务院令711号）", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["citations"] == [
        {
            "title": "政府信息公开条例",
            "document_number": "国务院令711号",
            "instrument": "中华人民共和国政府信息公开条例（国务院令第711号）",
            "span": [0, 20],
        }
    ]
    lines = run("cite", "-", "--json", given='《预算法》\n"《政府采购\\n法》"\n无\n')
    titles = [[each["title"] for each in json.loads(line)["citations"]] for line in lines.stdout.splitlines()]
    assert titles == [["预算法"], ["政府采购法"], []]


def test_thousands_of_citations_are_read_in_a_second_or_two(shared: Callable[[str], Path]) -> None:
    rows = shared("real/legal-basis.tsv").read_text("utf-8").splitlines()
    given = [json.dumps(row.split("\t")[0], ensure_ascii=False) for row in rows if not row.startswith("#")]
    many = (given * 80)[:4000]
    done = run("cite", "-", "--json", given="\n".join(many) + "\n")
    assert len(done.stdout.splitlines()) == len(many)


def test_elements_are_read_from_the_command_line() -> None:
    done = run("elements", "区政府领导姓名、职务、分工", "--json")
    found = json.loads(done.stdout)
    assert found["column_kind"] == "leaders"
    assert [element["name"] for element in found["elements"]] == ["姓名", "职务", "分工"]
    assert "栏目种类：领导信息" in run("elements", "区政府领导姓名、职务、分工").stdout


def test_a_place_that_cannot_be_written_is_said_without_a_word_of_english(
    shared: Callable[[str], Path], tmp_path: Path
) -> None:
    out = tmp_path / "没有的文件夹" / "目录.toml"
    done = run("catalogue", "write", str(shared("seed/catalogue.txt")), "--to", str(out))
    told = done.stderr.splitlines()[-1].replace(str(out), "")
    assert done.returncode == 2
    assert told.startswith("写不了“”：请检查文件夹是否存在")
    assert "directory" not in told
