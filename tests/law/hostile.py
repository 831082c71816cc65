"""Texts made to be slow, for the tests and the bench."""

from collections.abc import Iterator

from gongkai.law.elements.reading import LONGEST_CELL
from gongkai.law.time_limit.grammar import LONGEST

LIMITS = (
    "个工作日内自之日起", "20个工作日内", "20个工作日或", "(", "((((20个工作日内))))", "1",
    "1234567890", "一二三", "壹贰", "3-5个", "每年", "每年1月1日、", "1月、", "和7月底", "同步",
    "、同步", "前", "之日起", "公示自", "按有关", "节假日", "O1O", "信息形成,",
    "自形成之日起20个工作日内;", "2024年1月1日至", "「", "自「",
)  # fmt: skip
CITED = ("《", "《》", "（", "1.", "《a", "〔2022〕", "国务院令", "1、《a》（", "关于印发《")
OPENED = ("《中华每年", "《甲法》第一条", "《甲法》（国务院令第", "关于印发《甲")
RUNS = ("6", " ", "（", "、", "一", "0 ", "的")
ENDS = ("", " (国第711号)", "条例》")
CONTENTS = (
    "(", "()", "(标题、", "和", "、", "\n", "标题 ", "《", "“”", "1.", "1、", "(一)", "包括",
    "标题:", "[标题", "[标题]", "标", "的", "等、", "甲等乙、", "●○", "标题\n", "甲的、",
    "标题,包括", "标题(标题、名称)", "名称和", "(《", " ", "a  ", "甲、", "甲乙、丙的依据、", "——",
    "《标题》", "标题(甲)", "“(a)”", "是否", "……", "\x00", "①",
)  # fmt: skip
CONTENT_ENDS = ("", "的政策", ")" * 2000, "等方面的政策、措施")


def limits() -> Iterator[str]:
    """The longest limits that are read at all, each one piece over and over."""
    for piece in LIMITS:
        yield (piece * LONGEST)[:LONGEST]


def citations(length: int = 6000) -> Iterator[str]:
    """Signs of citations over and over, and long runs within a citation, short ones too."""
    for sign in CITED:
        yield sign * length
    for opened in OPENED:
        for run in RUNS:
            for end in ENDS:
                yield opened + run * 86 + end
                yield opened + run * length + end


def contents() -> Iterator[str]:
    """The longest content cells that are read at all."""
    yield "(标题、" * 1500 + ")" * 1500
    for piece in CONTENTS:
        for end in CONTENT_ENDS:
            yield (piece * LONGEST_CELL)[: LONGEST_CELL - len(end)] + end
