"""The calendar of holidays, from the law's own notices."""

from django.http import HttpRequest, HttpResponse

from gongkai.law.errors import LawError
from gongkai.web import clock, law
from gongkai.web.desk.pages.year import year_of
from gongkai.web.desk.views.door import page, screen


@screen
def calendar(request: HttpRequest) -> HttpResponse:
    """节假日日历."""
    today = clock.today()
    asked = request.GET.get("year", "").strip()
    if asked and not (asked.isdecimal() and len(asked) == 4):
        raise LawError(f"“{asked[:20]}”不是年份，请写成2026这样的四位数字。")
    year = int(asked) if asked else today.year
    shown = year_of(year, law.calendar(), today)
    years = [other for other in range(year - 2, year + 3) if other >= min(law.calendar().years)]
    context = {"shown": shown, "years": years, "this_year": today.year}
    return page(request, "calendar.html", "calendar", context)
