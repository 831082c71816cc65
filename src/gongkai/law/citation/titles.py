"""Titles in a text: marked, half marked, nested."""

import re
from dataclasses import dataclass

from gongkai.law.citation import marks
from gongkai.law.citation.marks import CLOSING, EDITION, ENDING, OPENING, PAPER, SIBLING, WHOLE, Fault, marked
from gongkai.law.citation.quoting import inner, quoted
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

ORDINAL = (
    r"(?<![\d〔(（])\d{1,2}(?:\.\d{1,2})*\s{0,9}[.．、]\s{0,9}|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳]"
)
DELIMITER = lazy(rf"[；;。，,：:\n●■◆•○★】\]／/]|{ORDINAL}")
ISSUERS = ("部", "局", "委", "厅", "院", "府", "会", "署", "行", "办", "室", "党组", "中央", "总工会", "法院")
_MARK = lazy(r"[《〈》]")
_ANY_MARK = lazy(f"[{OPENING}{CLOSING}]")
_LEAD = lazy(
    r"^(?:\s|[、\d.．）)]|根据|依据|按照|依照|参照|贯彻落实|贯彻|执行|落实|遵照|以及|和|及|与|或|等|的|其中)*"
)
_ENACTED = ("印发", "转发", "批转", "修改", "发布", "公布", "废止", "下发")
_ADAPTED = ("实施", "贯彻", "执行")
_ENACTING = lazy(rf"(?:关于[\u4e00-\u9fff、\s]{{0,40}}|(?:{'|'.join(_ENACTED)})\s{{0,9}})$")
_ADAPTING = lazy(rf"(?:省|市|自治区|州|县|区)\s{{0,9}}(?:{'|'.join(_ADAPTED)})\s{{0,9}}$")
_OF_PAPER = lazy(
    rf"\s{{0,9}}(?:等[^，。；《》（）()]{{0,16}}?)?的?\s{{0,9}}(?:[\u4e00-\u9fff]{{0,4}}?的?\s{{0,9}})?{PAPER}"
    r"(?=$|[\s（(；;，,。、：:《第】\]]|国|\d|[\u4e00-\u9fff]{1,8}[〔﹝［\[（(]\s{0,3}(?:19|20)\d)"
)
_OF_STATUTE = lazy(r"\s{0,9}的?\s{0,9}(?:若干规定|办法|条例|细则|规定)(?=$|[\s（(；;，,。、：:《第】\]])")
_HAN = lazy(r"[\u4e00-\u9fff]")
_EDGES = "、，,。；;：:.· \u3000"
_TORN = lazy(r"[；;。\n]|\s{0,9}[（(](?=[\u4e00-\u9fff\s]{1,24}[令〔（(\[﹝]|\s{0,9}$)")
_ENDS = lazy(
    rf"{ENDING}{EDITION}(?=\s{{0,9}}(?:$|[、，,；;。：:（(【])|\s{{0,9}}第[\d〇零一二三四五六七八九十百千]+[章条款]"
    rf"|\s+(?:\d{{1,2}}[.．、《]|[●■◆①-⑳]))"
)
_LIST_SIGNS = "；;。、，, \n\t\u3000●■◆•○★"
_LIST_NUMBER = lazy(r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]|(?<!\d)\d{1,2}\s{0,9}[.．、]?|[①-⑳])$")
_VERBS = lazy(r"^(.*(?:印发|转发|批转|修改|废止|发布|公布|贯彻落实|贯彻|实施|执行))(.+)$")
_LAST_OF = lazy(rf"(?:等[^，。；]{{0,12}})?的(?:[\u4e00-\u9fff]{{0,4}}的)?{PAPER}$")
_DOUBLY = lazy(r"[《〈][^《》〈〉]+[》〉]")  # 《<条例>》: marked twice
_MOST_INNER = 12
_LONGEST_LEAD = 80  # words before a title that may belong to it


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in a text, with its faults.

    名称：`span` 含书名号。
    """

    text: str
    span: tuple[int, int]
    findings: tuple[Finding, ...] = ()


def first(text: str, start: int) -> Title | None:
    """The first title with at least one title mark at or after `start` of a legible text, or None."""
    position = start
    while found := _MARK.search(text, position):
        title = None
        start = max(start, position - marks.LONGEST)
        if found[0] == "》":
            title = _without_opening(text, start, found.start())
        elif found[0] == "《" or _is_outer(text, found.start()):
            title = _from_opening(text, start, found.start())
        if title:
            return title
        position = found.end()
        while position < len(text) and text[position] == found[0]:
            position += 1
        start = position if found[0] == "》" else start
    return None


def _is_outer(text: str, opening: int) -> bool:
    """Whether a single mark 〈 stands where 《 should: around words that end as titles do."""
    title = marked(text, opening)
    words = text[slice(*title.words)]
    return title.fault is not Fault.UNCLOSED and len(words) > 2 and WHOLE.search(words) is not None


def _without_opening(text: str, start: int, closing: int) -> Title | None:
    begin = max(start, closing - marks.LONGEST)
    for delimiter in DELIMITER.finditer(text, begin, closing):
        begin = delimiter.end()
    begin = _behind_list(text, begin, closing)
    lead = _LEAD.match(text[begin:closing])
    begin += lead.end() if lead else 0
    title, span = clean(text[begin:closing]), (begin, closing + 1)
    if len(title) < 2 or not _HAN.search(title):
        return None
    message = f"“{title}》”缺左书名号“《”，已按“{quoted(title)}”读，请补上。"
    return Title(title, span, (_finding("missing-opening-mark", Severity.WARNING, message, span, title),))


def _behind_list(text: str, begin: int, end: int) -> int:
    """财政部、民政部关于某事的通知》 is one title; 预算法、会计法》 ends a list of two."""
    comma = text.rfind("、", begin, end)
    if comma < 0 or "关于" in text[begin:comma]:
        return begin
    return begin if text[begin:comma].rstrip().endswith(ISSUERS) else comma + 1


def _from_opening(text: str, start: int, opening: int) -> Title | None:
    found = marked(text, opening)
    if not _HAN.search(text, *found.words):
        return None
    if found.fault is Fault.UNCLOSED:
        title = _without_closing(text, opening, found.words)
        return title if _HAN.search(title.text) else None
    return _joined(text, start, opening, found.end) or _closed(text, opening, found)


def _joined(text: str, start: int, opening: int, end: int) -> Title | None:
    """Where marks stand only round the inner title, the words round it belong to it."""
    near = text[max(start, opening - _LONGEST_LEAD) : opening]
    if "关于" not in near and not near.rstrip().endswith(_ENACTED + _ADAPTED):
        return None
    begin = _lead_start(text, start, opening)
    lead = text[begin:opening]
    is_enacting = _ENACTING.search(lead) is not None
    if not is_enacting and not _ADAPTING.search(lead):
        return None
    for _ in range(_MOST_INNER):
        sibling = SIBLING.match(text, end)
        end = marked(text, sibling.end()).end if sibling else end
    suffix = (_OF_PAPER if is_enacting else _OF_STATUTE).match(text, end)
    if suffix is None:
        return None
    span = (begin, suffix.end())
    title = clean_as_written(text[begin : suffix.end()])
    message = f"书名号只加在内层名称上，全名应写作“{quoted(title)}”。"
    return Title(title, span, (_finding("marks-on-inner-title", Severity.NOTICE, message, span, title),))


def _lead_start(text: str, start: int, opening: int) -> int:
    """Where the words before an inner title begin: after the sign before them, or the issuers of a list."""
    begin = max(start, opening - _LONGEST_LEAD)
    for delimiter in DELIMITER.finditer(text, begin, opening):
        is_break_in_title = delimiter[0] == "\n" and text[begin : delimiter.start()].endswith(ISSUERS)
        begin = begin if is_break_in_title else delimiter.end()
    for comma in re.finditer("、", text[begin:opening]):
        piece = text[begin : begin + comma.start()].rstrip()
        if not piece.endswith(ISSUERS) and "关于" not in piece:
            return _lead_start(text, begin + comma.end(), opening)
    lead = _LEAD.match(text[begin:opening])
    return begin + (lead.end() if lead else 0)


def _closed(text: str, opening: int, found: marks.Marked) -> Title:
    written = text[slice(*found.words)]
    title, span = clean(written), (opening, found.end)
    is_single = "〈" in text[opening] or "〉" in text[found.words[1]]
    if found.fault is Fault.UNEVEN or is_single or is_uneven(written):
        message = f"书名号不成对或用错，已按“{quoted(title)}”读，请改正。"
        return Title(title, span, (_finding("uneven-title-marks", Severity.WARNING, message, span, title),))
    if found.fault is Fault.DOUBLED:
        message = f"书名号重复，应写作“{quoted(title)}”。"
        return Title(title, span, (_finding("doubled-title-marks", Severity.NOTICE, message, span, title),))
    if "《" not in written:
        return Title(title, span)
    if quoted(title) == f"《{''.join(written.split())}》":
        return Title(title, span)
    message = f"书名号里再用书名号，内层应写作单书名号〈〉：“{quoted(title)}”。"
    return Title(title, span, (_finding("nested-title-marks", Severity.NOTICE, message, span, title),))


def is_uneven(written: str) -> bool:
    """Whether a mark has no fellow, or one of another kind."""
    opened: list[str] = []
    for letter in _ANY_MARK.findall(written):
        if letter in OPENING:
            opened.append(letter)
        elif not opened or CLOSING[OPENING.index(opened.pop())] != letter:
            return True
    return bool(opened)


def _without_closing(text: str, opening: int, words: tuple[int, int]) -> Title:
    begin, limit = words
    limit = _before_list_mark(text, begin, limit)
    ends = _ENDS.search(text, begin, limit)
    torn = None if ends else _TORN.search(text, begin, limit)
    end = ends.end() if ends else torn.start() if torn else limit
    title, span = clean(text[begin:end]), (opening, end)
    is_torn = end >= len(text.rstrip())
    how = "，文字到此中断，后半可能在另一格或下一页，请补全" if is_torn else "，请补上"
    code = "citation-torn" if is_torn else "missing-closing-mark"
    message = f"“《{title}”缺右书名号“》”{how}。"
    mend = "" if is_torn else quoted(title)  # what is torn off nobody knows
    return Title(title, span, (Finding(code, Severity.WARNING, message, span, mend),))


def _before_list_mark(text: str, begin: int, limit: int) -> int:
    """Where the words end before the comma and the number of the next entry."""
    words = text[begin:limit].rstrip(_LIST_SIGNS)
    number = _LIST_NUMBER.search(words, max(0, len(words) - 12))
    words = words[: number.start()].rstrip(_LIST_SIGNS) if number else words
    return begin + len(words) if len(words) > 1 else limit


def _finding(code: str, severity: Severity, message: str, span: tuple[int, int], title: str) -> Finding:
    return Finding(code, severity, message, span, quoted(title))


def clean(written: str) -> str:
    """A title as it stands between its marks: no spaces, even inner marks, no stray signs at its ends."""
    title = "".join(written.split()).strip(_EDGES)
    while _DOUBLY.fullmatch(title):
        title = title[1:-1]
    return inner(_even(title)) if _ANY_MARK.search(title) else title


def clean_as_written(written: str) -> str:
    """A title whose own marks stand in it, without spaces."""
    return "".join(written.split()).strip(_EDGES)


def _even(title: str) -> str:
    """Every inner mark gets its fellow; one that finds no place is dropped."""
    kept, depth = "", 0
    for letter in title:
        if letter in OPENING:
            depth, kept = depth + 1, kept + "〈"
        elif letter in CLOSING and depth:
            depth, kept = depth - 1, kept + "〉"
        elif letter in CLOSING:
            verbs = _VERBS.match(kept) if "〈" not in kept else None
            kept = f"{verbs[1]}〈{verbs[2]}〉" if verbs else kept
        else:
            kept += letter
    if not depth:
        return kept
    last = _LAST_OF.search(kept)
    if last and depth == 1 and "〈" in kept[: last.start()]:
        return f"{kept[: last.start()]}〉{last[0]}"
    return kept.replace("〈", "").replace("〉", "")
