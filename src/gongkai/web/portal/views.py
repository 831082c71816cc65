"""Doors for citizens: search, and the baked files themselves."""

import mimetypes
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from gongkai.web.library.search import Question, Sort, search
from gongkai.web.portal.pages import printing
from gongkai.web.portal.pages.assets import assets

CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
# 页面只用自己的样式和脚本，不加载外站内容。
POLICY = (
    "default-src 'self'; img-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'"
)
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
LONGEST_TEXT = 200


@require_safe
def search_results(request: HttpRequest) -> HttpResponse:
    """What is found for the words and filters in the address."""
    answer = search(_question(request))
    response = HttpResponse(printing.results(printing.Press(), answer))
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = ASK_AGAIN
    return response


def _question(request: HttpRequest) -> Question:
    said = request.GET
    year, page = said.get("year", ""), said.get("page", "")
    return Question(
        text=said.get("q", "")[:LONGEST_TEXT],
        column=said.get("column", "")[:20],
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        kind=said.get("kind", "")[:40],
        validity=said.get("validity", "")[:10],
        page=int(page) if page.isascii() and page.isdigit() and len(page) <= 4 else 1,
        sort=Sort.DATE if said.get("sort") == "date" else Sort.RELEVANCE,
    )


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """That the server answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def site_file(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """A file of the static site, for a machine without nginx; what is not there gets the site's 404 page."""
    file = _resolved(path)
    if file is None:
        return _asset(request, path) or _not_found()
    if file.is_dir():
        if path and not path.endswith("/"):
            return HttpResponsePermanentRedirect("/" + quote(path.strip("/")) + "/")
        file = file / "index.html"
    if not file.is_file():
        return _not_found()
    return _sent(request, file)


def _resolved(path: str) -> Path | None:
    """The file an address names, or None where it leads out of the site or to a hidden file."""
    root = Path(settings.SITE_DIR).resolve()
    if "\0" in path or "\\" in path or any(part.startswith(".") for part in path.split("/")):
        return None
    try:
        file = (root / path.lstrip("/")).resolve()
        return file if file.is_relative_to(root) and file.exists() else None
    except OSError:
        return None


def _asset(request: HttpRequest, path: str) -> HttpResponse | None:
    """The style sheet and script of this version, before the first bake too."""
    asset = next((one for one in assets().values() if one.path == f"/{path}"), None)
    if asset is None:
        return None
    response = HttpResponse(asset.content, content_type=CONTENT_TYPES[Path(asset.name).suffix])
    response["Cache-Control"] = FOREVER
    return response


def _sent(request: HttpRequest, file: Path) -> HttpResponseBase:
    state = file.stat()
    tag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
    if _is_unchanged(request, tag, int(state.st_mtime)):
        return _headed(HttpResponse(status=304), file, tag, state.st_mtime)
    zipped = file.with_name(file.name + ".gz")
    sends_zipped = "gzip" in request.headers.get("Accept-Encoding", "") and zipped.is_file()
    # FileResponse 按扩展名猜类型，附件的名字用来下载；这里类型自己定。
    response = FileResponse((zipped if sends_zipped else file).open("rb"), content_type=_content_type(file))
    if sends_zipped:
        response["Content-Encoding"] = "gzip"
    return _headed(response, file, tag, state.st_mtime)


def _headed(response: HttpResponseBase, file: Path, tag: str, moment: float) -> HttpResponseBase:
    response["ETag"] = tag
    response["Last-Modified"] = http_date(moment)
    patch_vary_headers(response, ["Accept-Encoding"])
    folder = file.relative_to(Path(settings.SITE_DIR).resolve()).parts[0]
    response["Cache-Control"] = FOREVER if folder in {"assets", "files"} else ASK_AGAIN
    response["Content-Security-Policy"] = POLICY
    return response


def _is_unchanged(request: HttpRequest, tag: str, moment: int) -> bool:
    if known := request.headers.get("If-None-Match"):
        return tag in {one.strip().removeprefix("W/") for one in known.split(",")}
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and moment <= since


def _content_type(file: Path) -> str:
    known = CONTENT_TYPES.get(file.suffix.lower())
    return known or mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def _not_found() -> HttpResponse:
    page = Path(settings.SITE_DIR) / "404.html"
    content = page.read_bytes() if page.is_file() else "没有找到这一页。".encode()
    return HttpResponse(content, status=404, headers={"Content-Security-Policy": POLICY})
