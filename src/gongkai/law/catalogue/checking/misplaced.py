"""Words that stand in the wrong cell of their row."""

from collections.abc import Iterator

from gongkai.law.catalogue.checking.readings import cited, limited
from gongkai.law.catalogue.checking.told import Part, Told, shortened
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.vocabulary import Severity

_LONGEST_LIMIT = 60
_SEPARATORS = lazy(r"[\s\W\d]")
_COUNTED = {RuleKind.WITHIN, RuleKind.EVERY, RuleKind.BY_DATE, RuleKind.OPEN_FOR, RuleKind.BEFORE}
_TICKED = lazy(r"[■□☑☐√▄]")
_CHANNEL = lazy(r"政府网站|政务新媒体|两微一端|公示栏|政府公报|广播电视|纸质媒体")
# A name or a content without any of these is no limit, and need not be parsed to know it.
_HINT = lazy(
    r"工作[日曰]|自然日|[日天周月年季旬度个\d]以?内|之日|[日号底初]之?前|每[日天周月季半年]|按.?[月季年]|更新"
)
_LIMIT_NAMES = lazy(r"时限|期限|周期|频|时间")


def cells(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A limit in the content, a citation in the limit, and the like, in every cell of a row."""
    for item in catalogue.items:
        shifted = _shifted(item, tables)
        if shifted is not None:
            yield shifted
            continue
        yield from _in_content(item)
        yield from _in_limit(item, tables)
        yield from _in_basis(item, tables)
        yield from _in_name(item, tables)
        yield from _limit_elsewhere(item)


def is_told_of_limit(item: Item, tables: Tables) -> bool:
    """Whether the limit cell is already said to hold something else, so that it need not be readable."""
    return _shifted(item, tables) is not None or any(True for _ in _in_limit(item, tables))


def _shifted(item: Item, tables: Tables) -> Told | None:
    """A row whose cells stand one column too far to the left or to the right, told once."""
    if cited(item.legal_basis_text, tables.instruments).citations:
        return None
    if is_limit(item.legal_basis_text) and _holds_no_limit(item):
        message = (
            f"本行自依据一格起像是整体向左移了一格（时限写在依据一格，“{shortened(item.time_limit_text)}”写在"
            "时限一格）：请对照原表移回，补上缺的一格。"
        )
        return Told(item, Part.ROW, Finding("cells-shifted", Severity.ERROR, message))
    if is_limit(item.content) and not item.time_limit_text:
        way = "左"
    elif (
        _is_citation(item.content, tables)
        and any(is_limit(each.value) for each in item.attributes)
        and not limited(item.time_limit_text).rules
    ):
        way = "右"
    else:
        return None
    message = f"本行各格像是整体向{way}移了一格（依据、内容、时限都不在自己的栏下）：请对照原表移回。"
    return Told(item, Part.ROW, Finding("cells-shifted", Severity.ERROR, message))


def _holds_no_limit(item: Item) -> bool:
    """Whether the limit cell prints something that is no limit."""
    is_printed = bool(item.time_limit_text) and "time_limit_text" not in item.inherited
    return is_printed and not limited(item.time_limit_text).rules


def _in_content(item: Item) -> Iterator[Told]:
    if _TICKED.search(item.content) and _CHANNEL.search(item.content):
        message = f"栏目内容写的是“{shortened(item.content)}”，像是公开渠道：请移到渠道一格，另写栏目内容。"
        yield Told(item, Part.CONTENT, Finding("channel-as-content", Severity.ERROR, message))
    if is_limit(item.content):
        message = f"栏目内容写的是“{item.content}”，像是公开时限：请把它移到“公开时限”一格，另写栏目内容。"
        yield Told(item, Part.CONTENT, Finding("limit-as-content", Severity.ERROR, message))


def _in_limit(item: Item, tables: Tables) -> Iterator[Told]:
    text = item.time_limit_text
    if not text or "time_limit_text" in item.inherited:
        return
    if _is_citation(text, tables):
        message = f"公开时限写的是“{shortened(text)}”，像是设立依据：请移到依据一格，另写公开时限。"
        yield Told(item, Part.LIMIT, Finding("citation-as-limit", Severity.ERROR, message))
    elif _TICKED.search(text) or (_CHANNEL.search(text) and not limited(text).rules):
        message = f"公开时限写的是“{shortened(text)}”，像是公开渠道：请移到渠道一格，另写公开时限。"
        yield Told(item, Part.LIMIT, Finding("channel-as-limit", Severity.ERROR, message))


def _in_basis(item: Item, tables: Tables) -> Iterator[Told]:
    text = item.legal_basis_text
    if not text or "legal_basis" in item.inherited or "《" in text:
        return
    if is_limit(text):
        message = f"设立依据写的是“{text}”，像是公开时限：请移到“公开时限”一格，另写依据。"
        yield Told(item, Part.BASIS, Finding("limit-as-basis", Severity.ERROR, message))
    elif not cited(text, tables.instruments).citations and _is_citation(item.content, tables):
        message = f"设立依据写的是“{shortened(text)}”，栏目内容却是引用的文件：两格可能写反了，请核对。"
        yield Told(item, Part.BASIS, Finding("content-as-basis", Severity.WARNING, message))


def _in_name(item: Item, tables: Tables) -> Iterator[Told]:
    name = item.path[-1]
    if is_limit(name):
        message = f"栏目名称写的是“{name}”，像是公开时限：请把它移到“公开时限”一格，补写栏目名称。"
        yield Told(item, Part.ROW, Finding("limit-as-name", Severity.ERROR, message))
    elif name.startswith("《") and not item.legal_basis_text and _is_citation(name, tables):
        message = f"栏目名称写的是“{shortened(name)}”，像是设立依据：请移到依据一格，补写栏目名称。"
        yield Told(item, Part.ROW, Finding("citation-as-name", Severity.ERROR, message))


def _limit_elsewhere(item: Item) -> Iterator[Told]:
    for each in item.attributes:
        if not _LIMIT_NAMES.search(each.name) and is_limit(each.value):
            message = f"“{each.name}”一格写的是“{each.value}”，像是公开时限：请移到“公开时限”一格。"
            yield Told(item, Part.ROW, Finding("limit-in-other-cell", Severity.WARNING, message))


def is_limit(text: str) -> bool:
    """Whether a cell is a time limit from end to end, with a number or a date in it."""
    plain = "".join(text.split())
    if not plain or len(plain) > _LONGEST_LIMIT or not _HINT.search(plain):
        return False
    rules = limited(text).rules
    if not any(rule.kind in _COUNTED for rule in rules):
        return False
    rest = list(text)
    for rule in rules:
        rest[slice(*rule.span)] = " " * (rule.span[1] - rule.span[0])
    return len(_SEPARATORS.sub("", "".join(rest))) * 3 <= len(plain)


def _is_citation(text: str, tables: Tables) -> bool:
    """Whether a cell is citations from end to end."""
    if "《" not in text:
        return False
    found = [citation for citation in cited(text, tables.instruments).citations if citation.title]
    rest = list(text)
    for citation in found:
        rest[slice(*citation.span)] = " " * (citation.span[1] - citation.span[0])
    return bool(found) and len(_SEPARATORS.sub("", "".join(rest))) * 5 <= len(text)
