"""Document numbers: 国办发〔2022〕8号, 国务院令第711号."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gongkai.law.citation import number_faults
from gongkai.law.citation.legible import legible
from gongkai.law.citation.number_forms import CLOSE_BY, CODE, FREE, REACH
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy

_PROSE = lazy(
    r"^.*(?:按照|根据|依照|依据|参照|贯彻|执行|落实|详见|参见|以及|公布|发布|印发|修订|修正|通过|批准|文件|[年月日])(?=.)"
)
_APART = lazy(
    r"^.*(?:部|局|委|厅|院|府|会|署|行|办公室|通知|意见|决定|办法|规定|条例|方案|法)\s+(?=[^\s令公]{2,14}$)",
    re.DOTALL,
)
_YEAR_BEFORE = lazy(
    r"[〔﹝［\[（(]\s{0,9}((?:19|20)?\d\d)\s{0,9}[〕﹞］\]）)]\s{0,9}$"
)  # 〔1996〕武司字第82号
_LINE_BEFORE = lazy(r"(?<=\S{4})\s{0,9}\n\s{0,9}(?=\S{3,40}$)")  # words, then a code on its own line
_PUBLISHES = ("部", "局", "委", "会", "署", "行", "厅", "院", "办", "府")
_NO_ISSUER = ("责", "命", "法", "指", "号", "政", "口", "下", "勒")
_DIGITS = {**{digit: str(value) for value, digit in enumerate("零一二三四五六七八九")}, "〇": "0", "两": "2"}
_SCALES = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number put right, with what was put right.

    发文字号：`text` 只改正括号、数字、空格；`key` 用来比较（国令、国务院令视为同一发令机关）。
    """

    text: str
    key: str
    span: tuple[int, int]
    findings: tuple[Finding, ...] = ()


def find(text: str, start: int = 0, end: int | None = None) -> DocumentNumber | None:
    """The first document number of a legible text between `start` and `end`, or None."""
    stop = len(text) if end is None else end
    begin = start
    while form := FREE.search(text, begin, stop):
        if number := _before(form, text, start):
            return number
        begin = form.end()
    return None


def at(text: str, start: int) -> DocumentNumber | None:
    """The document number that begins exactly at `start` of a legible text, or None."""
    bare = CLOSE_BY.match(text, start)
    if bare and bare["reversed_n"]:
        return _number("", bare, start, text)
    code = CODE.match(text, start, start + REACH)
    form = CLOSE_BY.search(text, start + 1, code.end() + REACH) if code else None
    if code is None or form is None or form.start() > code.end():
        return None
    written = text[start : form.start()]
    if "中华人民共和国" not in written and (_PROSE.match(written) or _LINE_BEFORE.search(written.rstrip())):
        return None
    return _number(written, form, start, text)


@lru_cache(maxsize=4096)
def key(number: str) -> str:
    """What two forms of the same number have in common; the text itself where it is no number."""
    plain = legible(number.strip())
    found = at(plain, 0) or find(plain)
    return found.key if found else "".join(number.split())


def _before(form: re.Match[str], text: str, start: int) -> DocumentNumber | None:
    """The number whose code runs backwards from its form; the words of the sentence are left out."""
    begin, first = form.start(), max(start, form.start() - 40)
    while begin > first and ("\u4e00" <= text[begin - 1] <= "\u9fff" or text[begin - 1] in " \n　"):
        begin -= 1
    code = text[begin : form.start()]
    state = code.rfind("中华人民共和国")
    if state >= 0:
        begin += state
    elif prose := _PROSE.match(" ".join(code.split("\n"))):
        begin += prose.end()
    begin += len(text[begin : form.start()]) - len(text[begin : form.start()].lstrip())
    if broken := _LINE_BEFORE.search(text, begin, form.start()):
        begin = broken.end()
    return _number(text[begin : form.start()], form, begin, text)


def _number(code: str, form: re.Match[str], begin: int, text: str) -> DocumentNumber | None:
    if not form["type"] and not form["reversed_n"]:
        begin, code = _without_issuer(begin, code)
    squeezed = _squeeze(code)
    span = (begin, form.end())
    if form["type"]:
        return _order(squeezed, form, text, span)
    if form["reversed_n"]:
        return _reversed(squeezed, form, span)
    if not squeezed:
        return None
    if form["year"]:
        return _yearly(squeezed, form, text, span)
    if form["year_u"]:
        return _mended(squeezed, form["year_u"], form["serial_u"], text, span)
    return _plain(squeezed, form, text, span)


def _without_issuer(begin: int, code: str) -> tuple[int, str]:
    """民政部、财政部 民发〔2016〕178号: who issued it stands before its number."""
    skipped = code.rfind("、") + 1
    apart = _APART.match(code.rstrip(), skipped)
    skipped = apart.end() if apart else skipped
    return begin + skipped, code[skipped:]


def _yearly(code: str, form: re.Match[str], text: str, span: tuple[int, int]) -> DocumentNumber:
    after = _squeeze(form["after"] or "")
    # 交通运输部令〔2019〕第5号、国务院〔2009〕第549号令：令和公告的“第”字是对的
    is_order = bool(after) or code.endswith(("令", "公告", "通告"))
    ordinal = form["ordinal"] if is_order else ""
    number = f"{code}〔{_squeeze(form['year'])}〕{ordinal}{_squeeze(form['serial'])}号{after}"
    findings: list[Finding] = []
    if (form["open"], form["close"]) != ("〔", "〕"):
        findings.append(number_faults.wrong_brackets(text[span[0] : span[1]], number, span))
    if form["of_year"] or (form["ordinal"] and not is_order) or not form["sign"]:
        findings.append(number_faults.wrong_form(text[span[0] : span[1]], number, span))
    return DocumentNumber(number, _order_key(code, after, form) or number, span, tuple(findings))


def _order_key(code: str, after: str, form: re.Match[str]) -> str:
    """国务院〔2009〕第549号令 is 国务院令第549号, 交通运输部令〔2019〕第5号 is 交通运输部令2019年第5号."""
    for sort in ("令", "公告", "通告"):
        if after == sort or code.endswith(sort):
            issuer = _issuer_key(code.removesuffix(sort))
            year = "" if issuer == "国务院" else f"{_squeeze(form['year'])}年"
            return f"{issuer}{sort}{year}第{_squeeze(form['serial'])}号"
    return ""


def _mended(code: str, year: str, serial: str, text: str, span: tuple[int, int]) -> DocumentNumber:
    number = f"{code}〔{_squeeze(year)}〕{_squeeze(serial)}号"
    return DocumentNumber(
        number, number, span, (number_faults.wrong_brackets(text[span[0] : span[1]], number, span),)
    )


def _plain(code: str, form: re.Match[str], text: str, span: tuple[int, int]) -> DocumentNumber | None:
    """国家税务总局2018年第12号 stays; 国办发2016年19号 lacks its brackets."""
    year, n = _squeeze(form["plain_year"]), _squeeze(form["plain_n"])
    if form["plain_of"] and form["plain_ordinal"] and code in ("公告", "通告", "令"):
        return DocumentNumber(f"{code}{year}年第{n}号", f"{code}{year}年第{n}号", span)
    if form["plain_of"] and form["plain_ordinal"] and code.endswith(_PUBLISHES):
        return DocumentNumber(f"{code}{year}年第{n}号", f"{_issuer_key(code)}公告{year}年第{n}号", span)
    return _mended(code, year, n, text, span)


def _order(issuer: str, form: re.Match[str], text: str, span: tuple[int, int]) -> DocumentNumber | None:
    """国务院令第711号, 交通运输部令2013年第5号, 国家税务总局公告2018年第2号."""
    sort, ordinal = _squeeze(form["type"]), form["type_ordinal"] or ""
    if (sort == "字" and not issuer) or (sort == "令" and issuer.endswith(_NO_ISSUER)):
        return None
    if not form["type_sign"] and not issuer:
        return None
    closes = form["type_close"] and not form["type_open"]
    span = (span[0], form.start("type_close") if closes else span[1])
    before = _YEAR_BEFORE.search(text, max(0, span[0] - 12), span[0]) if sort == "字" else None
    if before:
        span, issuer = (before.start(), span[1]), f"〔{before[1]}〕{issuer}"
    figures = _squeeze(form["type_n"])
    year = f"{_squeeze(form['type_year'])}年" if form["type_year"] else ""
    n = _figures(figures)
    number = f"{issuer}{sort}{year}{ordinal}{n}号"
    findings = []
    if n != figures and not (figures.isalpha() and issuer.endswith(("主席", "委员会", "大会"))):
        findings.append(
            number_faults.mixed_numerals(_squeeze(text[slice(*span)]), number, span, not figures.isalpha())
        )
    if not form["type_sign"]:
        findings.append(number_faults.wrong_form(text[slice(*span)], number, span))
    if not ordinal and sort == "令":
        findings.append(number_faults.without_ordinal(number, f"{issuer}{sort}{year}第{n}号", span))
    return DocumentNumber(number, f"{_issuer_key(issuer)}{sort}{year}第{n}号", span, tuple(findings))


def _reversed(issuer: str, form: re.Match[str], span: tuple[int, int]) -> DocumentNumber | None:
    """国务院第711号令: the words in another order, the same number."""
    if not issuer and form["reversed_type"] != "令":
        return None
    year = f"{_squeeze(form['reversed_year'])}年" if form["reversed_year"] else ""
    n, sort = _figures(_squeeze(form["reversed_n"])), _squeeze(form["reversed_type"])
    written = f"{issuer}{year}{form['reversed_ordinal']}{n}号{sort}"
    return DocumentNumber(written, f"{_issuer_key(issuer)}{sort}{year}第{n}号", span)


def _figures(written: str) -> str:
    """Arabic figures for a numeral that may be half Chinese: 七11 is 711, 七百一十一 is 711."""
    if not any(scale in written for scale in _SCALES):
        return "".join(_DIGITS.get(sign, sign) for sign in written)
    total, digit = 0, 0
    for sign in written:
        if sign in _SCALES:
            total += (digit or 1) * _SCALES[sign]
            digit = 0
        else:
            digit = digit * 10 + int(_DIGITS.get(sign, sign))
    return str(total + digit)


def _issuer_key(issuer: str) -> str:
    plain = issuer.removeprefix("中华人民共和国")
    return {"国": "国务院", "国家主席": "主席"}.get(plain, plain)


def _squeeze(text: str) -> str:
    return "".join(text.split())
