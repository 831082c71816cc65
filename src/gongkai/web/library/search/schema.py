"""The fields of the index, and one document as its entry."""

from collections.abc import Iterable

import tantivy

from gongkai.web import clock
from gongkai.web.library.models import Column, Document
from gongkai.web.library.search.plain import plain_text
from gongkai.web.library.search.text import BARRIER, pairs, units

# 改动字段或切分办法时加一：旧索引随即作废，由数据库重建。
FORMAT = 1
_DAYS_OF_TENFOLD = 365_000


def built() -> tantivy.Schema:
    """The schema: pairs with positions for phrases, single units beside them, the rest for filters."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("code", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("title", "text"):
        schema.add_text_field(f"{name}_pairs", tokenizer_name="whitespace", index_option="position")
        schema.add_text_field(f"{name}_units", tokenizer_name="whitespace", index_option="freq")
    for name in ("column", "kind", "validity", "body"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    schema.add_unsigned_field("year", indexed=True, fast=True)
    schema.add_integer_field("moment", indexed=True, fast=True)
    schema.add_float_field("weight", fast=True)
    return schema.build()


def entry(document: Document, ancestors: dict[int, tuple[str, ...]]) -> tantivy.Document:
    """A published document as the index keeps it; bodies stay in the database."""
    day = document.published_on
    if document.published_at is None or day is None:
        raise ValueError(f"{document.code} is not published and has no place in the index")
    made = tantivy.Document()
    made.add_text("code", document.code)
    _add_words(made, "title", (document.title, document.document_number, document.index_number or ""))
    _add_words(made, "text", _body_parts(document))
    for code in ancestors[document.column_id]:
        made.add_text("column", code)
    if kind := document.column.kind:
        made.add_text("kind", kind.value)
    if validity := document.validity_on(clock.today()):
        made.add_text("validity", validity)
    made.add_text("body", document.body.code)
    made.add_unsigned("year", day.year)
    made.add_integer("moment", int(document.published_at.timestamp()))
    # 相关程度相同时新的在前：每晚十年多一分。
    made.add_float("weight", 1 + day.toordinal() / _DAYS_OF_TENFOLD)
    return made


def ancestors() -> dict[int, tuple[str, ...]]:
    """Of every column its own code and the codes of all branches above it."""
    rows = {pk: (code, parent) for pk, code, parent in Column.objects.values_list("pk", "code", "parent_id")}

    def upwards(pk: int | None) -> tuple[str, ...]:
        if pk is None:
            return ()
        code, parent = rows[pk]
        return (code, *upwards(parent))

    return {pk: upwards(pk) for pk in rows}


def _body_parts(document: Document) -> Iterable[str]:
    yield plain_text(document.text)
    yield from (document.summary, document.keywords, document.issuing_body)
    yield from (attachment.name for attachment in document.attachments.all())


def _add_words(made: tantivy.Document, name: str, parts: Iterable[str]) -> None:
    cut = [sequence for part in parts if (sequence := units(part))]
    between = f" {BARRIER} "
    made.add_text(f"{name}_pairs", between.join(" ".join(pairs(sequence)) for sequence in cut))
    made.add_text(f"{name}_units", " ".join(unit for sequence in cut for unit in sequence))
