"""Parts that several productions of the grammar share."""

from dataclasses import dataclass
from typing import NamedTuple

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.rule import Rule
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.vocabulary import Severity, Unit

UNITS = {
    Kind.WORKDAY: Unit.WORKDAY,
    Kind.DAY: Unit.DAY,
    Kind.HOUR: Unit.HOUR,
    Kind.WEEK: Unit.WEEK,
    Kind.MONTH: Unit.MONTH,
    Kind.QUARTER: Unit.QUARTER,
    Kind.HALF_YEAR: Unit.HALF_YEAR,
    Kind.YEAR: Unit.YEAR,
}

# Beyond these a number is a slip of the pen, not a time limit; they are no numbers of the law.
MOST = {
    Unit.WORKDAY: 1000,
    Unit.DAY: 3660,
    Unit.HOUR: 8784,
    Unit.WEEK: 522,
    Unit.MONTH: 120,
    Unit.QUARTER: 40,
    Unit.HALF_YEAR: 20,
    Unit.YEAR: 100,
}
UNIT_NAMES = {
    Unit.WORKDAY: "个工作日",
    Unit.DAY: "日",
    Unit.HOUR: "小时",
    Unit.WEEK: "周",
    Unit.MONTH: "个月",
    Unit.QUARTER: "个季度",
    Unit.HALF_YEAR: "个半年",
    Unit.YEAR: "年",
}
REACH = 60  # tokens: nobody writes a longer clause, and a hostile text must not cost its square
DAYS = (Kind.DAY, Kind.DATE_DAY)  # 日 and 号
ENDS = frozenset({Kind.BREAK, Kind.OPEN, Kind.CLOSE})
# 20日（工作日）内, 三日内（均为工作日）: the sentence itself says that its days are working days.
_SAID_WORKDAYS = lazy(r"(以?内)?\((?:均?[为指]|按|以|即)?工作[日天](?:计算?|内)?\)")
_OF_THE_CALENDAR = frozenset({Unit.MONTH, Unit.QUARTER})
LONGEST_SUBJECT = 20  # signs of who or what a limit is for
FOR = "的?(?:一般|原则上)?(?:为|是|:)?$"  # between a label and its amount
EARLIEST_YEAR = 1900  # “2022年” is a year, “20年” is twenty years


class Amount(NamedTuple):
    """A number with its unit, and the token after it.

    数量与单位，如“20个工作日”；`end` 是其后第一个词的序号，`low` 是“3-5个工作日”的下限。
    """

    value: int
    unit: Unit
    end: int
    low: int | None = None


@dataclass(frozen=True, slots=True)
class Island:
    """A stretch of the text that was understood.

    读懂的一段：词 [first, last)，读出的规则（陷阱一类没有规则）和问题。
    """

    first: int
    last: int
    rules: tuple[Rule, ...] = ()
    findings: tuple[Finding, ...] = ()


def amount_at(sentence: Sentence, at: int) -> Amount | None:
    """amount := NUMBER ('(' the same NUMBER ')')? 个? unit ('(' 指? 工作日 ')')? | 半年

    “3月” is March and “一季度” the first quarter: months and quarters are counted with 个 only.
    """
    value = sentence.tokens[at].value
    if value is None:
        return Amount(1, Unit.HALF_YEAR, at + 1) if sentence.kinds[at] is Kind.HALF_YEAR else None
    begins, at = at, _over_figures(sentence, at)
    has_piece = sentence.kind(at + 1) is Kind.PIECE
    place = at + 1 + has_piece
    kind = sentence.kind(place)
    unit = UNITS.get(kind) if kind else None
    if unit is None or sentence.rest(place + 1).startswith("半"):
        return None
    if (unit in _OF_THE_CALENDAR and not has_piece) or (value >= EARLIEST_YEAR and unit is Unit.YEAR):
        return None
    end = place + 1
    if unit is Unit.DAY and (said := _SAID_WORKDAYS.match(sentence.rest(end))):
        unit = Unit.WORKDAY
        end = end if said[1] else _over_bracket(sentence, end)
    return Amount(value, unit, end, sentence.tokens[begins].low)


def _over_figures(sentence: Sentence, at: int) -> int:
    """The last token of 二十(20), as contracts write a number; `at` where no second number stands."""
    is_twice = sentence.kinds[at + 1 : at + 4] == (Kind.OPEN, Kind.NUMBER, Kind.CLOSE)
    return at + 3 if is_twice and sentence.tokens[at + 2].value == sentence.tokens[at].value else at


def _over_bracket(sentence: Sentence, at: int) -> int:
    while sentence.kind(at) is not Kind.CLOSE:
        at += 1
    return at + 1


def least(amount: Amount) -> int:
    """The lower bound of a range, else the number."""
    return amount.value if amount.low is None else amount.low


def ranged(sentence: Sentence, at: int, amount: Amount, *, is_upper: bool) -> tuple[Finding, ...]:
    """A warning where a range stands for one number (3-5个工作日), with the bound that was read."""
    if amount.low is None:
        return ()
    mended = f"{amount.value if is_upper else amount.low}{UNIT_NAMES[amount.unit]}"
    words = sentence.words(at, amount.end)
    message = f"“{words}”是一个范围，期限应当只有一个数，按{'最迟' if is_upper else '最少'}的{mended}读。"
    return (Finding("range", Severity.WARNING, message, sentence.span(at, amount.end), mended),)


def clause_start(sentence: Sentence, at: int, floor: int) -> int:
    """Where the clause that leads to a token begins: after a break, an open bracket or the last island.

    A break directly before the token belongs to the lead (信息形成后，7个工作日内).
    """
    depth = 0
    floor = max(floor, at - REACH)
    for place in range(at - 1, floor - 1, -1):
        kind = sentence.kinds[place]
        if kind not in ENDS:
            continue
        if kind is Kind.CLOSE:
            depth += 1
        elif kind is Kind.OPEN:
            if depth == 0:
                return place + 1
            depth -= 1
        elif depth == 0 and (place < at - 1 or sentence.tokens[place].words not in ",:!?"):
            return place + 1
    return floor


def clause_end(sentence: Sentence, at: int) -> int:
    """The token at which the clause ends: a break, a bracket or the end of the text."""
    for kind in sentence.kinds[at : at + REACH]:
        if kind in ENDS:
            break
        at += 1
    return at


def is_end(sentence: Sentence, at: int) -> bool:
    """Whether nothing follows in the clause."""
    kind = sentence.kind(at)
    return kind is None or kind in ENDS


def skip(sentence: Sentence, at: int, *words: str) -> int:
    """The place after a token that is one of these words, else the same place."""
    return at + 1 if at < len(sentence.tokens) and sentence.tokens[at].words in words else at


def error(sentence: Sentence, code: str, first: int, last: int, message: str, mend: str = "") -> Finding:
    """An error about the tokens [first, last)."""
    return Finding(code, Severity.ERROR, message, sentence.span(first, last), mend)


def before_token(sentence: Sentence, at: int) -> str:
    """The clean words before a token, over colons, as far as a label reaches."""
    start = sentence.tokens[at].start
    return sentence.clean[max(0, start - LONGEST_SUBJECT) : start]
