"""What an island takes from the one before it."""

import re
from dataclasses import replace

from gongkai.law.finding import Finding
from gongkai.law.time_limit.parts import Island
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.time_limit.tokens import Sentence
from gongkai.law.vocabulary import Severity, Unit

# inherited := within (who or what)? ','  amount     事件发生后24小时内发布初步信息，5小时内发布权威信息
#            | within … 其中 what amount             信息形成后20个工作日内，其中双公示信息7个工作日内
# longest   := open_for ',' AT_MOST amount           公示期限三个月，最长不超过三年
# length    := dates|open_for '(' amount ')'          2024年3月1日至3月7日（5个工作日）
# choice    := island (或|或者|/) island              20个工作日或30日内

_GOES_ON = r"[^。;()]{0,20},|[^。;]{0,20}[,;(]?其中[^。;()]{0,20}"
_LONG = (Unit.YEAR, Unit.HALF_YEAR, Unit.QUARTER, Unit.MONTH)


def joined(sentence: Sentence, islands: list[Island]) -> list[Island]:
    """The islands, those that lean on the one before completed by it."""
    found: list[Island] = []
    for island in islands:
        if found and found[-1].rules and island.rules:
            between = sentence.words(found[-1].last, island.first)
            if _is_same_again(found[-1].rules[-1], island.rules[0], between):
                told = (*found[-1].findings, _two_units(sentence, island))
                found[-1] = replace(found[-1], last=island.last, findings=told)
                continue
            island = _joined(sentence, found[-1], island, between)
        found.append(island)
    return found


def _joined(sentence: Sentence, before: Island, island: Island, between: str) -> Island:
    last, rule = before.rules[-1], island.rules[0]
    if _is_longest(last, rule, between):
        longest = replace(rule, kind=RuleKind.KEEP_FOR, trigger=None, at="most")
        return replace(island, rules=(longest, *island.rules[1:]))
    if _is_length(last, rule, between):
        length = replace(rule, kind=RuleKind.OPEN_FOR, trigger=None)
        return replace(island, rules=(length, *island.rules[1:]))
    if _counts_alike(last, rule) and re.fullmatch(_GOES_ON, between):
        return replace(island, rules=(replace(rule, trigger=last.trigger), *island.rules[1:]))
    if between in ("或", "或者", "/") and last.kind is rule.kind:
        return replace(island, findings=(*island.findings, _choice(sentence, before, island)))
    return island


def _counts_alike(last: Rule, rule: Rule) -> bool:
    """Whether a limit without a start of its own follows one that has a start."""
    are_limits = last.kind is rule.kind is RuleKind.WITHIN
    has_start = last.trigger is not None and last.trigger.text != ""
    return are_limits and has_start and rule.trigger is not None and rule.trigger.text == ""


def _is_longest(last: Rule, rule: Rule, between: str) -> bool:
    is_shown = last.kind in (RuleKind.OPEN_FOR, RuleKind.KEEP_FOR) and between in ("", ",")
    is_bare = rule.kind is RuleKind.WITHIN and rule.trigger is not None and not rule.trigger.text
    return (
        is_shown and is_bare and rule.unit in _LONG and re.match("最长|最多|至多|不", rule.text) is not None
    )


def _is_same_again(last: Rule, rule: Rule, between: str) -> bool:
    """20个工作日（20天）: the number once more in another unit is no second rule."""
    are_limits = last.kind is rule.kind is RuleKind.WITHIN and between == "("
    return are_limits and last.amount == rule.amount and last.unit is not rule.unit


def _two_units(sentence: Sentence, island: Island) -> Finding:
    words = sentence.words(island.first, island.last)
    message = f"括号里的“{words}”与前面的数相同而单位不同，按前面的单位读，请只留一个。"
    return Finding("two-units", Severity.WARNING, message, sentence.span(island.first, island.last))


def _is_length(last: Rule, rule: Rule, between: str) -> bool:
    is_shown = last.kind in (RuleKind.DATES, RuleKind.OPEN_FOR) and between == "("
    is_bare = rule.kind is RuleKind.WITHIN and rule.trigger is not None and not rule.trigger.text
    return is_shown and is_bare and not rule.text.endswith("内")


def _choice(sentence: Sentence, before: Island, island: Island) -> Finding:
    first = sentence.words(before.first, before.last)
    second = sentence.words(island.first, island.last)
    message = f"“{first}”和“{second}”之间没有说明何时用哪一个，两条都照读，请写明各自适用的情形。"
    span = (sentence.span(before.first, before.last)[0], sentence.span(island.first, island.last)[1])
    return Finding("choice", Severity.WARNING, message, span)
