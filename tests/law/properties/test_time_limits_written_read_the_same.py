"""Rules written as a sentence read the same, nothing breaks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law import lawdata
from gongkai.law.errors import LawError
from gongkai.law.time_limit.counting import MONTHS, due
from gongkai.law.time_limit.grammar import read, same_rules
from gongkai.law.time_limit.parts import EARLIEST_YEAR, MOST
from gongkai.law.time_limit.rule import MonthDay, Period, Rule, RuleKind, Trigger
from gongkai.law.time_limit.tokens import VOCABULARY
from gongkai.law.time_limit.writing import EVENT_NAMES, canonical
from gongkai.law.vocabulary import Event, Severity, Unit
from gongkai.law.workdays import HORIZON

CALENDAR = lawdata.calendar()
CYCLES = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR, Unit.WORKDAY)
MONTH_DAYS = st.dates(date(2001, 1, 1), date(2001, 12, 31))


@st.composite
def amounts(draw, units=tuple(Unit)):
    unit = draw(st.sampled_from(units))
    return {"unit": unit, "amount": draw(st.integers(1, MOST[unit]))}


TRIGGERS = st.sampled_from(
    [Trigger(event, words) for event, words in EVENT_NAMES.items()]
    + [Trigger(Event.APPROVED, "部门预算经本级财政部门批复"), Trigger(Event.OTHER, "登记")]
    + [Trigger(Event.RECEIVED, "收到批准文件"), Trigger(Event.OTHER, "事故、灾害(含险情)发生")]
)
NOTHING = st.just({})


@st.composite
def by_dates(draw):
    period = draw(st.sampled_from(list(Period)))
    if period is Period.MONTH:
        first, last = sorted(draw(st.tuples(st.integers(1, 31), st.integers(1, 31))))
        begins = {"begins": MonthDay(None, first)} if first < last and draw(st.booleans()) else {}
        return {"period": period, "day": last, **begins}
    if period in (Period.QUARTER, Period.HALF_YEAR):
        months = 3 if period is Period.QUARTER else 6
        return {"period": period, "month": draw(st.integers(1, months)), "day": draw(st.integers(1, 31))}
    day = draw(MONTH_DAYS)
    value = {"period": period, "month": day.month, "day": day.day}
    if period is Period.ONCE:
        return {**value, "year": draw(st.integers(EARLIEST_YEAR, HORIZON))}
    if draw(st.booleans()):
        return {"period": period, "month": day.month}
    begins = draw(st.none() | MONTH_DAYS)
    return value | ({"begins": MonthDay(begins.month, begins.day)} if begins else {})


@st.composite
def windows(draw):
    first, last = sorted(draw(st.tuples(*[st.dates(date(1990, 1, 1), date(2090, 1, 1))] * 2)))
    which = draw(st.sampled_from(["both", "first", "last"]))
    value = {"first_on": first.isoformat(), "last_on": last.isoformat()}
    return value if which == "both" else {f"{which}_on": value[f"{which}_on"]}


def with_trigger(values):
    return st.builds(lambda value, trigger: {**value, "trigger": trigger}, values, TRIGGERS)


DEFAULT = st.builds(
    lambda value: {**value, "trigger": Trigger(Event.FORMED_OR_CHANGED)}, amounts((Unit.WORKDAY,))
)
FIELDS = {
    RuleKind.WITHIN: with_trigger(amounts()) | DEFAULT,
    RuleKind.BEFORE: with_trigger(amounts()) | with_trigger(NOTHING),
    RuleKind.WITH: amounts() | NOTHING,
    RuleKind.OPEN_FOR: amounts(),
    RuleKind.EVERY: amounts(CYCLES),
    RuleKind.BY_DATE: by_dates(),
    RuleKind.DATES: windows(),
    RuleKind.PROMPTLY: st.sampled_from(
        [{"word": word} for word in ("及时公开", "实时", "动态更新", "随时", "第一时间公开")]
    ),
    RuleKind.STANDING: st.sampled_from([{"word": word} for word in ("长期公开", "常年公开", "全年公开")]),
    RuleKind.KEEP_FOR: st.builds(
        lambda a, b: {**a, **b}, amounts(), st.sampled_from([{}, {"at": "least"}, {"at": "most"}])
    )
    | st.sampled_from([{"word": word} for word in ("任期内", "有效期内", "任职期间")]),
    RuleKind.LINK: NOTHING,
}
RULES = st.one_of(
    [st.builds(lambda kind, fields: Rule(kind=kind, **fields), st.just(k), f) for k, f in FIELDS.items()]
)
PARTS = st.one_of([RULES.filter(lambda rule: rule.kind is not RuleKind.LINK)])
PLAIN = [word for _, words in VOCABULARY for word in words.split("|") if word.isalnum()]
WORDS = st.sampled_from([*PLAIN, "信息形成", "公开", "30", "二十", "（", "）", "，", "；", "、", "/", "-"])


@given(RULES)
def test_a_rule_written_back_reads_as_the_same_rule(rule):
    sentence = canonical((rule,))
    assert same_rules(read(sentence).rules, (rule,)), (sentence, read(sentence).rules)


@given(st.lists(PARTS, min_size=2, max_size=4).map(tuple))
def test_several_rules_in_one_sentence_stay_apart(rules):
    sentence = canonical(rules)
    assert same_rules(read(sentence).rules, rules), (sentence, read(sentence).rules)


@given(RULES, st.sampled_from([" ", "\n", "\u3000", "\t"]), st.integers(1, 4))
def test_space_anywhere_changes_nothing(rule, space, step):
    sentence = canonical((rule,))
    broken = "".join(each + space if place % step == 0 else each for place, each in enumerate(sentence))
    assert same_rules(read(broken).rules, (rule,)), broken


@given(st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=60))
def test_no_text_breaks_the_reader_and_every_span_fits(text):
    reading = read(text)
    for rule in reading.rules:
        assert text[slice(*rule.span)] == rule.text
    for finding in reading.findings:
        assert finding.span is not None
        assert 0 <= finding.span[0] <= finding.span[1] <= len(text)
        assert finding.message.endswith("。")
    assert reading.rules or any(finding.severity is Severity.ERROR for finding in reading.findings)


@given(st.lists(WORDS, max_size=10).map("".join))
def test_reading_what_was_written_back_is_settled(text):
    reading = read(text)
    if reading.rules and reading.canonical:
        assert same_rules(read(reading.canonical).rules, reading.rules), (text, reading.canonical)


FOUND_BY_SEARCH = (
    "自制获取信前息之日起10个工作日内",
    "自信息形成或前者变之日起20个工作日内",
    "自形成或者批准之工作日日之日起20个工作日内",
    "批复后工作日二十日内由各部门向社会公开之日起10日内",
    "本级人民代表大会或其常务委员会批20日内本级人民代表大会或其常务委员会批准后20日内",
    "自二十条第(二)项变更第二十条第(二)项日之日起24个工作日内",
    "在应证三日前公告",
    "无线电管制10日前",
    "自由各部门向社会公开之日起10日内",
    "自☑政府网站公开之日起5日内",
)


@pytest.mark.parametrize("text", FOUND_BY_SEARCH)
def test_a_trigger_with_signs_of_the_grammar_is_written_so_that_it_reads_the_same(text):
    reading = read(text)
    assert same_rules(read(reading.canonical).rules, reading.rules), reading.canonical


@given(RULES, st.dates(date(2007, 1, 1), date(2090, 12, 31)))
def test_every_rule_falls_due_on_a_sensible_day_or_is_refused_with_a_sentence(rule, on):
    try:
        found = due(rule, on, CALENDAR)
    except LawError as refusal:
        found, told = None, str(refusal)
    if found is None:
        assert told.endswith("。")
        return
    assert found.because.endswith("。")
    assert found.event_on == on
    if rule.kind in (RuleKind.WITHIN, RuleKind.OPEN_FOR, RuleKind.KEEP_FOR, RuleKind.EVERY):
        assert found.due_on > on
        assert rule.unit in (Unit.HOUR, *MONTHS) or CALENDAR.is_workday(found.due_on)
    if rule.kind is RuleKind.BEFORE:
        assert found.due_on < on
