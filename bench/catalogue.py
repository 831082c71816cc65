"""A catalogue of 5,000 rows, read and checked.

A fresh process each time: seconds and megabytes beside the limits (3 s, 150 MB), and beside what plain
openpyxl takes to read the same sheet.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

ROWS, RUNS = 5000, 5
SECONDS, MEGABYTES = 3.0, 150.0
GONGKAI = str(Path(sys.executable).parent / "gongkai")
PLAIN = "import sys, openpyxl; [list(row) for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows()]"
TITLE = "某区主动公开标准目录"
HEADINGS = (
    [
        "序号",
        "公开事项",
        "-",
        "公开内容（要素）",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道和载体",
        "公开对象",
        "-",
        "公开方式",
        "-",
    ],
    ["-", "一级事项", "二级事项", "-", "-", "-", "-", "-", "全社会", "特定群体", "主动", "依申请"],
)
MERGED = ("B2:C2", "I2:J2", "K2:L2", "A2:A3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3")


def main() -> None:
    """Print the medians of five for a spreadsheet, a tabbed text and one poured out one cell to a line."""
    with tempfile.TemporaryDirectory() as folder:
        sheet, text = Path(folder) / "目录.xlsx", Path(folder) / "目录.txt"
        write_sheet(sheet)
        text.write_text("\n".join("\t".join(map(str, row)) for row in (*headings(""), *rows())), "utf-8")
        poured = Path(folder) / "倒出的文字.txt"
        poured.write_text("".join(f"{cell} |\n" for row in (*headings(""), *rows()) for cell in row), "utf-8")
        for path in (sheet, text, poured):
            seconds, megabytes = median([GONGKAI, "catalogue", "check", str(path), "--json"])
            tell(f"{ROWS} rows, {path.name}", seconds, megabytes)
        seconds, megabytes = median([sys.executable, "-c", PLAIN, str(sheet)])
        tell("plain openpyxl, the same sheet", seconds, megabytes)


def tell(name: str, seconds: float, megabytes: float) -> None:
    """One line: the figures and how much of the limits they take."""
    parts = (
        f"{seconds / SECONDS:.2f} of {SECONDS:.0f} s",
        f"{megabytes / MEGABYTES:.2f} of {MEGABYTES:.0f} MB",
    )
    print(f"{name:32}{seconds:6.2f} s ({parts[0]}) {megabytes:5.0f} MB ({parts[1]})")


def headings(nothing: str | None) -> Iterator[list[str | None]]:
    """The two rows of the national standard heading, blanks as given."""
    for row in HEADINGS:
        yield [nothing if cell == "-" else cell for cell in row]


def rows() -> Iterator[list[str | int]]:
    """Rows of the national shape, no two alike in content, basis and limit."""
    for i in range(1, ROWS + 1):
        yield [
            i,
            f"第{(i - 1) // 25 + 1}类事项",
            f"第{i}项业务",
            f"1.第{i}项业务名称；2.办理依据；3.受理条件；4.申请材料；5.办理流程；6.联系方式",
            "《中华人民共和国政府信息公开条例》（国务院令第711号）、"
            f"《某省第{i}项业务管理办法》（某政办发〔{2000 + i % 25}〕{i}号）",
            f"自第{i}项业务信息形成或者变更之日起{i % 20 + 1}个工作日内，公示期不少于{i % 9 + 1}个工作日",
            f"第{i % 40}科室",
            "■政府网站 □政府公报 ■两微一端 □发布会/听证会 □广播电视 □纸质媒体 □公开查阅点 □其他",
            *("√", "", "√", ""),
        ]


def write_sheet(path: Path) -> None:
    """The same table as a spreadsheet, its title and heading cells merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([TITLE])
    for row in (*headings(None), *rows()):
        sheet.append([cell or None for cell in row])
    for cells in ("A1:L1", *MERGED):
        sheet.merge_cells(cells)
    book.save(path)


def median(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a process, compiled files kept as in an installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run(command, environment)
    taken = [run(command, environment) for _ in range(RUNS)]
    return statistics.median(each[0] for each in taken), statistics.median(each[1] for each in taken)


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """One run: how long, and how much memory at its highest."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"the command failed: {' '.join(command)}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
