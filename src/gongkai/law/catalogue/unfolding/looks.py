"""What a poured-out cell is, by its look."""

import re
from enum import StrEnum
from functools import lru_cache

from gongkai.law.characters import simplified
from gongkai.law.patterns import lazy


class Look(StrEnum):
    """What the words of a cell look like by themselves.

    格的样子：空格、打勾、数字、电话、网址、渠道、时限、同上、依据、单位、对象、方式、内容、名称。
    """

    EMPTY = "empty"
    TICK = "tick"
    DIGITS = "digits"
    PHONE = "phone"
    ADDRESS = "address"
    CHANNELS = "channels"
    LIMIT = "limit"
    DITTO = "ditto"
    CITATION = "citation"
    BODY = "body"
    AUDIENCE = "audience"
    MODE = "mode"
    CONTENT = "content"
    NAME = "name"


_EMPTY = lazy(r"[?？\-—–/／\\|.·]*")
_TICK = lazy(r"[√✓✔☑∨vV]{1,3}")
_DIGITS = lazy(r"\d{1,4}[.．、]?")
_PHONE = lazy(r"(?:\d{3,4}[-—－–]?)?\d{7,8}(?:[、,，;；/](?:\d{3,4}[-—－–]?)?\d{7,8})*|1\d{10}")
_ADDRESS = lazy(r"https?://|www\.|\.(?:gov|com)\.?\w*/?")
_BOX = lazy(r"[■□▄☑☐▢◼◻◾▪þ]|[R£](?=[\u4e00-\u9fff])|口(?=[两兩一政公便社发發广廣纸紙精其入])")
_CHANNEL = lazy(
    r"""[1-9]?[.．、]?.{0,14}(?:网站|门户网|网页|公开栏|公示栏|公告栏|宣传栏|村务栏|[两一]微一端|新媒体|微信|微博|公众号
    |电子屏|查阅点|政府公报|纸质媒体|广播电视|政务服务中心|便民服务(?:站|中心|窗口)|办事窗口|办事大厅|服务大厅|发布会
    |听证会|座谈会|咨询会|论坛|入户|现场|精准推送|信息网|服务网|政府网|采购网|政务网|官网|公开平台|网络平台|网站公开|常规公开|APP|客户端
    |信用中国|交易平台|公共服务平台|公示牌|橱窗|线[上下].{0,8}|服务厅)
    (?:等.{0,20}|[(（].{0,20}[)）]|.{0,6}公开)?
    |其他[:：].{1,16}|会议|广播|电视|报纸|报刊|宣传单""",
    re.VERBOSE,
)
_BETWEEN = lazy(r"[、,，;；。/及和]+")
_LIMIT = lazy(
    r"""之日起?.{0,6}\d+|工作日|\d+个?工作$|自然日|\d+\s*个?[日天月年]之?内|[一二三四五六七八九十两半]+个?[日天月年]之?内
    |\d+小时内|\d+[日号]之?前|月底前|年底前|季度[首末]|第一时间""",
    re.VERBOSE,
)
_OFTEN = r"""(?:及时|实时|即时|随时|适时|立即|动态|定期|长期|常年|永久|逐[年月季]|按[年月季]度?
    |每半?[年月周日天]|每季度?|每学[年期])"""
_SHOWN = r"(?:进行|予以|向社会|公开|公布|公示|更新|调整|发布|维护|有效|一次|1次|[,，、;；/并])"
_LIMIT_WHOLE = lazy(
    rf"""(?:及时|实时|即时|立即|第一时间|随时|适时).{{2,4}}|(?!动态$){_OFTEN}
    |(?:按|按照|根据)?.{{0,12}}{_OFTEN}{_SHOWN}(?:{_SHOWN}|{_OFTEN})*
    |"""
    r"""(?:公示|公开|保持|公示期)?.{0,4}(?:不少于|不低于|不得少于|至少)?\d+\s*个?(?:年|月|周|天|日|季度|工作日|小时)
    |半?年度?(?:至少)?(?:更新|公开)?\d*次?|任期内|会[前后]|(?:年度|季度|月度)(?:公开|更新)
    |提前.{1,6}(?:公开|公布|发.{0,6}|公告|公示)?|(?!事).{2,14}[后前](?:及时|立即|即时)?(?:公开|公布|更新)|永久|长期有效""",
    re.VERBOSE,
)
_CITED = lazy(r"(?:【[^】]{1,14}】|\(?[1-9]\d?[.．、)]|●|·|依据[:：]?|根据|关于印发|由)?\s*[《〈]")
_ISSUED = lazy(r".{2,30}(?:关于|印发|发布|转发|制定)?.{0,6}《.+》.{0,30}")
_RULES = lazy(
    r"(?:相关|有关|国家|信息公开|现行|各级|上级)*(?:法律|法规|政策|规定|制度|文件|、|及|和|等){1,9}|.{0,10}(?:信息公开规定|三定.?方案)"
)
_BODY = lazy(
    r"""[^。；;:：●■□]{0,60}?(?:局|人民政府|政府|部门|办公室|委员会|[住城发卫]建?委|党政办|办事处|派出所|公安机关|机关
    |中心|管委会|科室?|股室?|[处组室]|厅|分局|大队|支队|中队|[镇乡]|街道|学校|中小学|管理所|供电所|卫生院|服务站
    |司法所|工作站|财政所|村委会|居委会|行政村|社区|工作线|办|公司|银行|机构|单位|站所?|院|村)(?:等)?
    (?:[(（][^)）]{0,40}[)）]|牵头.{0,20}|负责|提供|配合)?""",
    re.VERBOSE,
)
_NO_BODY = lazy(
    r"""(?:内设|下属|直属|所属|基层|派出|养老|服务|培训|医疗|组织|教育)(?:机构|单位|站所|部门)|.*(?:信息|名单|情况|许可|认定
    |目录|指南|文件)$""",
    re.VERBOSE,
)
_AUDIENCE = lazy(
    r"(?:面向)?(?:全社会|社会公众|公众|.{0,10}(?:特定.{1,4}|申请人|当事人|相对人|被征收人|范围内|群众|居民|村民))"
)
_MODE = lazy(
    r"主动公?开?|依申请(?:公开)?|(?:主动公开|依申请公开|[、和或/]){2,3}|全文(?:发布|公开)|部分公开|摘要公开|不予公开|公开"
)
_MARKS = lazy(r"[、；;,，。:：]")
_ITEM = lazy(r"(?:^|[\s;；。])[(（]?(?:[1-9]\d?[.．、)）](?!\d)|[一二三四五六七八九十][、.])|[●①②③④⑤◆○〇·]")
_LONGEST_NAME, _LONGEST_LIMIT = 40, 130
_LONGEST = 300  # 再长的格只看首尾


def look(text: str) -> Look:
    """What the text looks like; the first that fits of an ordered list of looks."""
    return _look(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 50]}…{text[-50:]}")


@lru_cache(maxsize=65536)
def _look(text: str) -> Look:
    plain = "".join(simplified(text).split())
    for found, fits in _ORDER:
        if fits(plain):
            return found
    return Look.NAME


def is_boxed(text: str) -> bool:
    """Whether the text begins with a box, ticked or not."""
    return bool(_BOX.match("".join(text.split())))


def _is_limit(plain: str) -> bool:
    if len(plain) > _LONGEST_LIMIT or _CITED.match(plain) or plain.startswith(("●", "■", "□")):
        return False
    if _LIMIT_WHOLE.fullmatch(plain):
        return True
    return bool(_LIMIT.search(plain)) and len(_ITEM.findall(plain)) < 2 and plain.count("、") < 4


def _is_channels(plain: str) -> bool:
    if _BOX.match(plain):
        return True
    parts = [part for part in _BETWEEN.split(plain) if part]
    return len(plain) <= 120 and bool(parts) and all(_CHANNEL.fullmatch(part) for part in parts)


def _is_citation(plain: str) -> bool:
    if _CITED.match(plain):
        return True
    if "《" in plain:
        before = plain.index("《")
        return before <= 30 and not _MARKS.search(plain[:before]) and bool(_ISSUED.match(plain))
    return bool(plain) and len(plain) <= 20 and bool(_RULES.fullmatch(plain)) and "规定" in plain


def _is_content(plain: str) -> bool:
    if len(plain) > _LONGEST_NAME or plain.endswith(("。", "；", ";", "：", ":")):
        return True
    outside = re.sub(r"[(（][^)）]*[)）]", "", plain)
    return len(_MARKS.findall(outside)) >= 2 or len(_ITEM.findall(plain)) >= 2 or plain[0] in "●①◆·"


def _is_body(plain: str) -> bool:
    return bool(_BODY.fullmatch(plain)) and not _NO_BODY.fullmatch(plain)


_ORDER = (
    (Look.EMPTY, lambda plain: not plain or bool(_EMPTY.fullmatch(plain))),
    (Look.TICK, lambda plain: bool(_TICK.fullmatch(plain))),
    (Look.DIGITS, lambda plain: bool(_DIGITS.fullmatch(plain))),
    (Look.PHONE, lambda plain: bool(_PHONE.fullmatch(plain))),
    (Look.ADDRESS, lambda plain: len(plain) < 120 and bool(_ADDRESS.match(plain))),
    (Look.CHANNELS, _is_channels),
    (Look.AUDIENCE, lambda plain: len(plain) <= 16 and bool(_AUDIENCE.fullmatch(plain))),
    (Look.MODE, lambda plain: bool(_MODE.fullmatch(plain))),
    (Look.DITTO, lambda plain: plain in {"同上", "同前"}),
    (Look.LIMIT, _is_limit),
    (Look.CITATION, _is_citation),
    (Look.BODY, _is_body),
    (Look.CONTENT, _is_content),
)
