"""The list of duties: filtered, sorted, paged, exported."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.law.obligations import STATE_WORDS, Duty, DutyKind, DutyState
from gongkai.law.workdays import Basis
from gongkai.web.desk.pages.duty_line import count_of, title_of
from gongkai.web.desk.pages.words import EVENT_WORDS

PER_PAGE = 30
SORTS = {
    "open": "没有办完的在前",
    "due": "到期日由早到晚",
    "-due": "到期日由晚到早",
    "column": "按栏目",
    "body": "按责任单位",
}
HEADINGS = (
    "状态",
    "说明",
    "任务",
    "栏目",
    "公开时限",
    "起算",
    "起算日",
    "最迟公开日期",
    "暂定",
    "实际公开",
    "责任单位",
    "备注",
)
WIDTHS = (10, 16, 50, 40, 40, 8, 12, 12, 8, 12, 18, 50)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the list of duties.

    筛选条件；空串、None 表示不限。
    """

    state: DutyState | None = None
    column: str = ""
    body: str = ""
    text: str = ""
    first_on: date | None = None
    last_on: date | None = None
    sort: str = "open"


@dataclass(frozen=True, slots=True)
class Tally:
    """A state with the number of duties in it."""

    state: DutyState
    word: str
    count: int


def selected(duties: Iterable[Duty], asked: Asked) -> list[Duty]:
    """The duties that were asked for, in the order asked for."""
    found = [duty for duty in without_state(duties, asked) if asked.state in {None, duty.state}]
    return sorted(found, key=lambda duty: _order(duty, asked.sort), reverse=asked.sort == "-due")


def without_state(duties: Iterable[Duty], asked: Asked) -> list[Duty]:
    """The duties that fit everything but the state: what the tallies count."""
    return [duty for duty in duties if _fits(duty, asked)]


def tallies(duties: Sequence[Duty]) -> tuple[Tally, ...]:
    """How many duties are in each state."""
    counts = Counter(duty.state for duty in duties)
    return tuple(Tally(state, STATE_WORDS[state], counts[state]) for state in DutyState if counts[state])


def _fits(duty: Duty, asked: Asked) -> bool:
    if asked.column and duty.column != asked.column:
        return False
    if asked.body and duty.body != asked.body:
        return False
    if asked.first_on and (duty.due_on is None or duty.due_on < asked.first_on):
        return False
    if asked.last_on and (duty.due_on is None or duty.due_on > asked.last_on):
        return False
    return asked.text.lower() in f"{title_of(duty)} {'›'.join(duty.path)}".lower()


def _order(duty: Duty, sort: str) -> tuple[object, ...]:
    due = duty.due_on or (date.min if sort == "-due" else date.max)
    if sort == "open":
        # What is still owed, soonest first; then what is settled, the newest first.
        return (duty.is_settled, -due.toordinal() if duty.is_settled else due.toordinal(), duty.key)
    if sort == "column":
        return (duty.column, due, duty.key)
    return (duty.body, due, duty.key) if sort == "body" else (due, duty.key)


def rows(duties: Iterable[Duty], body_names: dict[str, str]) -> list[tuple[str, ...]]:
    """The duties as cells of a table, under HEADINGS."""
    return [
        (
            STATE_WORDS[duty.state],
            count_of(duty),
            title_of(duty),
            " › ".join(duty.path),
            duty.time_limit_text.strip(),
            EVENT_WORDS[duty.event] if duty.event else "",
            duty.counted_from.isoformat() if duty.counted_from else "",
            _day(duty, duty.due_on),
            "暂定" if duty.due and duty.due.calendar is Basis.PROVISIONAL else "",
            _day(duty, duty.done_on),
            body_names.get(duty.body, duty.body),
            duty.note,
        )
        for duty in duties
    ]


def _day(duty: Duty, day: date | None) -> str:
    """A day of publication; of a consultation's window, opened and closed, the note speaks."""
    return day.isoformat() if day and duty.kind is not DutyKind.KEEP_OPEN else ""


def as_csv(table: Iterable[tuple[str, ...]]) -> bytes:
    """The table as CSV that Excel and WPS open in Chinese without asking."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([_harmless(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(table: Iterable[tuple[str, ...]], caption: str) -> bytes:
    """The table as a workbook with a caption row, fixed heads and usable widths."""
    book = Workbook()
    sheet = book.active
    sheet.title = "公开任务"
    sheet.append([caption])
    sheet.append(list(HEADINGS))
    for row in table:
        sheet.append([_harmless(cell) for cell in row])
    _dress(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _dress(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{chr(64 + len(HEADINGS))}{sheet.max_row}"
    for number, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(65 + number)].width = width
    for cell in sheet[2]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell
