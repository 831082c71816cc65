"""Two versions of a document side by side, change by change."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import strip_tags

from gongkai.web.library.models import VALIDITY_WORDS, Document, Validity

# A Latin word or number is one piece, every other character its own: Chinese has no spaces to cut at.
PIECE = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|caption|div)>|<br\s*/?>", re.IGNORECASE)
CELL_END = re.compile(r"</t[dh]>", re.IGNORECASE)
AROUND = 24  # characters kept on both sides of a change
LONG = 20_000  # pieces beyond which paragraphs are compared, not characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, came, went or is left out.

    差异的一段：same 相同，added 新增，removed 删去，gap 省略的相同文字。
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What changed in one field."""

    name: str
    label: str
    pieces: tuple[Piece, ...]


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Every field that differs between two versions, as kept in `Version.fields`."""
    found = []
    for name in dict.fromkeys([*before, *after]):
        old, new = _words(name, before.get(name)), _words(name, after.get(name))
        if old != new:
            found.append(FieldChange(name, label_of(name), tuple(pieces(old, new))))
    return tuple(found)


def label_of(name: str) -> str:
    """The Chinese name of a field."""
    if name in {"attachments", "column"}:
        return {"attachments": "附件", "column": "栏目"}[name]
    return str(Document._meta.get_field(name).verbose_name)


def pieces(old: str, new: str) -> Iterator[Piece]:
    """The text with what was added and what was removed, long unchanged stretches left out."""
    before, after = _cut(old, new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    codes = matcher.get_opcodes()
    for position, (kind, i, j, k, m) in enumerate(codes):
        if kind == "equal":
            is_first, is_last = position == 0, position == len(codes) - 1
            yield from _kept("".join(before[i:j]), is_first, is_last)
            continue
        if i < j:
            yield Piece("removed", "".join(before[i:j]))
        if k < m:
            yield Piece("added", "".join(after[k:m]))


def _cut(old: str, new: str) -> tuple[list[str], list[str]]:
    if len(old) + len(new) > LONG:
        return old.splitlines(keepends=True), new.splitlines(keepends=True)
    return PIECE.findall(old), PIECE.findall(new)


def _kept(text: str, is_first: bool, is_last: bool) -> Iterator[Piece]:
    head = "" if is_first else text[:AROUND]
    tail = "" if is_last else text[-AROUND:]
    if len(head) + len(tail) + 8 >= len(text) and not (is_first and is_last):
        yield Piece("same", text)
        return
    if head:
        yield Piece("same", head)
    yield Piece("gap", "……")
    if tail:
        yield Piece("same", tail)


def _words(name: str, value: object) -> str:
    if value in (None, "", []):
        return ""
    if name == "text":
        return plain(str(value))
    if name == "validity":
        return VALIDITY_WORDS[Validity(str(value))]
    if name == "attachments":
        return (
            "、".join(one["name"] for one in value if isinstance(one, dict))
            if isinstance(value, list)
            else ""
        )
    return str(value)


def plain(html: str) -> str:
    """The words of a text without its markup, a line each paragraph, table cells apart."""
    broken = CELL_END.sub("　", BLOCK_END.sub("\n", html))
    lines = (line.strip() for line in strip_tags(broken).splitlines())
    return "\n".join(line for line in lines if line)
