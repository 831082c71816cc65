"""Text as it may stand on the site: safe HTML, tables kept."""

import re
from html import escape

import nh3

# Images stand on this server as attachments: a picture inside the text itself (data:) could be neither
# checked nor found again, and one from elsewhere would tell a stranger who reads here.
OWN_IMAGE = re.compile(r"/files/[0-9a-f]{16}/[^?#]+")

TAGS = {
    "a", "b", "blockquote", "br", "caption", "code", "col", "colgroup", "dd", "div", "dl", "dt", "em",
    "figcaption", "figure", "h2", "h3", "h4", "h5", "hr", "i", "img", "li", "ol", "p", "pre", "s", "section",
    "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
_CELL = {"colspan", "rowspan", "align", "style"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": _CELL,
    "th": _CELL | {"scope"},
    "tr": {"align"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "type"},
    "p": {"align", "style"},
    "div": {"align", "style"},
    "h2": {"style"},
    "h3": {"style"},
    "h4": {"style"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
_HEADING = re.compile(r"<(/?)h1\b", re.IGNORECASE)
_EMPTY_IMAGE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
# The cleaner's work grows with the square of the depth, while the database waits for it.
DEPTH_LIMIT = 400
_VOID_OR_CLOSED_BY_THE_NEXT = {
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
}  # fmt: skip
_OPEN_OR_CLOSE = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")


def sanitised(text: str) -> str:
    """The text with nothing left that a browser could be harmed by; plain lines become paragraphs.

    Tables, merged cells, alignment, lists and links stay; the page has its own first heading, so h1
    becomes h2.
    """
    if not _TAG.search(text):
        return _paragraphs(text)
    clean = nh3.clean(
        _HEADING.sub(r"<\1h2", text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        filter_style_properties={"text-align", "text-indent"},
    )
    return _EMPTY_IMAGE.sub("", clean).strip()


def is_too_deep(text: str) -> bool:
    """Whether elements stand inside one another deeper than any official text has them."""
    depth = 0
    for match in _OPEN_OR_CLOSE.finditer(text):
        if match.group(2).lower() in _VOID_OR_CLOSED_BY_THE_NEXT:
            continue
        depth += -1 if match.group(1) else 1
        if depth > DEPTH_LIMIT:
            return True
        depth = max(depth, 0)
    return False


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if tag == "img" and attribute == "src" and not OWN_IMAGE.fullmatch(value):
        return None
    if attribute == "style" and not value.strip():
        return None
    return value


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)
