"""People, bodies, and who holds which role."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.law.errors import LawError
from gongkai.law.review import ROLE_WORDS, Role
from gongkai.web.desk.forms.faults import put_faults
from gongkai.web.desk.forms.people import GrantForm, PersonForm
from gongkai.web.desk.views.door import page, screen, status_of, who
from gongkai.web.org import actions
from gongkai.web.org import queries as org
from gongkai.web.org.models import Body, Person


@screen
def people(request: HttpRequest) -> HttpResponse:
    """人员与单位."""
    return _people_page(request)


@sensitive_post_parameters("password")
@require_POST
@screen
def create(request: HttpRequest) -> HttpResponse:
    """增加人员."""
    form = PersonForm(request.POST, _administered(request))
    if not form.is_valid():
        return _people_page(request, {"form": form}, 422)
    given = form.cleaned_data
    try:
        created = actions.create_person(
            who(request),
            given["username"],
            given["name"],
            _body(given["body"]),
            given["password"],
            office=given["office"],
        )
    except LawError as refusal:
        put_faults(form, refusal)
        return _people_page(request, {"form": form}, status_of(refusal))
    messages.success(request, f"已增加{created.name}（{created.username}），请接着授予角色。")
    return redirect("desk:person", created.username)


@screen
def person(request: HttpRequest, username: str) -> HttpResponse:
    """One person: roles, granting, password, leaving."""
    return _person_page(request, _person(username))


@require_POST
@screen
def grant(request: HttpRequest, username: str) -> HttpResponse:
    """授予角色."""
    whom = _person(username)
    form = GrantForm(request.POST, _administered(request))
    if not form.is_valid():
        return _person_page(request, whom, {"form": form}, 422)
    return _done(
        request,
        whom,
        f"已授予{whom.name}“{ROLE_WORDS[form.chosen]}”角色。",
        lambda: actions.grant(who(request), whom, form.chosen, _body(form.cleaned_data["body"])),
    )


@require_POST
@screen
def revoke(request: HttpRequest, username: str) -> HttpResponse:
    """撤销角色."""
    whom = _person(username)
    role, body = request.POST.get("role", ""), request.POST.get("body", "")
    if role not in set(Role):
        raise LawError("请从这个人现有的角色中选一个撤销。")
    said = f"已撤销{whom.name}的“{ROLE_WORDS[Role(role)]}”角色。"
    return _done(request, whom, said, lambda: actions.revoke(who(request), whom, Role(role), _body(body)))


@require_POST
@screen
def deactivate(request: HttpRequest, username: str) -> HttpResponse:
    """停用."""
    whom = _person(username)
    said = f"{whom.name}已停用，不能再登录；以前的记录都保留。"
    return _done(request, whom, said, lambda: actions.deactivate(who(request), whom))


@sensitive_post_parameters("password")
@require_POST
@screen
def password(request: HttpRequest, username: str) -> HttpResponse:
    """改密码."""
    whom = _person(username)
    said = f"{whom.name}的密码已更改。"
    new = request.POST.get("password", "")

    def change() -> None:
        actions.set_password(who(request), whom, new)
        if whom.pk == who(request).pk:
            update_session_auth_hash(request, whom)

    return _done(request, whom, said, change)


def _done(request: HttpRequest, whom: Person, said: str, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except LawError as refusal:
        return _person_page(request, whom, {"refusal": str(refusal)}, status_of(refusal))
    messages.success(request, said)
    return redirect("desk:person", whom.username)


def _people_page(
    request: HttpRequest, extra: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    text = request.GET.get("q", "").strip()
    everybody = list(org.people())
    shown = [one for one in everybody if text in one.name or text in one.username]
    bodies = list(org.bodies())
    administered = _administered(request)
    context = {
        "people": shown,
        "everybody": len(everybody),
        "bodies": [(body, sum(one.body_id == body.pk for one in everybody)) for body in bodies],
        "text": text,
        "may_administer": bool(administered),
        "form": PersonForm(None, administered),
        **(extra or {}),
    }
    return page(request, "people.html", "people", context, status=status)


def _person_page(
    request: HttpRequest, whom: Person, extra: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    administered = _administered(request)
    context = {
        "whom": whom,
        "grants": whom.grants.select_related("body"),
        "form": GrantForm(None, administered),
        "may_administer": whom.body is not None and whom.body in administered,
        "is_me": whom.pk == who(request).pk,
        **(extra or {}),
    }
    return page(request, "person.html", "people", context, status=status)


def _administered(request: HttpRequest) -> list[Body]:
    return [body for body in org.bodies() if org.may_administer(who(request), body)]


def _person(username: str) -> Person:
    try:
        return org.people().get(username=username)
    except Person.DoesNotExist as missing:
        raise Http404 from missing


def _body(code: str) -> Body:
    try:
        return org.bodies().get(code=code)
    except Body.DoesNotExist as missing:
        raise LawError("没有这个单位，请刷新后重新选择。") from missing
