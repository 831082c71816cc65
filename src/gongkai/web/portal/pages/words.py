"""Sentences about time limits, kept and missed."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.obligations import Duty, DutyKind, DutyState
from gongkai.law.time_limit.rule import Period, Rule, RuleKind
from gongkai.law.vocabulary import Event, Unit
from gongkai.web import law
from gongkai.web.library.models import VALIDITY_WORDS, Validity
from gongkai.web.portal.pages.typesetting import plain_day

EVENT_WORDS = {
    Event.FORMED_OR_CHANGED: "信息形成或者变更",
    Event.FORMED: "信息形成",
    Event.CHANGED: "信息变更",
    Event.OBTAINED: "获取信息",
    Event.ISSUED: "文件印发",
    Event.PUBLISHED: "原文公开",
    Event.DECIDED: "作出决定",
    Event.APPROVED: "批准",
    Event.CLOSED: "征集结束",
    Event.EFFECTIVE: "施行",
    Event.SIGNED: "成文",
    Event.HELD: "举行",
    Event.STARTED: "开始",
}
UNIT_WORDS = {
    Unit.WORKDAY: "个工作日",
    Unit.DAY: "天",
    Unit.HOUR: "小时",
    Unit.WEEK: "周",
    Unit.MONTH: "个月",
    Unit.QUARTER: "个季度",
    Unit.HALF_YEAR: "个半年",
    Unit.YEAR: "年",
}
EVERY_WORDS = {
    (1, Unit.WEEK): "每周",
    (1, Unit.MONTH): "每月",
    (1, Unit.QUARTER): "每季度",
    (1, Unit.HALF_YEAR): "每半年",
    (1, Unit.YEAR): "每年",
}
PERIOD_WORDS = {
    Period.MONTH: "每月",
    Period.QUARTER: "每季度",
    Period.HALF_YEAR: "每半年",
    Period.YEAR: "每年",
    Period.ONCE: "",
}
VOID = {Validity.REPEALED.value, Validity.LAPSED.value}


def validity_word(validity: str) -> str:
    """有效、已修改、废止、失效, or nothing where validity does not apply."""
    return VALIDITY_WORDS[Validity(validity)] if validity else ""


def rule_words(rule: Rule) -> str:
    """One sentence that says how a rule of the catalogue is counted; "" where nothing is to be counted."""
    event = EVENT_WORDS.get(rule.trigger.event, "") if rule.trigger else ""
    span = f"{rule.amount}{UNIT_WORDS[rule.unit]}" if rule.amount and rule.unit else ""
    match rule.kind:
        case RuleKind.WITHIN:
            return f"自{event or '信息形成或者变更'}的次日起计算，第{span}为最后一日，{_counting(rule.unit)}"
        case RuleKind.WITH:
            return "应当与原文同时公开" + (f"，最迟在原文公开后的{span}内。" if span else "。")
        case RuleKind.OPEN_FOR:
            return f"自公告公开的次日起计算，至少开放{span}。"
        case RuleKind.EVERY if rule.unit:
            every = EVERY_WORDS.get((rule.amount or 1, rule.unit), f"每{span}")
            return f"{every}至少更新一次。"
        case RuleKind.BY_DATE:
            return _by_date_words(rule)
        case RuleKind.BEFORE:
            return f"应当在{event or '有关事项开始'}之前{span or '及时'}公开。"
        case RuleKind.PROMPTLY | RuleKind.SILENT:
            return _without_number(rule)
        case RuleKind.STANDING:
            return "内容长期公开，有变化时及时更新。"
    return ""


def _counting(unit: Unit | None) -> str:
    if unit is Unit.WORKDAY:
        return "法定节假日和周末不计入，调休上班日计入。"
    return "按自然日计算，最后一日是休息日的顺延到下一个工作日。"


def _by_date_words(rule: Rule) -> str:
    month = f"{rule.month}月" if rule.month else ""
    return (
        f"{PERIOD_WORDS.get(rule.period or Period.ONCE, '')}{month}{rule.day}日以前公开，当日公开仍为按时。"
    )


def _without_number(rule: Rule) -> str:
    statutory = law.statutory_limit()
    span = f"{statutory.amount}{UNIT_WORDS[statutory.unit]}" if statutory.unit else ""
    opening = "目录没有写明天数" if rule.kind is RuleKind.PROMPTLY else "目录没有写明时限"
    return f"{opening}，最迟自信息形成或者变更之日起{span}内公开（《政府信息公开条例》第二十六条）。"


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether a time limit was kept, and how that was counted.

    公开时限执行情况：一句结论，`working` 是计算过程。
    """

    sentence: str
    verdict: str = ""
    is_late: bool = False
    icon: str = "check"
    is_provisional: bool = False
    working: tuple[str, ...] = ()


WHAT = {
    DutyKind.PUBLISH: "",
    DutyKind.INTERPRET: "解读",
    DutyKind.ANSWER: "意见采纳情况",
    DutyKind.UPDATE: "更新",
}


def kept(duty: Duty) -> Kept | None:
    """The words for one duty; None where nothing was computed."""
    if duty.kind is DutyKind.KEEP_OPEN:
        return _window(duty)
    if duty.due is None:
        return None
    sentence = f"{WHAT[duty.kind]}应于{plain_day(duty.due.due_on)}前公开"
    if duty.done_on:
        sentence += f"，实际于{plain_day(duty.done_on)}公开"
    verdict, icon = _verdict(duty)
    return Kept(
        sentence=sentence + "，",
        verdict=verdict,
        is_late=duty.state in {DutyState.LATE, DutyState.OVERDUE},
        icon=icon,
        is_provisional=duty.due.calendar == "provisional",
        working=_working(duty),
    )


def _verdict(duty: Duty) -> tuple[str, str]:
    match duty.state:
        case DutyState.KEPT if duty.due_on == duty.done_on:
            return "期限当日公开，按时", "check"
        case DutyState.KEPT:
            early = _workdays_between(duty.done_on, duty.due_on)
            return (f"提前{early}个工作日" if early else "按时"), "check"
        case DutyState.LATE:
            return f"迟公开{_lateness(duty)}", "late"
        case DutyState.OVERDUE:
            return f"尚未公开，已逾期{_lateness(duty)}", "late"
        case DutyState.DUE_TODAY:
            return "今天到期，尚未公开", "wait"
    return f"尚未公开，还有{duty.left_workdays}个工作日", "wait"


def _lateness(duty: Duty) -> str:
    return f"{duty.late_workdays}个工作日" if duty.late_workdays else f"{duty.late_days}天"


def _workdays_between(first: date | None, last: date | None) -> int:
    return law.calendar().count(first, last) if first and last else 0


def _working(duty: Duty) -> tuple[str, ...]:
    if duty.due is None:
        return ()
    return tuple(line for line in (duty.due.because, duty.note) if line)


def _window(duty: Duty) -> Kept:
    is_short = duty.state is DutyState.SHORT
    return Kept(
        sentence="征集期限：" + duty.note.rstrip("。") + "，",
        verdict="期限不足" if is_short else "期限符合规定",
        is_late=is_short,
        icon="late" if is_short else "check",
        working=_working(duty)[:1],
    )
