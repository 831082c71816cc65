"""Bytes to text, in whatever encoding an office wrote it."""

import codecs

from gongkai.grids.allowance import LARGEST
from gongkai.grids.refusal import named, too_large
from gongkai.law.characters import simplified
from gongkai.law.errors import LawError
from gongkai.law.patterns import lazy

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 40_000
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1f\x7f]")
_RARE = lazy(r"[\ue000-\uf8ff\ufff0-\uffff\U000e0000-\U0010ffff]|[\u0080-\u009f]")
_HAN = lazy(r"[\u4e00-\u9fff]")
# 中文里最常见的字和公文用字：凭它们在文中的多少，分辨是哪一种编码
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
    "温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支"
    "般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属"
    "圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮"
    "轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑"
    "序栏限依据载渠网站乡镇街村居责单位职能领导简介概况预决算财政审批许可处罚征收征集意见社会救助就业医疗教育卫生环境监督投诉电话"
    "邮箱地址负责姓名内设机构职责办公室时间联系方式规范性文件解读策新闻统计信息报告年度申请指南目录事项主体层级对象特定群体备注"
    "，。、；：“”《》（）〔〕【】！？　—…·■□√☑●"
)


def decode(data: bytes, file: str = "") -> str:
    """The text of a file: UTF-8, UTF-16, UTF-32, GB18030 or Big5; LawError where it is none of them."""
    if len(data) > LARGEST:
        raise too_large(file)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _plausible(data[len(mark) :].decode(encoding, "replace"), file)
    return _plausible(data.decode(encoding_of(data), "replace"), file)


def encoding_of(data: bytes) -> str:
    """utf-8, utf-16, gb18030 or big5: the one in which the most characters are common in Chinese."""
    sample = data[:_SAMPLE]
    if not _torn(sample, "utf-8") and sample.count(0) * 10 <= len(sample):
        return "utf-8"
    scores = {each: _score(sample.decode(each, "replace")) for each in ("utf-8", "gb18030", "big5hkscs")}
    if sample.count(0) * 200 >= len(sample):
        # 没有标记的UTF-16：制表符、数字、换行里有零字节
        scores |= {each: _score(sample.decode(each, "replace")) for each in ("utf-16-le", "utf-16-be")}
    return max(scores, key=scores.__getitem__)


def _torn(sample: bytes, encoding: str) -> bool:
    """Whether the bytes break the encoding, other than by a last character that is cut off."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        decoder.decode(sample, False)
    except UnicodeDecodeError:
        return True
    return False


def _score(text: str) -> float:
    """Share of ASCII and common characters, less what could not be read."""
    good = sum(sign.isascii() or sign in _COMMON for sign in simplified(text))
    bad = len(_CONTROL.findall(text)) + len(_RARE.findall(text))
    return (good - 2 * bad) / (len(text) or 1)


def _plausible(text: str, file: str) -> str:
    """Random bytes decode as GB18030 or UTF-16 too, but not into words. Single stray signs are dropped."""
    # 从Word复制的文字里，格与格之间是\x07，格内换行是\x0b
    text = text.replace("\x07", "\t").replace("\x0b", "\n")
    sample = text[:20_000].removesuffix("\ufffd") or text  # 最后一个字被截去一半，不算
    odd = len(_RARE.findall(sample)) + len(_CONTROL.findall(sample))
    zeroes = sample.count("\x00")
    odd -= zeroes if zeroes * 5 <= len(sample) else 0
    strange = sum(not sign.isascii() for sign in sample) - len(_HAN.findall(sample))
    if odd * 50 > len(sample) + 30 or strange * 2 > len(sample) + 20:
        raise LawError(f"{named(file)}不是文本：请另存为UTF-8、UTF-16或GBK编码、以制表符分列的文本后再读。")
    return _CONTROL.sub("", text)
