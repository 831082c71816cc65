"""Shows what was found: hits with their marks, and facets."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.law.review import Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.library.models import Column, Document
from gongkai.web.library.models.document import VALIDITY_WORDS, Validity
from gongkai.web.library.search.marking import marked, snippet
from gongkai.web.library.search.plain import plain_text
from gongkai.web.library.search.question import Count, Facets, Hit

KIND_WORDS = {
    ColumnKind.GUIDE: "公开指南",
    ColumnKind.RULES: "公开制度",
    ColumnKind.LEADERS: "领导信息",
    ColumnKind.INSTITUTION: "机构职能",
    ColumnKind.OUTBOUND_LINK: "转链",
    ColumnKind.NORMATIVE_DOCUMENT: "行政规范性文件",
    ColumnKind.INTERPRETATION: "政策解读",
    ColumnKind.INTERPRETATION_MEDIA: "图文视频解读",
    ColumnKind.CONSULTATION: "意见征集",
    ColumnKind.ADOPTION_FEEDBACK: "征集反馈",
    ColumnKind.GENERAL_DOCUMENT: "一般文件",
    ColumnKind.WORK_REPORT: "政府工作报告",
    ColumnKind.MEETING: "会议",
    ColumnKind.DECISION_CATALOGUE: "决策事项目录",
    ColumnKind.NOTICE: "通知公告",
    ColumnKind.PLAN: "规划计划",
    ColumnKind.POWER_LIST: "权力清单",
    ColumnKind.LICENSING_BASIS: "行政许可",
    ColumnKind.TWO_DISCLOSURE: "双公示",
    ColumnKind.ENFORCEMENT_REGISTER: "执法登记",
    ColumnKind.INSPECTION_RESULTS: "抽查检查结果",
    ColumnKind.BUDGET: "预算决算",
    ColumnKind.PROCUREMENT: "政府采购",
    ColumnKind.LIVELIHOOD_PROJECTS: "民生实事",
    ColumnKind.APPOINTMENT: "人事任免",
    ColumnKind.EXAMINATION: "考试录用",
    ColumnKind.PROPOSAL_REPLY: "建议提案办理",
    ColumnKind.PERIODIC_WORK: "定期工作",
    ColumnKind.OPEN_DAY: "政府开放日",
    ColumnKind.POLICY_QUESTIONS: "政策问答",
    ColumnKind.PUBLIC_MEETING: "公众列席会议",
    ColumnKind.PUBLIC_ENTERPRISE: "公共企事业单位",
    ColumnKind.ANNUAL_REPORT: "年度报告",
}


@dataclass(frozen=True)
class ColumnTree:
    """The tree of columns as far as answers show it."""

    by_code: dict[str, tuple[str, tuple[str, ...]]]

    @classmethod
    def all(cls) -> "ColumnTree":
        rows = Column.objects.order_by("order").values_list("pk", "code", "name", "parent_id")
        known = {pk: (name, parent) for pk, _, name, parent in rows}

        def path(pk: int | None) -> tuple[str, ...]:
            return () if pk is None else (*path(known[pk][1]), known[pk][0])

        return cls({code: (name, path(pk)) for pk, code, name, _ in rows})


def facets(buckets: dict[str, dict[str, int]], columns: ColumnTree) -> Facets:
    in_order = [code for code in columns.by_code if code in buckets["column"]]
    return Facets(
        column=tuple(
            Count(code, columns.by_code[code][0], buckets["column"][code], len(columns.by_code[code][1]) - 1)
            for code in in_order
        ),
        year=tuple(
            Count(year, f"{year}年", count) for year, count in sorted(_whole(buckets["year"]), reverse=True)
        ),
        kind=_named(buckets["kind"], {kind.value: word for kind, word in KIND_WORDS.items()}),
        validity=_named(buckets["validity"], {key.value: VALIDITY_WORDS[key] for key in Validity}),
    )


def _whole(buckets: dict[str, int]) -> list[tuple[str, int]]:
    return [(year.partition(".")[0], count) for year, count in buckets.items()]


def _named(buckets: dict[str, int], words: dict[str, str]) -> tuple[Count, ...]:
    return tuple(Count(key, word, buckets[key]) for key, word in words.items() if key in buckets)


def hits(codes: Sequence[str], words: Sequence[tuple[str, ...]], columns: ColumnTree) -> tuple[Hit, ...]:
    """The documents of a page from the database; what was withdrawn a moment ago is left out."""
    rows = (
        Document.objects.filter(code__in=codes, status=Status.PUBLISHED).select_related("column").order_by()
    )
    found = {document.code: document for document in rows}
    return tuple(_hit(found[code], words, columns) for code in codes if code in found)


def _hit(document: Document, words: Sequence[tuple[str, ...]], columns: ColumnTree) -> Hit:
    day = document.published_on
    if day is None:
        raise ValueError(f"{document.code} is published without a day")
    return Hit(
        code=document.code,
        title=marked(document.title, words),
        snippet=snippet(plain_text(document.text) or document.summary, words),
        column_path=columns.by_code[document.column.code][1],
        published_on=day,
        document_number=document.document_number,
        validity=document.validity_on(clock.today()),
    )
