"""The first screen: what is owed today."""

from django.http import HttpRequest, HttpResponse

from gongkai.web.desk import queries
from gongkai.web.desk.pages.today import today_of
from gongkai.web.desk.views.door import page, screen, who
from gongkai.web.library.queries import sent_back_to, waiting_for


@screen
def today(request: HttpRequest) -> HttpResponse:
    """今日待办."""
    person = who(request)
    context = {
        "list": today_of(queries.duties_for(person), queries.pending()),
        "waiting": waiting_for(person),
        "returned": sent_back_to(person),
    }
    return page(request, "today.html", "today", context)
