"""Rows that only go on, joined to the row that opens the item."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.law.catalogue.exact.cells import Cells, Held, State
from gongkai.law.catalogue.lines import Repair
from gongkai.law.vocabulary import Severity


def joined(first: Cells, rows: Sequence[Cells], name: str) -> tuple[Cells, tuple[Repair, ...]]:
    """The cells of an item with what the rows below add to each of them, and what is to be told of it."""
    adding = [row for row in rows if any(held.is_printed for held in (*row.duties, *row.others))]
    if not adding:
        return first, ()
    whole = replace(
        first,
        basis=_joined(first.basis, [row.basis for row in adding]),
        content=_joined(first.content, [row.content for row in adding]),
        limit=_joined(first.limit, [row.limit for row in adding]),
        others=tuple(
            _joined(held, [row.others[at] for row in adding]) for at, held in enumerate(first.others)
        ),
    )
    lines = [row.body.matrix.line(row.body.row) for row in adding]
    which = f"第{lines[0]}行" if len(lines) == 1 else f"第{lines[0]}行至第{lines[-1]}行"
    told = f"{which}没有序号和栏目名称，是本项的续行，文字已接在本项各格之后。"
    return whole, (Repair("row-continued", told), *_other_limits(first, adding, name))


def _joined(first: Held, below: Sequence[Held]) -> Held:
    """A cell with the texts printed below it, each on a line; a text repeated right away stands once."""
    texts = [first.text] if first.text else []
    for held in below:
        if held.is_printed and held.text != (texts[-1] if texts else ""):
            texts.append(held.text)
    text = "\n".join(texts)
    if text == first.text:
        return first
    column = next(held.column for held in below if held.is_printed)
    return Held(text, State.PRINTED, column)


def _other_limits(first: Cells, rows: Sequence[Cells], name: str) -> Iterator[Repair]:
    for row in rows:
        if differ(first.limit, row.limit):
            line = row.body.matrix.line(row.body.row)
            told = (
                f"“{name}”的内容分几行印出，第{line}行另有公开时限“{row.limit.text}”，只适用于那一行的内容："
                "请核对，必要时拆成两个栏目。"
            )
            yield Repair("limits-within-item", told, row.limit.column, Severity.WARNING)
            return


def differ(above: Held, below: Held) -> bool:
    """Whether a row below prints another limit than the one above, blanks aside."""
    if not above.text or not below.is_printed:
        return False
    return "".join(above.text.split()) != "".join(below.text.split())
