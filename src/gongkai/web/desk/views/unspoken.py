"""Refusals that Django would leave blank, said in Chinese."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from gongkai.web.desk.views import errors

_DRAINED_AT_MOST = 500 * 1024 * 1024
_CHUNK = 1 << 20


class Spoken:
    """Answers with a page where Django would answer with nothing.

    有话说的拒绝：地址只能提交不能打开（405）、表单过大（413）、内容里有空字符（400）。
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if (length := _too_many(request)) > 0:
            _drain(request, length)
            return errors.too_big(request)
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET":
            return errors.only_by_form(request, response.headers.get("Allow", ""))
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """A null character fits no field and no table: PostgreSQL refuses even to look for it.

        The public site asks no table.
        """
        if not request.path_info.startswith("/desk/"):
            return None
        given = (text for data in (request.GET, request.POST) for texts in data.lists() for text in texts[1])
        if any("\0" in text for text in given if isinstance(text, str)):
            return errors.null_character(request)
        return None


def _too_many(request: HttpRequest) -> int:
    """The bytes of a form that is too big to be read, 0 for any other; files have their own limit."""
    written = request.META.get("CONTENT_LENGTH") or "0"
    length = int(written) if written.isascii() and written.isdigit() else 0
    is_files = request.META.get("CONTENT_TYPE", "").startswith("multipart/")
    return 0 if is_files or length <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE else length


def _drain(request: HttpRequest, length: int) -> None:
    """Take in what is being sent: a browser shows no answer that comes before it has finished."""
    left = min(length, _DRAINED_AT_MOST)
    while left > 0 and (chunk := request.environ["wsgi.input"].read(min(_CHUNK, left))):
        left -= len(chunk)
