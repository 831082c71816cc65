"""What the columns of a catalogue are for, by their headings."""

from enum import StrEnum
from functools import lru_cache

from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy


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


# 各地目录的表头写法；去掉空白和括号里的说明、换成简体后比较，先列者先取。
# 同一用途里，写在前面的比写在后面的更像那一栏：同表两栏同用途时取前者，另一栏作其他栏。
_WORDS: tuple[tuple[Purpose, tuple[str, ...]], ...] = (
    (
        Purpose.NUMBER,
        (
            r"序号?|№|no\.?",
            r"(?:项目?|总)?(?:编号|编码|序列号)",
            r"(?:目录|事项|项目|信息|分类|栏目)(?:编号|编码|代码|序号)",
        ),
    ),
    (
        Purpose.BASIS,
        (
            r"(?:设立|设定)(?:的)?(?:法律|政策)?依据",
            r"(?:信息)?公开(?:的)?(?:法律|政策|法定)?依据",
            r"(?:主要|相关)?(?:法律|法规|法律法规|政策法规|法规政策|法律政策|法定)依据",
            r"(?:政策|文件|政策文件|制定|职权|实施|工作|主要|相关|公开内容)?依据(?:文件|名称|来源)?",
        ),
    ),
    (
        Purpose.CONTENT,
        (
            r"(?:栏目|(?:主动|应)?公开)(?:的)?(?:信息|具体|主要|事项)?内容(?:和|及|与|、)?(?:标准|要素|要求)?",
            r"(?:信息|具体|主要|事项|目录|工作)?内容(?:和|及|与|、)?(?:标准|要素|要求|描述|说明|概述|范围)?",
            r"(?:公开|内容|信息)要素|要素|公开要点",
            r"(?:公开|工作|规范)(?:的)?标准|(?:公开)?内容(?:规范|细目|细则)",
        ),
    ),
    (
        Purpose.LIMIT,
        (
            r"(?:信息)?公开(?:的)?(?:时限|期限)(?:要求|规定)?",
            r"时限(?:要求)?|期限(?:要求)?",
            r"公开(?:的)?(?:时间|时效)(?:要求|(?:和|及|与|、)?(?:频率|期限|时限))?",
            r"(?:信息)?(?:更新|发布|公示|维护|生成|产生)(?:的)?(?:时限|期限|时间|时效)(?:要求)?",
            r"(?:信息)?(?:更新|发布|公开)?(?:周期|频率|频次|频度)(?:要求)?",
        ),
    ),
    (
        Purpose.LEVEL,
        (
            r"第?[一二三四五六七八1-8]级.{0,6}",
            r"(?:政府)?(?:信息)?(?:主动)?(?:公开|政务|业务|办事|具体)?(?:事项|栏目|项目)(?:的)?(?:名称|类别|分类|标题)?",
            r"(?:公开)?目录(?:名称|类别|分类)|目录",
            r"(?:政府)?(?:信息)?(?:主动)?公开(?:类别|分类|领域|类目)(?:(?:和|及|与|、)(?:公开)?(?:事项|名称|项目))?",
            r"(?:信息|事项|栏目|目录|内容)?(?:类别|分类|类目|领域)(?:名称)?(?:(?:和|及|与|、)(?:事项|名称))?",
            r"(?:信息|主题|任务|职责|领域)名称|(?:具体|工作|部门|主要|业务)职责|职责",
            r"(?:公开|信息)?主题|[主子]项|[大中小]类|子事项|子目录|子栏目|板块|版块",
        ),
    ),
    (
        Purpose.OTHER,
        (
            r"(?:信息)?公开(?:的)?(?:主体|渠道|载体|平台|途径|场所|位置|方式|对象|层级|属性|责任|形式|范围|单位|部门|机构"
            r"|机关|网址|地址|链接|类型|格式|样式|程序|状态|情况|性质|科室|处室|人|与否).{0,10}",
            r"(?:信息)?(?:责任|主管|牵头|配合|承办|实施|提供|制作|编制|发布|报送|维护|录入|生成|监管|负责|产生|来源|更新|落实)"
            r"(?:单位|主体|科室|部门|处室|股室|机构|机关|领导|人员?|渠道|平台|载体|方式|形式|位置|途径).{0,10}",
            r"(?:公开|公示|保留|展示)?(?:时长|期间)|保留期限|信息更新|特定|工作渠道|渠道.{0,6}|载体.{0,6}|形式|方式|属性|层级|对象|主体|平台|范围|科室|单位|部门|处室",
            r"(?:咨询|监督|举报|投诉|联系|服务|受理|办公|监督举报|投诉举报|监督投诉|咨询监督)?(?:及|、|/)?(?:咨询|监督|举报|投诉)?"
            r"(?:电话|方式|渠道|人|热线)(?:号码)?",
            r"受理.{0,8}|审[核批查].{0,6}|(?:链接|网页)(?:地址)?|网址|地址|备注|注|说明|附件|条款内容|法条内容|条文内容|依据条款",
            r".{0,12}(?:对应|所属|所在|发布)(?:的)?(?:栏目|位置|网站|平台)",
            r"(?:面向)?全社会?|社会公众|特定(?:的)?(?:群体|群众|对象|人群|公众).{0,6}",
            r"主动(?:公开)?|依申请(?:公开)?(?:的)?|不予?公开|(?:是否)?(?:主动)?公开|免予公开",
            r"[省市县区旗州乡镇村街社]?[、/及和(]?[省市县区旗州乡镇村街道社办事处)、/及和]{0,10}级|国家级|村居|社区",
        ),
    ),
)
_REMARK = lazy(r"[（(\[【〔][^（()）\]】〕]*[）)\]】〕]|[（(\[【〔][^）)\]】〕]*$")
_NOISE_SIGNS = r"\s\u3000\u200b\ufeff|:：*＊·.．。?？"
_NOISE = lazy(rf"[{_NOISE_SIGNS}]+")
_KNOWN = tuple(
    (kind, rank, lazy(pattern)) for kind, patterns in _WORDS for rank, pattern in enumerate(patterns)
)
_ANY = lazy("|".join(f"(?:{pattern.pattern})" for _, _, pattern in _KNOWN))
_LONGEST = 24  # 更长的不是表头的栏名
_LONGEST_PRINTED = 96  # 连同括号里的说明
_TOO_LONG = lazy(rf"(?:[{_NOISE_SIGNS}]*[^{_NOISE_SIGNS}（(\[【〔]){{{_LONGEST + 1}}}")  # 括号以前就已经太长
_LEVEL = lazy(
    r"第?([一二三四五六七八1-8])级(?:公开|主动公开|信息)?"
    r"(?:栏目|事项|目录|分类|指标|类别|项目|标题|主题|名称|内容)?(?:名称)?"
)
_DIGITS = "一二三四五六七八"


def plain(heading: str) -> str:
    """The heading without blanks, line breaks and remarks in brackets, in simplified characters."""
    words = _NOISE.sub("", simplified(heading)).casefold()
    return _REMARK.sub("", words) or words.strip("（()）[]【】〔〕")


def purpose(heading: str) -> Purpose | None:
    """What a column under this heading holds; None where the words are no heading we know."""
    found = _known(heading)
    return found[0] if found else None


def rank(heading: str) -> int:
    """How far down its purpose's list a heading stands; of two columns alike the lower rank is meant."""
    found = _known(heading)
    return found[1] if found else len(_KNOWN)


def is_level_name(heading: str) -> bool:
    """Whether the heading names one level of the tree, such as 二级事项."""
    return level(heading) is not None


def level(heading: str) -> int | None:
    """The level that the heading names (一级事项 is 1); None where it names none."""
    found = _LEVEL.fullmatch(plain(heading))
    if found is None:
        return None
    return _DIGITS.index(found[1]) + 1 if found[1] in _DIGITS else int(found[1])


def _known(heading: str) -> tuple[Purpose, int] | None:
    if len(heading) > _LONGEST and (len(heading) > _LONGEST_PRINTED or _TOO_LONG.match(heading)):
        return None
    return None if heading.isdigit() else _looked_up(heading)


@lru_cache(4096)
def _looked_up(heading: str) -> tuple[Purpose, int] | None:
    words = plain(heading)
    if not words or len(words) > _LONGEST or not _ANY.fullmatch(words):
        return None
    return next(((kind, at) for kind, at, pattern in _KNOWN if pattern.fullmatch(words)), None)
