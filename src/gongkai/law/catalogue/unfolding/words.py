"""The words of a heading, and what sort of column each names."""

from enum import StrEnum
from functools import lru_cache

from gongkai.law.catalogue import columns
from gongkai.law.catalogue.columns import Purpose
from gongkai.law.patterns import lazy


class Family(StrEnum):
    """What sort of column a heading word names.

    栏的种类：序号、事项、内容、依据、时限、主体、渠道、对象、方式、层级、电话、其他；后三种多为打勾的栏。
    """

    NUMBER = "number"
    LEVEL = "level"
    CONTENT = "content"
    BASIS = "basis"
    LIMIT = "limit"
    BODY = "body"
    CHANNELS = "channels"
    AUDIENCE = "audience"
    MODE = "mode"
    LAYER = "layer"
    PHONE = "phone"
    OTHER = "other"


# 打勾的栏：对象、方式、层级
MARKED = frozenset({Family.AUDIENCE, Family.MODE, Family.LAYER})

_BY_PURPOSE = {
    Purpose.NUMBER: Family.NUMBER,
    Purpose.LEVEL: Family.LEVEL,
    Purpose.CONTENT: Family.CONTENT,
    Purpose.BASIS: Family.BASIS,
    Purpose.LIMIT: Family.LIMIT,
}
_OTHERS = (
    (Family.PHONE, lazy(r".*(?:电话|热线)(?:号码)?")),
    (Family.AUDIENCE, lazy(r".*(?:对象|公开范围)|(?:面向)?全社会?|社会公众|特定.*|范围")),
    (Family.MODE, lazy(r".*(?:公开方式|公开属性|五公开|依申请.*)|方式|属性|主动(?:公开)?")),
    (Family.LAYER, lazy(r".*层级|.*级|村居|社区")),
    (Family.CHANNELS, lazy(r".*(?:渠道|载体|形式|平台|途径|场所|位置).*")),
    (Family.BODY, lazy(r".*(?:主体|责任|单位|部门|科室|机构|机关|处室|股室|人员?)")),
)
_PARTS = lazy(r"全社会?|社会公众|特定.*|主动(?:公开)?|依申请.*|.*级")
# 断了半截的表头
_TORN = (
    (Family.AUDIENCE, lazy(r"特定.{0,3}|全社|公开对")),
    (Family.MODE, lazy(r"申请(?:公开)?|依申|公开方")),
    (Family.LAYER, lazy(r"公开层|、.{0,2}级")),
    (Family.OTHER, lazy(r"公开")),
)
_ELSEWHERE = lazy(r".*(?:所属|对应|网站|链接|平台).{0,4}(?:栏目|目录)")
_ATOM = lazy(
    r"序号|公开事项|事项(?:名称|类别)|[一二三四五六]级(?:事项|目录|栏目|指标)|公开(?:内容|依据|时限|主体|渠道(?:和载体)?|对象|范围|方式"
    r"|属性|层级|形式|载体)|条款内容|责任(?:单位|部门|科室|主体)|全社会|特定(?:群众|群体|对象|人群)|主动(?:公开)?|依申请(?:公开)?"
    r"|[省市县区乡镇村街道、]{1,4}级|咨询电话|监督(?:举报)?电话|备注"
)
_LONGEST_HEADING = 120
_MIRRORED = lazy(r"^开(?=[事内依时主渠方属对层])")


@lru_cache(maxsize=16384)
def family(text: str) -> Family | None:
    """What sort of column the word names; None where it is no heading word."""
    plain = restored(text)
    if len(plain) > 24 or not plain:
        return None
    purpose = columns.purpose(plain)
    if purpose is None:
        return next((found for found, words in _TORN if words.fullmatch(plain)), None)
    if _ELSEWHERE.fullmatch(plain):
        return Family.OTHER
    if purpose is not Purpose.OTHER:
        return _BY_PURPOSE[purpose]
    return next((found for found, words in _OTHERS if words.fullmatch(plain)), Family.OTHER)


@lru_cache(maxsize=16384)
def restored(text: str) -> str:
    """The word in plain simplified characters, with the 公 that filters of mirrors strike out."""
    return _MIRRORED.sub("公开", columns.plain(text))


def is_part(text: str) -> bool:
    """Whether the word divides another one in the second row of a heading: 全社会, 主动, 县级."""
    plain = restored(text)
    return bool(_PARTS.fullmatch(plain)) and not plain.endswith("层级") and level(plain) is None


def level(text: str) -> int | None:
    """The level that the word names (二级事项 is 2), or None."""
    return columns.level(restored(text))


def split(text: str) -> tuple[str, ...]:
    """Heading words run together without a blank, one by one; empty where the text is no such line."""
    plain = restored(text) if len(text) <= _LONGEST_HEADING else ""
    found = _ATOM.findall(plain)
    return tuple(found) if len(found) > 1 and sum(map(len, found)) == len(plain) else ()
