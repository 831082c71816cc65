"""What the columns of a catalogue are for, by their headings."""

import re
from enum import StrEnum


class Purpose(StrEnum):
    """What a column of a catalogue holds.

    表列的用途：序号、栏目名称（各级）、设立依据、栏目内容、公开时限；公开主体、渠道和载体、公开对象、
    公开方式、公开层级、更新周期等是其他栏。
    """

    NUMBER = "number"
    LEVEL = "level"
    BASIS = "basis"
    CONTENT = "content"
    LIMIT = "limit"
    OTHER = "other"


# 各地目录的表头写法；去掉空格、换成简体后比较，先列者先取
_WORDS = (
    (Purpose.NUMBER, re.compile(r"^(?:序号|编号|序)$")),
    (Purpose.BASIS, re.compile(r"^(?:设立|公开|法律|政策)?依据$")),
    (Purpose.CONTENT, re.compile(r"^(?:栏目|公开)?内容(?:标准)?(?:[（(]要素[）)])?$")),
    (Purpose.LIMIT, re.compile(r"^(?:公开|更新)?(?:时限|时限要求|期限|周期)$")),
    (
        Purpose.LEVEL,
        re.compile(r"^(?:公开事项|事项名称|栏目(?:名称)?|公开栏目|[一二三四五六七八]级.{0,4}|类别)$"),
    ),
    (
        Purpose.OTHER,
        re.compile(
            r"^(?:公开(?:主体|渠道|方式|对象|层级|属性|责任|形式|范围).*|责任(?:单位|主体)|全社会"
            r"|特定(?:群体|群众|对象)|主动|依申请(?:公开)?|[省市县区乡镇村]、?.{0,3}级|备注|单位)$"
        ),
    ),
)
_SUB_LEVEL = re.compile(r"^[一二三四五六七八]级(?:栏目|事项|目录|分类|指标)?$")


def purpose(heading: str) -> Purpose | None:
    """What a column under this heading holds; None where the words are no heading we know."""
    plain = "".join(heading.split())
    return next((found for found, words in _WORDS if words.match(plain)), None)


def is_level_name(heading: str) -> bool:
    """Whether the heading names one level of the tree, such as 二级事项."""
    return bool(_SUB_LEVEL.match("".join(heading.split())))
