"""Texts as an office file can hold them."""

from gongkai.law.patterns import lazy

# XML cannot carry these; a vertical tab is Word's line break.
_UNWRITABLE = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = lazy(r"\r\n?|\v|\u2028|\u2029")

TITLE_FONT, HEADING_FONT, BODY_FONT = "宋体", "宋体", "仿宋"


def writable(text: str) -> str:
    """The text with line breaks as \\n and without signs that no file can hold."""
    return _UNWRITABLE.sub("", _BREAK.sub("\n", text))


def lines_of(text: str, width: float) -> int:
    """How many lines the text takes in a column of this width, in half-width signs."""
    return sum(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: float) -> int:
    taken = sum(1 if sign.isascii() else 2 for sign in line)
    return max(1, -(-taken // max(int(width) - 1, 2)))
