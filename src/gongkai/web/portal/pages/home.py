"""The home page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.law.vocabulary import ColumnKind
from gongkai.web.portal.pages.frame import blocks
from gongkai.web.portal.pages.typesetting import plain_day
from gongkai.web.portal.pages.year import Year
from gongkai.web.portal.queries import Node, Row, Tree

SENTENCES = {
    ColumnKind.GUIDE: "信息怎样分类，到哪里查，向谁问。",
    ColumnKind.RULES: "法规、规章和解释性文件。",
    ColumnKind.ANNUAL_REPORT: "上一年度公开工作的情况和数据。",
}
OFTEN = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the fixed blocks."""

    name: str
    href: str
    sentence: str
    freshness: str


@dataclass(frozen=True, slots=True)
class OpenConsultation:
    """A consultation that still takes comments."""

    row: Row
    words: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything on the home page.

    首页。栏目名称都来自目录，程序不认识任何一个栏目。
    """

    entries: tuple[Entry, ...]
    often: tuple[Node, ...]
    newest: tuple[Row, ...]
    names: dict[int, str]
    consultations: tuple[OpenConsultation, ...]
    consultations_href: str
    year: Year
    others: tuple[Node, ...]
    leaf_count: int


def home_page(
    tree: Tree,
    newest: Sequence[Row],
    dates: dict[int, date],
    counts: dict[int, int],
    consultations: Sequence[Row],
    year: Year,
    today: date,
) -> HomePage:
    """The home page from the tree, newest days and counts of leaf columns, and this year's duties."""
    fixed = blocks(tree)
    consultation = tree.first_of(ColumnKind.CONSULTATION)
    return HomePage(
        entries=(*(_entry(node, dates, counts) for node in fixed), _on_request()),
        often=_often(tree, dates),
        newest=tuple(newest),
        names={leaf.id: leaf.name for leaf in tree.leaves()},
        consultations=tuple(OpenConsultation(row, _left(row, today)) for row in consultations),
        consultations_href=consultation.href if consultation else "",
        year=year,
        others=tuple(_others(tree, fixed)),
        leaf_count=len(tree.leaves()),
    )


def _entry(node: Node, dates: dict[int, date], counts: dict[int, int]) -> Entry:
    leaves = list(node.leaves())
    days = [dates[leaf.id] for leaf in leaves if leaf.id in dates]
    sentence = SENTENCES.get(node.kind, "") if node.kind else _contents(node)
    count = sum(counts.get(leaf.id, 0) for leaf in leaves)
    freshness = f"共{count}件，最近更新{plain_day(max(days))}" if days else "尚未公开"
    return Entry(node.name, node.href, sentence or node.content[:40], freshness)


def _contents(node: Node) -> str:
    names = "、".join(child.name for child in node.children[:3])
    return f"{names}等{len(list(node.leaves()))}个栏目。"


def _on_request() -> Entry:
    return Entry("依申请公开", "/on-request/", "目录里查不到的，可以提出申请。", "受理方式和办理期限")


def _often(tree: Tree, dates: dict[int, date]) -> tuple[Node, ...]:
    with_documents = [leaf for leaf in tree.leaves() if leaf.id in dates]
    return tuple(sorted(with_documents, key=lambda leaf: dates[leaf.id], reverse=True)[:OFTEN])


def _others(tree: Tree, fixed: Sequence[Node]) -> list[Node]:
    """What the blocks leave over: top-level leaves, and the branches of other top-level columns."""
    shown = {node.code for node in fixed}
    found: list[Node] = []
    for root in tree.roots:
        if root.code not in shown:
            found.extend(root.children if any(not child.is_leaf for child in root.children) else (root,))
    return found


def _left(row: Row, today: date) -> str:
    days = (row.closes_on - today).days if row.closes_on else 0
    return "今天截止" if days == 0 else f"还剩{days}天"
