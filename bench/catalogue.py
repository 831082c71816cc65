"""A catalogue of 5,000 rows, read and checked.

A fresh process each time: seconds and megabytes beside the limits (3 s, 150 MB), and beside what plain
openpyxl takes to read the same sheet. Once with no two rows alike, which no office writes, and once as
offices write them: the same contents, bases and limits over and over.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import openpyxl

Row = Callable[[int], tuple[str, str, str]]  # number of a row → its content, basis and limit
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
CONTENTS = (
    "名称；文号；发文日期；全文；有效性",
    "1.文件名称；2.文号；3.发布机构；4.发布日期；5.全文",
    "办理依据；申请条件；申请材料；办理流程；办理时限；收费标准；联系方式",
    "1.办事指南：主要包括事项名称、设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程等；2.申请表样本",
    "机构名称、主要职责、内设机构、办公地址、办公时间、联系电话、负责人姓名",
    "姓名、职务、分工、照片、简历",
    "●初审对象名单及相关信息 ●公示时间 ●监督电话",
    "低保对象名单及相关信息（包括姓名、家庭人口、保障金额）",
    "行政处罚决定书文号、案件名称、被处罚人姓名或名称、违法事实、处罚依据、处罚结果、作出处罚的机关名称和日期",
    "部门预算说明、收支总体情况表、财政拨款收支情况表、“三公”经费支出情况表",
    "部门决算公开文本，包括决算报表和文字说明",
    "征求意见稿全文、起草说明、反馈渠道、征集起止时间",
    "政策解读文件、图解、视频等多种形式的解读",
    "应急预案全文；预警信息；应对情况",
    "双随机抽查事项清单、抽查结果和查处情况",
    "招标公告、中标结果、合同、履约验收",
    "年度报告全文",
    "征收土地预公告、补偿安置方案公告、征收土地公告",
    "政府信息公开指南（含机构名称、办公地址、办公时间、联系电话、申请渠道）",
    "听证会、座谈会、论证会等意见征集采纳情况",
)
BASES = (
    "《中华人民共和国政府信息公开条例》（国务院令第711号）",
    "1.《中华人民共和国政府信息公开条例》（国务院令第711号）；2.《优化营商环境条例》（国务院令第722号）",
    "《政府信息公开条例》《社会救助暂行办法》（国务院令第649号）《国务院关于进一步健全特困人员救助供养制度的意见》（国发〔2016〕14号）",
    "《中华人民共和国预算法》；《政府信息公开条例》；《地方预决算公开操作规程》（财预〔2016〕143号）",
    "《中华人民共和国行政处罚法》、《国务院办公厅关于全面推行行政执法公示制度的指导意见》（国办发〔2018〕118号）",
    "《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2022〕8号）",
    "《中华人民共和国土地管理法》、《中华人民共和国土地管理法实施条例》（国务院令第743号）",
    "《重大行政决策程序暂行条例》（国务院令第713号）",
    "《中华人民共和国政府采购法》、《政府采购信息发布管理办法》（财政部令第101号）",
    "《中华人民共和国突发事件应对法》、《突发事件应急预案管理办法》（国办发〔2024〕5号）",
    "《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）",
)
LIMITS = (
    "自该信息形成或者变更之日起20个工作日内",
    "信息形成或变更之日起20个工作日内予以公开",
    "自信息形成之日起20个工作日内，法律、法规另有规定的，从其规定",
    "及时公开",
    "长期公开",
    "每年1月31日前",
    "自作出行政决定之日起7个工作日内",
    "批复后20日内",
    "每季度公开一次，公示期不少于7个工作日",
    "公开征求意见的期限一般不少于30日",
    "制定及获取补助对象名单之日起10个工作日内，公示7个工作日",
    "事前公开",
    "实时更新",
)
MERGED = ("B2:C2", "I2:J2", "K2:L2", "A2:A3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3")


def main() -> None:
    """Print the medians of five for a spreadsheet, a tabbed text and one poured out one cell to a line."""
    with tempfile.TemporaryDirectory() as folder:
        names = (
            "各行都不同.xlsx",
            "常见写法.xlsx",
            "各行都不同.txt",
            "一格一行.txt",
            "一格一行，常见写法.txt",
        )
        sheet, usual, text, poured, poured_usual = (Path(folder) / name for name in names)
        write_sheet(sheet, unlike)
        write_sheet(usual, as_written)
        table = [*headings(""), *rows(unlike)]
        text.write_text("\n".join("\t".join(map(str, cells)) for cells in table), "utf-8")
        poured.write_text(one_to_a_line(table), "utf-8")
        poured_usual.write_text(one_to_a_line([*headings(""), *rows(as_written)]), "utf-8")
        for path in (sheet, usual, text, poured, poured_usual):
            seconds, megabytes = median([GONGKAI, "catalogue", "check", str(path), "--json"])
            tell(f"{ROWS} rows, {path.name}", seconds, megabytes)
        seconds, megabytes = median([sys.executable, "-c", PLAIN, str(sheet)])
        tell("plain openpyxl, the same sheet", seconds, megabytes)


def one_to_a_line(table: Iterable[Iterable[object]]) -> str:
    """A table as offices' pages pour it out: every cell on a line, ended by a bar."""
    return "".join(f"{cell} |\n" for cells in table for cell in cells)


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


def rows(row: Row) -> Iterator[list[str | int]]:
    """Rows of the national shape."""
    for i in range(1, ROWS + 1):
        content, basis, limit = row(i)
        yield [
            i,
            f"第{(i - 1) // 25 + 1}类事项",
            f"第{i}项业务",
            content,
            basis,
            limit,
            f"第{i % 40}科室",
            "■政府网站 □政府公报 ■两微一端 □发布会/听证会 □广播电视 □纸质媒体 □公开查阅点 □其他",
            *("√", "", "√", ""),
        ]


def unlike(i: int) -> tuple[str, str, str]:
    """Content, basis and limit as in no other row."""
    return (
        f"1.第{i}项业务名称；2.办理依据；3.受理条件；4.申请材料；5.办理流程；6.联系方式",
        "《中华人民共和国政府信息公开条例》（国务院令第711号）、"
        f"《某省第{i}项业务管理办法》（某政办发〔{2000 + i % 25}〕{i}号）",
        f"自第{i}项业务信息形成或者变更之日起{i % 20 + 1}个工作日内，公示期不少于{i % 9 + 1}个工作日",
    )


def as_written(i: int) -> tuple[str, str, str]:
    """Content, basis and limit as they recur in catalogues of offices, each in its own turn."""
    return CONTENTS[i % len(CONTENTS)], BASES[i % len(BASES)], LIMITS[i % len(LIMITS)]


def write_sheet(path: Path, row: Row) -> None:
    """The same table as a spreadsheet, its title and heading cells merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([TITLE])
    for cells in (*headings(None), *rows(row)):
        sheet.append([cell or None for cell in cells])
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
