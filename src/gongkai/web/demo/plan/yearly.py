"""Annual reports of disclosure work, with sums that agree."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gongkai.web.demo.plan.days import Span
from gongkai.web.demo.plan.planned import Planned, PlannedFile
from gongkai.web.demo.plan.writing import Writer
from gongkai.web.demo.queries.content import content

COLUMN = ("政府信息公开工作年度报告",)
PERSONS, COMPANIES = 0, 1
CELLS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
OUTCOMES = (
    "（一）予以公开",
    "（二）部分公开",
    "（三）不予公开：1.属于国家秘密",
    "（三）不予公开：2.其他法律行政法规禁止公开",
    "（三）不予公开：3.危及“三安全一稳定”",
    "（三）不予公开：4.保护第三方合法权益",
    "（三）不予公开：5.属于三类内部事务信息",
    "（三）不予公开：6.属于四类过程性信息",
    "（三）不予公开：7.属于行政执法案卷",
    "（三）不予公开：8.属于行政查询事项",
    "（四）无法提供：1.本机关不掌握相关政府信息",
    "（四）无法提供：2.没有现成信息需要另行制作",
    "（四）无法提供：3.补正后申请内容仍不明确",
    "（五）不予处理：1.信访举报投诉类申请",
    "（五）不予处理：2.重复申请",
    "（五）不予处理：3.要求提供公开出版物",
    "（五）不予处理：4.无正当理由大量反复申请",
    "（五）不予处理：5.要求行政机关确认或重新出具已获取信息",
    "（六）其他处理：1.申请人无正当理由逾期不补正",
    "（六）其他处理：2.申请人逾期未按收费通知要求缴纳费用",
    "（六）其他处理：3.其他",
)
LIKELY = {0: (14, 30), 1: (3, 8), 5: (0, 2), 6: (0, 2), 7: (1, 3), 10: (5, 12), 12: (0, 2), 13: (1, 4)}


def documents(seed: int, span: Span) -> Iterator[Planned]:
    """One report for every year whose 31 January lies within the span, last year's open cases carried on."""
    carried = [2, 1, 0, 0, 0, 0]
    valid = 46
    for year, published in _days(span):
        report, carried, valid = _report(seed, span, year, published, carried, valid)
        yield report


def _days(span: Span) -> Iterator[tuple[int, date]]:
    """Which year is reported when; the column opens with the report that came out before it."""
    januaries = [date(year, 1, 28) for year in range(span.begin.year, span.today.year + 1)]
    published = [span.shift(day, -1) for day in januaries]
    within = [day for day in published if span.begin + timedelta(days=30) < day <= span.last]
    if within:
        yield within[0].year - 2, span.shift(span.begin, 9)
    yield from ((day.year - 1, day) for day in within)


def _report(
    seed: int, span: Span, year: int, published: date, carried: list[int], valid: int
) -> tuple[Planned, list[int], int]:
    key = f"annual-report/{year}"
    formed = span.shift(published, -6)
    write = Writer(seed, key, formed)
    rows = [[_cell(write, at, cell) for cell in range(len(CELLS))] for at in range(len(OUTCOMES))]
    done = [sum(row[cell] for row in rows) for cell in range(len(CELLS))]
    onwards = [write.number(1, 3), write.number(0, 1), 0, 0, 0, 0]
    fresh = [done[cell] + onwards[cell] - carried[cell] for cell in range(len(CELLS))]
    made, gone = write.number(4, 8), write.number(1, 4)
    tables = {
        "cases": _cases(fresh, carried, rows, done, onwards),
        "suits": _suits(write),
        "made": made,
        "gone": gone,
        "valid": valid + made - gone,
        "reported": year,
        "received": sum(fresh),
        "carried": sum(carried),
        "done": sum(done),
        "onwards": sum(onwards),
        "granted": sum(rows[0]),
    }
    report = _written(write, key, year, formed, published, tables)
    files = tuple(
        PlannedFile(f"{year}年政府信息公开工作年度报告（示例）.{kind}", report.title, report.lines)
        for kind in ("docx", "pdf")
    )
    return replace(report, files=files), onwards, valid + made - gone


def _written(
    write: Writer, key: str, year: int, formed: date, published: date, tables: dict[str, Any]
) -> Planned:
    form = content("annual_report")
    return Planned(
        key=key,
        column=COLUMN,
        body="office",
        title=f"示例区人民政府办公室{year}年政府信息公开工作年度报告",
        lines=write(form["text"], **tables, year_words=form["years"][year % len(form["years"])]),
        dates={"formed_on": formed},
        published_on=published,
        issuing_body="示例区人民政府办公室",
        summary=f"{year}年主动公开、依申请公开、监督保障等情况和各项统计数据（示例）。",
        subject="综合政务、政务公开",
        genre="报告",
    )


def _cell(write: Writer, outcome: int, cell: int) -> int:
    low, high = LIKELY.get(outcome, (0, 0))
    if cell == PERSONS:
        return write.number(low, high)
    return write.number(0, high // 10) if cell in {COMPANIES, len(CELLS) - 1} else 0


def _cases(
    fresh: list[int], carried: list[int], rows: list[list[int]], done: list[int], onwards: list[int]
) -> str:
    lines = [
        ("一、本年新收政府信息公开申请数量", fresh),
        ("二、上年结转政府信息公开申请数量", carried),
        *(("三、本年度办理结果" + name, row) for name, row in zip(OUTCOMES, rows, strict=True)),
        ("（七）总计", done),
        ("四、结转下年度继续办理", onwards),
    ]
    head = "| 项目 | " + " | ".join(CELLS) + " | 总计 |"
    return "\n".join(
        [head, *(f"| {name} | {' | '.join(map(str, row))} | {sum(row)} |" for name, row in lines)]
    )


def _suits(write: Writer) -> str:
    head = "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
    lines = [head]
    for name, most in (("行政复议", 3), ("行政诉讼（未经复议直接起诉）", 2), ("行政诉讼（复议后起诉）", 1)):
        counts = [write.number(0, most), 0, write.number(0, 1), write.number(0, 1)]
        lines.append(f"| {name} | {' | '.join(map(str, counts))} | {sum(counts)} |")
    return "\n".join(lines)
