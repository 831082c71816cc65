"""A document: its page, its editing, its versions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.law.citation import quoted
from gongkai.law.errors import Conflict, LawError
from gongkai.law.facts import RelationKind
from gongkai.law.review import Role, Status
from gongkai.web.audit.queries import lines_about
from gongkai.web.desk.forms.conflict import Clash, clash_of
from gongkai.web.desk.forms.document import DocumentForm, initial_of
from gongkai.web.desk.forms.faults import put_faults
from gongkai.web.desk.forms.review import ReasonForm
from gongkai.web.desk.pages.choosing import choices_of
from gongkai.web.desk.pages.document import difference_between, history_of, view_of
from gongkai.web.desk.pages.relating import RELATION_WORDS, targets_found
from gongkai.web.desk.views.door import page, screen, status_of, who, with_editor, with_text
from gongkai.web.desk.views.finding_documents import document_for, own_document_for
from gongkai.web.library import queries as library
from gongkai.web.library.actions import fields_of, save
from gongkai.web.library.models import VALIDITY_WORDS, Document, Version
from gongkai.web.org.queries import may


@screen
def show(request: HttpRequest, code: str) -> HttpResponse:
    """The page of a document."""
    document = document_for(who(request), code)
    return document_page(request, document)


def document_page(
    request: HttpRequest, document: Document, extra: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The whole page of a document, with what a refused act leaves to be said."""
    person = who(request)
    find = request.GET.get("find", "").strip()
    is_draft = document.status == Status.DRAFT
    may_edit = may(person, Role.EDITOR, document.body) and is_draft
    may_settle = may(person, Role.FINAL_REVIEWER, document.body) and document.status == Status.PUBLISHED
    is_own = library.is_of_own_body(person, document)
    context = {
        "view": view_of(person, document),
        "is_own": is_own,
        "document": document,
        "attachments": document.attachments.all(),
        "relations": library.relations_seen_by(person, document),
        "history": history_of(document.versions.select_related("saved_by")) if is_own else (),
        "acts": lines_about(f"document:{document.code}") if is_own else (),
        "may_edit": may_edit,
        "columns": choices_of(library.leaf_columns(), "") if may_edit and not document.index_number else (),
        "may_relate": may_edit or may_settle,
        "may_settle": may_settle,
        "find": find,
        "found": targets_found(find, document),
        "relation_kinds": [(kind.value, RELATION_WORDS[kind][0]) for kind in RelationKind],
        "validities": [(value.value, word) for value, word in VALIDITY_WORDS.items()],
        "reason_form": ReasonForm(),
        "saved": request.GET.get("saved", ""),
    }
    response = page(request, "document.html", "documents", context | (extra or {}), status=status)
    return with_text(response)


@screen
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Change the fields of a draft; a clash shows what the other changed and keeps what was typed."""
    person = who(request)
    document = document_for(person, code)
    before = fields_of(document)
    if request.method != "POST":
        return _edit_page(request, document, DocumentForm(document.column, initial=initial_of(before)))
    form = DocumentForm(document.column, request.POST)
    if not form.is_valid():
        return _edit_page(request, document, form, status=422)
    try:
        saved = save(person, document, form.written(before), revision=_number(request, "revision"))
    except Conflict as clash:
        return _clashed(request, document, form, str(clash))
    except LawError as refusal:
        put_faults(form, refusal)
        return _edit_page(request, document, form, status=status_of(refusal))
    messages.success(request, f"已保存{quoted(saved.title)}。")
    return redirect("desk:document", code)


def _clashed(request: HttpRequest, document: Document, form: DocumentForm, sentence: str) -> HttpResponse:
    """The page part that shows both: what the other saved, and what was typed here."""
    now = document_for(who(request), document.code)
    base = now.versions.filter(number=_number(request, "version")).first()
    clash = clash_of(sentence, now, base, form)
    again = DocumentForm(now.column, initial=clash.values)
    return _edit_page(request, now, again, clash=clash, status=409)


def _edit_page(
    request: HttpRequest,
    document: Document,
    form: DocumentForm,
    clash: Clash | None = None,
    status: int = 200,
) -> HttpResponse:
    version = document.versions.order_by("-number").first()
    fresh = clash is not None or not form.is_bound
    context: dict[str, Any] = {
        "document": document,
        "form": form,
        "marks": {},
        "clash": clash,
        "revision": document.revision if fresh else _number(request, "revision"),
        "version": version.number if version and fresh else _number(request, "version"),
        "keeps": f"edit-{document.code}",
    }
    return with_editor(page(request, "edit.html", "documents", context, status=status))


@screen
def difference(request: HttpRequest, code: str) -> HttpResponse:
    """Two versions of a document, change by change."""
    document = own_document_for(who(request), code)
    versions = {version.number: version for version in document.versions.select_related("saved_by")}
    after = _version(versions, request.GET.get("to"), max(versions))
    before = versions.get(_whole(request.GET.get("from"), after.number - 1))
    context = {
        "document": document,
        "before": before,
        "after": after,
        "versions": sorted(versions.values(), key=lambda version: -version.number),
        "changes": difference_between(before, after),
    }
    return page(request, "difference.html", "documents", context)


def _version(versions: dict[int, Version], asked: str | None, otherwise: int) -> Version:
    try:
        return versions[_whole(asked, otherwise)]
    except KeyError as missing:
        raise Http404 from missing


def _number(request: HttpRequest, name: str) -> int:
    return _whole(request.POST.get(name), 0)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
