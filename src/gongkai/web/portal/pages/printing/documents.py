"""Prints documents, and what is left of withdrawn ones."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.review import Status
from gongkai.web.library.models import Document, Validity
from gongkai.web.portal.pages.document import breakable, document_metas, document_page
from gongkai.web.portal.pages.frame import Crumb, Meta, Sheet
from gongkai.web.portal.pages.printing.press import Page, Press
from gongkai.web.portal.pages.words import VOID
from gongkai.web.portal.queries import Node

VOID_WORDS = {Validity.REPEALED.value: "已废止", Validity.LAPSED.value: "已失效"}


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands at the address of a document that was withdrawn.

    撤下的文件：原地址写明已撤下、何时、为何。
    """

    title: str
    index_number: str
    document_number: str
    published_on: date | None
    withdrawn_on: date | None
    reason: str
    column_name: str
    column_href: str


def document(press: Press, one: Document) -> Page:
    """The page at a document's address: the document, or that it was withdrawn."""
    column = press.tree.by_code[press.tree.code_of[one.column_id]]
    path = f"/documents/{one.code}.html"
    if one.status != Status.PUBLISHED:
        return press.page(path, "tombstone.html", _tomb_sheet(press, one, column), _tombstone(one, column))
    validity = one.validity_on(press.ledger.as_of)
    sheet = Sheet(
        title=f"（{VOID_WORDS[validity]}）{one.title}" if validity in VOID else one.title,
        current=press.menu_entry(column),
        crumbs=(*press.way(column), Crumb("正文")),
        metas=document_metas(one, column, press.site),
        body_class="doc void" if validity in VOID else "doc",
    )
    return press.page(path, "document.html", sheet, document_page(one, column, press.ledger, press.site))


def _tomb_sheet(press: Press, one: Document, column: Node) -> Sheet:
    return Sheet(
        title=f"（已撤下）{one.title}",
        current=press.menu_entry(column),
        crumbs=(*press.way(column), Crumb("已撤下")),
        metas=(Meta("ColumnName", column.name),),
        is_unlisted=True,
    )


def _tombstone(one: Document, column: Node) -> Tombstone:
    return Tombstone(
        title=one.title,
        index_number=breakable(one.index_number or ""),
        document_number=one.document_number,
        published_on=one.published_on,
        withdrawn_on=one.withdrawn_on,
        reason=one.withdrawal_reason,
        column_name=column.name,
        column_href=column.href,
    )
