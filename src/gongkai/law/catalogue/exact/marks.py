"""Ticks and boxes: what is chosen in a cell or a column."""

from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy

_TICKS = frozenset("√✓✔☑■▄●▲★▇█◆☒")
_WEAK_TICKS = frozenset("vV是有Yy1勾对〇")  # 只在打勾的栏里才是勾
_NO_TICKS = frozenset((*"□口☐○×✗✘xX否无Nn0-—/／\\◇", "——"))
LONGEST_SIGN = max(map(len, _TICKS | _WEAK_TICKS | _NO_TICKS))
_ON, _OFF = "■☑✓✔√▄▇█☒▣●◆", "□☐○◇▢"
_SYMBOL_FONT = "tRþn"  # 用符号字体打的方框，换了字体就成了字母
_BOX = lazy(
    rf"[{_ON}{_OFF}]|(?:^|(?<=[^\u4e00-\u9fff]))口(?![岸头径号碑腔])|(?<=[台报端会视体点心站场栏送])口(?=[\u4e00-\u9fff])"
    rf"|(?<![A-Za-z0-9])[{_SYMBOL_FONT}](?=[\u4e00-\u9fff])"
)
_ANY_BOX = lazy(rf"[{_ON}{_OFF}口]")
_EDGES = " \t\r\n　;；:：,，、。."
_GROUPS = (
    (lazy(r"全社会|社会公众|特定.*"), "公开对象"),
    (lazy(r"主动(?:公开)?|依申请(?:公开)?|不予公开"), "公开方式"),
    (lazy(r".{1,8}级"), "公开层级"),
)


def is_tick(text: str, is_tick_column: bool = True) -> bool:
    """Whether the cell is a tick and nothing else; 是 or 1 are one only in a column of ticks."""
    return text in _TICKS or (is_tick_column and text in _WEAK_TICKS)


def is_no_tick(text: str) -> bool:
    """Whether the cell says that nothing is ticked here."""
    return text in _NO_TICKS


def is_list(text: str) -> bool:
    """Whether the cell is a list of boxes with words, ticked or not."""
    boxes = _BOX.findall(text) if _ANY_BOX.search(text) else ()
    return bool(boxes) and (len(boxes) > 1 or text[0] in _ON + _OFF + "口") and any(map(str.isalpha, text))


def ticked(text: str) -> tuple[str, ...]:
    """The words of a list of boxes whose box is ticked, in their order."""
    boxes = list(_BOX.finditer(text))
    ends = [*(box.start() for box in boxes[1:]), len(text)]
    words = ((box[0], text[box.end() : end]) for box, end in zip(boxes, ends, strict=True))
    names = ("".join(word.split()).strip(_EDGES) for sign, word in words if sign in _ON + _SYMBOL_FONT)
    return tuple(dict.fromkeys(name for name in names if name))


def group(heading: str) -> str:
    """The column over a tick column whose own heading says it (全社会 is of 公开对象), or an empty string."""
    plain = "".join(simplified(heading).split())
    return next((name for words, name in _GROUPS if words.fullmatch(plain)), "")
