"""Item numbers, and the numbers of a list inside a cell."""

from collections.abc import Iterator

from gongkai.law.catalogue.checking.told import Part, Told, row_of
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

# A digit first, then what may stand before it: so a text is searched for digits and not sign by sign.
_REPEATED_ORDINAL = lazy(r"(\d(?<![\d.]\d)\d?)[.．、]\s*\1[.．、](?!\d)")
_ORDINAL = lazy(r"(\d(?<![^；;。\s]\d)\d?)\s*[.．、](?!\d{1,3}(?!\d))")
_MANY = 5  # a longer gap is told by its ends


def items(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Item numbers go up by one, or begin anew at 1."""
    before: Item | None = None
    for item in catalogue.items:
        if not item.number:
            continue
        if before and item.place.sheet == before.place.sheet:
            yield from _step(before, item)
        before = item


def _step(before: Item, item: Item) -> Iterator[Told]:
    if item.number in (before.number, before.number + 1, 1):
        return
    if item.number > before.number:
        missing = _missing(before.number + 1, item.number - 1)
        message = (
            f"序号从{before.number}（{row_of(before)}）跳到{item.number}，缺{missing}："
            "请核对是漏了栏目还是编错了号。"
        )
        finding = Finding("number-out-of-order", Severity.WARNING, message)
    else:
        message = f"序号{item.number}排在{before.number}（{row_of(before)}）之后，次序颠倒：请重新编号。"
        finding = Finding("number-out-of-order", Severity.WARNING, message)
    yield Told(item, Part.ROW, finding)


def _missing(first: int, last: int) -> str:
    if last - first >= _MANY:
        return f"{first}至{last}"
    return "、".join(str(number) for number in range(first, last + 1))


def ordinals(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Numbers of a list inside a cell: 1.1. twice, or 1. 3. with one missing."""
    for item in catalogue.items:
        if "legal_basis" not in item.inherited:
            yield from (Told(item, Part.BASIS, each) for each in _ordinal_faults(item.legal_basis_text))
        yield from (Told(item, Part.CONTENT, each) for each in _ordinal_faults(item.content))


def _ordinal_faults(text: str) -> Iterator[Finding]:
    repeated = _REPEATED_ORDINAL.search(text)
    if repeated:
        message = f"条目编号“{repeated[0]}”重复，应写作“{repeated[1]}.”。"
        span, mend = repeated.span(), f"{repeated[1]}."
        yield Finding("ordinal-repeated", Severity.WARNING, message, span, mend)
        return
    expected = 0
    for found in _ORDINAL.finditer(text):
        number = int(found[1])
        if number == 1:  # a list begins; one that begins otherwise is part of something else
            expected = 1
        if expected and number != expected:
            message = f"条目编号“{found[0].strip()}”不连续，此处应是“{expected}.”：请核对漏了一条没有。"
            yield Finding("ordinal-out-of-order", Severity.NOTICE, message, found.span(), f"{expected}.")
            return
        expected += bool(expected)
