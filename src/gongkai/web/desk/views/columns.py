"""The tree of columns and what each must hold."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gongkai.law.errors import LawError
from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import law
from gongkai.web.desk import queries
from gongkai.web.desk.forms.columns import OutboundForm
from gongkai.web.desk.forms.faults import put_faults
from gongkai.web.desk.pages.column_tree import Branch, tree_of
from gongkai.web.desk.views.door import page, screen, status_of, who
from gongkai.web.library import queries as library
from gongkai.web.library.actions import set_outbound_url
from gongkai.web.library.models import Column
from gongkai.web.library.search import KIND_WORDS
from gongkai.web.org.queries import may


@screen
def columns(request: HttpRequest) -> HttpResponse:
    """栏目与目录."""
    return _answer(request, request.GET.get("column", ""), OutboundForm())


@screen
def outbound(request: HttpRequest, code: str) -> HttpResponse:
    """Set where an outbound column leads."""
    form = OutboundForm(request.POST)
    if request.method == "POST" and form.is_valid():
        column = _column(library.columns(), code)
        try:
            set_outbound_url(who(request), column, form.cleaned_data["outbound_url"])
        except LawError as refusal:
            put_faults(form, refusal, "outbound_url")
            return _answer(request, code, form, status_of(refusal))
        messages.success(request, f"“{column.name}”现在转到 {form.cleaned_data['outbound_url']}。")
        return redirect(f"{reverse('desk:columns')}?column={code}")
    return _answer(request, code, form, 422)


def _answer(request: HttpRequest, code: str, form: OutboundForm, status: int = 200) -> HttpResponse:
    everything = list(library.columns())
    branches = tree_of(everything, queries.kept_by_column(), queries.duties_for(who(request)))
    context = {
        "branches": branches,
        "leaves": [branch for branch in branches if branch.column.is_leaf],
        "total": sum(branch.kept.count for branch in branches if branch.level == 1),
        "edition": next((column.item.edition for column in everything if column.item), None),
        "form": form,
        **_chosen(request, branches, code),
    }
    return page(request, "columns.html", "columns", context, status=status)


def _chosen(request: HttpRequest, branches: list[Branch], code: str) -> dict[str, object]:
    if not code:
        return {"chosen": None}
    chosen = next((branch for branch in branches if branch.column.code == code), None)
    if chosen is None:
        raise Http404
    column, person = chosen.column, who(request)
    reading = law.time_limit(column.item.time_limit_text) if column.item else None
    return {
        "chosen": chosen,
        "kind_word": KIND_WORDS[column.kind] if column.kind else "",
        "reading": reading,
        "is_outbound": column.kind is ColumnKind.OUTBOUND_LINK,
        "may_administer": may(person, Role.ADMINISTRATOR, column.body),
    }


def _column(everything: list[Column], code: str) -> Column:
    for column in everything:
        if column.code == code:
            return column
    raise Http404
