"""Signing in and out, and the lock after too many faults."""

from datetime import datetime, timedelta
from math import ceil
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.web.desk.views.door import STRICT


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page of signing in; a wrong account and a wrong password are answered alike."""
    target = _target(request)
    if request.method != "POST":
        return redirect(target) if request.user.is_authenticated else _form(request, target)
    credentials = {"username": request.POST.get("username", "").strip()[:40]}
    if AxesProxyHandler.is_locked(request, credentials):
        return locked_out(request, None, credentials)
    person = authenticate(request, **credentials, password=request.POST.get("password", ""))
    if person is None:
        return _form(request, target, credentials["username"], _fault(request, credentials), status=422)
    login(request, person)
    return redirect(target)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave the desk."""
    logout(request)
    return redirect("desk:sign-in")


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any]
) -> HttpResponse:
    """The page of a locked account: until when, and how long still."""
    username = credentials.get("username", "")
    until, now = _locked_until(request, username)
    minutes = max(1, ceil((until - now) / timedelta(minutes=1)))
    context = {
        "username": username,
        "limit": settings.AXES_FAILURE_LIMIT,
        "until": until,
        "wait": f"{minutes}分钟",
    }
    return _strict(render(request, "desk/locked.html", context, status=429))


def _locked_until(request: HttpRequest, username: str) -> tuple[datetime, datetime]:
    AxesProxyHandler.update_request(request)
    now: datetime = request.axes_attempt_time
    attempts = AccessAttempt.objects.filter(username=username, ip_address=request.axes_ip_address)
    last: datetime = attempts.aggregate(last=Max("attempt_time"))["last"] or now
    cool_off: timedelta = get_cool_off(request)
    return last + cool_off, now


def _fault(request: HttpRequest, credentials: dict[str, str]) -> str:
    left = settings.AXES_FAILURE_LIMIT - AxesProxyHandler.get_failures(request, credentials)
    return f"账号或密码不对。还可以再试{max(left, 1)}次，之后账号会锁定{_minutes()}分钟。"


def _minutes() -> int:
    return round(settings.AXES_COOLOFF_TIME * 60)


def _target(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()):
        return asked
    return reverse("desk:today")


def _form(
    request: HttpRequest, target: str, username: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "next": "" if target == reverse("desk:today") else target,
        "username": username,
        "fault": fault,
        "was_typing": "typing" in request.GET,
        "limit": settings.AXES_FAILURE_LIMIT,
        "minutes": _minutes(),
    }
    return _strict(render(request, "desk/sign_in.html", context, status=status))


def _strict(response: HttpResponse) -> HttpResponse:
    response.headers["Content-Security-Policy"] = STRICT
    return response
