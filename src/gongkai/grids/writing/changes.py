"""A comparison of editions as an Excel list."""

from collections.abc import Iterator

from gongkai.grids.writing import xlsx
from gongkai.law.catalogue.comparing.marking import spelled
from gongkai.law.catalogue.comparing.report import Report

_HEADINGS = ("类别", "栏目", "原来的位置", "文字的变化", "对栏目和已有文件意味着什么")
_WIDTHS = (10, 36, 36, 60, 60)


def workbook(report: Report, note: str = "") -> bytes:
    """One row a change, to be filtered by its sort; equal editions give one sentence."""
    title = f"目录比较：{report.title_before or '旧版'} → {report.title_after or '新版'}"
    headed = "\n".join(filter(None, (title, report.summary, note)))
    return xlsx.list_of(headed, _HEADINGS, _rows(report), _WIDTHS, name="目录比较")


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for group in report.groups:
        for entry in group.entries:
            words = "\n".join(f"{each.label}：{spelled(each.pieces)}" for each in entry.words)
            yield (group.name, entry.heading, entry.before, words, "\n".join(entry.sentences))
