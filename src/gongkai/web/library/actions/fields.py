"""A document's fields as one value, and what is wrong in them."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from gongkai.law import numbering
from gongkai.law.errors import Faults
from gongkai.law.workdays import HORIZON
from gongkai.web.library.actions.sanitising import is_too_deep, sanitised
from gongkai.web.library.models import Document, Validity

TEXT_LIMIT = 2_000_000


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What an editor may write about a document.

    文件各栏：除标题外都可以暂缺，送审前补齐；与 `Document` 的同名栏一一对应。
    """

    title: str
    text: str = ""
    document_number: str = ""
    issuing_body: str = ""
    summary: str = ""
    keywords: str = ""
    subject: str = ""
    genre: str = ""
    signed_on: date | None = None
    issued_on: date | None = None
    formed_on: date | None = None
    decided_on: date | None = None
    approved_on: date | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    validity: Validity | str = ""


NAMES = tuple(field.name for field in fields(DocumentFields))
TEXTS = tuple(
    field.name for field in fields(DocumentFields) if field.default == "" and field.name != "validity"
)
DATES = tuple(name for name in NAMES if name.endswith("_on"))


def fields_of(document: Document) -> DocumentFields:
    """A document's fields as they stand."""
    return DocumentFields(**{name: getattr(document, name) for name in NAMES})


def clean(given: DocumentFields) -> DocumentFields:
    """The fields as they will be kept: safe text, brackets of the number put right, no stray spaces.

    Raises Faults with every fault at once: no title, too long a value, dates that contradict each other;
    before anything else for a text that cannot be read in reasonable time.
    """
    if is_too_deep(given.text):
        raise Faults([("text", "正文里的格式套得太深（超过400层），没有读入；请先贴成纯文本，再重新排版。")])
    tidy = {name: getattr(given, name).strip() for name in ("title", *TEXTS) if name != "text"}
    tidy["title"] = " ".join(tidy["title"].split())
    kept = replace(
        given,
        **tidy | {"document_number": numbering.normalised(given.document_number)},
        text=sanitised(given.text),
        validity=str(given.validity or ""),
    )
    if faults := [*_shape_faults(kept), *_date_faults(kept)]:
        raise Faults(faults)
    return kept


def apply(given: DocumentFields, document: Document) -> None:
    """Write the fields onto the row, unsaved."""
    for name in NAMES:
        setattr(document, name, getattr(given, name))


def as_json(given: DocumentFields) -> dict[str, Any]:
    """The fields as a version keeps them: dates as YYYY-MM-DD, absent ones as null."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(given).items()
    }


def from_json(kept: dict[str, Any]) -> DocumentFields:
    """The fields that a version kept."""
    values = {name: kept[name] for name in NAMES if name in kept}
    for name in DATES:
        values[name] = date.fromisoformat(values[name]) if values.get(name) else None
    return DocumentFields(**values)


def fingerprint(kept: dict[str, Any]) -> str:
    """The hash by which a version is known."""
    written = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _shape_faults(given: DocumentFields) -> Iterator[tuple[str, str]]:
    if not given.title:
        yield "title", "标题不能为空。"
    if len(given.text) > TEXT_LIMIT:
        yield "text", f"正文有{len(given.text)}个字符，超过{TEXT_LIMIT}个；请把大表格放进附件。"
    for name in ("title", *TEXTS):
        field = Document._meta.get_field(name)
        limit = field.max_length
        if limit and len(getattr(given, name)) > limit:
            yield name, f"{field.verbose_name}最多{limit}个字，现在有{len(getattr(given, name))}个。"
    if given.validity and given.validity not in set(Validity):
        yield "validity", f"有效性只能是有效、已修改、废止或失效，不能是“{given.validity}”。"


# Each pair: the first may not come after the second.
ORDER = (
    ("signed_on", "issued_on", "印发不能早于成文"),
    ("approved_on", "issued_on", "印发不能早于批准"),
    ("signed_on", "effective_on", "施行不能早于成文"),
    ("effective_on", "expires_on", "有效期不能在施行之前就届满"),
    ("opens_on", "closes_on", "征集不能在开始之前就截止"),
)


# 人民政府的文件不会早于建国；再晚的日子日历推算不到，一个错字会让所有期限都算不出来。
EARLIEST = date(1949, 10, 1)
LATEST = date(HORIZON - 1, 12, 31)


def _date_faults(given: DocumentFields) -> Iterator[tuple[str, str]]:
    for name in DATES:
        day = getattr(given, name)
        if day is not None and not EARLIEST <= day <= LATEST:
            word = Document._meta.get_field(name).verbose_name
            yield name, f"{word}{day}不会是真的：应在{EARLIEST}至{LATEST}之间，请核对年份。"
    for earlier, later, why in ORDER:
        first, second = getattr(given, earlier), getattr(given, later)
        if first and second and second < first:
            words = [Document._meta.get_field(name).verbose_name for name in (earlier, later)]
            yield later, f"{words[1]}{second}早于{words[0]}{first}：{why}，请核对两个日期。"
