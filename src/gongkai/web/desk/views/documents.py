"""The list of documents of my bodies."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from gongkai.law.review import STATUS_WORDS, Status
from gongkai.web.desk.views.door import page, screen, who
from gongkai.web.library import queries as library
from gongkai.web.library.models import Column

PER_PAGE = 50


@screen
def documents(request: HttpRequest) -> HttpResponse:
    """全部文件：按文字、状态、栏目筛选，最近改过的在前。"""
    text = request.GET.get("q", "").strip()[:60]
    status = request.GET.get("status", "")
    column = Column.objects.filter(code=request.GET.get("column", "")).first()
    found = library.documents_of(
        who(request), status=Status(status) if status in set(Status) else None, column=column, text=text
    )
    others = request.GET.copy()
    others.pop("page", None)
    context = {
        "asked_text": text,
        "status": status,
        "column": column,
        "statuses": [(one.value, word) for one, word in STATUS_WORDS.items()],
        "columns": [
            (one.code, " › ".join(one.item.path)) for one in library.leaf_columns() if one.item is not None
        ],
        "part": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "others": others.urlencode(),
        "is_filtered": bool(text or status or column),
    }
    return page(request, "documents.html", "documents", context)
