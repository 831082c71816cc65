"""A time limit as tokens, each with its place in the input."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from gongkai.law.numerals import CHARACTERS, value_of


class Kind(StrEnum):
    """What a token is in a time limit.

    词类：时限句中的数字、单位、起算词、标点等。
    """

    ISO_DATE = auto()
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
    "后勤|后续|落后|背后|此后|目前|前款|前期|前述|前往|前置|前列|面前|生前|先前|此前|当前|前提|前年|空前|"
    "[上下]一?年度?(?!底)|本年度?|当年度?|次年度?|同一年度?|各自|来自|独自|亲自|从事|从业|从严|服从|从而|从轻|从重|"
    "所在|现在|存在|正在|在线|在校|在建|在册|在编|潜在|"
    "关于|对于|由于|属于|至于|位于|基于|便于|等于|用于|处于|限于|鉴于|低于|高于|大于|小于|"
    "发起|起草|一起|引起|提起|起诉|起止|起点|周六|周日|周末|周边|周围|周期|周年|周知|"
    "年龄|年报|年鉴|年限|年检|年审|日常|日报|日程|节假日|近日|季节|甚至|"
    "到期|到位|得到|收到|接到|达到|到账|到达|国内|境内|内容|内部|内设|行为|作为|认为|成为|为了|因为"
)

# The order decides: of two words that begin alike, the first that fits is taken.
VOCABULARY: tuple[tuple[Kind, str], ...] = (
    (Kind.ISO_DATE, r"\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}\.\d{1,2}\.\d{1,2}(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d)"),
    (Kind.EXCEPTION, "另有规定的?[,、]?从其规定|另有规定的?|从其规定"),
    (Kind.PROMPT, "第一时间|及时|实时|即时|立即|随时|动态"),
    (Kind.SAME, "同时|同步|一并"),
    (Kind.STANDING, "长期|常年|永久"),
    (Kind.WHILE, "(?:任期|任职期间|在任期间|在职期间|有效期|存续期)内"),
    (Kind.AT_LEAST, "不得?少于|不应少于|不得?低于|不得?短于|不得?小于|至少|最少"),
    (Kind.AT_MOST, "(?:最长|最迟|最晚|最多)?不得?(?:超过|多于|晚于|迟于)|最长|最迟|最晚|至多|最多"),
    (Kind.AGO, "未来|今后|过去|最近|近(?!日)|年满|已满|(?<![期届])满"),
    (Kind.AGE, "周岁|岁"),
    (Kind.ABOVE, "及?以[上下]"),
    (Kind.AHEAD, "提前|提早"),
    (Kind.FIRST_HALF, "上半年"),
    (Kind.SECOND_HALF, "下半年"),
    (Kind.FIRST_MONTH, "首月|第一个?月"),
    (Kind.LAST_MONTH, "末月|最后一个?月"),
    (Kind.ODD, "半个?月|半[天日]|(?:[数几余多]|若干)个?(?:工作日|小时|[日天月周年])"),
    (Kind.NEXT_MONTH, "次月|下个?月|当月|本月"),
    (Kind.WORD, _ELSEWHERE),
    (Kind.IS, "一般为|原则上为|一般|为"),
    (Kind.PUBLISH, "公开|公布|发布|公示|公告|更新|通报|上传|报送|调整|维护|刊登|登载|展示|披露"),
    (Kind.FROM, "自(?!然)|从"),
    (Kind.IN_PLACE, "在|于"),
    (Kind.THAT_DAY, "之?次日|之日|当日|当天|之时"),
    (Kind.ON, "起"),
    (Kind.AFTER, "以后|之后|后"),
    (Kind.WITHIN, "以内|之内|内"),
    (Kind.MEETING_BEFORE, "会前|事前"),
    (Kind.BEFORE, "以前|之前|前"),
    (Kind.EVERY, "每"),
    (Kind.BY, "按照|按"),
    (Kind.YEAR_END, "年底|年末"),
    (Kind.MONTH_END, "月底|月末"),
    (Kind.EARLY, "月初|年初|月?[上中下]旬|初"),
    (Kind.END, "底|末"),
    (Kind.WORKDAY, "工作[日天]|工做[日天]|工作曰|工作(?=[以之]?内)"),
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
    (Kind.NUMBER, rf"\d+|[{CHARACTERS}]+"),
    (Kind.OPEN, r"\("),
    (Kind.CLOSE, r"\)"),
    (Kind.LIST, "、"),
    (Kind.BREAK, "[,。;:?!]"),
    (Kind.SLASH, "/"),
)

_LEXER = "|".join(f"(?P<{kind.name}{n}>{words})" for n, (kind, words) in enumerate(VOCABULARY))
_KIND_OF_GROUP = {f"{kind.name}{n}": kind for n, (kind, _) in enumerate(VOCABULARY)}

# One character for one, in pairs, so that no place in the input moves.
_PAIRS = (
    "（(）)【(】)［(］)〔(〕)[(])，,；;：:？?！!／/～~－-−-０0１1２2３3４4５5６6７7８8９9"
    "長长開开隨随時时個个內内變变產产關关實实動动發发佈布聽听證证會会議议舉举獲获許许處处罰罚決决應应當当與与審审執执"
    "滿满間间網网後后兩两週周號号終终總总啟启從从規规點点該该製制無无於于為为將将報报對对門门單单屆届準准調调編编經经"
    "數数務务業业條条約约類类標标據据責责項项統统維维達达續续際际徵征詢询見见採采納纳結结財财預预圖图縣县鄉乡鎮镇區区"
)
_SAME_CHARACTER = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_SPACE = " \t\r\n\f\v\u3000\u00a0\u200b\u200c\u200d\ufeff\u2002\u2003\u2009"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the grammar with its place in the clean text."""

    kind: Kind
    words: str
    start: int
    end: int
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A time limit cut into tokens.

    切分后的时限句：`clean` 是去空白、统一全半角与繁简后的文字，`origin` 是其每个字符在原文中的位置。
    """

    text: str
    clean: str
    origin: tuple[int, ...]
    tokens: tuple[Token, ...]

    def kind(self, at: int) -> Kind | None:
        """The kind of the token at a place, None beyond either end."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def words(self, first: int, last: int) -> str:
        """The clean words of the tokens [first, last)."""
        return self.clean[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def rest(self, at: int) -> str:
        """The clean words from a token to the end."""
        return self.clean[self.tokens[at].start :] if at < len(self.tokens) else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place of the tokens [first, last) in the text as it was given."""
        return self.origin[self.tokens[first].start], self.origin[self.tokens[last - 1].end - 1] + 1

    def given(self, first: int, last: int) -> str:
        """The words of the tokens [first, last) as they were given, spaces and all."""
        start, end = self.span(first, last)
        return self.text[start:end]


def tokenise(text: str) -> Sentence:
    """Cuts a time limit into tokens: spaces inside words, width and script of characters do not matter."""
    kept = [(place, _SAME_CHARACTER.get(each, each)) for place, each in enumerate(text) if each not in _SPACE]
    clean = "".join(each for _, each in kept).replace("元月", "1月")
    return Sentence(text, clean, tuple(place for place, _ in kept), tuple(_tokens(clean)))


def _tokens(clean: str) -> list[Token]:
    found: list[Token] = []
    sea = 0  # where the run of other characters began
    for match in re.finditer(_LEXER, clean):
        start, end = match.span()
        if sea < start:
            found.append(Token(Kind.WORD, clean[sea:start], sea, start))
        kind = _KIND_OF_GROUP[match.lastgroup or ""]
        value = value_of(match[0]) if kind is Kind.NUMBER else None
        found.append(Token(kind, match[0], start, end, value))
        sea = end
    if sea < len(clean):
        found.append(Token(Kind.WORD, clean[sea:], sea, len(clean)))
    return found
