"""Review: what waits for me, and one document to judge."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.law.citation import quoted
from gongkai.law.errors import LawError
from gongkai.law.review import STAGE_WORDS, STATUS_WORDS, Move, Status
from gongkai.web.desk.forms.faults import put_faults
from gongkai.web.desk.forms.review import PassForm, ReasonForm, SecrecyForm
from gongkai.web.desk.pages.document import view_of
from gongkai.web.desk.views.door import page, screen, status_of, who, with_text
from gongkai.web.desk.views.finding_documents import own_document_for
from gongkai.web.library import actions, review
from gongkai.web.library.models import Document
from gongkai.web.library.queries import waiting_for

Opinion = PassForm | SecrecyForm


@screen
def queue(request: HttpRequest) -> HttpResponse:
    """审核：等我办理的文件，等得最久的在前。"""
    return page(request, "review_queue.html", "review", {"waiting": waiting_for(who(request))})


@screen
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One document for review: pass it, or return it with a reason."""
    document = own_document_for(who(request), code)
    if request.method != "POST":
        return _page(request, document, _opinion(document), ReasonForm())
    return _send_back(request, document) if request.POST.get("does") == "back" else _pass(request, document)


def _pass(request: HttpRequest, document: Document) -> HttpResponse:
    before = Status(document.status)
    form = _opinion(document, request)
    if not form.is_valid():
        return _page(request, document, form, ReasonForm(), status=422)
    conclusion = form.conclusion if isinstance(form, SecrecyForm) else form.cleaned_data["conclusion"]
    try:
        passed = actions.approve(who(request), document, conclusion, version=_version(request))
    except LawError as refusal:
        put_faults(form, refusal)
        return _page(request, document, form, ReasonForm(), str(refusal), status_of(refusal))
    messages.success(
        request, f"{quoted(passed.title)}{STAGE_WORDS[before]}通过：{_what_now(request, passed)}。"
    )
    return _next(request)


def _send_back(request: HttpRequest, document: Document) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, document, _opinion(document), form, status=422)
    try:
        actions.send_back(who(request), document, form.cleaned_data["reason"], version=_version(request))
    except LawError as refusal:
        put_faults(form, refusal, "reason")
        return _page(request, document, _opinion(document), form, str(refusal), status_of(refusal))
    messages.success(request, f"{quoted(document.title)}已退回给起草人，理由记入历史。")
    return _next(request)


def _opinion(document: Document, request: HttpRequest | None = None) -> Opinion:
    """The form of the stage at which the document stands."""
    data = request.POST if request else None
    return SecrecyForm(data) if document.status == Status.SECRECY_REVIEW else PassForm(data)


def _page(
    request: HttpRequest,
    document: Document,
    opinion: Opinion,
    reason: ReasonForm,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    person = who(request)
    waiting = [one.code for one in waiting_for(person)]
    place = waiting.index(document.code) if document.code in waiting else None
    view = view_of(person, document)
    context = {
        "document": document,
        "view": view,
        "version": document.versions.defer("fields").latest("number").number,
        "stage_word": STAGE_WORDS.get(Status(document.status), ""),
        "status_word": STATUS_WORDS[Status(document.status)],
        "opinion": opinion,
        "is_secrecy": isinstance(opinion, SecrecyForm),
        "reason": reason,
        "refusal": refusal,
        "approve_refusal": view.standing.refusal(Move.APPROVE),
        "back_refusal": view.standing.refusal(Move.SEND_BACK),
        "attachments": document.attachments.all(),
        "waiting": waiting,
        "place": place,
        "previous": waiting[place - 1] if place else "",
        "following": waiting[place + 1] if place is not None and place + 1 < len(waiting) else "",
        "conclusions": [stage for stage in view.standing.stages if stage.conclusion],
    }
    return with_text(page(request, "review.html", "review", context, status=status))


def _version(request: HttpRequest) -> int | None:
    """The version that the page showed, as its form says."""
    said = request.POST.get("version", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _what_now(request: HttpRequest, document: Document) -> str:
    if document.status == Status.PUBLISHED:
        return f"已公开，索引号{document.index_number}，网页几秒内可见"
    stages = review.standing(who(request), document).stages
    names = "、".join(next((stage.who for stage in stages if stage.state == "current"), ()))
    stage = STAGE_WORDS[Status(document.status)]
    return f"已送{stage}，由{names}办理" if names else f"已送{stage}；还没有可以办理的人，请管理员授权"


def _next(request: HttpRequest) -> HttpResponse:
    """On to the next document that waits, or to the list when none does."""
    waiting = waiting_for(who(request))
    return redirect("desk:review-document", waiting[0].code) if waiting else redirect("desk:review")
