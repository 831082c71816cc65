"""A time limit as tokens, each with its place in the input."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from gongkai.law.finding import Finding
from gongkai.law.numerals import CHARACTERS, value_of
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.beginnings import alternatives, beginning
from gongkai.law.time_limit.spelling import cleaned


class Kind(StrEnum):
    """What a token is in a time limit.

    词类：时限句中的数字、单位、起算词、标点等。
    """

    ISO_DATE = auto()
    CLOCK = auto()
    ROLL_OVER = auto()
    VAGUE = auto()
    COMPANION = auto()
    NEXT_QUARTER = auto()
    DITTO = auto()
    DOUBLE = auto()
    TEN_DAYS = auto()
    EXCEPTION = auto()
    PROMPT = auto()
    SAME = auto()
    STANDING = auto()
    WHILE = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    AGO = auto()
    AGE = auto()
    ABOVE = auto()
    AHEAD = auto()
    FIRST_HALF = auto()
    SECOND_HALF = auto()
    FIRST_MONTH = auto()
    LAST_MONTH = auto()
    ODD = auto()
    IS = auto()
    PUBLISH = auto()
    FROM = auto()
    IN_PLACE = auto()
    THAT_DAY = auto()
    ON = auto()
    AFTER = auto()
    WITHIN = auto()
    MEETING_BEFORE = auto()
    BEFORE = auto()
    EVERY = auto()
    BY = auto()
    YEAR_END = auto()
    MONTH_END = auto()
    EARLY = auto()
    END = auto()
    WORKDAY = auto()
    DAY = auto()
    DATE_DAY = auto()
    HOUR = auto()
    WEEK = auto()
    HALF_YEAR = auto()
    QUARTER = auto()
    MONTH = auto()
    NEXT_MONTH = auto()
    YEAR = auto()
    PIECE = auto()
    NTH = auto()
    TIMES = auto()
    UNTIL = auto()
    DASH = auto()
    STOP = auto()
    NUMBER = auto()
    OPEN = auto()
    CLOSE = auto()
    LIST = auto()
    BREAK = auto()
    SLASH = auto()
    WORD = auto()


# Words that hold a word of the grammar and mean something else: 周岁 is no 周, 此后 is no 后.
_ELSEWHERE = (
    "百分之|统一|一律|一定|一级|一致|同一|唯一|一切|一旦|一体|进一步|一系列|专一|先后|前后|最后(?!一个?月)|"
    "后勤|后续|落后|背后|此后|目前|前款|前期|前述|前往|前置|前列|面前|(?<![招考新学发])生前|先前|此前|当前|前提|前年|空前|"
    "[上下]一?年度?(?!底)|本年度?|当年度?|次年度?|同一年度?|各自|来自|独自|亲自|从事|从业|从严|服从|从而|从轻|从重|"
    "所在|现在|存在|正在|参与|与会|与否|给与|伴随|随访|随机|随意|随后|跟踪|跟进|在线|在校|在建|在册|在编|潜在|"
    "关于|对于|由于|属于|至于|位于|基于|便于|等于|用于|处于|限于|鉴于|低于|高于|大于|小于|"
    "再次|首次|初次|其次|层次|批次|档次|多次|每次|各次|本次|此次|历次|依次|次数|人次|场次|名次|发起|起草|一起|引起|提起|起诉|起止|起点|(?<!每)周[六日]|周末|周边|周围|周期|周年|周知|"
    "年龄|年报|年鉴|年限|年检|年审|日常|日报|日程|节假日|近日|季节|甚至|"
    "到期|到位|得到|收到|接到|达到|到账|到达|国内|境内|内容|内部|内设|行为|作为|认为|成为|为了|因为"
)

_ACTS = "公开|公布|发布|公示|公告|更新|通报|上传|报送|调整|维护|刊登|登载|展示|披露"
_DAYS_OFF = "节假日|公休日|休息日|双休日|周末|假期|假日"
# Words that promise a time without telling one.
_VAGUE = (
    "不定期|(?<!不)定期|适时|择机|择期|视情况?(?:而定)?|按需|酌情|待定|阶段性|近期|"
    "(?:规定|法定|合理|相关|有关|要求|承诺)的?(?:时限|期限|时间)内?|"
    "按照?(?:有关|相关|法律|法律法规|上级|国家|区|市|县|省|财政|统一|工作)*(?:规定|法定|要求|部署|安排|进展|需要)"
)
_HAN = "[\u4e00-\u9fff]"
# 1. 2、（一） ①: the number of an item in a list begins a sentence.
_ITEM = (
    r"[①-⑳]|(?<![第条款一二三四五六七八九十百])\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|"
    rf"(?:^|(?<=[。;:)]))(?:\d{{1,2}}[.、](?!\d)|[一二三四五六七八九十]{{1,2}}、)|"
    r"(?:^|(?<=[。;,:内布示开)]))\d{1,2}\)|"
    rf"(?<![\d.第])\d{{1,2}}\.(?!个)(?={_HAN})|(?<=(?!第){_HAN})\d{{1,2}}、(?={_HAN})"
)
# 3-5个工作日, 三至五日; 12月15-20日 is a date and 2021-2025年 two years.
_RANGE = (
    rf"(?<![\d月])(?:\d{{1,3}}|[{CHARACTERS}]+)(?:[-—–~]+|至|到|或)(?:\d{{1,3}}|[{CHARACTERS}]+)"
    rf"(?=个?工作|个[月季]|小时|[日天周年](?!\d))"
)

# The order decides: of two words that begin alike, the first that fits is taken.
VOCABULARY: tuple[tuple[Kind, str], ...] = (
    (Kind.WORD, r"(?<=[自在])「[^「」]{1,200}」(?=之日起|的\d|前)"),
    (
        Kind.ISO_DATE,
        r"\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}\.\d{1,2}\.\d{1,2}(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
        r"|(?<=\.\d[-—–~至到])\d{1,2}\.\d{1,2}(?![\d.])|(?<=\.\d\d[-—–~至到])\d{1,2}\.\d{1,2}(?![\d.])",
    ),
    (
        Kind.CLOCK,
        r"(?:上午|下午|中午|晚上?|凌晨)?\d{1,2}(?::\d\d(?::\d\d)?|[时点](?![间限段候])(?:\d{1,2}分|半|整)?)",
    ),
    (Kind.BREAK, _ITEM),
    (Kind.ROLL_OVER, f"(?:如?[遇逢])?(?:国家)?(?:法定)?(?:{_DAYS_OFF})[^,。;()]{{0,8}}顺延"),
    (
        Kind.EXCEPTION,
        "另有(?:规定|要求|约定)的?[,、]?(?:从其规定|除外)?|从其规定|除外|例外|不予公开|"
        "(?:特殊|紧急)情况[^,。;()]{0,12}(?:执行|办理|处理)",
    ),
    (Kind.VAGUE, _VAGUE),
    (
        Kind.PROMPT,
        f"第一时间|及时|实时|即时|立即|随时|动态|尽快|尽早|马上|立刻|即刻|当场(?!办)|(?:当日|当天)(?={_ACTS})",
    ),
    (Kind.DITTO, "同上|同左|同前"),
    (Kind.SAME, "同时|同步|一并"),
    (Kind.STANDING, f"长期(?!性)|常年|永久|(?:持续|全年|固定|一直|始终|常态化?)(?={_ACTS})(?!更新|调整)"),
    (
        Kind.WHILE,
        "(?:任期|任职期间|在任期间|在职期间|有效期间?|存续期间?)内|(?:任职|在任|在职|在岗|存续|有效)期间",
    ),
    (Kind.AT_LEAST, "不(?:得|应|能|可|应当|得以)?(?:少于|低于|短于|小于)|大于(?:或)?等于|≥|至少|最少|最短"),
    (
        Kind.AT_MOST,
        "(?:最长|最迟|最晚|最多)?不(?:得|应|能|可)?(?:超过|多于|晚于|迟于|大于)|小于等于|≤|最长|最迟|最晚|至迟|至多|最多",
    ),
    (Kind.AGO, "未来|今后|过去|最近|近(?!日)|年满|已满|(?<![期届示告])满"),
    (Kind.AGE, "周岁|岁"),
    (Kind.ABOVE, "及?以[上下]"),
    (Kind.AHEAD, "提前|提早"),
    (Kind.FIRST_HALF, "上半年"),
    (Kind.SECOND_HALF, "下半年"),
    (Kind.FIRST_MONTH, "首个?月|第一个?月"),
    (Kind.LAST_MONTH, "末月|最后一个?月"),
    (
        Kind.ODD,
        "(?:最后|第)[一二]个工作日|半个?月|半[天日]|(?:[数几余多]|若干)个?(?:工作日|小时|[日天月周年])",
    ),
    (Kind.DOUBLE, "[双隔](?=月|周)"),
    (Kind.TEN_DAYS, "(?<![上中下])旬"),
    (Kind.NEXT_MONTH, "次月|下个?月|当月|本月"),
    (Kind.NEXT_QUARTER, "(?:下一?|次|本|当)个?季度?(?=首|第|末|最后)"),
    (Kind.WORD, _ELSEWHERE),
    (Kind.IS, "一般为|原则上为|一般|为"),
    (Kind.PUBLISH, _ACTS),
    (Kind.FROM, "自(?!然)|从"),
    (Kind.IN_PLACE, "在|于"),
    (Kind.THAT_DAY, "之?次日|之日|当日|当天|之时"),
    (Kind.ON, "起"),
    (Kind.AFTER, "以后|之后|后"),
    (Kind.WITHIN, "以内|之内|内"),
    (Kind.MEETING_BEFORE, "会前|事前"),
    (Kind.BEFORE, "以前|之前|前"),
    (Kind.EVERY, "每"),
    (Kind.COMPANION, "[与随跟]"),
    (Kind.BY, "按照|按|逐"),
    (Kind.YEAR_END, "年底|年末"),
    (Kind.MONTH_END, "月底|月末"),
    (Kind.EARLY, "月初|年初|月?[上中下]旬|初"),
    (Kind.END, "底|末"),
    (Kind.WORKDAY, "工作[日天]"),
    (Kind.DAY, "自然日|日历[日天]|日|天"),
    (Kind.DATE_DAY, "号"),
    (Kind.HOUR, "小时"),
    (Kind.WEEK, "周|星期|礼拜"),
    (Kind.HALF_YEAR, "半年度?"),
    (Kind.QUARTER, "季度?"),
    (Kind.MONTH, "月[度份]?"),
    (Kind.YEAR, "年度?"),
    (Kind.PIECE, "个"),
    (Kind.NTH, "第"),
    (Kind.TIMES, "次"),
    (Kind.UNTIL, "截[至止](?:到|至|时间|日期)?为?"),
    (Kind.DASH, "[-—–~]+|至|到"),
    (Kind.STOP, "为止|止"),
    (Kind.NUMBER, rf"{_RANGE}|\d+|[{CHARACTERS}]+"),
    (Kind.OPEN, r"\("),
    (Kind.CLOSE, r"\)"),
    (Kind.LIST, "、"),
    (Kind.BREAK, "[,。;:?!]"),
    (Kind.SLASH, "/"),
)

FAR = 40  # characters
_TO = lazy("[-—–~]+|[至到或]")


@lru_cache(maxsize=1)
def _alternatives() -> list[tuple[str, str, int]]:
    """Beginning and words of each alternative, and the place of its kind."""
    return [
        (beginning(each), each, n) for n, (_, words) in enumerate(VOCABULARY) for each in alternatives(words)
    ]


def _sea() -> str:
    """A run of signs with which no word begins."""
    signs = {*"".join(signs for signs, _, _ in _alternatives())}
    return rf"[^\d①-⑳{re.escape(''.join(sorted(signs)))}]+"


_SEA = lazy(_sea)


@lru_cache(maxsize=4096)
def _lexer(first: str) -> tuple[re.Pattern[str], tuple[Kind, ...]] | None:
    """The words that may begin with a character, in their order, and the kind of each group of them."""
    fitting: dict[int, list[str]] = {}
    for signs, words, n in _alternatives():
        if _may_begin(signs, first):
            fitting.setdefault(n, []).append(words)
    if not fitting:
        return None
    groups = "|".join(f"({'|'.join(words)})" for words in fitting.values())
    return re.compile(groups), tuple(VOCABULARY[n][0] for n in fitting)


def _may_begin(words: str, first: str) -> bool:
    is_digit = first.isdigit() and r"\d" in words
    return first in words or is_digit or ("①" <= first <= "⑳" and "①-⑳" in words)


class Token(NamedTuple):
    """A word of the grammar with its place in the clean text.

    词：`value` 是数字的数值；“3-5”一类范围的 `value` 是上限，`low` 是下限。
    """

    kind: Kind
    words: str
    start: int
    end: int
    value: int | None = None
    low: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A time limit cut into tokens.

    切分后的时限句：`clean` 是去空白、统一全半角与繁简后的文字，`origin` 是其每个字符在原文中的位置，
    `kinds` 是各词的词类，`slips` 是照唯一读法改过的错字。
    """

    text: str
    clean: str
    origin: tuple[int, ...]
    tokens: tuple[Token, ...]
    kinds: tuple[Kind, ...]
    slips: tuple[Finding, ...] = ()

    def kind(self, at: int) -> Kind | None:
        """The kind of the token at a place, None beyond either end."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else None

    def first_of(self, kind: Kind, first: int, last: int) -> int | None:
        """The first token of a kind among [first, last), None where there is none."""
        return self.kinds.index(kind, first, last) if kind in self.kinds[first:last] else None

    def last_of(self, kind: Kind, first: int, last: int) -> int | None:
        """The last token of a kind among [first, last), None where there is none."""
        if kind not in self.kinds[first:last]:
            return None
        return next(place for place in range(last - 1, first - 1, -1) if self.kind(place) is kind)

    def words(self, first: int, last: int) -> str:
        """The clean words of the tokens [first, last), as many as there are."""
        first, last = max(first, 0), min(last, len(self.tokens))
        return self.clean[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def rest(self, at: int) -> str:
        """The clean words from a token on, as far as any production looks."""
        if at >= len(self.tokens):
            return ""
        start = self.tokens[at].start
        return self.clean[start : start + FAR]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place of the tokens [first, last) in the text as it was given."""
        return self.origin[self.tokens[first].start], self.origin[self.tokens[last - 1].end - 1] + 1

    def given(self, first: int, last: int) -> tuple[str, tuple[int, int]]:
        """The words of the tokens [first, last) as they were given, spaces and all, and their place."""
        span = self.span(first, last)
        return self.text[slice(*span)], span


def tokenise(text: str) -> Sentence:
    """Cuts a time limit into tokens: spaces, width, script and slips of one reading do not matter."""
    clean = cleaned(text)
    tokens = tuple(_tokens(clean.words))
    kinds = tuple(token.kind for token in tokens)
    return Sentence(text, clean.words, clean.origin, tokens, kinds, clean.findings)


def _value(words: str) -> tuple[int | None, int | None]:
    """The bounds of 3-5 (none where they do not rise), or no low bound and the number."""
    number = value_of(words)
    if number is not None:
        return None, number
    low, *rest = (value_of(part) for part in _TO.split(words))
    high = rest[0] if rest else None
    return (low, high) if low is not None and high is not None and low < high else (None, None)


def _tokens(clean: str) -> Iterator[Token]:
    at = sea = 0  # where the run of other characters began
    while at < len(clean):
        lexer = _lexer(clean[at])
        match = lexer[0].match(clean, at) if lexer else None
        if lexer is None or match is None:
            skipped = _SEA.match(clean, at + 1)
            at = skipped.end() if skipped else at + 1
            continue
        if sea < at:
            yield Token(Kind.WORD, clean[sea:at], sea, at)
        kind = lexer[1][(match.lastindex or 1) - 1]
        low, value = _value(match[0]) if kind is Kind.NUMBER else (None, None)
        yield Token(kind, match[0], at, match.end(), value, low)
        at = sea = match.end()
    if sea < len(clean):
        yield Token(Kind.WORD, clean[sea:], sea, len(clean))
