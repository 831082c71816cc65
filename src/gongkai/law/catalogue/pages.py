"""What a page break tore: citations, names, rows."""

from collections.abc import Sequence
from dataclasses import replace

from gongkai.law.catalogue.lines import Line, Repair
from gongkai.law.citation import read as read_citations
from gongkai.law.vocabulary import Severity


def mended(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with what page breaks tore put together again, each repair told beside its line."""
    done = list(lines)
    for i in range(1, len(done)):
        if done[i].page != done[i - 1].page and done[i].number is None:
            _join_citation(done, i)
            _drop_torn_name(done, i)
    return tuple(done)


def _join_citation(lines: list[Line], i: int) -> None:
    """A citation that ends in mid-air goes on in the cell after the break."""
    head = next((k for k in range(i - 1, -1, -1) if lines[k].basis), None)
    if head is None or not lines[i].basis or not is_torn(lines[head].basis):
        return
    tail = lines[i].basis.removeprefix("《")
    whole = lines[head].basis + tail
    title = read_citations(whole).citations[-1].title
    column = lines[head].columns[0]
    told = f"设立依据被分页截断，后半“{lines[i].basis}”印在第{lines[i].line}行，已接成《{title}》。"
    lines[head] = replace(lines[head], basis=whole).repaired(
        Repair("citation-torn", told, column, Severity.WARNING, f"《{title}》")
    )
    told = f"本行“设立依据”格里的“{lines[i].basis}”是第{lines[head].line}行引文的后半，已接回该行。"
    lines[i] = replace(lines[i], basis="").repaired(
        Repair("citation-torn", told, lines[i].columns[0], Severity.WARNING)
    )


def is_torn(basis: str) -> bool:
    """Whether the last citation of a cell breaks off."""
    return any(finding.code == "citation-torn" for finding in read_citations(basis).findings)


def _drop_torn_name(lines: list[Line], i: int) -> None:
    """A name whose signs all stand in the next item's name is a piece torn off it."""
    names = lines[i].names
    if len(names) < 2 or i + 1 >= len(lines) or lines[i + 1].number is None:
        return
    piece = names[0].text
    whole = next((name.text for name in lines[i + 1].names if _is_piece(piece, name.text)), None)
    if whole is None:
        return
    told = f"“{piece}”是下一行“{whole}”被分页撕下的一段，不作栏目名称；“{names[1].text}”归入分页前的栏目。"
    torn = replace(lines[i], names=names[1:], slid=0)
    lines[i] = torn.repaired(Repair("name-torn", told, names[0].column, Severity.WARNING))


def _is_piece(piece: str, whole: str) -> bool:
    signs = iter(whole)
    return 1 < len(piece) < len(whole) and all(sign in signs for sign in piece)


def is_torn_row(line: Line) -> bool:
    """Whether a name was torn off this line, so that its position tells nothing."""
    return any(repair.code == "name-torn" for repair in line.repairs)


def belongs_to_next(lines: Sequence[Line], i: int, own_item: str) -> Repair | None:
    """Whether the last row of a page belongs to the item that opens on the next page, and why.

    The text of a merged cell is printed in its middle, so an item cut by a page break may show its name
    only after its first rows. Evidence: the row has no number and no basis, its name shares its stem with
    the next item and not with its own.
    """
    if i + 1 >= len(lines) or lines[i].page == lines[i + 1].page or lines[i + 1].number is None:
        return None
    line, opening = lines[i], lines[i + 1]
    if line.number is not None or line.basis or len(opening.names) < 2:
        return None
    branch = opening.names[-2].text
    stem = _common_stem(line.leaf, branch)
    if len(stem) < 2 or len(_common_stem(line.leaf, own_item)) >= 2:
        return None
    limits = f"，时限与第{opening.line}行相同" if line.limit == opening.limit else ""
    told = (
        f"“{line.leaf}”印在分页之前，归入分页后的“{branch}”（第{opening.number}项）："
        f"名称同以“{stem}”开头{limits}，与上文“{own_item}”无关。把握较大，请核对。"
    )
    return Repair("row-before-its-item", told, line.names[-1].column if line.names else -1, Severity.WARNING)


def _common_stem(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]
