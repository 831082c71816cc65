"""Content cells: empty, or speaking of another column."""

from collections import defaultdict
from collections.abc import Iterator

from gongkai.law.catalogue.checking.readings import asked
from gongkai.law.catalogue.checking.told import Part, Told, row_of, shortened
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding
from gongkai.law.patterns import lazy
from gongkai.law.time_limit.rule import RuleKind
from gongkai.law.vocabulary import Severity

_LEAD = lazy(r"^(?:公开|发布|本[级部单][门位]?|[区县市省镇乡]政府)+")
_GENERIC = lazy(r"(?:等?(?:信息|文件|情况|内容|公告|原文|全文))+$")
_NOTHING = lazy(r"^[\W_无略]*$")
# An empty cell is told above; what kind a column is may be told by its name and need not be in its content.
_SAID_OTHERWISE = {"empty-content", "kind-not-recognised"}
_NEAR = 3  # swapped cells stand close together
_SHORTEST = 2
_LONG_NAME = 4  # a shorter name may stand in any content


def empty(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Columns whose content cell says nothing; a table without such cells is told while it is read."""
    without = [item for item in catalogue.items if _NOTHING.match(item.content) and not _links(item)]
    if len(without) == len(catalogue.items):
        return
    for item in without:
        message = "栏目内容是空的：请补写应当公开的内容要素。"
        yield Told(item, Part.CONTENT, Finding("empty-content", Severity.WARNING, message))


def _links(item: Item) -> bool:
    return any(rule.kind is RuleKind.LINK for rule in item.rules)


def elements_of(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """What hinders the content cell from being read into elements: half a bracket, a question, no element."""
    for item in catalogue.items:
        if item.content and not _links(item):
            for finding in asked(item.content, tables.vocabulary).findings:
                if finding.code not in _SAID_OTHERWISE:
                    yield Told(item, Part.CONTENT, finding)


def swapped(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A content cell that speaks of a neighbouring column instead of its own."""
    for siblings in _families(catalogue).values():
        named = {item.path[-1]: item for item in siblings}
        done: set[int] = set()
        for i, item in enumerate(siblings):
            other = named.get(_said(item)) or named.get(item.content)
            if other is not None and other.path != item.path and _said(item) != _plain(item.path[-1]):
                yield _contradiction(item, other)
                done.add(i)
        yield from _near_swaps([item for i, item in enumerate(siblings) if i not in done])


def copied(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A content printed again beside a sibling, though it names only the first of them."""
    for siblings in _families(catalogue).values():
        alike: dict[str, list[Item]] = defaultdict(list)
        for item in siblings:
            if item.content and "content" not in item.inherited:
                alike["".join(item.content.split())].append(item)
        for content, items in alike.items():
            named = [item for item in items if "".join(item.path[-1].split()) in content]
            if len(items) > 1 and len(named) == 1 and len(named[0].path[-1]) >= _LONG_NAME:
                yield from (_copy(item, named[0]) for item in items if item is not named[0])


def _copy(item: Item, named: Item) -> Told:
    message = (
        f"栏目“{item.path[-1]}”的内容与“{named.path[-1]}”（{row_of(named)}）一字不差，说的也是后者："
        "多半是复制时没有改，请核对。"
    )
    return Told(item, Part.CONTENT, Finding("content-of-another-column", Severity.WARNING, message))


def against_names(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A column of budgets whose content speaks of final accounts only, and the like."""
    pairs = [pair for one, other in tables.contrasts for pair in ((one, other), (other, one))]
    against = [
        (item, mine, theirs)
        for item in catalogue.items
        for mine, theirs in pairs
        if _is_against(item, mine, theirs)
    ]
    swaps = {id(told.item) for told in swapped(catalogue, tables)} if against else set()
    yield from (_against(*each) for each in against if id(each[0]) not in swaps)


def _is_against(item: Item, mine: str, theirs: str) -> bool:
    name = item.path[-1].replace("预决算", "预算决算")
    if mine not in name or theirs in name:
        return False
    content = item.content.replace("预决算", "预算决算")
    return theirs in content and mine not in content


def _against(item: Item, mine: str, theirs: str) -> Told:
    message = (
        f"栏目“{item.path[-1]}”的内容“{shortened(item.content)}”只说“{theirs}”，不说“{mine}”，"
        "与名称相反：请核对。"
    )
    start = item.content.index(theirs)
    span = (start, start + len(theirs))
    return Told(item, Part.CONTENT, Finding("content-against-name", Severity.WARNING, message, span))


def _families(catalogue: Catalogue) -> dict[tuple[str, ...], list[Item]]:
    families: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in catalogue.items:
        families[item.path[:-1]].append(item)
    return families


def _said(item: Item) -> str:
    """The content without the words that every content has."""
    return _plain(item.content)


def _plain(words: str) -> str:
    return _GENERIC.sub("", _LEAD.sub("", "".join(words.split())))


def _contradiction(item: Item, other: Item) -> Told:
    mine, theirs = item.path[-1], other.path[-1]
    said = f"栏目“{mine}”的内容写的是“{item.content}”"
    if mine in (_said(other), other.content):
        return _swap(item, other)
    message = f"{said}，说的是另一栏目“{theirs}”（{row_of(other)}），请核对。"
    return Told(item, Part.CONTENT, Finding("content-of-another-column", Severity.WARNING, message))


def _swap(item: Item, other: Item) -> Told:
    message = (
        f"栏目“{item.path[-1]}”的内容写的是“{shortened(item.content)}”，而“{other.path[-1]}”（{row_of(other)}）的内容"
        f"写的是“{shortened(other.content)}”：两格对调了，请对换。"
    )
    finding = Finding("contents-swapped", Severity.ERROR, message, None, other.content)
    return Told(item, Part.CONTENT, finding)


def _near_swaps(siblings: list[Item]) -> Iterator[Told]:
    """Two contents, each with the word that tells the other's name apart and without its own."""
    for i, item in enumerate(siblings):
        for other in siblings[i + 1 : i + 1 + _NEAR]:
            if _is_near_swap(item, other):
                yield _swap(item, other)
                yield _swap(other, item)


def _is_near_swap(item: Item, other: Item) -> bool:
    if item.path[-1] in item.content or other.path[-1] in other.content:
        return False  # a content that holds its whole name holds the word that tells it apart
    mine, theirs = distinguishing(item.path[-1], other.path[-1])
    if not mine or not theirs:
        return False
    return (
        theirs in item.content
        and mine not in item.content
        and mine in other.content
        and theirs not in other.content
    )


def distinguishing(ours: str, theirs: str) -> tuple[str, str]:
    """The words that tell two names apart: 部门预算, 部门决算 → 预算, 决算; empty where there are none."""
    shorter = min(len(ours), len(theirs))
    lead = tail = 0
    while lead < shorter and ours[lead] == theirs[lead]:
        lead += 1
    while tail < shorter - lead and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    words = [name[lead : len(name) - tail] for name in (ours, theirs)]
    if not all(words):
        return "", ""
    wanted = _SHORTEST - min(len(word) for word in words)
    if wanted > 0:  # one letter is too little to be found in a sentence: take a common one with it
        behind = min(wanted, tail)
        ahead = min(wanted - behind, lead)
        words = [name[lead - ahead : len(name) - tail + behind] for name in (ours, theirs)]
    is_enough = all(len(word) >= _SHORTEST for word in words)
    return (words[0], words[1]) if is_enough else ("", "")


def links(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """A column that only links, while its content cell speaks of information to be published."""
    for item in catalogue.items:
        says_link = item.content.startswith(("转链", "链接"))
        if _links(item) and not says_link:
            limit = item.time_limit_text
            said = f"内容却写“{shortened(item.content)}”" if item.content else "内容却是空的"
            message = f"公开时限是“{limit}”（转链栏目），{said}，请写明转链到哪里。"
            yield Told(item, Part.CONTENT, Finding("link-without-target", Severity.WARNING, message))
        elif says_link and item.time_limit_text and not _links(item):
            message = f"内容是转链，公开时限却写“{item.time_limit_text}”：本栏目没有自己的信息，时限宜写“/”。"
            yield Told(item, Part.LIMIT, Finding("link-with-time-limit", Severity.NOTICE, message, None, "/"))
