"""Document numbers and index numbers: their shape and faults."""

import re
import unicodedata
from dataclasses import dataclass

from gongkai.law.errors import LawError
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

STANDARD = "《党政机关公文格式》（GB/T 9704—2012）7.2.5"
_OPENING, _CLOSING = "〔[(【{<《〈［（", "〕])】}>》〉］）"
_BRACKETED_YEAR = lazy(
    rf"\s*[{re.escape(_OPENING)}]\s*(\d{{4}})\s*年?\s*[{re.escape(_CLOSING)}]\s*(?=第?\s*[\d〇零一二三四五六七八九十])"
)
_LABEL = lazy(r"^(?:发文字号|发文文号|文件编号|文号)\s*[:：]\s*")
_NUMBER = lazy(r"(?P<agency>[^\d〔〕]*[^\d〔〕\s])〔(?P<year>\d{4})〕(?P<serial>\d+)号")
_ORDER = lazy(r"(?P<agency>[^\d〔〕]*令)第(?P<serial>\d+)号")
_NOTICE = lazy(r"(?P<agency>[^\d〔〕]+)(?P<year>\d{4})年第(?P<serial>\d+)号")
_CREDIT_CODE = lazy(r"[0-9A-HJ-NPQRTUWXY]{18}")
_INDEX = lazy(r"(?P<credit_code>[0-9A-HJ-NPQRTUWXY]{18})/(?P<year>\d{4})-(?P<serial>\d{5,})")
_CHINESE_DIGITS = "〇零一二三四五六七八九十百千两"


@dataclass(frozen=True, slots=True)
class NumberParts:
    """The parts of a document number.

    发文字号：机关代字、年份（令号没有年份，为空）、发文顺序号；`has_brackets` 为假是公告、令的“某年第某号”。
    """

    agency: str
    year: int | None
    serial: int
    has_brackets: bool = True

    def __str__(self) -> str:
        if self.year is None:
            return f"{self.agency}第{self.serial}号"
        if self.has_brackets:
            return f"{self.agency}〔{self.year}〕{self.serial}号"
        return f"{self.agency}{self.year}年第{self.serial}号"


@dataclass(frozen=True, slots=True)
class IndexNumber:
    """An index number, read.

    索引号：统一社会信用代码、年份、流水号，如 11440700…/2026-00412。
    """

    credit_code: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.credit_code}/{self.year}-{self.serial:05d}"


def normalised(text: str) -> str:
    """A document number with only its brackets, digits and spaces put right; nothing else is touched.

    The year stands in 〔〕, digits are ASCII, no spaces within (GB/T 9704—2012, 7.2.5).
    """
    narrow = "".join(_plain(letter) for letter in text if unicodedata.category(letter) != "Cf")
    without_label = _LABEL.sub("", narrow.strip())
    return re.sub(r"\s+", "", _BRACKETED_YEAR.sub(r"〔\1〕", without_label))


def read(text: str) -> NumberParts | None:
    """The document number that the whole text is, or None when it has no known shape."""
    for shape in (_NUMBER, _ORDER, _NOTICE):
        if found := shape.fullmatch(normalised(text)):
            parts = found.groupdict()
            year = parts.get("year")
            serial = int(parts["serial"])
            has_brackets = shape is not _NOTICE
            return NumberParts(parts["agency"], int(year) if year else None, serial, has_brackets)
    return None


def findings(text: str, *, year: int | None = None) -> tuple[Finding, ...]:
    """What is suspicious about a document number; `year` is that of its signing or issue, where known."""
    written = normalised(text)
    if not written:
        return ()
    number = read(written)
    if number is None:
        return (_unreadable(written),)
    found = []
    serial = written.rpartition("〕")[2] if "〕" in written else written.rpartition("第")[2]
    if serial.startswith("0"):
        found.append(
            _finding("document-number-padded", f"发文顺序号不编虚位，“{serial}”前面的0请去掉", str(number))
        )
    if number.serial == 0:
        found.append(_finding("document-number-zero", "发文顺序号从1起编，请核对“0号”"))
    if year and number.year and number.year != year:
        found.append(
            _finding(
                "document-number-year",
                f"文号写的是{number.year}年，而成文或印发在{year}年，两者应为同一年，请核对",
            )
        )
    return tuple(found)


def credit_code_fault(text: str) -> str | None:
    """Why a text cannot be a unified social credit code (GB 32100—2015), as one sentence, or None."""
    if _CREDIT_CODE.fullmatch(text):
        return None
    return f"统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z），现在是“{text}”（共{len(text)}位）。"


def index_number(credit_code: str, year: int, serial: int) -> IndexNumber:
    """The index number of a body's n-th publication in a year; LawError when it cannot be one.

    条例第十二条: the catalogue gives every piece of information an index.
    """
    if fault := credit_code_fault(credit_code):
        raise LawError(fault)
    if serial < 1:
        raise LawError(f"索引号的流水号从1起编，不能是{serial}。")
    return IndexNumber(credit_code, year, serial)


def read_index_number(text: str) -> IndexNumber | None:
    """The index number that the whole text is, or None."""
    found = _INDEX.fullmatch(text.strip())
    return IndexNumber(found["credit_code"], int(found["year"]), int(found["serial"])) if found else None


def _plain(letter: str) -> str:
    """Full-width letters and digits become ASCII; brackets and Chinese marks stay."""
    folded = unicodedata.normalize("NFKC", letter)
    return folded if folded.isascii() and (folded.isalnum() or folded.isspace()) else letter


def _unreadable(written: str) -> Finding:
    if re.search(r"〔\d{4}〕第", written):
        return _finding("document-number-di", "发文顺序号前不加“第”字", re.sub(r"〕第", "〕", written))
    if re.search(rf"〕第?[\d{_CHINESE_DIGITS}]*[{_CHINESE_DIGITS}]", written):
        return _finding("document-number-chinese-digits", "发文顺序号用阿拉伯数字，不用汉字")
    if re.fullmatch(r".*〔\d{4}〕\d+", written):
        return _finding("document-number-no-hao", "文号末尾缺“号”字", f"{written}号")
    if re.search(r"[〔(\[（［]\d{2}[〕)\]）］]", written):
        return _finding("document-number-short-year", "文号的年份应写全四位")
    right = "机关代字、年份、发文顺序号，如“示政发〔2026〕18号”"
    return _finding("document-number-shape", f"“{written}”不像发文字号，发文字号由三部分组成：{right}")


def _finding(code: str, what: str, suggestion: str = "") -> Finding:
    mend = f"，应为“{suggestion}”" if suggestion else ""
    return Finding(code, Severity.WARNING, f"{what}{mend}（{STANDARD}）。", suggestion=suggestion)
