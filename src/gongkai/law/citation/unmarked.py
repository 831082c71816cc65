"""Titles without any mark: 中华人民共和国预算法（2018修正）."""

from gongkai.law.citation import numbers
from gongkai.law.citation.instruments import Instruments
from gongkai.law.citation.marks import ENDING
from gongkai.law.citation.titles import ISSUERS, ORDINAL, Title, clean_as_written, is_uneven
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_LEAD = lazy(
    r"(?:\s|根据|依据|按照|依照|参照|贯彻落实|贯彻|执行|落实|遵照|以及|和|及|与|或|等|、|，|公开){0,20}"
)
_STOP = lazy(rf"[；;。\n●■◆•○★]|(?<!\d)[】\]]|{ORDINAL}")
_FINE = lazy(r"[、，,]|以及|(?<!共)和|和(?!国)|[及与]|\s(?=[\d（(①-⑳])|\n")
_TITLE = lazy(
    rf"[\u4e00-\u9fff][\u4e00-\u9fff\s〈〉、“”]{{0,80}}?{ENDING}"
    rf"(?=\s{{0,9}}(?:[（(〔【]|$|第[\d〇零一二三四五六七八九十百千]+[章条]|[\u4e00-\u9fff]{{1,8}}[〔﹝\[]\d))"
)
_NUMBERED = lazy(
    r"\s{0,9}[（(][^（()）]{0,30}(?:[〔（(\[﹝]\s{0,9}(?:19|20)\d\d|令\s{0,9}第?\s{0,9}[\d一二三四五六七八九十])"
)
_STATUTE = r"(?:法|条例|办法|规定|细则|规则)"
_STATE = lazy(rf"中华人民共和国[\u4e00-\u9fff]{{2,40}}{_STATUTE}(?:实施{_STATUTE})?$")
_PROVINCE = lazy(
    rf"(?:[\u4e00-\u9fff]{{2,3}}省|[\u4e00-\u9fff]{{2,6}}自治区|北京市|上海市|天津市|重庆市)[\u4e00-\u9fff]{{4,40}}{_STATUTE}$"
)
_ISSUED = "通知|意见|决定|公告|通告|函|批复|方案|规划|纲要|要点|若干规定"
_PAPER = lazy(rf"(?P<issuer>[\u4e00-\u9fff、]{{2,40}})关于.{{4,}}的[\u4e00-\u9fff]{{0,4}}(?:{_ISSUED})$")
_TWO_STATUTES = lazy(r"(?:法|条例)[和及与]")
_VAGUE = lazy(r"等|相关|有关|其他|配套|按照|根据|以下|我|(?<!基)本|各地|各级")
_NUMBERED_PAPER = lazy(rf"[\u4e00-\u9fff、]{{0,40}}关于.{{2,}}的[\u4e00-\u9fff]{{0,4}}(?:{_ISSUED})$")
_SHORTEST = 3  # signs of a title that we do not know: 方法, 公函 are words
_SPACE = lazy(r"\s{0,9}")


def unmarked(text: str, start: int, end: int, known: Instruments) -> list[Title]:
    """Titles without any mark between `start` and `end` of a legible text; vague words are no titles."""
    found, begin = [], start
    for stop in [*(m.span() for m in _STOP.finditer(text, start, end)), (end, end)]:
        title = _whole(text, begin, stop[0], known)
        found += [title] if title else _pieces(text, begin, stop[0], known)
        begin = stop[1]
    return found


def _whole(text: str, begin: int, end: int, known: Instruments) -> Title | None:
    begin, is_led = _behind_number(text, begin, end)
    match = _TITLE.match(text, begin, end)
    if match is None:
        return None
    title = clean_as_written(match[0])
    if is_uneven(title):
        return None
    if known.titled(title):
        return _bare(title, match.span())
    has_number = _NUMBERED.match(text, match.end()) is not None
    if (has_number and _is_issued(title)) or (is_led and _NUMBERED_PAPER.match(title)):
        return _bare(title, match.span())
    if len(title) < _SHORTEST or _VAGUE.search(title) or _TWO_STATUTES.search(title):
        return None
    return _bare(title, match.span()) if (has_number and "、" not in title) or is_formal(title) else None


def _behind_number(text: str, begin: int, end: int) -> tuple[int, bool]:
    """Where a title may begin, and whether its number stands before it (国办发〔2017〕47号 …的通知)."""
    lead = _LEAD.match(text, begin, end)
    begin = lead.end() if lead else begin
    number = numbers.at(text, begin) if begin < end else None
    space = _SPACE.match(text, number.span[1], end) if number and number.span[1] <= end else None
    return (space.end(), True) if space else (begin, False)


def _pieces(text: str, begin: int, end: int, known: Instruments) -> list[Title]:
    """预算法、政府信息公开条例: one by one, and only those that we know or that call themselves national."""
    found = []
    for stop in [*(m.span() for m in _FINE.finditer(text, begin, end)), (end, end)]:
        start, is_led = _behind_number(text, begin, stop[0])
        match = _TITLE.match(text, start, stop[0])
        title = clean_as_written(match[0]) if match else ""
        is_paper = is_led and _NUMBERED_PAPER.match(title) is not None
        if match and (is_paper or known.titled(title) or _STATE.match(title)):
            found.append(_bare(title, match.span()))
        begin = stop[1]
    return found


def _is_issued(title: str) -> bool:
    """Whether a title tells who issued it (某局关于…的通知); 有关部门 and 我局 name nobody."""
    paper = _PAPER.match(title)
    return paper is not None and paper["issuer"].endswith(ISSUERS) and not _VAGUE.search(paper["issuer"])


def is_formal(title: str) -> bool:
    """Whether an unmarked title is formal enough to be taken for one unseen."""
    paper = _PAPER.match(title)
    is_statute = _STATE.match(title) is not None or _PROVINCE.match(title) is not None
    return is_statute or (paper is not None and paper["issuer"].endswith(ISSUERS))


def _bare(title: str, span: tuple[int, int]) -> Title:
    message = f"“{title}”没有加书名号，应写作“《{title}》”。"
    finding = Finding("missing-title-marks", Severity.WARNING, message, span, f"《{title}》")
    return Title(title, span, (finding,))
