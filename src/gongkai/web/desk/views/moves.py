"""Moving a document: submit, withdraw, reopen, set validity."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gongkai.law.errors import Faults, LawError
from gongkai.law.review import Status
from gongkai.web.desk.forms.faults import put_faults
from gongkai.web.desk.forms.review import ReasonForm
from gongkai.web.desk.views.document import document_page
from gongkai.web.desk.views.door import screen, status_of, who
from gongkai.web.desk.views.finding_documents import document_for
from gongkai.web.library import actions, review
from gongkai.web.library import queries as library
from gongkai.web.library.models import VALIDITY_WORDS, Column, Document, Validity


@require_POST
@screen
def submit(request: HttpRequest, code: str) -> HttpResponse:
    """送初审."""
    document = document_for(who(request), code)
    try:
        submitted = actions.submit(who(request), document)
    except Faults as refusal:
        sentence = f"还不能送初审：有{len(refusal.faults)}项必须处理，都列在检查结果里。"
        return document_page(request, document, {"refusal": sentence}, 422)
    except LawError as refusal:
        return document_page(request, document, {"refusal": str(refusal)}, status_of(refusal))
    messages.success(request, f"已送初审，{_by_whom(request, submitted)}。")
    return redirect("desk:document", code)


@require_POST
@screen
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """撤下."""
    document = document_for(who(request), code)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return document_page(request, document, {"reason_form": form}, 422)
    try:
        actions.withdraw(who(request), document, form.cleaned_data["reason"])
    except LawError as refusal:
        put_faults(form, refusal, "reason")
        context = {"reason_form": form, "refusal": str(refusal)}
        return document_page(request, document, context, status_of(refusal))
    messages.success(request, "已撤下，网页几秒内改为“本文件已经撤下”。")
    return redirect("desk:document", code)


@require_POST
@screen
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """重新起草."""
    document = document_for(who(request), code)
    try:
        actions.reopen(who(request), document)
    except LawError as refusal:
        return document_page(request, document, {"refusal": str(refusal)}, status_of(refusal))
    messages.success(request, "已改为草稿，改好以后重新送审；再公开时索引号不变。")
    return redirect("desk:document", code)


@require_POST
@screen
def validity(request: HttpRequest, code: str) -> HttpResponse:
    """改有效性."""
    document = document_for(who(request), code)
    by = request.POST.get("by", "").strip()
    try:
        value = _validity(request.POST.get("validity", ""))
        actions.set_validity(who(request), document, value, by=_one_document(by))
    except LawError as refusal:
        context = {"validity_fault": str(refusal), "validity_by": by}
        return document_page(request, document, context, status_of(refusal))
    messages.success(request, f"有效性已改为“{VALIDITY_WORDS[value]}”，网页几秒内更新。")
    return redirect("desk:document", code)


@require_POST
@screen
def change_column(request: HttpRequest, code: str) -> HttpResponse:
    """换栏目."""
    document = document_for(who(request), code)
    try:
        moved = actions.move(who(request), document, library.column(request.POST.get("column", "")))
    except Column.DoesNotExist:
        return document_page(request, document, {"refusal": "请选一个栏目，再按“换栏目”。"}, 422)
    except LawError as refusal:
        return document_page(request, document, {"refusal": str(refusal)}, status_of(refusal))
    messages.success(request, f"已移到“{moved.column.name}”，请按新栏目补齐各栏。")
    return redirect("desk:document", code)


def _validity(text: str) -> Validity:
    try:
        return Validity(text)
    except ValueError as unknown:
        raise LawError("请从有效、已修改、废止、失效中选一个。") from unknown


def _one_document(text: str) -> Document | None:
    """The published document with this number or title. Errors: none, or several."""
    if not text:
        return None
    found = Document.objects.filter(Q(document_number=text) | Q(title=text), status=Status.PUBLISHED)[:2]
    if len(found) == 1:
        return found[0]
    what = "不止一份" if found else "没有"
    raise LawError(f"{what}已公开的文件的文号或标题是“{text}”，请写全文号，例如示政发〔2026〕18号。")


def _by_whom(request: HttpRequest, document: Document) -> str:
    """Who has the next word on a document, in a sentence's end."""
    stages = review.standing(who(request), document).stages
    names = next((stage.who for stage in stages if stage.state == "current"), ())
    return f"由{'、'.join(names)}办理" if names else "还没有可以办理的人，请管理员授权"
