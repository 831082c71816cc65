"""Printed words made plain: names, numbers, dittos, notes."""

import re

from gongkai.law import numerals
from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy

_BROKEN = lazy(r"(?<=[^\x00-\xff])\s+(?=[^\x00-\xff])|\s*\n\s*")
_BLANKS = lazy(r"[ \t\u3000]+")
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2474 + i): i + 1 for i in range(20)}
_CIRCLED |= {chr(0x2488 + i): i + 1 for i in range(20)} | {chr(0x3220 + i): i + 1 for i in range(10)}
_ORDINAL = lazy(
    rf"[（(\[【]?\s*(?:第|no\.?)?\s*(?P<first>\d{{1,9}}|[{numerals.CHARACTERS}]{{1,6}})(?P<rest>(?:\s*[.．\-—－]\s*\d{{1,4}})*)"
    r"\s*(?:项|号)?\s*[）)\]】]?\s*[.．、:：,，]?",
    re.IGNORECASE,
)
_DITTO = lazy(r"[（(“]?(?:同上(?:栏|行|格|项)?|同前|″|〃|々|＂|\"|''|’’|”|同上所述)[）)”]?[.。]?")
_DITTO_SIGNS = frozenset("同″〃々＂\"'’”“（(")
_DITTO_BELOW = lazy(r"[（(]?同下(?:栏|行|格|项)?[）)]?[.。]?")
_BELOW_SIGNS = frozenset("同（(")
_DITTO_NUMBER = lazy(r"同(?:第|序号|事项)?\s*(?P<number>\d{1,4})\s*(?:项|号|条)?[.。]?")
_NOTE = lazy(
    r"(?:[*＊※]|注[:：\d一]|备注[:：]?$|备注[:：]|说明[:：]|(?:填[表报写]|编制|有关|特别)?说明[:：]?$|填[表报写]说明"
    r"|填[表报]|审[核批]人|负责人|经办人|联系人|联系电话|制表|编制单位|单位[（(]?(?:盖章|公章)?[）)]?[:：]|[（(]?盖章|签[字章名]"
    r"|附[:：件注]|日期[:：]|时间[:：]|来源[:：]|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?$|第\d+页|共\d+页|-\s*\d+\s*-$)"
)
_TOTAL = lazy(r"(?:合计|总计|共计|小计|总数)[:：]?\s*\d*\s*[项个条]?$")
_TITLE = lazy(r"目录|清单|事项表|一览表|标准指引")
_REMARK_LINE = lazy(r"^[（(].*[）)]$|表示|单位[:：]|^附件|^附表|[:：].*\d|^\d{4}[年./-]|^无$|。$")
_BARE_TITLE = lazy(
    r"(?:第.{1,2}部分|[（(]?[一二三四五六七八九十\d]+[）)、.])?(?:基层)?(?:政务|政府信息)?(?:主动)?(?:公开)?(?:事项|基本|标准)*"
    r"(?:目录|清单)(?:汇编)?(?:[（(].*[）)])?"
)
_BODY = lazy(r"(?:政府|政务公开|[省市县区旗州乡镇局委办厅处所院]|街道|中心|平台|办事处)$")
_COUNTED = lazy(
    r"第?[一二三四五六七八九十]{1,3}(?:、|[.．]|部分|章|类[:：])|[（(][一二三四五六七八九十]{1,3}[）)]"
)
_LONGEST_GROUP = 40


def name(text: str) -> str:
    """A name on one line: line breaks and blanks between Chinese characters are taken out."""
    plain = text.strip()
    return plain if len(plain.split(None, 1)) < 2 else _BLANKS.sub(" ", _BROKEN.sub("", plain))


def number(text: str) -> int | None:
    """The number that a cell of the number column prints; None where it prints none.

    0505 is 505; 1.1 belongs to item 1; （一）, 一、 and ① are 1.
    """
    plain = text.strip()
    if plain.isdigit() and plain.isascii() and len(plain) <= 9:
        return int(plain)
    if plain[:1] in _CIRCLED and len(plain) <= 2:
        return _CIRCLED[plain[0]]
    found = _ORDINAL.fullmatch(simplified(plain)) if len(plain) <= 24 else None
    return numerals.value_of(found["first"]) if found else None


def is_ditto(text: str) -> bool:
    """Whether the cell says: as above."""
    return len(text) <= 8 and text[:1] in _DITTO_SIGNS and bool(_DITTO.fullmatch(text))


def is_ditto_below(text: str) -> bool:
    """Whether the cell says: as below."""
    return text[:1] in _BELOW_SIGNS and len(text) <= 8 and bool(_DITTO_BELOW.fullmatch(text))


def ditto_number(text: str) -> int | None:
    """The item that the cell refers to (同1, 同第3项); None where it refers to none."""
    found = _DITTO_NUMBER.fullmatch(text) if text[:1] == "同" and len(text) <= 10 else None
    return int(found["number"]) if found else None


def refers(text: str) -> bool:
    """Whether the cell stands for another: 同上 or 同3."""
    return text[:1] in _DITTO_SIGNS and (is_ditto(text) or ditto_number(text) is not None)


def is_note(text: str) -> bool:
    """Whether the words are a note, a signature or a page mark and no row of the table."""
    return bool(_NOTE.match(simplified(text)))


def is_signed(text: str) -> bool:
    """Whether the words open a note or a signature (注：, 填报人：), other cells following."""
    return is_note(text) and bool(re.match(r"[^:：]{0,12}[:：]|[*＊※]", text))


def is_total(text: str) -> bool:
    """Whether the words head a row of totals."""
    return bool(_TOTAL.match(simplified(name(text))))


def is_title(text: str) -> bool:
    """Whether a lone line is the title of a catalogue."""
    return len(text) <= 80 and bool(_TITLE.search(simplified(text))) and not _REMARK_LINE.search(text)


def is_bare_title(text: str) -> bool:
    """Whether a title says only that it is one (标准目录), not whose or of what."""
    return bool(_BARE_TITLE.fullmatch(simplified(text)))


def names_a_body(text: str) -> bool:
    """Whether a lone line ends in the name of an office or place, as the first half of a title does."""
    return len(text) <= 30 and bool(_BODY.search(simplified(text)))


def may_be_title(text: str) -> bool:
    """Whether a lone line above the heading may be its title."""
    return len(text) <= 60 and not _REMARK_LINE.search(text) and not is_note(text)


def counts_itself(text: str) -> bool:
    """Whether a name begins with a Chinese ordinal, as headings over rows do (一、, （二）, 第三部分)."""
    return len(text) <= _LONGEST_GROUP and bool(_COUNTED.match(text))


def is_group(text: str) -> bool:
    """Whether a lone line inside the table is short enough to be a name over the rows below it."""
    return len(text) <= _LONGEST_GROUP and not re.search(r"[。；;]", text)
