"""Normative documents and all that goes with them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from gongkai.web.demo.plan.days import Span, chinese_day
from gongkai.web.demo.plan.markup import chinese_number
from gongkai.web.demo.plan.planned import Fate, Planned, PlannedFate, PlannedFile, PlannedRelation
from gongkai.web.demo.plan.writing import Writer
from gongkai.web.demo.queries.content import content

BRANCH = ("法定主动公开内容", "行政规范性文件及解读")
LEVELS = {
    "district": ("区政府行政规范性文件", "示例区人民政府", "示政规"),
    "office": ("区政府办公室行政规范性文件", "示例区人民政府办公室", "示政办规"),
    "department": ("部门行政规范性文件", "", ""),
}
SERIES = {
    "development": "示发改规",
    "education": "示教规",
    "finance": "示财规",
    "labour": "示人社规",
    "housing": "示建规",
    "health": "示卫规",
    "market": "示市监规",
}
FAULTS = ("late", "short", "answered_late", "unanswered", "explained_late", "unexplained")
FEWEST = len(FAULTS) + 1


@dataclass(frozen=True, slots=True)
class Family:
    """A measure and everything published around it.

    一件行政规范性文件及其征集、反馈、解读；`fault` 是这一组文件演示的问题，没有则为空串。
    """

    key: str
    measure: dict[str, Any]
    level: str
    body: str
    signed_on: date
    issued_on: date
    published_on: date
    effective_on: date
    fault: str

    @property
    def name(self) -> str:
        """The full name of the measure."""
        return f"示例区{self.measure['name']}"

    @property
    def issuer(self) -> str:
        """Who issues it."""
        issuer = LEVELS[self.level][1]
        return issuer or next(one["name"] for one in content("people")["body"] if one["code"] == self.body)

    @property
    def series(self) -> str:
        """The letters that open its document number."""
        return LEVELS[self.level][2] or SERIES[self.body]

    @property
    def column(self) -> tuple[str, ...]:
        """Where the original stands."""
        return (*BRANCH, LEVELS[self.level][0])

    @property
    def title(self) -> str:
        """The title of the notice that issues it."""
        return f"{self.issuer}关于印发{self.name}的通知"

    def known(self) -> dict[str, Any]:
        """What its templates may use."""
        return {
            **self.measure,
            "full_name": self.name,
            "issuer": self.issuer,
            "signed": chinese_day(self.signed_on),
            "issued": chinese_day(self.issued_on),
            "effective": chinese_day(self.effective_on),
        }


def documents(seed: int, span: Span, scale: float) -> Iterator[Planned]:
    """Every family, and the notices that later amend, repeal or prolong."""
    made = families(seed, span, scale)
    amendments = list(_amendments(seed, span, made))
    amended = {document.amends: document for document in amendments if document.amends}
    for family in made:
        for document in _family(seed, span, family):
            by = amended.get(document.key)
            fate = PlannedFate(Fate.AMENDED, by.published_on, by=by.key) if by and by.published_on else None
            yield replace(document, fate=fate) if fate else document
    yield from _older(seed, span, made)
    yield from amendments


def families(seed: int, span: Span, scale: float) -> list[Family]:
    """The measures of the three years, each with its days."""
    rng = random.Random(f"{seed}/normative")
    measures = list(content("normative")["measure"])
    rng.shuffle(measures)
    count = max(FEWEST, min(len(measures), round(len(measures) * scale)))
    days = span.spread(count, rng, head=110, tail=40)
    at_fault = {(place + 1) * count // (len(FAULTS) + 1): fault for place, fault in enumerate(FAULTS)}
    made = []
    for at, (measure, signed) in enumerate(zip(measures[:count], days, strict=True)):
        issued = span.shift(signed, rng.randint(0, 2))
        fault = at_fault.get(at, "")
        published = span.shift(issued, 11 if fault == "late" else rng.randint(1, 4))
        level = _level(measure["body"], at)
        made.append(
            Family(
                key=f"normative/{at + 1}",
                measure=measure,
                level=level,
                body=measure["body"] if level == "department" else "office",
                signed_on=signed,
                issued_on=issued,
                published_on=published,
                effective_on=issued + timedelta(days=rng.randint(30, 45)),
                fault=fault,
            )
        )
    return made


def _level(body: str, at: int) -> str:
    if body == "office":
        return "district" if at % 2 else "office"
    return "district" if at % 4 == 3 else "department"


def _family(seed: int, span: Span, family: Family) -> Iterator[Planned]:
    yield from _consultation(seed, span, family)
    yield _original(seed, family)
    if family.fault != "unexplained":
        yield _interpretation(seed, span, family)
    if int(family.key.rpartition("/")[2]) % 2:
        yield _picture(seed, span, family)


def _writer(seed: int, family: Family, part: str, on: date, **known: Any) -> Writer:
    parent = {"amendment/interpretation": f"{family.key}/amendment"}.get(part, family.key)
    return Writer(seed, f"{family.key}/{part}", on, **family.known(), **known, parent=parent)


def _template(name: str) -> str:
    return str(content("normative_forms")[name])


def _original(seed: int, family: Family) -> Planned:
    write = _writer(seed, family, "original", family.signed_on)
    expires = family.effective_on.replace(year=family.effective_on.year + 5, day=1) - timedelta(days=1)
    text = write(_template("original"), expires=chinese_day(expires))
    files = [PlannedFile(f"{family.name}（示例）.docx", family.name, text)]
    if family.level == "district":
        files.append(PlannedFile(f"{family.name}（示例）.pdf", family.name, text))
    return Planned(
        key=family.key,
        column=family.column,
        body=family.body,
        title=family.title,
        lines=text,
        dates={
            "signed_on": family.signed_on,
            "formed_on": family.signed_on,
            "issued_on": family.issued_on,
            "effective_on": family.effective_on,
            "expires_on": expires,
        },
        published_on=family.published_on,
        series=family.series,
        issuing_body=family.issuer,
        summary=write.line("为{{ purpose }}，制定本文件。"),
        keywords=family.measure["name"],
        subject="综合政务、行政规范性文件",
        genre="通知",
        validity="in_force",
        files=tuple(files),
    )


def _interpretation(seed: int, span: Span, family: Family) -> Planned:
    on = family.published_on
    write = _writer(seed, family, "interpretation", on)
    delay = 6 if family.fault == "explained_late" else write.rng.choice((0, 0, 0, 1))
    return Planned(
        key=f"{family.key}/interpretation",
        column=(*BRANCH, "政策解读"),
        body=family.body,
        title=f"《{family.name}》政策解读",
        lines=write(_template("interpretation")),
        dates={"formed_on": family.issued_on},
        published_on=span.shift(on, delay),
        issuing_body=family.issuer,
        summary=f"说明《{family.name}》的背景、主要内容和办理方式。",
        subject="综合政务、政策解读",
        genre="解读",
        relations=(PlannedRelation("interprets", family.key),),
    )


def _picture(seed: int, span: Span, family: Family) -> Planned:
    write = _writer(seed, family, "picture", family.published_on)
    return Planned(
        key=f"{family.key}/picture",
        column=(*BRANCH, "图片音视频等解读"),
        body=family.body,
        title=f"一图读懂《{family.name}》",
        lines=write(_template("picture")),
        dates={"formed_on": family.issued_on},
        published_on=span.shift(family.published_on, write.rng.choice((0, 1, 2))),
        issuing_body=family.issuer,
        subject="综合政务、政策解读",
        genre="图解",
        relations=(PlannedRelation("interprets", family.key),),
    )


def _consultation(seed: int, span: Span, family: Family) -> Iterator[Planned]:
    write = _writer(seed, family, "consultation", family.signed_on)
    opens = span.work(family.signed_on - timedelta(days=write.number(78, 92)))
    length = write.number(15, 30)
    closes = span.shift(opens, 4) if family.fault == "short" else opens + timedelta(days=length)
    write = _writer(seed, family, "consultation", opens, closes=chinese_day(closes))
    text = write(_template("consultation"))
    draft = write(_template("draft"))
    yield Planned(
        key=f"{family.key}/consultation",
        column=(*BRANCH, "行政规范性文件意见征集"),
        body=family.body,
        title=f"关于公开征求《{family.name}（征求意见稿）》意见的公告",
        lines=text,
        dates={"formed_on": opens, "opens_on": opens, "closes_on": closes},
        published_on=opens,
        issuing_body=family.issuer,
        subject="综合政务、意见征集",
        genre="公告",
        files=(
            PlannedFile(f"{family.name}（征求意见稿，示例）.docx", f"{family.name}（征求意见稿）", draft),
        ),
    )
    if family.fault != "unanswered":
        yield _feedback(seed, span, family, closes)


def _feedback(seed: int, span: Span, family: Family, closes: date) -> Planned:
    write = _writer(seed, family, "feedback", closes, closes=chinese_day(closes))
    days = 44 if family.fault == "answered_late" else write.number(8, 22)
    made = span.work(closes + timedelta(days=days))
    return Planned(
        key=f"{family.key}/feedback",
        column=(*BRANCH, "行政规范性文件意见采纳情况反馈"),
        body=family.body,
        title=f"《{family.name}（征求意见稿）》意见采纳情况反馈",
        lines=write(_template("feedback"), made=chinese_day(made)),
        dates={"formed_on": made},
        published_on=made,
        issuing_body=family.issuer,
        subject="综合政务、意见征集",
        genre="公告",
        relations=(PlannedRelation("answers", f"{family.key}/consultation"),),
    )


def _older(seed: int, span: Span, made: list[Family]) -> Iterator[Planned]:
    """Measures of the first weeks: some repealed by a new one, some lapsed since."""
    fields = content("normative")["lapsed"]
    for at, family in enumerate(made[2::4][:3]):
        signed = span.work(span.begin + timedelta(days=3 + at * 4))
        yield from _explained(span, _old_measure(seed, span, family, signed))
    for at, field in enumerate(fields):
        signed = span.work(span.begin + timedelta(days=5 + at * 6))
        yield from _explained(span, _lapsing(seed, span, field, signed, at))


def _explained(span: Span, original: Planned) -> Iterator[Planned]:
    """An older measure and the short interpretation that came with it."""
    name = original.title.partition("关于印发")[2].removesuffix("的通知")
    signed = original.dates["signed_on"]
    write = Writer(0, f"{original.key}/interpretation", signed, name=name, parent=original.key)
    yield original
    yield Planned(
        key=f"{original.key}/interpretation",
        column=(*BRANCH, "政策解读"),
        body=original.body,
        title=f"《{name}》政策解读",
        lines=write(_template("old_interpretation"), issuer=original.issuing_body),
        dates={"formed_on": signed},
        published_on=original.published_on,
        issuing_body=original.issuing_body,
        subject="综合政务、政策解读",
        genre="解读",
        relations=(PlannedRelation("interprets", original.key),),
    )


def _old_measure(seed: int, span: Span, family: Family, signed: date) -> Planned:
    stem = re.sub(r"(办法|规定|细则)$", "", family.measure["name"])
    name = f"示例区{stem}暂行规定"
    write = _writer(seed, family, "old", signed)
    effective = signed + timedelta(days=30)
    return Planned(
        key=f"{family.key}/old",
        column=family.column,
        body=family.body,
        title=f"{family.issuer}关于印发{name}的通知",
        lines=write(_template("old"), old_name=name, effective=chinese_day(effective)),
        dates={"signed_on": signed, "formed_on": signed, "issued_on": signed, "effective_on": effective},
        published_on=span.shift(signed, 3),
        series=family.series,
        issuing_body=family.issuer,
        subject="综合政务、行政规范性文件",
        genre="通知",
        validity="in_force",
        fate=PlannedFate(Fate.REPEALED, family.published_on, by=family.key),
    )


def _lapsing(seed: int, span: Span, field: dict[str, Any], signed: date, at: int) -> Planned:
    expires = date(signed.year + 1 + at % 2, 12, 31)
    key = f"lapsed/{at + 1}"
    write = Writer(seed, key, signed, **field, expires=chinese_day(expires))
    after = span.work(expires + timedelta(days=1))
    return Planned(
        key=key,
        column=(*BRANCH, LEVELS["office"][0]),
        body="office",
        title=f"示例区人民政府办公室关于印发{field['name']}的通知",
        lines=write(_template("lapsing")),
        dates={
            "signed_on": signed,
            "formed_on": signed,
            "issued_on": signed,
            "effective_on": signed,
            "expires_on": expires,
        },
        published_on=span.shift(signed, 2),
        series=LEVELS["office"][2],
        issuing_body=LEVELS["office"][1],
        subject="综合政务、行政规范性文件",
        genre="通知",
        validity="in_force",
        fate=PlannedFate(Fate.LAPSED, after) if after < span.today else None,
    )


def _amendments(seed: int, span: Span, made: list[Family]) -> Iterator[Planned]:
    """Two notices that amend an earlier measure about a year later."""
    for family in made[1 : len(made) // 2 : 3][:3]:
        signed = span.work(family.signed_on + timedelta(days=320))
        published = span.shift(signed, 3)
        if published >= span.today - timedelta(days=20):
            continue
        write = _writer(seed, family, "amendment", signed)
        place = chinese_number(write.number(5, 9))
        yield Planned(
            key=f"{family.key}/amendment",
            column=family.column,
            body=family.body,
            title=f"{family.issuer}关于修改《{family.name}》的通知",
            lines=write(_template("amendment"), place=place),
            dates={"signed_on": signed, "formed_on": signed, "issued_on": signed, "effective_on": signed},
            published_on=published,
            series=family.series,
            issuing_body=family.issuer,
            subject="综合政务、行政规范性文件",
            genre="通知",
            validity="in_force",
            amends=family.key,
        )
        write = _writer(seed, family, "amendment/interpretation", signed)
        yield Planned(
            key=f"{family.key}/amendment/interpretation",
            column=(*BRANCH, "政策解读"),
            body=family.body,
            title=f"《关于修改〈{family.name}〉的通知》政策解读",
            lines=write(_template("amendment_interpretation"), place=place),
            dates={"formed_on": signed},
            published_on=published,
            issuing_body=family.issuer,
            subject="综合政务、政策解读",
            genre="解读",
            relations=(PlannedRelation("interprets", f"{family.key}/amendment"),),
        )
