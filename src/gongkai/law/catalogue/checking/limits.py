"""Time limits as printed: what cannot be read, or not wholly."""

from collections.abc import Iterator

from gongkai.law.catalogue.checking import misplaced
from gongkai.law.catalogue.checking.readings import limited
from gongkai.law.catalogue.checking.told import Part, Told
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.vocabulary import Severity, Unit

_UNREADABLE = "time-limit-unreadable"
_SAID_IN_READING = {"silent-time-limit", "silent"}
_FIXED_DATE = lazy(r"(?:\d{4}年|每年)\s*\d{1,2}月\s*\d{1,2}\s*[日号]\s*之?前")
_PARTICULAR_YEAR = lazy(r"(?:19|20)\d{2}年度?")
_AMOUNT = lazy(r"\d+\s*个?\s*(?:工作日|自然日|[日天月])\s*内")
_CLAUSE = lazy(r"[^。；;\n]*")
_DISCLOSING = lazy(r"公开|公布|发布|公示")


def readings(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Each printed time limit that cannot be read, or not wholly."""
    for item in catalogue.items:
        if "time_limit_text" in item.inherited or not item.time_limit_text:
            continue
        for finding in limited(item.time_limit_text).findings:
            is_told = finding.code in _SAID_IN_READING or (
                finding.code == _UNREADABLE and misplaced.is_told_of_limit(item, tables)
            )
            if not is_told:
                yield Told(item, Part.LIMIT, finding)


def days_of_statutes(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A limit in 日 on the basis of a law that turns its days into working days."""
    for item in catalogue.items:
        for rule in item.rules:
            if rule.unit is not Unit.DAY or not rule.amount or rule.kind is not RuleKind.WITHIN:
                continue
            for statute in tables.statutes:
                if statute.covers(item.legal_basis_text, rule.amount):
                    message = (
                        f"《{statute.instrument}》{statute.article}规定该法的“日”以工作日计算，本目录写“{rule.text}”："
                        f"规则仍按原文读作自然日，如确依该法，请写成“{rule.amount}个工作日”。"
                    )
                    finding = Finding("days-are-workdays", Severity.NOTICE, message, rule.span)
                    yield Told(item, Part.LIMIT, finding)


def dates_in_content(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A fixed day stands in the content cell, where no duty is read from it."""
    for item in catalogue.items:
        found = _FIXED_DATE.search(item.content)
        if found is None:
            continue
        year = "，而且写死了年份，下一年就失效" if _PARTICULAR_YEAR.match(found[0]) else ""
        mend = "每年" + _PARTICULAR_YEAR.sub("", found[0]).removeprefix("每年").replace("号", "日")
        message = f"“{found[0]}”是公开时限，却写在栏目内容里{year}，应移到“公开时限”一格，写作“{mend}”。"
        finding = Finding("date-in-content", Severity.WARNING, message, found.span(), mend)
        yield Told(item, Part.CONTENT, finding)


def amounts_in_content(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A limit of disclosure inside the content cell: 有关情况于7个工作日内公开."""
    for item in catalogue.items:
        for found in _AMOUNT.finditer(item.content):
            start = max((item.content.rfind(sign, 0, found.start()) for sign in "。；;，,\n"), default=-1) + 1
            clause = _CLAUSE.match(item.content, start)
            words = clause[0].strip() if clause else ""
            if not _DISCLOSING.search(words) or words == item.content.strip():
                continue
            if any(rule.kind is RuleKind.WITHIN for rule in limited(words).rules):
                message = f"“{words}”是公开时限，却写在栏目内容里，推算不出届满日，应移到“公开时限”一格。"
                span = (item.content.index(words, start), item.content.index(words, start) + len(words))
                yield Told(item, Part.CONTENT, Finding("limit-in-content", Severity.NOTICE, message, span))
                break
