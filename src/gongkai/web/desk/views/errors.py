"""Pages for what went wrong, in Chinese, without a trace."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.web.desk.views.door import STRICT


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a page of an error says."""

    status: int
    title: str
    sentence: str
    advice: str


BAD_REQUEST = Wrong(
    400, "看不懂这个请求", "浏览器送来的内容不完整或者过大，没有保存任何东西。", "请返回上一页，重新填写。"
)
FORBIDDEN = Wrong(
    403, "没有权限", "您没有权限看这一页，或者做这件事。", "如果工作需要，请找本单位的管理员授权。"
)
EXPIRED = Wrong(
    403,
    "页面已经过期",
    "这一页打开得太久，或者您已在别处退出登录，刚才的内容没有保存到服务器。",
    "填写的内容保存在这台电脑的浏览器里，回到刚才的页面就可以恢复。",
)
NOT_FOUND = Wrong(
    404, "没有这一页", "这个地址上没有内容，可能已经移走，也可能地址写错了。", "请检查地址，或者从菜单进入。"
)
FAILED = Wrong(
    500,
    "系统出错",
    "服务器在处理时出了错，这一步没有完成，已保存的内容不受影响。",
    "请稍后再试；如果还是这样，请把出错的时间告诉系统管理员。",
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _error(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _error(request, FORBIDDEN)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 because the form's token no longer fits; the way back is the page that held the form."""
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return _error(request, EXPIRED, came_from, "回到刚才的页面")
    return _error(request, EXPIRED)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _error(request, NOT_FOUND)


def failed(request: HttpRequest) -> HttpResponse:
    """500."""
    return _error(request, FAILED)


def _error(request: HttpRequest, wrong: Wrong, way_back: str = "", word: str = "") -> HttpResponse:
    at_desk = request.path.startswith("/desk")
    context = {
        "title": wrong.title,
        "sentence": wrong.sentence,
        "advice": wrong.advice,
        "way_back": way_back or (reverse("desk:today") if at_desk else "/"),
        "way_back_word": word or ("回到今日待办" if at_desk else "回到首页"),
    }
    response = render(request, "desk/error.html", context, status=wrong.status)
    response.headers["Content-Security-Policy"] = STRICT
    return response
