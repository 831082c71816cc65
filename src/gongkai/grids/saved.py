"""The page inside a file saved as MHTML (mht, or named .doc)."""

import base64
import binascii
import quopri
import re

from gongkai.grids.refusal import damaged
from gongkai.law.patterns import lazy

_BOUNDARY = lazy(rb'boundary\s*=\s*"?([^"\r\n;]{1,200})', re.IGNORECASE)
_ENCODED = lazy(rb"^content-transfer-encoding:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)
_PAGE = lazy(rb"^content-type:\s*text/html", re.IGNORECASE | re.MULTILINE)
_HEADERS = lazy(
    rb"(?:mime-version|from|subject|date|content-type|snapshot-content-location|x-\w+)\s*:", re.IGNORECASE
)
_MOST_PARTS = 1000
_BLANK_LINE = lazy(rb"\r?\n\r?\n")


def is_saved_page(data: bytes) -> bool:
    """Whether the file begins with the headers of an MHTML file."""
    head = data[:8192].lstrip()
    return bool(_HEADERS.match(head)) and b"mime-version:" in head.lower()


def main_part(data: bytes, name: str) -> bytes:
    """The first page inside an MHTML file, any other file as it is; LawError where no page is inside."""
    if not is_saved_page(data):
        return data
    data = data.lstrip()
    boundary = _BOUNDARY.search(data[:8192])
    parts = data.split(b"--" + boundary[1].rstrip(), _MOST_PARTS) if boundary else [data]
    for part in parts:
        headers, *body = _BLANK_LINE.split(part.lstrip(), maxsplit=1)
        if body and _PAGE.search(headers):
            return _unwrapped(body[0], _ENCODED.search(headers), name)
    raise damaged(name, "保存的网页（mht）")


def _unwrapped(body: bytes, encoded: re.Match[bytes] | None, name: str) -> bytes:
    way = encoded[1].lower() if encoded else b""
    if way == b"quoted-printable":
        return quopri.decodestring(body)
    if way != b"base64":
        return body
    try:
        return base64.b64decode(body)
    except binascii.Error:
        raise damaged(name, "保存的网页（mht）") from None
