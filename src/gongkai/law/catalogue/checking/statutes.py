"""Time limits that are weaker than what a statute demands."""

from collections.abc import Iterator

from gongkai.law.catalogue.checking.told import Part, Told
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import ConsultationFloor, DisclosureLimit, Tables
from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import UNIT_NAMES
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.vocabulary import ColumnKind, Event, Severity, Unit

# 民法典第二百零一条以下：月、季、年按日历计算；这里取其最短的天数，比它还长才算超过。
_SHORTEST = {
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.MONTH: 28,
    Unit.QUARTER: 90,
    Unit.HALF_YEAR: 181,
    Unit.YEAR: 365,
}
# Rules that say by when, beside which a cycle says only how often.
_DUE = {RuleKind.WITHIN, RuleKind.BY_DATE, RuleKind.DATES, RuleKind.PROMPTLY, RuleKind.WITH, RuleKind.BEFORE}
_HEAD = 12  # words of a content cell that tell what it is about
_WEEK, _WORKWEEK = 7, 5


def limits(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A limit that lets information wait longer than the statute of its kind, else 条例第二十六条."""
    general = [limit for limit in tables.limits if not limit.words.any]
    particular = [limit for limit in tables.limits if limit.words.any]
    for item in catalogue.items:
        about = f"{item.path[-1]}\n{''.join(item.content.split())[:_HEAD]}"
        mine = [limit for limit in particular if limit.words.fit(about)]
        printed = "time_limit_text" not in item.inherited
        for limit in mine or (general if printed else []):
            found = next((rule for rule in item.rules if _is_weaker(rule, limit)), None)
            if found is not None:
                yield _weaker(item, found, limit)


def _is_weaker(rule: Rule, limit: DisclosureLimit) -> bool:
    if rule.kind is not RuleKind.WITHIN or rule.amount is None or rule.unit is None:
        return False
    event = rule.trigger.event if rule.trigger else Event.FORMED_OR_CHANGED
    if event not in limit.events:
        return False
    if rule.unit is limit.unit:
        return rule.amount > limit.amount
    return days_of(rule) > days_at_least(limit.amount, limit.unit)


def cycles(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A limit that only says how often: what is formed in between is due all the same (条例第二十六条)."""
    general = next((limit for limit in tables.limits if not limit.words.any), None)
    for item in catalogue.items:
        if general is None or "time_limit_text" in item.inherited:
            continue
        if any(rule.kind in _DUE for rule in item.rules):
            continue
        for rule in item.rules:
            is_cycle = rule.kind is RuleKind.EVERY
            if is_cycle and days_of(rule) > days_at_least(general.amount, general.unit):
                yield _cycle(item, rule, general)


def _cycle(item: Item, rule: Rule, general: DisclosureLimit) -> Told:
    number = f"{general.amount}{UNIT_NAMES[general.unit]}"
    message = (
        f"“{rule.text}”只说多久更新一次；其间形成或者变更的信息，仍应在{number}内公开"
        f"（《{general.instrument}》{general.article}）：宜一并写明。"
    )
    return Told(item, Part.LIMIT, Finding("cycle-longer-than-statute", Severity.NOTICE, message, rule.span))


def days_of(rule: Rule) -> int:
    """The fewest calendar days that a rule takes; hours are less than any statute's days."""
    if rule.amount is None or rule.unit is None or rule.unit is Unit.HOUR:
        return 0
    return days_at_least(rule.amount, rule.unit)


def days_at_least(amount: int, unit: Unit) -> int:
    """The fewest calendar days in which so many units pass: 20 working days take at least 28."""
    if unit is Unit.WORKDAY:
        weeks, rest = divmod(amount, _WORKWEEK)
        return weeks * _WEEK + rest
    return amount * _SHORTEST.get(unit, 0)


def _weaker(item: Item, rule: Rule, limit: DisclosureLimit) -> Told:
    number = f"{limit.amount}{UNIT_NAMES[limit.unit]}"
    kind = "（自然日，不是工作日）" if limit.unit is Unit.DAY else ""
    if limit.is_verified:
        source = f"《{limit.instrument}》{limit.article}规定的{number}{kind}"
        message = f"“{rule.text}”比{source}长：{limit.name}应当在法定期限内公开，请改短；"
        message += "法律、法规另有规定的，请写明依据。"
        finding = Finding("limit-weaker-than-statute", Severity.WARNING, message, rule.span)
    else:
        message = (
            f"{limit.name}各地通行自作出决定之日起{number}内公示，这里写“{rule.text}”："
            "请核对本省规定，没有不同规定的宜改短。"
        )
        finding = Finding("limit-longer-than-practice", Severity.NOTICE, message, rule.span)
    return Told(item, Part.LIMIT, finding)


def consultations(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A consultation shorter than the floor of its profile (优化营商环境条例第六十二条 and others)."""
    for item in catalogue.items:
        if item.column_kind is not ColumnKind.CONSULTATION:
            continue
        for rule in item.rules:
            if rule.kind is RuleKind.OPEN_FOR and rule.amount is not None:
                yield from _below_floor(item, rule, tables.floors)


def _below_floor(item: Item, rule: Rule, floors: tuple[ConsultationFloor, ...]) -> Iterator[Told]:
    mine = _profile(item, floors)
    short = [floor for floor in floors if _is_below(rule, floor)]
    if mine in short:
        message = f"“{rule.text}”短于本栏目应有的征求意见期限：{_told(mine)}，请改长。"
    elif mine.words.any or not short:
        return
    else:
        longer = "；".join(map(_told, short))
        message = (
            f"“{rule.text}”只够一般的行政规范性文件。法律对另外几类文件规定更长：{longer}。"
            "本栏目如有这几类文件，不能按此期限征求意见，请在时限里分别写明。"
        )
    finding = Finding("consultation-too-short", Severity.WARNING, message, rule.span)
    yield Told(item, Part.LIMIT, finding)


def _profile(item: Item, floors: tuple[ConsultationFloor, ...]) -> ConsultationFloor:
    """The floor under whose words the column falls; the one without words where none does."""
    text = "\n".join((*item.path, item.content, item.time_limit_text))
    named = (floor for floor in floors if floor.words.fit(text))
    rest = next((floor for floor in floors if not floor.words.any), floors[-1])
    return next(named, rest)


def _is_below(rule: Rule, floor: ConsultationFloor) -> bool:
    if rule.unit is floor.unit:
        return (rule.amount or 0) < floor.amount
    return days_of(rule) < days_at_least(floor.amount, floor.unit)


def _told(floor: ConsultationFloor) -> str:
    source = f"《{floor.instrument}》{floor.article}" if floor.is_verified else "各地通行做法，非法律规定"
    return f"{floor.scope}，一般不少于{floor.amount}{UNIT_NAMES[floor.unit]}（{source}）"
