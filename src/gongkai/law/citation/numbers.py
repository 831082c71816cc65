"""Document numbers: 国办发〔2022〕8号, 国务院令第711号."""

import re
from dataclasses import dataclass

from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_HAN = "\u4e00-\u9fff"
_OPEN = "〔﹝［\\[（(【〈"
_CLOSE = "〕﹞］\\]）)】〉"
_NUMERAL = "0-9０-９〇零一二三四五六七八九十百千两"

# number ::= code 〔 year 〕 n 号  |  issuer 令 第? n 号  |  公告 year 年 第 n 号
_YEARLY = (
    rf"(?P<code>[{_HAN}][{_HAN}\s]{{0,20}}?)\s*(?P<open>[{_OPEN}])\s*"
    rf"(?P<year>[12１２][\d０-９\s]{{3,6}}?)\s*(?P<close>[{_CLOSE}])\s*第?\s*"
    rf"(?P<serial>[\d０-９][\d０-９\s]{{0,6}}?)\s*[号號]"
)
_ORDER = (
    rf"(?P<issuer>[{_HAN}\s]{{0,24}}?令)\s*(?P<ordinal>第)?\s*"
    rf"(?P<n>[{_NUMERAL}][{_NUMERAL}\s]{{0,8}}?)\s*[号號]"
)
_NOTICE = (
    rf"(?P<notice>[{_HAN}\s]{{0,24}}?公告)\s*(?P<notice_year>[12]\d{{3}})\s*年\s*"
    rf"第\s*(?P<notice_n>\d+)\s*[号號]"
)
NUMBER = re.compile(f"(?:{_YEARLY}|{_ORDER}|{_NOTICE})")

_PROSE = re.compile(r"^.*(?:按照|根据|依照|依据|参照|贯彻|执行|落实|详见|以及|[年月日])(?=.)")
_DIGITS = {**{digit: str(value) for value, digit in enumerate("零一二三四五六七八九")}, "〇": "0", "两": "2"}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
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
    """The first document number in `text` between `start` and `end`, or None."""
    found = NUMBER.search(text, start, len(text) if end is None else end)
    return _from(found, text, is_in_prose=True) if found else None


def at(text: str, start: int) -> DocumentNumber | None:
    """The document number that stands exactly at `start`, or None."""
    found = NUMBER.match(text, start)
    return _from(found, text) if found else None


def key(number: str) -> str:
    """What two forms of the same number have in common; the text itself where it is no number."""
    found = find(number)
    return found.key if found else "".join(number.split())


def _from(found: re.Match[str], text: str, is_in_prose: bool = False) -> DocumentNumber:
    if found["year"]:
        return _yearly(found, text, is_in_prose)
    if found["issuer"]:
        return _order(found, text, is_in_prose)
    body = _squeeze(found["notice"])
    number = f"{body}{found['notice_year']}年第{found['notice_n']}号"
    return DocumentNumber(number, number, found.span())


def _yearly(found: re.Match[str], text: str, is_in_prose: bool) -> DocumentNumber:
    code, skipped = _without_prose(_squeeze(found["code"]), is_in_prose)
    year = _squeeze(found["year"]).translate(_FULL_WIDTH)
    serial = _squeeze(found["serial"]).translate(_FULL_WIDTH)
    number = f"{code}〔{year}〕{serial}号"
    span = (found.start() + skipped, found.end())
    findings: tuple[Finding, ...] = ()
    if (found["open"], found["close"]) != ("〔", "〕"):
        findings = (_wrong_brackets(text[span[0] : span[1]], number, span),)
    return DocumentNumber(number, number, span, findings)


def _wrong_brackets(written: str, number: str, span: tuple[int, int]) -> Finding:
    return Finding(
        "document-number-brackets",
        Severity.WARNING,
        f"发文字号“{written}”的年份没有用六角括号〔〕，应写作“{number}”（党政机关公文格式）。",
        span,
        number,
    )


def _order(found: re.Match[str], text: str, is_in_prose: bool) -> DocumentNumber:
    issuer, skipped = _without_prose(_squeeze(found["issuer"]), is_in_prose)
    figures = _squeeze(found["n"]).translate(_FULL_WIDTH)
    n = _figures(figures)
    number = f"{issuer}{found['ordinal'] or ''}{n}号"
    span = (found.start() + skipped, found.end())
    findings = []
    if n != figures:
        findings.append(_mixed_numerals(text[span[0] : span[1]], number, span, not figures.isalpha()))
    if not found["ordinal"]:
        findings.append(
            Finding(
                "order-without-ordinal",
                Severity.NOTICE,
                f"“{number}”缺“第”字，规范写法是“{issuer}第{n}号”。",
                span,
                f"{issuer}第{n}号",
            )
        )
    return DocumentNumber(number, f"{_issuer_key(issuer)}第{n}号", span, tuple(findings))


def _mixed_numerals(written: str, number: str, span: tuple[int, int], is_mixed: bool) -> Finding:
    how = "一半是汉字、一半是阿拉伯数字" if is_mixed else "用了汉字数字"
    return Finding(
        "document-number-numerals",
        Severity.ERROR if is_mixed else Severity.WARNING,
        f"文号“{written}”{how}，按“{number}”读，请核对原文。",
        span,
        number,
    )


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
    return "国务院令" if plain == "国令" else plain


def _without_prose(code: str, is_in_prose: bool) -> tuple[str, int]:
    """The code without the words of the sentence before it, and how many signs those were."""
    state = code.find("中华人民共和国")
    if not is_in_prose or state == 0:
        return code, 0
    if state > 0:
        return code[state:], state
    prose = _PROSE.match(code)
    return (code[prose.end() :], prose.end()) if prose else (code, 0)


def _squeeze(text: str) -> str:
    return "".join(text.split())
