"""The page of one document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from urllib.parse import quote

import segno
from minijinja import safe

from gongkai.law.facts import RelationKind
from gongkai.law.obligations import Duty, DutyKind
from gongkai.law.review import Status
from gongkai.web.library.models import Attachment, Document, Validity
from gongkai.web.portal.pages import words
from gongkai.web.portal.pages.frame import Meta
from gongkai.web.portal.pages.official import official
from gongkai.web.portal.pages.typesetting import day, minute, number, plain_day, suffix
from gongkai.web.portal.queries import Ledger, Node, Site

# How a relation reads from its source, and from its target.
FROM_SOURCE = {
    RelationKind.INTERPRETS: "原文",
    RelationKind.ANSWERS: "征集公告",
    RelationKind.AMENDS: "修改",
    RelationKind.REPEALS: "废止",
}
FROM_TARGET = {
    RelationKind.INTERPRETS: "解读",
    RelationKind.ANSWERS: "意见采纳情况反馈",
    RelationKind.AMENDS: "被修改，见",
    RelationKind.REPEALS: "被废止，见",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One label and value of the metadata table."""

    label: str
    words: str
    href: str = ""
    link_words: str = ""
    rest: str = ""
    is_wide: bool = False
    is_strong: bool = False
    is_red: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another document, and how it stands to this one."""

    relation: str
    href: str
    title: str
    document_number: str


@dataclass(frozen=True, slots=True)
class File:
    """An attachment as offered for download."""

    title: str
    href: str
    kind: str
    octets: int


@dataclass(frozen=True, slots=True)
class Banner:
    """What stands above a document that no longer holds.

    废止、失效的醒目提示，以及代替它的文件。
    """

    heading: str
    lines: tuple[str, ...]
    replaced_words: str = ""
    replaced_by: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as one SVG path."""

    view_box: str
    path: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything that the page of a document shows.

    文件页。
    """

    title: str
    document_number: str
    index_number: str
    banner: Banner | None
    facts: tuple[Fact, ...]
    kept: tuple[words.Kept, ...]
    text: str
    attachments: tuple[File, ...]
    related: tuple[Related, ...]
    related_notes: tuple[words.Kept, ...]
    qr: Code


def document_page(document: Document, column: Node, ledger: Ledger, site: Site) -> DocumentPage:
    """The page of a published document; its relations and attachments should be prefetched."""
    validity = document.validity_on(ledger.as_of)
    related = _related(document)
    duties = ledger.of(document.code)
    own = [duty for duty in duties if duty.kind is not DutyKind.UPDATE and duty.subject == document.code]
    publishing = [duty for duty in own if duty.kind in {DutyKind.PUBLISH, DutyKind.KEEP_OPEN}]
    # An interpretation or a feedback shows the duty it settled; the original shows what it is owed.
    settled = [duty for duty in duties if duty.evidence == document.code != duty.subject and duty.subject]
    owed = [duty for duty in own if duty.kind in {DutyKind.INTERPRET, DutyKind.ANSWER}]
    return DocumentPage(
        title=document.title,
        document_number=document.document_number,
        index_number=document.index_number or "",
        banner=_banner(document, validity, related),
        facts=_facts(document, column, validity, ledger.as_of),
        kept=_said(publishing + settled),
        text=safe(official(document.text)),
        attachments=tuple(_file(one) for one in document.attachments.all()),
        related=tuple(one for _, one in related),
        related_notes=_said(owed),
        qr=qr_code(site.url(f"/documents/{document.code}.html")),
    )


def _said(duties: Sequence[Duty]) -> tuple[words.Kept, ...]:
    return tuple(said for said in map(words.kept, duties) if said)


def _related(document: Document) -> list[tuple[str, Related]]:
    """(kind and side, other document) for every relation whose other end is public."""
    found = [(one.kind, FROM_SOURCE, "to", one.target) for one in document.relations.all()]
    found += [(one.kind, FROM_TARGET, "from", one.source) for one in document.related_from.all()]
    return [
        (
            f"{side}:{kind}",
            Related(
                named[RelationKind(kind)],
                f"/documents/{other.code}.html",
                other.title,
                other.document_number,
            ),
        )
        for kind, named, side, other in found
        if other.status == Status.PUBLISHED
    ]


def _banner(document: Document, validity: str, related: list[tuple[str, Related]]) -> Banner | None:
    successors = {
        Validity.REPEALED.value: ("本文件已废止", f"from:{RelationKind.REPEALS}", "废止它的文件"),
        Validity.LAPSED.value: ("本文件已失效", f"from:{RelationKind.REPEALS}", "代替它的文件"),
    }
    if validity not in successors:
        return None
    heading, side, said = successors[validity]
    lines = ["本文件不再作为行政管理的依据，留存供查阅。"]
    if document.expires_on:
        lines.insert(0, f"有效期至{plain_day(document.expires_on)}。")
    others = tuple(other for key, other in related if key == side)
    return Banner(heading, tuple(lines), said if others else "", others)


def _facts(document: Document, column: Node, validity: str, today: date) -> tuple[Fact, ...]:
    said = [
        Fact("索引号", breakable(document.index_number or "")),
        Fact("主题分类", document.subject),
        Fact("发布机构", document.body.name),
        Fact("体裁分类", document.genre),
        Fact("发文机关", document.issuing_body if document.issuing_body != document.body.name else ""),
        Fact("发文字号", number(document.document_number) if document.document_number else ""),
        Fact("成文日期", day(document.signed_on)),
        Fact("印发日期", day(document.issued_on)),
        Fact("作出决定日期", day(document.decided_on)),
        Fact("批准日期", day(document.approved_on)),
        Fact("公开日期", day(document.published_on)),
        _validity(document, validity),
        Fact("征集期限", _window(document.opens_on, document.closes_on, today)),
        Fact("关键词", document.keywords),
        _limit(column),
    ]
    return tuple(fact for fact in said if fact.words)


def breakable(index_number: str) -> str:
    """An index number that may only break after its code."""
    code, slash, rest = index_number.partition("/")
    return safe(f"{number(code + slash)}<wbr>{number(rest)}") if slash else number(index_number)


def _validity(document: Document, validity: str) -> Fact:
    word = words.validity_word(validity)
    rest = f"，{plain_day(document.effective_on)}起施行" if document.effective_on else ""
    if document.expires_on and validity not in words.VOID:
        rest += f"，有效期至{plain_day(document.expires_on)}"
    return Fact("有效性", word, rest=rest, is_strong=True, is_red=validity in words.VOID)


def _window(opens_on: date | None, closes_on: date | None, today: date) -> str:
    if not closes_on:
        return ""
    left = (closes_on - today).days
    now = "已经结束" if left < 0 else "今天截止" if left == 0 else f"还剩{left}天"
    first = plain_day(opens_on) if opens_on else ""
    return f"{first}至{plain_day(closes_on)}（{now}）"


def _limit(column: Node) -> Fact:
    said = column.time_limit_text.strip() or "目录没有写明"
    return Fact("公开时限", said, href=column.href, link_words=column.name, is_wide=True)


def file_path(attachment: Attachment) -> str:
    """Where an attachment stands on the site, unquoted."""
    return f"/files/{attachment.sha256[:16]}/{attachment.name}"


def _file(attachment: Attachment) -> File:
    title = attachment.name.rsplit(".", 1)[0] if "." in attachment.name else attachment.name
    return File(title, quote(file_path(attachment)), suffix(attachment.name), attachment.size)


def qr_code(address: str) -> Code:
    """The QR code of an address, its dark squares as strokes row by row."""
    # 掩模固定：任何掩模都合标准、都能扫；逐一试过再选要慢五倍。
    code = segno.make(address, error="m", boost_error=False, micro=False, mask=3)
    side = len(code.matrix)
    rows = (f"M0 {y}.5{_strokes(bytes(row))}" for y, row in enumerate(code.matrix))
    return Code(f"0 0 {side} {side}", "".join(rows))


@lru_cache(maxsize=4096)
def _strokes(squares: bytes) -> str:
    """A row of squares as moves and strokes; rows repeat from code to code."""
    runs = [(dark, len(list(run))) for dark, run in groupby(squares)]
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)


def document_metas(document: Document, column: Node, site: Site) -> tuple[Meta, ...]:
    """The column's and the content's meta tags (国办发〔2017〕47号)."""
    source = document.issuing_body or document.body.name
    said = {
        "ColumnName": column.name,
        "ColumnType": column.path[0],
        "ArticleTitle": document.title,
        "PubDate": minute(document.published_at) if document.published_at else "",
        "ContentSource": source,
        "Keywords": document.keywords.replace("，", ";").replace("、", ";").replace(" ", ";"),
        "Author": source,
        "Description": document.summary or document.title,
        "Url": site.url(f"/documents/{document.code}.html"),
    }
    return tuple(Meta(name, content) for name, content in said.items() if content)
