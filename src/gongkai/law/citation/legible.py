"""A text made legible, sign for sign, before it is read."""

import re

from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy

# 镜像网页把拼音夹在字后：条(tiáo)例。只认带声调的，免得吃掉(a)一类的序号。
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ"
_PINYIN = lazy(rf"[（(](?<=[\u4e00-\u9fff].)[a-züê]{{0,5}}[{_TONED}][a-züê]{{0,5}}[）)]")
_SIGNS = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
        **dict.fromkeys("«︽", "《"),
        **dict.fromkeys("»︾", "》"),
        **dict.fromkeys("<＜﹤‹︿", "〈"),
        **dict.fromkeys(">＞﹥›﹀", "〉"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad\u2028\u2029", " "),
    }
)
_ANY_SIGN = lazy(f"[{''.join(map(chr, _SIGNS))}]")
_DOUBLED = (("〈〈", "《 "), ("〉〉", " 》"))
_OUTER = lazy(r"〈〈[^〈〉《》]{2,80}〉〉")


def legible(text: str) -> str:
    """The text with one form for each sign, of the same length, so that spans in it hold for the original.

    Simplified characters, Arabic digits of half width, 《》〈〉 for every kind of title mark; signs that
    nobody sees and pinyin in brackets become spaces.
    """
    plain = simplified(text)
    plain = _PINYIN.sub(lambda found: " " * len(found[0]), plain) if "(" in plain or "（" in plain else plain
    plain = plain.translate(_SIGNS) if _ANY_SIGN.search(plain) else plain
    return _OUTER.sub(_doubled, plain) if "〈〈" in plain else plain


def _doubled(found: re.Match[str]) -> str:
    """<<办法>> is 《办法》 on a keyboard without title marks."""
    words = found[0]
    for twice, once in _DOUBLED:
        words = words.replace(twice, once)
    return words
