"""The way every screen is entered and every refusal is shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.law.errors import Conflict, LawError, NotAllowed
from gongkai.web.desk.pages.shell import shell_of
from gongkai.web.org.models import Person

View = Callable[..., HttpResponse]
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# The editor writes style attributes and an inner frame of its own; only pages that hold it allow that.
EDITOR = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "frame-ancestors", "frame-src 'self'; frame-ancestors"
)

# Official text keeps the alignment of its tables and signatures as style attributes, and nothing else.
TEXT = STRICT.replace("style-src 'self'", "style-src 'self'; style-src-attr 'unsafe-inline'")


def screen(view: View) -> View:
    """A screen of the desk: only for those signed in; a refusal is a sentence with its HTTP status."""

    @wraps(view)
    def entered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        try:
            response = view(request, *args, **kwargs)
        except LawError as refusal:
            response = refused(request, refusal)
        response.headers.setdefault("Content-Security-Policy", STRICT)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return entered


def with_editor(response: HttpResponse) -> HttpResponse:
    """The same answer, for a page that holds the rich text editor."""
    response.headers["Content-Security-Policy"] = EDITOR
    return response


def with_text(response: HttpResponse) -> HttpResponse:
    """The same answer, for a page that shows official text."""
    response.headers["Content-Security-Policy"] = TEXT
    return response


def page(
    request: HttpRequest, template: str, here: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A whole screen in its frame; `here` is the line of the menu that it belongs to."""
    shell = shell_of(who(request))
    return render(request, f"desk/{template}", {"shell": shell, "here": here, **context}, status=status)


def who(request: HttpRequest) -> Person:
    """The person at the desk."""
    assert isinstance(request.user, Person)
    return request.user


def status_of(refusal: LawError) -> int:
    """The HTTP status of a refusal."""
    if isinstance(refusal, NotAllowed):
        return 403
    return 409 if isinstance(refusal, Conflict) else 422


TITLES = {403: "没有权限", 409: "文件已被别人改过", 422: "不能这样办"}


def refused(request: HttpRequest, refusal: LawError) -> HttpResponse:
    """The screen of a refusal that belongs to no field of a form."""
    status = status_of(refusal)
    context = {"title": TITLES[status], "sentence": str(refusal)}
    return page(request, "refused.html", "", context, status=status)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    # What was being typed cannot be posted again after signing in: the browser keeps it, and we go back
    # to the page that holds the form.
    form = request.headers.get("Referer") if request.method == "POST" else None
    target = request.headers.get("HX-Current-URL") or form or request.get_full_path()
    response = redirect_to_login(target, reverse("desk:sign-in"))
    if request.method == "POST":
        response["Location"] += "&typing=1"
    if request.headers.get("HX-Request"):
        response.headers["HX-Redirect"] = response["Location"]
        response.status_code = 204
    return response
