"""Numbers and dates of a spreadsheet as people see them."""

import re
from datetime import datetime, timedelta

from gongkai.law.patterns import lazy

_QUOTED = lazy(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = lazy(r"\[h+\]", re.IGNORECASE)
_TIME_SIGNS = lazy(r"y+|e+|m+|d+|h+|s+", re.IGNORECASE)
_NUMBER = lazy(
    r'(?:"(?P<before>[^"]*)")?#?,?#*(?P<zeroes>0+)(?P<places>\.0+)?(?P<percent>%?)(?:"(?P<after>[^"]*)")?'
)
_BRACKETED = lazy(r"\[[^\]]*\]|;@?$")
_WORDS_AROUND = lazy(r'(?:"(?P<before>[^"]*)")?[^"].*?(?:"(?P<after>[^"]*)")?', re.DOTALL)
_LAST_DAY = 2_957_000
# Excel counts a 29 February 1900 that never was
_BEFORE_MARCH_1900, _FROM_1900, _FROM_1904 = (
    datetime.fromisoformat(day) for day in ("1899-12-31", "1899-12-30", "1904-01-01")
)

# 各国通用的内部编号；27至36、50至58是中文版Excel的日期（ECMA-376 第18.8.30条）
_CHINESE_YEAR_MONTH, _CHINESE_MONTH_DAY, _CHINESE_DAY = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
BUILT_IN = {
    1: "0", 2: "0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 45: "mm:ss", 46: "[h]:mm:ss",
    27: _CHINESE_YEAR_MONTH, 28: _CHINESE_MONTH_DAY, 29: _CHINESE_MONTH_DAY, 30: "m-d-yy", 31: _CHINESE_DAY,
    32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: _CHINESE_YEAR_MONTH, 50: _CHINESE_YEAR_MONTH,
    51: _CHINESE_MONTH_DAY, 52: _CHINESE_YEAR_MONTH, 53: _CHINESE_MONTH_DAY, 54: _CHINESE_MONTH_DAY,
    55: "h:mm", 56: "h:mm:ss", 57: _CHINESE_YEAR_MONTH, 58: _CHINESE_MONTH_DAY,
}  # fmt: skip


def shown(written: str, code: str, *, from_1904: bool = False) -> str:
    """A number of a cell as its format shows it: 1 not 1.0, 0505 kept, a date as 2022年3月1日.

    Dates are written in Chinese with the parts that the format shows, whatever signs stand between them.
    """
    try:
        value = float(written)
    except ValueError:
        return written
    if not -1e300 < value < 1e300:
        return written
    code = code.partition(";")[0]
    signs = [sign[0].lower() for sign in _TIME_SIGNS.findall(_QUOTED.sub("", code)) if _counts(sign)]
    if signs and "general" not in code.lower() and 0 <= value < _LAST_DAY:
        return _moment(value, code, signs, from_1904)
    return _number(value, code)


def _counts(sign: str) -> bool:
    """Three and more d are a day of the week, which stands beside the date."""
    return not (sign[0] in "dD" and len(sign) > 2)


def _moment(value: float, code: str, signs: list[str], from_1904: bool) -> str:
    seconds = round(value * 86_400)
    if _ELAPSED.search(code):
        return f"{seconds // 3600}:{seconds // 60 % 60:02}"
    moment = (_FROM_1904 if from_1904 else _BEFORE_MARCH_1900 if value < 60 else _FROM_1900) + timedelta(
        seconds=seconds
    )
    parts = "".join(signs)
    minutes = re.sub(r"hm|ms", "h", parts)
    date = f"{moment.year}年" if set(parts) & {"y", "e"} else ""
    date += f"{moment.month}月" if "m" in minutes else ""
    date += f"{moment.day}日" if "d" in parts else ""
    clock = f"{moment.hour}:{moment.minute:02}" if "h" in parts else ""
    clock += f":{moment.second:02}" if clock and "s" in parts else ""
    if date and not clock:
        return _within_words(date, code)
    return f"{date} {clock}".strip() or _number(value, "")


def _within_words(date: str, code: str) -> str:
    """A date with the words that its format sets before and after it: 每年1月31日前."""
    found = _WORDS_AROUND.fullmatch(_BRACKETED.sub("", code).strip())
    before, after = (found["before"] or "", found["after"] or "") if found else ("", "")
    return f"{before}{date}{after.removeprefix(date[-1])}"


def _number(value: float, code: str) -> str:
    form = _NUMBER.fullmatch(re.sub(r"\\(.)|_.|\*.", r"\1", code))
    if form is None:
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.15g}"
    places = len(form["places"] or ".") - 1
    if form["percent"]:
        value *= 100
    digits = f"{abs(value):.{min(places, 15)}f}"
    digits = digits.rjust(len(form["zeroes"]) + (places + 1 if places else 0), "0")[:400]
    sign = "-" if value < 0 and digits.strip("0.") else ""
    return f"{form['before'] or ''}{sign}{digits}{form['percent']}{form['after'] or ''}"
