"""How one catalogue cites: the same instrument in many forms."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.citation import Citation, Instruments
from gongkai.law.citation.instruments import title_key
from gongkai.law.citation.numbers import key as number_key
from gongkai.law.finding import Finding, Place
from gongkai.law.vocabulary import Severity

_YEAR = re.compile(r"(?:19|20)\d{2}年")
_NUMBER_YEAR = re.compile(r"〔(\d{4})〕")
_WRAPPING = re.compile(r"^.*?关于印发|的通知$|[〈〉《》]")
_ISSUED_PAPER = re.compile(r"(?:通知|意见|决定|要点|函)$")


@dataclass(frozen=True, slots=True)
class Use:
    """One printed use of a citation.

    一次引用：哪一行、怎样写的。
    """

    item: Item
    citation: Citation
    written: str

    @property
    def place(self) -> Place:
        """The basis cell of its line."""
        return Place(self.item.place.file, self.item.place.sheet, self.item.place.line, self.item.cells[0])


def check(catalogue: Catalogue, instruments: Instruments) -> Iterator[Finding]:
    """Faults that only show when the whole table is seen."""
    uses = list(_uses(catalogue))
    yield from _forms_of_numbers(uses)
    yield from _forms_of_titles(uses, instruments)
    yield from _series(uses)
    yield from _wrong_years(uses)
    yield from _without_number(uses)


def _uses(catalogue: Catalogue) -> Iterator[Use]:
    for item in catalogue.items:
        if "legal_basis" not in item.inherited:
            for citation in item.legal_basis:
                if citation.title:
                    yield Use(item, citation, _number_as_printed(item, citation))


def _number_as_printed(item: Item, citation: Citation) -> str:
    """The tail of the citation as printed, without the brackets round it."""
    start, end = citation.span
    printed = item.legal_basis_text[start:end]
    tail = printed.rpartition("》")[2].strip()
    return "".join(tail.split()).strip("（）()") if citation.document_number else ""


def _by(uses: Iterable[Use], key: Callable[[Use], str]) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[key(use)].append(use)
    return found


def _instrument(use: Use) -> str:
    return use.citation.instrument or title_key(use.citation.title)


def _number(use: Use) -> str:
    return use.citation.document_number


def _own_number(use: Use) -> str:
    """The number of the known instrument, or an empty string."""
    title, _, rest = use.citation.instrument.rpartition("（")
    return rest.rstrip("）") if title and rest.endswith("号）") else ""


def _forms_of_numbers(uses: list[Use]) -> Iterator[Finding]:
    """国务院令第七11号, 国务院令711号, 国令第711号: one order, three ways to write it."""
    for cited in _by(uses, _instrument).values():
        forms = _by((use for use in cited if use.written), lambda use: use.written)
        if len(forms) < 2:
            continue
        told = "；".join(f"“{form}”（{_lines(each)}）" for form, each in forms.items())
        message = f"《{cited[0].citation.title}》的文号有{len(forms)}种写法：{told}。应统一为同一写法。"
        alike = len({number_key(_number(use)) for use in cited if use.written}) == 1
        later = list(forms.values())[1][0]
        severity = Severity.WARNING if alike else Severity.ERROR
        yield _finding("number-forms-differ", severity, message, later, _own_number(later))


def _forms_of_titles(uses: list[Use], instruments: Instruments) -> Iterator[Finding]:
    """One known instrument under several titles."""
    for cited in _by(uses, _instrument).values():
        forms = list(_by(cited, lambda use: title_key(use.citation.title)).values())
        known = instruments.titled(cited[0].citation.title)
        if len(forms) < 2 or known is None:
            continue
        told = "；".join(f"《{each[0].citation.title}》（{_lines(each)}）" for each in forms)
        message = f"同一文件引了{len(forms)}种名称：{told}。应统一写全称。"
        yield _finding("title-forms-differ", Severity.NOTICE, message, forms[1][0], f"《{known.title}》")


def _series(uses: list[Use]) -> Iterator[Finding]:
    """Titles alike but for the year, with different numbers: perhaps one paper, perhaps a series."""
    dated = (use for use in uses if _YEAR.search(use.citation.title) and _number(use))
    for stem, cited in _by(dated, _stem).items():
        numbers = _by(cited, _number)
        if len(numbers) < 2:
            continue
        told = "；".join(f"{number}（{_lines(each)}）" for number, each in numbers.items())
        message = (
            f"名称相近的“{stem}”引了不同的文号：{told}。请核对是逐年印发的几份文件，还是同一文件引错了文号。"
        )
        later = list(numbers.values())[1][0]
        yield _finding("similar-titles-different-numbers", Severity.WARNING, message, later)


def _stem(use: Use) -> str:
    return _YEAR.sub("", _WRAPPING.sub("", use.citation.title))


def _wrong_years(uses: list[Use]) -> Iterator[Finding]:
    """The paper of one year with a number of another."""
    for use in uses:
        title, number = _YEAR.search(use.citation.title), _NUMBER_YEAR.search(_number(use))
        if title and number and title[0].rstrip("年") != number[1]:
            message = f"《{use.citation.title}》的文号“{_number(use)}”年份不合，请核对。"
            yield _finding("number-of-another-year", Severity.WARNING, message, use)


def _without_number(uses: list[Use]) -> Iterator[Finding]:
    """An issued paper cited without its number."""
    missing = (use for use in uses if not _number(use) and _ISSUED_PAPER.search(use.citation.title))
    for title, cited in _by(missing, lambda use: use.citation.title).items():
        known = _own_number(cited[0])
        mend = f"应补写“（{known}）”" if known else "请查明后补写"
        message = f"《{title}》没有写文号（{_lines(cited)}），{mend}。"
        yield _finding("number-missing", Severity.NOTICE, message, cited[0], known)


def _finding(code: str, severity: Severity, message: str, use: Use, mend: str = "") -> Finding:
    return Finding(code, severity, message, use.citation.span, mend, use.place)


def _lines(uses: list[Use]) -> str:
    lines = list(dict.fromkeys(use.item.place.line for use in uses))
    shown = "、".join(str(line) for line in lines[:4])
    return f"第{shown}{'等' if len(lines) > 4 else ''}行"
