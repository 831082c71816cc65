"""Reads a time limit: islands of rules in a sea of words."""

from collections.abc import Callable
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.numerals import CHARACTERS
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.adverbs import (
    before_island,
    companion_island,
    ditto_island,
    exception_island,
    holiday_island,
    promptly_island,
    standing_island,
    while_island,
    with_island,
)
from gongkai.law.time_limit.amounts import amount_island
from gongkai.law.time_limit.cycles import by_island, every_island, period_island, rate_island, times_island
from gongkai.law.time_limit.dates import date_island, until_island, year_part_island
from gongkai.law.time_limit.joining import joined
from gongkai.law.time_limit.parts import DAYS, Island, amount_at
from gongkai.law.time_limit.recurring import (
    early_island,
    end_of_month_island,
    every_date_island,
    half_year_island,
    next_month_island,
    quarter_date_island,
    quarter_of_year_island,
)
from gongkai.law.time_limit.rule import Reading, Rule, RuleKind
from gongkai.law.time_limit.statutes import DaysAreWorkdays
from gongkai.law.time_limit.tokens import Kind, Sentence, tokenise
from gongkai.law.time_limit.traps import date_trap
from gongkai.law.time_limit.writing import canonical
from gongkai.law.vocabulary import Severity, Unit

# time-limit := silent | link | ditto | (island | sea)*
# silent     := nothing | '-' | 无          link := '/'          ditto := 同上
# island     := a production of the head's kind, or of the kind after a number, in this order;
#               its rules stand in the files named
# sea        := every other word: who publishes, where, what

Production = Callable[[Sentence, int, int], Island | None]

HEADS: dict[Kind, tuple[Production, ...]] = {
    Kind.ISO_DATE: (date_island,),
    Kind.YEAR_END: (date_island,),
    Kind.HALF_YEAR: (period_island, amount_island),
    Kind.EVERY: (every_date_island, every_island),
    Kind.BY: (by_island,),
    Kind.UNTIL: (until_island,),
    Kind.DASH: (until_island,),
    Kind.FIRST_HALF: (half_year_island,),
    Kind.SECOND_HALF: (half_year_island,),
    Kind.NEXT_MONTH: (next_month_island,),
    Kind.DAY: (period_island,),
    Kind.WEEK: (period_island,),
    Kind.DOUBLE: (period_island,),
    Kind.TEN_DAYS: (period_island,),
    Kind.EARLY: (early_island,),
    Kind.DITTO: (ditto_island,),
    Kind.MONTH: (period_island,),
    Kind.NTH: (quarter_of_year_island,),
    Kind.QUARTER: (quarter_date_island, period_island),
    Kind.NEXT_QUARTER: (quarter_date_island,),
    Kind.MONTH_END: (end_of_month_island,),
    Kind.YEAR: (period_island,),
    Kind.PROMPT: (promptly_island,),
    Kind.STANDING: (standing_island,),
    Kind.WHILE: (while_island,),
    Kind.SAME: (with_island,),
    Kind.COMPANION: (companion_island,),
    Kind.BEFORE: (before_island,),
    Kind.MEETING_BEFORE: (before_island,),
    Kind.EXCEPTION: (exception_island,),
    Kind.ROLL_OVER: (holiday_island,),
}

AFTER_A_NUMBER: dict[Kind | None, tuple[Production, ...]] = {
    Kind.YEAR: (year_part_island, date_island, amount_island),
    Kind.YEAR_END: (date_island,),
    Kind.MONTH: (date_island, times_island),
    Kind.MONTH_END: (date_island,),
    Kind.EARLY: (date_island,),
    Kind.DAY: (date_island, amount_island),
    Kind.DATE_DAY: (date_island,),
    Kind.QUARTER: (times_island, quarter_of_year_island),
    Kind.TIMES: (rate_island,),
    Kind.OPEN: (amount_island,),
    Kind.PIECE: (amount_island,),
    Kind.WORKDAY: (amount_island,),
    Kind.HOUR: (amount_island,),
    Kind.WEEK: (amount_island,),
    Kind.HALF_YEAR: (amount_island,),
}

_BEGINNINGS = frozenset({Kind.NUMBER, *HEADS})
_LIKE_A_LIMIT = frozenset({Kind.ODD, Kind.THAT_DAY, Kind.NUMBER})
_DATED = frozenset({RuleKind.BY_DATE, RuleKind.DATES})
_LISTED = frozenset({Kind.LIST, Kind.BREAK, Kind.BEFORE})
_IN_PLACE_OF_A_RULE = frozenset({"time-limit-rest", "other-limit", "ditto"})
# Words that begin or end something in the grammar; 信息形成或者变更 holds none of them.
_RISKY = lazy(
    f"[前后内起止至到个每第按同随与底末初时日天周月季年次数余的0-9{CHARACTERS}自从由在于（）()、/「」-]|"
    "^[线校建册编岗任职然应须需予最一原其并必☑]"
)
_RUBBLE = 30  # heads that nothing takes, a number for three: what leads to a limit reaches back over fewer
LONGEST = 10_000  # characters of a cell: nobody writes a longer time limit
_SILENT = frozenset({"", "-", "--", "—", "——", "无"})
_DITTO = frozenset({"同上", "同左", '"', "″", "〃"})


def read(text: str, statutes: tuple[DaysAreWorkdays, ...] = ()) -> Reading:
    """The rules of a time limit, with findings for what was not understood.

    Errors never raise: what cannot be read is a finding of severity error, and no rule is invented.
    `statutes` are the laws that write 日 and mean working days (lawdata); where the text names one,
    a notice says so. Source: contracts/time-limit.md; 条例第二十六条 for a limit that names no start.
    """
    if len(text) > LONGEST:
        return _too_long(text)
    sentence = tokenise(text)
    whole = _whole(sentence)
    if whole is not None:
        return whole
    islands = joined(sentence, _islands(sentence))
    rules = tuple(rule for island in islands for rule in island.rules)
    findings = [*sentence.slips, *(finding for island in islands for finding in island.findings)]
    findings += _rest(sentence, islands)
    findings += _about_statutes(text, rules, statutes)
    if not rules:
        findings = _as_errors(findings) or [_unreadable(sentence)]
        if not any(finding.severity is Severity.ERROR for finding in findings):
            findings.append(_unreadable(sentence))
    findings.sort(key=lambda finding: finding.span or (0, 0))
    return Reading(text, rules, tuple(findings), _written)


def _written(rules: tuple[Rule, ...]) -> str:
    """The canonical sentence; a trigger whose own words would be read as a limit stands in 「」."""
    plain = canonical(rules)
    is_risky = any(rule.trigger and _RISKY.search(rule.trigger.text) for rule in rules)
    if not is_risky or same_rules(_rules(plain), rules):
        return plain
    return canonical(rules, is_quoted=True)


def _rules(text: str) -> tuple[Rule, ...]:
    sentence = tokenise(text)
    return tuple(rule for island in joined(sentence, _islands(sentence)) for rule in island.rules)


def _whole(sentence: Sentence) -> Reading | None:
    """Cells that are one mark: empty, a stroke, 同上."""
    text, clean = sentence.text, sentence.clean
    span = (0, len(text))
    if clean in _SILENT:
        message = "公开时限没有内容，适用《政府信息公开条例》第二十六条的法定期限，请补写公开时限。"
        silent = Rule(kind=RuleKind.SILENT, text=text, span=span)
        return Reading(text, (silent,), (Finding("silent-time-limit", Severity.NOTICE, message, span),))
    if clean == "/":
        start, end = sentence.span(0, 1)
        return Reading(
            text, (Rule(kind=RuleKind.LINK, text=text[start:end], span=(start, end)),), (), canonical
        )
    if clean in _DITTO:
        message = f"“{clean}”要与上一行一起读，单独一格读不出公开时限，请写出完整的时限。"
        return Reading(text, (), (Finding("ditto", Severity.ERROR, message, span),))
    return None


def _too_long(text: str) -> Reading:
    message = f"公开时限一格有{len(text)}字，最多读{LONGEST}字，没有读出规则，请只留公开时限。"
    return Reading(text, (), (Finding("too-long", Severity.ERROR, message, (0, len(text))),))


def _islands(sentence: Sentence) -> list[Island]:
    islands: list[Island] = []
    at = floor = unread = 0
    while at < len(sentence.tokens):
        kind = sentence.kinds[at]
        if kind not in _BEGINNINGS:
            at += 1
            continue
        island = _island(sentence, at, floor)
        if island is not None:
            islands.append(island)
            at = floor = island.last
            unread = 0
            continue
        unread += 3 if kind is Kind.NUMBER else 1
        if unread >= _RUBBLE:
            floor, unread = at, 0
        at += 1
    return islands


def _island(sentence: Sentence, at: int, floor: int) -> Island | None:
    kind = sentence.kinds[at]
    productions = AFTER_A_NUMBER.get(sentence.kind(at + 1), ()) if kind is Kind.NUMBER else HEADS[kind]
    for production in productions:
        island = production(sentence, at, floor)
        if island is not None:
            is_date = any(rule.kind in _DATED for rule in island.rules)
            return (is_date and date_trap(sentence, island.first, at, island.last)) or island
    return None


def _as_errors(findings: list[Finding]) -> list[Finding]:
    """Where no rule was read, what stands in a rule's place is an error."""
    return [
        replace(finding, severity=Severity.ERROR) if finding.code in _IN_PLACE_OF_A_RULE else finding
        for finding in findings
    ]


def _rest(sentence: Sentence, islands: list[Island]) -> list[Finding]:
    """Findings for what looks like a limit outside every island."""
    taken = {place for island in islands for place in range(island.first, island.last)}
    findings, end = [], 0
    for place, kind in enumerate(sentence.kinds):
        if kind not in _LIKE_A_LIMIT or place < end or place in taken:
            continue
        end = _limit_like(sentence, place)
        if end and not (end in taken and kind is Kind.THAT_DAY):
            words = sentence.words(place, end)
            message = f"“{words}”像是时限，但读不出规则，请按“自××之日起×个工作日内”一类写法改写。"
            findings.append(Finding("time-limit-rest", Severity.WARNING, message, sentence.span(place, end)))
    return findings


def _limit_like(sentence: Sentence, at: int) -> int:
    """The end of something that looks like a limit at a token; 0 when nothing does."""
    kind = sentence.kind(at)
    if kind is Kind.ODD:
        return at + 1
    if kind is Kind.THAT_DAY and sentence.kind(at + 1) is Kind.ON:
        return at + 2 if sentence.kind(at + 2) is not Kind.PROMPT else 0
    if kind is not Kind.NUMBER:
        return 0
    amount = amount_at(sentence, at)
    if amount is not None:
        return amount.end
    if sentence.kind(at + 1) is Kind.MONTH_END and sentence.kind(at + 2) in _LISTED:
        return at + 2  # 春季3月底、秋季9月底前
    is_day = sentence.kind(at + 1) is Kind.MONTH and sentence.kind(at + 3) in DAYS
    return at + 4 if is_day else 0


def _about_statutes(
    text: str, rules: tuple[Rule, ...], statutes: tuple[DaysAreWorkdays, ...]
) -> list[Finding]:
    findings = []
    for rule in rules:
        for statute in statutes:
            if rule.unit is Unit.DAY and rule.amount and statute.covers(text, rule.amount):
                message = (
                    f"《{statute.instrument}》{statute.article}规定此处的“日”以工作日计算，"
                    f"规则仍按原文读作自然日，如确依该法，请写成“{rule.amount}个工作日”。"
                )
                findings.append(Finding("days-are-workdays", Severity.NOTICE, message, rule.span))
    return findings


def _unreadable(sentence: Sentence) -> Finding:
    vague = next((token for token in sentence.tokens if token.kind is Kind.VAGUE), None)
    if vague is not None:
        span = sentence.origin[vague.start], sentence.origin[vague.end - 1] + 1
        message = (
            f"“{vague.words}”没有写出期限，算不出届满日，请写成"
            "“自××之日起×个工作日内”或者“每季度更新一次”一类。"
        )
        return Finding("vague-limit", Severity.ERROR, message, span)
    message = f"公开时限“{sentence.clean[:30]}”读不懂，没有读出规则，请写明从何时起、多少个工作日内公开。"
    return Finding("time-limit-unreadable", Severity.ERROR, message, (0, len(sentence.text)))


def same_rules(ours: tuple[Rule, ...], others: tuple[Rule, ...]) -> bool:
    """Whether two readings say the same, whatever their words and places."""
    return [_meaning(rule) for rule in ours] == [_meaning(rule) for rule in others]


def _meaning(rule: Rule) -> Rule:
    return replace(rule, text="", span=(0, 0))
