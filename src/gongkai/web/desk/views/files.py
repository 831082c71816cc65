"""Attachments and relations of a document."""

from collections.abc import Callable

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.law.citation import quoted
from gongkai.law.errors import LawError
from gongkai.law.facts import RelationKind
from gongkai.web.desk.pages.relating import RELATION_WORDS, targets_found
from gongkai.web.desk.views.document import document_page
from gongkai.web.desk.views.door import screen, status_of, who
from gongkai.web.desk.views.finding_documents import document_for
from gongkai.web.library import actions
from gongkai.web.library import queries as library
from gongkai.web.library.models import Attachment, Document, Relation


@require_POST
@screen
def attach(request: HttpRequest, code: str) -> HttpResponse:
    """Add files to a draft: those that can be taken are, each refusal is said."""
    document = document_for(who(request), code)
    uploads = request.FILES.getlist("files")
    refusals, taken = [], 0
    for upload in uploads:
        try:
            actions.attach(who(request), document, upload.name or "附件", upload.read())
            taken += 1
        except LawError as refusal:
            refusals.append(refusal)
    if not uploads:
        refusals.append(LawError("还没有选择文件；请选一个或几个文件，再按“添加附件”。"))
    if refusals:
        said = (f"已添加{taken}个。" if taken else "") + "".join(str(refusal) for refusal in refusals)
        return document_page(request, document, {"refusal": said}, status_of(refusals[0]))
    messages.success(request, f"已添加{taken}个附件。")
    return _back(document.code, "files")


@require_POST
@screen
def detach(request: HttpRequest, number: int) -> HttpResponse:
    """Take a file off a draft."""
    attachment = _attachment(request, number)
    return _acted(
        request,
        attachment.document,
        "files",
        f"附件“{attachment.name}”已移除；以前各稿仍记着它。",
        lambda: actions.detach(who(request), attachment),
    )


@screen
def file(request: HttpRequest, number: int) -> HttpResponse:
    """The bytes of an attachment, for those who may see its document."""
    attachment = _attachment(request, number)
    path = library.path_of(attachment)
    if not path.exists():
        raise Http404
    response = FileResponse(path.open("rb"), as_attachment=True, filename=attachment.name)
    response.headers["Content-Type"] = attachment.media_type
    return response


@require_POST
@screen
def relate(request: HttpRequest, code: str) -> HttpResponse:
    """Say how this document stands to another."""
    document = document_for(who(request), code)
    try:
        kind = RelationKind(request.POST.get("kind", ""))
        target = library.document(request.POST.get("target", ""))
    except (ValueError, Document.DoesNotExist):
        return document_page(request, document, {"refusal": "请先查找并选一份已公开的文件，再选关系。"}, 422)
    said = f"已注明：本文件{RELATION_WORDS[kind][0]}{quoted(target.title)}。"
    return _acted(
        request, document, "relations", said, lambda: actions.relate(who(request), document, kind, target)
    )


@require_POST
@screen
def unrelate(request: HttpRequest, number: int) -> HttpResponse:
    """Take a relation back."""
    try:
        relation = Relation.objects.select_related("source__body", "target").get(pk=number)
    except Relation.DoesNotExist as missing:
        raise Http404 from missing
    document = document_for(who(request), relation.source.code)
    said = f"已取消与{quoted(relation.target.title)}的关系。"
    return _acted(request, document, "relations", said, lambda: actions.unrelate(who(request), relation))


@screen
def relation_targets(request: HttpRequest, code: str) -> HttpResponse:
    """The part of the page that lists what was found to relate to."""
    document = document_for(who(request), code)
    find = request.GET.get("find", "").strip()
    context = {
        "document": document,
        "find": find,
        "found": targets_found(find, document),
        "relation_kinds": [(kind.value, RELATION_WORDS[kind][0]) for kind in RelationKind],
    }
    return render(request, "desk/parts/targets.html", context)


def _acted(
    request: HttpRequest, document: Document, part: str, said: str, act: Callable[[], object]
) -> HttpResponse:
    """Do an act on a document and go back to its part of the page, or say why it was refused."""
    try:
        act()
    except LawError as refusal:
        return document_page(request, document, {"refusal": str(refusal)}, status_of(refusal))
    messages.success(request, said)
    return _back(document.code, part)


def _back(code: str, part: str) -> HttpResponse:
    return redirect(f"{reverse('desk:document', args=[code])}#{part}")


def _attachment(request: HttpRequest, number: int) -> Attachment:
    try:
        attachment = Attachment.objects.select_related("document__body").get(pk=number)
    except Attachment.DoesNotExist as missing:
        raise Http404 from missing
    attachment.document = document_for(who(request), attachment.document.code)
    return attachment
