"""How one catalogue cites: the same instrument in many forms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.law.catalogue.checking.told import Part, Told, rows_of
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.characters import simplified
from gongkai.law.citation import Citation, Instruments, quoted
from gongkai.law.citation import numbers as document_numbers
from gongkai.law.citation.instruments import title_key
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.vocabulary import Severity

_YEAR = lazy(r"(?:19|20)\d{2}年")
_NUMBER_YEAR = lazy(r"〔(\d{4})〕")
_WRAPPING = lazy(r"^.*?关于印发|的通知$|[〈〉《》]")
_ISSUED_PAPER = lazy(r"(?:通知|意见|决定|要点|函)$")


@dataclass(frozen=True, slots=True)
class Use:
    """One printed use of a citation.

    一次引用：哪一行、怎样写的。`written` 是印出的文号，`number_span` 是它在单元格里的位置。
    """

    item: Item
    citation: Citation
    written: str = ""
    number_span: tuple[int, int] | None = None

    @property
    def printed(self) -> str:
        """The whole citation as it stands in the cell."""
        return self.item.legal_basis_text[slice(*self.citation.span)]


def forms(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Faults that only show when the whole table is seen: one instrument in many forms."""
    uses = list(_uses(catalogue))
    recurring = [cited for cited in _by(uses, _instrument).values() if len(cited) > 1]
    yield from _forms_of_numbers(recurring, tables.instruments)
    yield from _forms_of_titles(recurring, tables.instruments)
    yield from _series(uses)
    yield from _wrong_years(uses)
    yield from _without_number(uses, tables.instruments)


def _uses(catalogue: Catalogue) -> Iterator[Use]:
    for item in catalogue.items:
        if "legal_basis" not in item.inherited:
            yield from (_use(item, citation) for citation in item.legal_basis if citation.title)


def _use(item: Item, citation: Citation) -> Use:
    written = item.legal_basis_text[slice(*citation.number_span)]
    if not written or simplified(written) != written:  # traditional characters are no other way to write it
        return Use(item, citation)
    return Use(item, citation, "".join(written.split()), citation.number_span)


def _by(uses: Iterable[Use], key: Callable[[Use], str]) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[key(use)].append(use)
    return found


def _instrument(use: Use) -> str:
    return use.citation.instrument or title_key(use.citation.title)


def _number(use: Use) -> str:
    return use.citation.document_number


def _own_number(use: Use, instruments: Instruments) -> str:
    """The number of the known instrument of this very title, or an empty string."""
    known = instruments.titled(use.citation.title)
    return known.number if known else ""


def _forms_of_numbers(recurring: list[list[Use]], instruments: Instruments) -> Iterator[Told]:
    """国务院令第七11号, 国务院令711号, 国令第711号: one order, three ways to write it."""
    for cited in recurring:
        printed = _by((use for use in cited if use.written), lambda use: use.written)
        if len(printed) < 2:
            continue
        told = "；".join(f"“{form}”（{_rows(each)}）" for form, each in printed.items())
        message = (
            f"{quoted(cited[0].citation.title)}的文号有{len(printed)}种写法：{told}。"
            f"应统一为同一写法{_same(cited)}。"
        )
        alike = len({document_numbers.key(_number(use)) for use in cited if use.written}) == 1
        later = list(printed.values())[1][0]
        own = _own_number(later, instruments)
        mend = own if own and alike else ""
        severity = Severity.WARNING if alike else Severity.ERROR
        finding = Finding("number-forms-differ", severity, message, later.number_span, mend)
        yield Told(later.item, Part.BASIS, finding)


def _same(cited: list[Use]) -> str:
    """What to write everywhere, where it is known."""
    full = next((use.citation.instrument for use in cited if use.citation.instrument), "")
    return f"，如“{full}”" if full else ""


def _forms_of_titles(recurring: list[list[Use]], instruments: Instruments) -> Iterator[Told]:
    """One known instrument under several titles."""
    for cited in recurring:
        titles = list(_by(cited, lambda use: title_key(use.citation.title)).values())
        known = instruments.titled(cited[0].citation.title)
        if len(titles) < 2 or known is None:
            continue
        told = "；".join(f"{quoted(each[0].citation.title)}（{_rows(each)}）" for each in titles)
        message = f"同一文件引了{len(titles)}种名称：{told}。应统一写全称“{quoted(known.title)}”。"
        other = next((each[0] for each in titles if each[0].citation.title != known.title), titles[1][0])
        finding = Finding("title-forms-differ", Severity.NOTICE, message, other.citation.span)
        yield Told(other.item, Part.BASIS, finding)


def _series(uses: list[Use]) -> Iterator[Told]:
    """Titles alike but for the year, with different numbers: perhaps one paper, perhaps a series."""
    dated = (use for use in uses if _YEAR.search(use.citation.title) and _number(use))
    for stem, cited in _by(dated, _stem).items():
        numbers = _by(cited, _number)
        if len(numbers) < 2:
            continue
        told = "；".join(f"{number}（{_rows(each)}）" for number, each in numbers.items())
        message = (
            f"名称相近的“{stem}”引了不同的文号：{told}。请核对是逐年印发的几份文件，还是同一文件引错了文号。"
        )
        severity = Severity.WARNING if any(_is_of_another_year(use) for use in cited) else Severity.NOTICE
        later = list(numbers.values())[1][0]
        finding = Finding("similar-titles-different-numbers", severity, message, later.number_span)
        yield Told(later.item, Part.BASIS, finding)


def _stem(use: Use) -> str:
    return _YEAR.sub("", _WRAPPING.sub("", use.citation.title))


def _wrong_years(uses: list[Use]) -> Iterator[Told]:
    """The paper of one year with a number of another."""
    for use in uses:
        if _is_of_another_year(use):
            message = f"{quoted(use.citation.title)}的文号“{_number(use)}”年份与名称不合，请核对原文。"
            finding = Finding("number-of-another-year", Severity.WARNING, message, use.number_span)
            yield Told(use.item, Part.BASIS, finding)


def _is_of_another_year(use: Use) -> bool:
    """More than a year apart: the plan for a year is often numbered in the year before or after."""
    title, number = _YEAR.search(use.citation.title), _NUMBER_YEAR.search(_number(use))
    if title is None or number is None:
        return False
    return abs(int(title[0][:4]) - int(number[1])) > 1


def _without_number(uses: list[Use], instruments: Instruments) -> Iterator[Told]:
    """An issued paper cited without its number: each where the number is known, the rest at once."""
    missing = (use for use in uses if not _number(use) and _ISSUED_PAPER.search(use.citation.title))
    unknown: list[list[Use]] = []
    for cited in _by(missing, lambda use: use.citation.title).values():
        known = instruments.titled(cited[0].citation.title)
        elsewhere, own = _number_elsewhere(cited[0], uses), known.number if known else ""
        is_looked_up = known is not None and known.verified
        number = own if is_looked_up and own else elsewhere or own
        if not number:
            unknown.append(cited)
            continue
        # A number that nobody has looked up in the paper itself is not written into a catalogue unseen.
        is_sure = is_looked_up or bool(elsewhere)
        for use in cited:
            told = f"应补写“（{number}）”" if is_sure else f"本系统记作“{number}”，未见原文，请核对后补写"
            message = f"{quoted(use.citation.title)}没有写文号，{told}。"
            mend = f"{use.printed}（{number}）" if is_sure else ""
            finding = Finding("number-missing", Severity.NOTICE, message, use.citation.span, mend)
            yield Told(use.item, Part.BASIS, finding)
    if unknown:
        yield _numbers_unknown(unknown)


def _number_elsewhere(use: Use, uses: list[Use]) -> str:
    """The one number with which this very title is cited in another row."""
    found = {_number(other) for other in uses if other.citation.title == use.citation.title} - {""}
    return found.pop() if len(found) == 1 else ""


def _numbers_unknown(unknown: list[list[Use]]) -> Told:
    told = "；".join(f"{quoted(cited[0].citation.title)}（{_rows(cited)}）" for cited in unknown)
    message = f"{len(unknown)}份印发的文件没有写文号：{told}。宜查明后补写，便于查对。"
    first = unknown[0][0]
    finding = Finding("numbers-unknown", Severity.NOTICE, message, first.citation.span)
    return Told(first.item, Part.BASIS, finding)


def _rows(uses: list[Use]) -> str:
    return rows_of([use.item for use in uses])
