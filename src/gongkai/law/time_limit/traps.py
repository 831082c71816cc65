"""Numbers with units that limit no disclosure."""

from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.beginnings import where_it_may_begin
from gongkai.law.time_limit.parts import Amount, Island, clause_end
from gongkai.law.time_limit.tokens import Kind, Sentence
from gongkai.law.time_limit.triggers import trigger_before
from gongkai.law.vocabulary import Severity, Unit

# trap  := AGO amount                          未来四十八小时, 近三年, 年满18
#        | window what                         1月1日至12月31日的环境信息: the time that it tells of
#        | amount ABOVE                        一年以上, unless a display is told of before it
#        | label (为|是|:)? words? amount      办理时限15个工作日, 有效期5年: a limit of something else
#        | label until-date | date 前 完成            有效期至2025年12月31日, 年底前完成整改
#        | amount WITHIN? 办结                        5个工作日内完成审批
#        | 每周 开放 不少于 hours                       每周开放不少于56小时
#        | 期满 BEFORE? amount BEFORE? 申请延续         有效期届满30日前申请延续
#        | 期限 不超过 years, where nothing is shown    临时用地期限一般不超过二年
#        | amount with a word of experience in its clause
#        | amount with a word of lengthening before it     可延长15个工作日

_SHOWN_FOR = lazy("(?:公示|公告|公开|展示)的?(?:期限|时限|时间|期)(?:不少于|不超过|为|是|:)?$")
_SHOWN_AT_ALL = lazy("公示|公告|展示|公开|发布|留存|保留|保存|存续|留档|存档|挂网|网上|更新")
_SHOWN = lazy("公示|公告|展示|公开|征集|征求|征询|听取|期限|时限|时间|期间|期$")
_EXPERIENCE = lazy(
    "经验|工龄|教龄|驾龄|学制|任职年限|服务年限|工作年限|从业|执业|业绩|年龄|有期徒刑|注册资本|违法|违规|犯罪|"
    "纳税|缴费|工资|收入|孕"
)
_OTHER = (
    "(?:办理|办结|办事|审批|审查|审核|审理|审结|处理|答复|受理|整改|服务|承诺|许可|履约|履行|合同|质保|保修|试用|"
    "见习|建设|施工|租赁|任职|处罚|培训|有效|保质|供货|交货|付款|投标有效|缓刑|贷款|实施|申请|申报|报名)"
    "(?:的|完成)?(?:时限|期限|时间|工期|周期|期)|工期|学制|刑期|任期|孕期|租期"
)
# 有效期届满之日起30日内 counts from the end of that period and is a limit like any other.
_ITSELF = "(?!届满|期满|满|结束|到期|终了|截止|变更|调整|公开|公示|公告|确定|开始|内|后|之)"
_LABEL = lazy(lambda: rf"{where_it_may_begin(f'(?P<label>{_OTHER})')}{_ITSELF}[^。;,、]{{0,20}}$")
_LENGTHENED = lazy("(?:延长|延期|顺延|宽限)的?(?:期限|时间|期)?[^。;,]{0,8}$")
_HANDLED = lazy(
    "(?:以内|之内|内)?(?:予以|依法)?(?:办结|办理完|完成(?:审批|审核|审查|办理|验收|宣讲|培训|"
    "建设|改造|拨付|发放|支付|签订|招标|采购|评审|评估|核查|整改|调查)|审批|审核|[作做]出.{0,12}决定|"
    "(?:可以?|有权|依法)?(?:向.{0,12}(?:起诉|诉讼|复议)|(?:申请|提起|提出|要求)(?:书面|行政)?"
    "(?:复议|诉讼|复核|复查|复评|仲裁|听证|异议|申诉|质疑|投诉)))"
    "(?![^,。;]*公[开示布告]|[^。;]{0,12},并(?:予以|及时|同时)?公[开示布告])"
)
_UNTIL_LABEL = lazy(rf"(?P<label>{_OTHER})(?:截止)?$")
_DONE_BY = lazy(
    ",?(?:全面|基本|全部|初步|力争|争取|确保|率先)*"
    "(?:完成(?!.{0,6}公[开示布])|实现(?!.{0,12}公[开示布])|建成|竣工|投产|整改|办结|交付|"
    "(?:发放|到账|兑付|兑现|缴纳|缴费|送达|领取|申报)(?!.{0,8}公[开示布]))"
)
_OPENED = lazy("(?:开放|开馆|营业|办公|值班|服务|锻炼|运动|学习|培训|每[天日周月年人])[^。;,:]{0,12}$")
_RENEWED = lazy("前?(?:应当?|须|可以?|向)?[^,。;公]{0,12}(?:延续|续期|续展|续办|换证|换发|换领|年检)")
_PERIOD_ENDS = lazy("(?:届满|期满|到期)[^。;,]{0,6}$")
_UP_TO = lazy("期限?(?:一般|原则上|最长)?(?:为)?不(?:得|应|能|可)?超过$")
_TOLD_OF = lazy(
    "(?:期间)?的?[^,。;:()公发更征]{0,10}(?:报告|信息(?!公[开示])|数据|情况|账目|收支|预算|决算|业务)"
)
_REACH = 40


def trap_island(sentence: Sentence, first: int, at: int, amount: Amount) -> Island | None:
    """The amount at a token as no limit of disclosure, with a finding where it limits something else."""
    start = sentence.tokens[at].start
    lead = sentence.clean[max(0, start - _REACH) : start]
    label = _LABEL.search(lead)
    if label is not None:
        return Island(at, amount.end, findings=(_other_limit(sentence, at, amount, label["label"]),))
    other = _of_something_else(sentence, lead, amount)
    if other:
        return Island(at, amount.end, findings=(_other_limit(sentence, at, amount, other),))
    if _LENGTHENED.search(lead):
        return Island(at, amount.end, findings=(_extension(sentence, at, amount),))
    return Island(at, amount.end) if _is_trap(sentence, first, at, amount) else None


def _of_something_else(sentence: Sentence, lead: str, amount: Amount) -> str:
    """What the amount measures where that is no disclosure; nothing where it may be one."""
    rest = sentence.rest(amount.end)
    if _HANDLED.match(rest):
        return "办理的期限"
    if _PERIOD_ENDS.search(lead) and _RENEWED.match(rest):
        return "申请延续的期限"
    if amount.unit is Unit.HOUR and sentence.kind(amount.end) is not Kind.WITHIN and _OPENED.search(lead):
        return "开放、服务的时间"
    if amount.unit is Unit.YEAR and _UP_TO.search(lead) and not _SHOWN_AT_ALL.search(lead):
        return "一种期限"
    return ""


def date_trap(sentence: Sentence, first: int, at: int, end: int) -> Island | None:
    """有效期至2025年12月31日, 2025年底前完成整改: a date by which something else ends or is done."""
    start = sentence.tokens[at].start
    label = _UNTIL_LABEL.search(sentence.clean[max(0, start - _REACH) : start])
    done = _DONE_BY.match(sentence.rest(end))
    is_told_of = _is_window(sentence, first, end) and _TOLD_OF.match(sentence.rest(end)) is not None
    if label is None and done is None and not is_told_of:
        return None
    words = sentence.words(first, end)
    told = label["label"] if label else f"“{done[0].strip(',')}”的期限" if done else "内容所属的时段"
    message = f"“{words}”说的是{told}，不是公开时限，没有读成规则，请另行写明何时公开。"
    return Island(
        first, end, findings=(Finding("other-limit", Severity.WARNING, message, sentence.span(first, end)),)
    )


def _is_window(sentence: Sentence, first: int, end: int) -> bool:
    return any(sentence.kind(place) is Kind.DASH for place in range(first, end))


def _is_trap(sentence: Sentence, first: int, at: int, amount: Amount) -> bool:
    if at > first and sentence.kind(at - 1) is Kind.AGO:
        return True
    if _SHOWN_FOR.search(sentence.words(first, at)):
        return False
    clause = sentence.words(first, clause_end(sentence, amount.end))
    if _EXPERIENCE.search(clause) and trigger_before(sentence, first, at) is None:
        return True
    is_above = sentence.kind(amount.end) is Kind.ABOVE
    return is_above and not _SHOWN.search(sentence.words(first, at))


def _other_limit(sentence: Sentence, at: int, amount: Amount, label: str) -> Finding:
    words = sentence.words(at, amount.end)
    message = f"“{words}”说的是{label}，不是公开时限，没有读成规则，请另行写明何时公开。"
    return Finding("other-limit", Severity.WARNING, message, sentence.span(at, amount.end))


def _extension(sentence: Sentence, at: int, amount: Amount) -> Finding:
    words = sentence.words(at, amount.end)
    message = f"“{words}”说的是延长，一般规则照读，延长不自动计入，确有延长的请逐件登记并写明依据。"
    return Finding("extension", Severity.WARNING, message, sentence.span(at, amount.end))
