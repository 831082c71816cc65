"""What a time limit counts from: the words before the amount."""

from dataclasses import dataclass

from gongkai.law.patterns import lazy
from gongkai.law.time_limit.beginnings import where_it_may_begin
from gongkai.law.time_limit.rule import Trigger
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.vocabulary import Event

# contracts/time-limit.md: 产生、制定视同形成，更新视同变更，批复视同批准，发文视同印发，闭会视同结束。
_MADE = "编制|编写|制作|制定|起草|整理|采集|汇总"
EVENT_WORDS: tuple[tuple[Event, str], ...] = (
    (
        Event.PERIOD_ENDED,
        "(?:半年度?|会计年度|年度?|季度?|月度?|报告期|周期|每期)(?:终了|结束|届满|期满|末)|(?:(?<=每)|^)[年季月]度?$",
    ),
    (Event.OBTAINED, "获取|获得|取得|得到|采集"),
    (Event.RECEIVED, "收到|接到|接收|接受|受理|收件|送达"),
    (Event.ISSUED, "印发|下发|发文|制发|颁发|发出|出台"),
    (Event.SIGNED, "签发|签署|签订|签字|签约|成文"),
    (Event.FORMED, f"(?:{_MADE})完成|完成(?:{_MADE})"),
    (Event.CLOSED, "结束|闭会|闭幕|截止|终止|办结|终结|期满|届满|完成|完结|完毕"),
    (Event.EFFECTIVE, "施行|实施|生效|执行"),
    (Event.APPROVED, "批复|批准|获批|审批|审定|核准|通过$|通过(?=,|\\))"),
    (Event.DECIDED, "决定|作出|做出"),
    (Event.PUBLISHED, "公布|发布|公开|公示|公告|刊登|发表"),
    (Event.CHANGED, "变更|更新|更改|变动|调整|修订|修改|变化"),
    (Event.FORMED, "形成|产生|生成|制定|制作|编制"),
    (Event.HELD, "召开|举行|举办|开展|开会|会议|听证会?|活动|^会$"),
    (Event.STARTED, "开始|启动|开工|开放|开学|起始"),
)
_EVENT = lazy(lambda: where_it_may_begin("|".join(f"({words})" for _, words in EVENT_WORDS)))
_COUNTED = frozenset({Kind.WORKDAY, Kind.DAY, Kind.HOUR, Kind.WEEK, Kind.MONTH, Kind.YEAR})
_FILLING = frozenset({Kind.PIECE, Kind.BREAK, Kind.AT_MOST})
_MARKERS = (frozenset({Kind.ON, Kind.AFTER}), frozenset({Kind.THAT_DAY}))
_OPENERS = frozenset({Kind.FROM, Kind.IN_PLACE})
_FORMED_AND_CHANGED = {Event.FORMED, Event.CHANGED}
_EITHER = lazy("[或、(]")
_RECEIPT = lazy("收到|接到")
_EVENT_LAST = lazy(
    "(?:" + "|".join(words for _, words in EVENT_WORDS) + r")\)*$|(?:期满|届满|结束)且?(?:无|没有)异议$|"
    r"(?:形成|产生|生成|制定|制作|获取|取得|变更|更新)的?信息\)*$"
)
_NO_EVENT_LAST = lazy("双公示$|信息公开$|政务公开$|村务公开$")
_LIMIT_ENDS = (Kind.WITHIN, Kind.BEFORE)
FILLERS = lazy(
    "^(?:[,、:]|自(?!然)|从|其中|并且?|应当|应该|应(?!急|用|届|对|诉)|必须|须|需(?!求)|"
    "最迟|最晚|不[得应能]?[晚迟]于|原则上|一般|予以|在|于|或者?(?=[更变修调]))+"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with the token at which its words begin.

    起算点及其第一个词；`is_marked` 表示有“之日起”“后”一类标记。
    """

    trigger: Trigger
    first: int
    is_marked: bool


def event_of(words: str) -> Event:
    """The event that words name (contracts/time-limit.md, CODE); `other` when they name none.

    What was received does not matter (收到批准文件). Where several stand, forming and changing go
    together, of alternatives (A或者B) the first is meant, and otherwise the last:
    部门预算经财政部门批复 is approved, 行政处罚决定信息公示 is published.
    """
    if _RECEIPT.search(words):
        return Event.RECEIVED
    found = [(EVENT_WORDS[(match.lastindex or 1) - 1][0], match.start()) for match in _EVENT.finditer(words)]
    if not found:
        return Event.OTHER
    if len(found) == 1:
        return found[0][0]
    if {event for event, _ in found} >= _FORMED_AND_CHANGED:
        return Event.FORMED_OR_CHANGED
    is_choice = _EITHER.search(words, found[0][1], found[-1][1]) is not None
    return found[0 if is_choice else -1][0]


def trigger_before(sentence: Sentence, first: int, at: int, *, may_be_any: bool = False) -> Found | None:
    """trigger := FROM? words (THAT_DAY? ON | THAT_DAY | AFTER) 的? | FROM words 的? | words-of-an-event 的?

    Looks at the tokens [first, at) that lead to an amount. With `may_be_any` words after 在 or 于 need not
    name an event that we know (在采取管制措施3日前). Source: 民法典第二百零一条 counts from the day
    after the one that these words name.
    """
    end = _without_filling(sentence, first, at)
    last, is_marked = _without_marker(sentence, first, end)
    start = _start(sentence, first, last)
    words = FILLERS.sub("", sentence.words(start, last)).removesuffix("的")
    if words.startswith("「") and words.endswith("」"):
        words = words[1:-1]
    is_placed = may_be_any and start > first and sentence.kind(start - 1) is Kind.IN_PLACE
    if not words or not (is_marked or is_placed or _may_stand_bare(sentence, first, last, words)):
        return None
    begins = start - 1 if start > first and sentence.kinds[start - 1] in _OPENERS else start
    while start <= begins < last and FILLERS.fullmatch(sentence.tokens[begins].words):
        begins += 1
    return Found(Trigger(event_of(words), words), begins, is_marked)


def meeting(sentence: Sentence, at: int) -> Trigger:
    """The trigger of 会前 and 事前: a meeting is held, what 事 is the words do not say."""
    words = sentence.tokens[at].words[0]
    return Trigger(Event.HELD if words == "会" else Event.OTHER, words)


def _without_filling(sentence: Sentence, first: int, at: int) -> int:
    """Steps back over what may stand between trigger and amount: 的、个、逗号、最迟."""
    while at > first:
        token = sentence.tokens[at - 1]
        if token.kind not in _FILLING and token.words != "的":
            break
        at -= 1
    return at


def _without_marker(sentence: Sentence, first: int, end: int) -> tuple[int, bool]:
    last = end
    for kinds in _MARKERS:
        while last > first and sentence.kinds[last - 1] in kinds:
            last -= 1
    return last, last < end


def _start(sentence: Sentence, first: int, last: int) -> int:
    """After the first 自 or 从; without one after the last 在 or 于; else where the clause begins.

    A limit of its own (…20日内…) is never part of what another counts from.
    """
    for place in range(last - 1, first, -1):
        if sentence.kinds[place - 1] in _COUNTED and sentence.kinds[place] in _LIMIT_ENDS:
            first = place + 1
            break
    opener = sentence.first_of(Kind.FROM, first, last)
    if opener is None:
        opener = sentence.last_of(Kind.IN_PLACE, first, last)
    return first if opener is None else opener + 1


def _may_stand_bare(sentence: Sentence, first: int, last: int, words: str) -> bool:
    """Without 之日起 or 后 the words must begin with 自 or end with an event (该信息产生的20个工作日内)."""
    if Kind.FROM in sentence.kinds[first:last]:
        return True
    return _EVENT_LAST.search(words) is not None and _NO_EVENT_LAST.search(words) is None
