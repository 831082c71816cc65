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
LONGEST_MONTH = 31  # “每月31日”: in shorter months the last day
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
            return f"自{event or '信息形成或者变更'}{_counting(rule, span)}"
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
            return f"应当{f'至少提前{span}，' if span else ''}在{event or '有关事项开始'}之前公开。"
        case RuleKind.PROMPTLY | RuleKind.SILENT:
            return _without_number(rule)
        case RuleKind.STANDING:
            return "内容长期公开，有变化时及时更新。"
    return ""


def _counting(rule: Rule, span: str) -> str:
    """From which day, to which day, and which days count (民法典第二百零一条至第二百零三条)."""
    match rule.unit:
        case Unit.WORKDAY:
            return f"的次日起计算，第{span}为最后一日，法定节假日和周末不计入，调休上班日计入。"
        case Unit.HOUR:
            return f"之时起连续计算，满{span}为止，节假日和周末计入，不顺延。"
        case Unit.DAY:
            ending = f"第{span}为最后一日"
        case _:
            ending = f"满{span}之日为最后一日"
    return f"的次日起计算，{ending}，按自然日计算，最后一日是休息日的顺延到下一个工作日。"


def _by_date_words(rule: Rule) -> str:
    year = f"{rule.year}年" if rule.year else PERIOD_WORDS.get(rule.period or Period.ONCE, "")
    is_within = rule.period in {Period.QUARTER, Period.HALF_YEAR}
    month = (f"第{rule.month}个月的" if is_within else f"{rule.month}月") if rule.month else ""
    is_last = rule.day is None or (rule.day == LONGEST_MONTH and (is_within or rule.period is Period.MONTH))
    day = "最后一日" if is_last else f"{rule.day}日"
    return f"最迟应于{year}{month}{day}公开，当日公开仍为按时。"


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
    """The words for one duty; None where nothing was computed or nothing is judged."""
    if duty.due is None or duty.state is DutyState.NOT_APPLICABLE:
        return None
    if duty.kind is DutyKind.KEEP_OPEN:
        return _window(duty)
    sentence = f"{WHAT[duty.kind]}最迟应于{plain_day(duty.due.due_on)}公开"
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
        sentence=_window_words(duty),
        verdict="期限不足" if is_short else "期限符合规定",
        is_late=is_short,
        icon="late" if is_short else "check",
        working=_working(duty)[:1],
    )


def _window_words(duty: Duty) -> str:
    """From when to when comments were taken, and until when at least they had to be."""
    days = (duty.counted_from, duty.done_on, duty.due_on)
    first, last, least = (plain_day(day) if day else "" for day in days)
    return f"意见征集自{first}开放到{last}，至少应开放到{least}，"
