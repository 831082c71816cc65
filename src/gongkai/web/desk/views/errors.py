"""Pages for what went wrong, in Chinese, without a trace."""

import errno
import sys
from dataclasses import dataclass

from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
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


UNKNOWN_HOST = Wrong(
    400,
    "不认识这个网址",
    "网址里的主机名不在本站的名单里。",
    "请核对网址；如果本站就用这个主机名，请管理员把它写进环境变量 GONGKAI_HOSTS，再重新启动。",
)
NULL_CHARACTER = Wrong(
    400,
    "内容里有空字符",
    "填写的内容或网址里有一个看不见的空字符，没有保存任何东西。",
    "它多半是从别处粘贴进来的：请返回上一页，删去那一处重新填写。",
)
ONLY_BY_FORM = Wrong(
    405,
    "这个地址不能直接打开",
    "这是一步操作的地址，只能在页面上按按钮，没有做任何改动。",
    "请回到原来的页面，再按一次按钮。",
)
TOO_BIG = Wrong(
    413,
    "内容太大",
    "这次送来的内容超过20 MB，没有保存任何东西；多半是正文里直接贴进了图片。",
    "请返回上一页，把图片和大表格从正文里拿掉，作为附件添加，再保存。",
)
JAMMED = Wrong(
    503,
    "数据库一时腾不开",
    "别的程序正占着数据库，这一步没有完成，已保存的内容不受影响。",
    "请稍后再试一次；如果一直这样，请告诉系统管理员。",
)
FULL = Wrong(
    507,
    "磁盘已满",
    "服务器的磁盘已满，这一步没有完成，已保存的内容不受影响。",
    "请告诉系统管理员清理或扩大磁盘，再试一次。",
)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _error(request, UNKNOWN_HOST if isinstance(exception, DisallowedHost) else BAD_REQUEST)


def null_character(request: HttpRequest) -> HttpResponse:
    """400 because of a character that nothing can keep."""
    return _error(request, NULL_CHARACTER)


def only_by_form(request: HttpRequest, allowed: str) -> HttpResponse:
    """405 for an address that a form sends to; the way back is the page that held the form."""
    parent = request.path.rstrip("/").rpartition("/")[0] + "/"
    holds_form = request.path.startswith((reverse("desk:documents"), reverse("desk:people")))
    way_back = (parent, "回到原来的页面") if holds_form else ("", "")
    response = _error(request, ONLY_BY_FORM, *way_back)
    response.headers["Allow"] = allowed
    return response


def too_big(request: HttpRequest) -> HttpResponse:
    """413."""
    return _error(request, TOO_BIG)


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
    """500, or what the machine lacks: 503 for a database in use, 507 for a full disk."""
    fault = sys.exc_info()[1]
    if isinstance(fault, OSError) and fault.errno in _FULL:
        return _error(request, FULL)
    if isinstance(fault, DatabaseError):
        words = str(fault)
        if "disk is full" in words or getattr(fault.__cause__, "sqlstate", "") == "53100":
            return _error(request, FULL)
        if "is locked" in words:
            return _error(request, JAMMED)
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
