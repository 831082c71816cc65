"""New documents: choose a column, read a file, keep a draft."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.law.citation import quoted
from gongkai.law.errors import LawError
from gongkai.law.facts import RelationKind
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.desk import queries
from gongkai.web.desk.forms.document import (
    MARK,
    DocumentForm,
    as_text,
    initial_from,
    marks_in,
    marks_of,
)
from gongkai.web.desk.forms.faults import put_faults
from gongkai.web.desk.forms.word import WordFile, word_file
from gongkai.web.desk.pages.choosing import choices_of
from gongkai.web.desk.pages.relating import Target, target_of, targets_for
from gongkai.web.desk.views.door import page, screen, status_of, who, with_editor
from gongkai.web.library import queries as library
from gongkai.web.library.actions import draft, relate
from gongkai.web.library.models import Column, Document
from gongkai.web.library.plan import relation_for


@screen
def new(request: HttpRequest) -> HttpResponse:
    """新建文件：先选栏目或先放文件，再核对各栏。"""
    code = request.POST.get("column") or request.GET.get("column", "")
    if not code:
        return _choose_or_read(request)
    column = _open_column(code)
    does = request.POST.get("does", "")
    if request.method != "POST":
        return _form(request, column, DocumentForm(column))
    if does == "save":
        return _save(request, column)
    if does == "read":
        return _read(request, column)
    return _form(request, column, DocumentForm(column, initial=_carried(request)))


def _choose_or_read(request: HttpRequest) -> HttpResponse:
    """The first page: columns to choose from, and a place for a file."""
    carried: dict[str, str] = {}
    fault, file = "", None
    if request.method == "POST":
        try:
            file = _uploaded(request)
            carried = {name: as_text(value) for name, value in initial_from(file).items()}
            carried |= {f"{MARK}{name}": mark for name, mark in marks_of(file).items()}
        except LawError as refusal:
            fault = str(refusal)
    context = {
        "asked_column": request.GET.get("columns", ""),
        "choices": choices_of(library.leaf_columns(), request.GET.get("columns", "")),
        "usual": queries.usual_columns(who(request)),
        "carried": carried,
        "file": file,
        "fault": fault,
    }
    return page(request, "new.html", "new", context, status=422 if fault else 200)


def _read(request: HttpRequest, column: Column) -> HttpResponse:
    try:
        file = _uploaded(request)
    except LawError as refusal:
        form = DocumentForm(column, initial=_carried(request))
        return _form(request, column, form, file_fault=str(refusal), status=422)
    initial = _carried(request) | initial_from(file)
    return _form(request, column, DocumentForm(column, initial=initial), file=file)


def _save(request: HttpRequest, column: Column) -> HttpResponse:
    form = DocumentForm(column, request.POST)
    if not form.is_valid():
        return _form(request, column, form, status=422)
    person = who(request)
    try:
        document = draft(person, column, form.written())
    except LawError as refusal:
        put_faults(form, refusal)
        return _form(request, column, form, status=status_of(refusal))
    _relate(request, document)
    messages.success(request, f"{quoted(document.title)}已存为草稿，检查结果在右边；补齐以后可以送审。")
    return redirect("desk:document", document.code)


def _relate(request: HttpRequest, document: Document) -> None:
    """The relation that came with the form; when it cannot be made the draft stands and says why."""
    target = request.POST.get("target", "")
    if not target:
        return
    try:
        kind = RelationKind(request.POST.get("kind", ""))
        relate(who(request), document, kind, library.document(target))
    except (ValueError, Document.DoesNotExist) as refusal:
        sentence = (
            str(refusal) if isinstance(refusal, LawError) else "没有找到要关联的文件，请在下面重新添加关系。"
        )
        messages.warning(request, sentence)


def _form(
    request: HttpRequest,
    column: Column,
    form: DocumentForm,
    *,
    file: WordFile | None = None,
    file_fault: str = "",
    status: int = 200,
) -> HttpResponse:
    marks = {f"{MARK}{name}": mark for name, mark in marks_of(file).items()} if file else {}
    carried = marks or {key: value for key, value in request.POST.items() if key.startswith(MARK)}
    query = request.POST.copy()
    query.update(marks)
    wanted = relation_for(column)
    context = {
        "column": column,
        "form": form,
        "marks": marks_in(query),
        "hidden": carried,
        "file": file,
        "file_fault": file_fault,
        "wanted": wanted,
        "targets": targets_for(column) if wanted else (),
        "target": _target(request),
        "kind": request.POST.get("kind") or request.GET.get("kind") or (wanted.kind if wanted else ""),
        "keeps": f"new-{column.code}",
    }
    return with_editor(page(request, "new_form.html", "new", context, status=status))


def _target(request: HttpRequest) -> Target | None:
    code = request.POST.get("target") or request.GET.get("target", "")
    return target_of(code) if code else None


def _uploaded(request: HttpRequest) -> WordFile:
    upload = request.FILES.get("file")
    if upload is None:
        raise LawError("还没有选择文件；请选一个 DOCX 文件，或者直接选栏目填写。")
    return word_file(upload.name or "文件", upload.read())


def _carried(request: HttpRequest) -> dict[str, str]:
    return {key: str(value) for key, value in request.POST.items() if not key.startswith(MARK)}


def _open_column(code: str) -> Column:
    try:
        column = library.column(code)
    except Column.DoesNotExist as missing:
        raise Http404 from missing
    if not column.is_leaf:
        raise LawError(f"“{column.name}”下面还有栏目，文件要放在最末一级栏目里。")
    if column.kind is ColumnKind.OUTBOUND_LINK:
        raise LawError(f"“{column.name}”是转链栏目，只链接到别的网站，不放文件。")
    return column
