"""Chinese and Arabic numerals as whole numbers, and back."""

import re
from dataclasses import dataclass

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
DIGITS |= {"五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"十": 10, "百": 100, "千": 1000}
SHORT_TENS = {"廿": "二十", "卅": "三十"}
CHARACTERS = "".join(DIGITS) + "".join(TENS) + "".join(SHORT_TENS) + "万"
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
LONGEST = 12  # digits: a longer run is no number of days, years or people

_FIGURES_FROM = 10_000
_HAN = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_RUN = rf"[0-9０-９]+|[{CHARACTERS}]+"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in a text, with its place.

    数字：`value` 是数值，`span` 是 [起, 止) 字符位置。
    """

    value: int
    span: tuple[int, int]


def value_of(words: str) -> int | None:
    """The number that a numeral writes, or None when it writes none (三五, 十百, empty).

    Arabic digits in either width, Chinese place values (二百零五, 一万二千), and digits in a row
    as years are written (二〇二二). Two bare digits (三五) are an estimate, not a number.
    """
    if not words or len(words) > LONGEST:
        return None
    plain = words.translate(FULL_WIDTH)
    if plain.isascii():
        return int(plain) if plain.isdigit() else None
    for short, long in SHORT_TENS.items():
        plain = plain.replace(short, long)
    if all(character in DIGITS for character in plain):
        return _digits_in_a_row(plain)
    if plain.count("万") > 1:
        return None
    ten_thousands, has_ten_thousands, rest = plain.rpartition("万")
    high = _below_ten_thousand(ten_thousands) if has_ten_thousands else 0
    low = _below_ten_thousand(rest) if rest else 0
    return None if high is None or low is None or (has_ten_thousands and not high) else high * 10_000 + low


def written(number: int) -> str:
    """A whole number in Chinese: 21 is 二十一, 110 is 一百一十, 105 is 一百零五; from 10000 on in figures."""
    if number >= _FIGURES_FROM:
        return str(number)
    words, is_gap = "", False
    for place, unit in _PLACES:
        digit = number // place % 10
        if digit:
            words += ("零" if is_gap else "") + _HAN[digit] + unit
        is_gap = bool(words) and not digit
    return words.removeprefix("一") if 10 <= number < 20 else words or _HAN[0]


def find(text: str) -> tuple[Numeral, ...]:
    """Every numeral of a text in order, with its span; what writes no number is left out."""
    found = ((value_of(match[0]), match.span()) for match in re.finditer(_RUN, text))
    return tuple(Numeral(value, span) for value, span in found if value is not None)


def _digits_in_a_row(words: str) -> int | None:
    if len(words) == 1:
        return DIGITS[words]
    is_estimate = len(words) < 4 and "〇" not in words and "零" not in words
    return None if is_estimate or "两" in words else int("".join(str(DIGITS[each]) for each in words))


def _below_ten_thousand(words: str) -> int | None:
    """Place values from high to low: each of 千 百 十 at most once, 零 for a gap, one digit at the end."""
    total, place, digit, after_zero = 0, 10_000, None, False
    for character in words:
        if character in TENS:
            ten = TENS[character]
            is_bare_ten = digit is None and ten == 10
            if ten >= place or (not digit and not is_bare_ten):
                return None
            total, place, digit, after_zero = total + (digit or 1) * ten, ten, None, False
        elif DIGITS.get(character) == 0:
            if digit is not None or after_zero or not total:
                return None
            after_zero = True
        elif character in DIGITS and digit is None:
            digit = DIGITS[character]
        else:
            return None
    return None if after_zero and digit is None else total + (digit or 0)
