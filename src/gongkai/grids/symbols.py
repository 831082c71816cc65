"""Signs that Office files write in ways of their own."""

from gongkai.law.patterns import lazy

_ESCAPED = lazy(r"_x([0-9A-Fa-f]{4})_")

# 勾选栏里常用字体“Wingdings”画勾和方框：字面是R、P、ü之类，人看到的是☑、√
_SIGNS = {
    "Wingdings": {
        "l": "●", "m": "○", "n": "■", "o": "□", "p": "□", "q": "□", "r": "□", "\xa8": "□", "\xa1": "○",
        "\xfb": "×", "\xfc": "√", "\xfd": "☒", "\xfe": "☑", "u": "◆",
    },
    "Wingdings 2": {
        "O": "×", "P": "√", "Q": "☒", "R": "☑", "S": "☒", "T": "☒", "\xa2": "■", "\xa3": "□", "\x97": "●",
    },
}  # fmt: skip


def drawn(text: str, font: str) -> str:
    """The text as its symbol font draws it; signs that we do not know stay as they are."""
    signs = _SIGNS.get(font)
    if signs is None:
        return text
    return "".join(signs.get(_own_code(sign), sign) for sign in text)


def _own_code(sign: str) -> str:
    """Symbol fonts are also addressed at U+F000 and above."""
    return chr(ord(sign) - 0xF000) if 0xF000 <= ord(sign) <= 0xF0FF else sign


def unescaped(text: str) -> str:
    """Signs that XML cannot hold are written _x000D_ in a workbook."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda code: _sign(int(code[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _sign(code: int) -> str:
    """Halves of a surrogate pair and control signs are left out."""
    return "" if 0xD800 <= code < 0xE000 or (code < 32 and code not in (9, 10, 13)) else chr(code)
