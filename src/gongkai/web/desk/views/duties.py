"""Every duty with its state, filter and export."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from gongkai.law.obligations import Duty
from gongkai.web import clock
from gongkai.web.desk import queries
from gongkai.web.desk.forms.duties import DutyQuestion
from gongkai.web.desk.pages.duty_line import DutyLine, line_of
from gongkai.web.desk.pages.duty_list import PER_PAGE, as_csv, as_xlsx, rows, selected, tallies, without_state
from gongkai.web.desk.pages.words import chinese_date
from gongkai.web.desk.pages.working import Working, working_of
from gongkai.web.desk.views.door import page, screen, who

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list with its working."""

    line: DutyLine
    working: Working | None


@screen
def duties(request: HttpRequest) -> HttpResponse:
    """公开任务."""
    everything = queries.duties_for(who(request))
    question = _question(request, everything)
    asked = question.asked()
    found = selected(everything, asked)
    part = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    pending = queries.pending()
    others = request.GET.copy()
    others.pop("page", None)
    without = others.copy()
    without.pop("state", None)
    context = {
        "question": question,
        "asked": asked,
        "tallies": tallies(without_state(everything, asked)),
        "total": len(without_state(everything, asked)),
        "part": part,
        "rows": [Row(line_of(duty, pending), working_of(duty)) for duty in part],
        "others": others.urlencode(),
        "without_state": without.urlencode(),
        "is_filtered": bool(others),
    }
    return page(request, "duties.html", "duties", context)


@screen
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same selection as a file: csv or xlsx."""
    if form not in {"csv", "xlsx"}:
        raise Http404
    everything = queries.duties_for(who(request))
    found = selected(everything, _question(request, everything).asked())
    table = rows(found, queries.pending().body_names)
    today = clock.today()
    if form == "csv":
        response = HttpResponse(as_csv(table), content_type="text/csv; charset=utf-8")
    else:
        caption = f"公开任务，共{len(found)}项，截至{chinese_date(today)}"
        response = HttpResponse(as_xlsx(table, caption), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="duties-{today}.{form}"'
    return response


def _question(request: HttpRequest, duties: tuple[Duty, ...]) -> DutyQuestion:
    columns = list(dict.fromkeys((duty.column, " › ".join(duty.path)) for duty in duties))
    bodies = [(body.code, body.short_name) for body in queries.bodies_of(who(request))]
    return DutyQuestion(request.GET, sorted(columns), bodies)
