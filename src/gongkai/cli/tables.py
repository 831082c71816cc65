"""Tables for people, drawn with rich."""

from rich.console import Console
from rich.table import Table

from gongkai.cli.dates import with_weekday
from gongkai.law.workdays import Basis, Year, missing_notice


def print_year(found: Year) -> None:
    """The holidays and make-up working days of a year with the notice they come from."""
    table = Table(title=f"{found.year}年放假安排")
    for heading in ("日期", "节日", "安排", "依据"):
        table.add_column(heading)
    rows = [(day, "放假") for day in found.holidays] + [(day, "上班（调休）") for day in found.make_up_days]
    for day, what in sorted(rows, key=lambda row: row[0].on):
        notice = (day.notice.number or day.notice.title) if day.notice else "放假办法（暂列）"
        table.add_row(with_weekday(day.on), day.name, what, notice)
    console = Console()
    console.print(table)
    if found.calendar is Basis.PROVISIONAL:
        console.print(missing_notice((found.year,)), soft_wrap=True)
