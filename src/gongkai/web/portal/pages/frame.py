"""What every page has around it: head, band, menu, foot."""

from dataclasses import dataclass, field

from minijinja import safe

from gongkai.law.vocabulary import ColumnKind
from gongkai.web.portal.pages.assets import assets
from gongkai.web.portal.pages.rendering import render
from gongkai.web.portal.queries import Node, Site, Tree

# The blocks of the home page, by the kind of the top-level column (国办公开办函〔2019〕61号 names the four).
BLOCK_KINDS = (ColumnKind.GUIDE, ColumnKind.RULES, ColumnKind.ANNUAL_REPORT)
MENU_WORDS = {ColumnKind.GUIDE: "指南", ColumnKind.RULES: "制度", ColumnKind.ANNUAL_REPORT: "年报"}


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way to a page."""

    name: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the menu."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Meta:
    """A meta tag of the head.

    网页标签，见《政府网站发展指引》（国办发〔2017〕47号）。
    """

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page's own head: title, place in the menu, way to it.

    页面抬头。`current` 是菜单中当前一项的地址；`is_unlisted` 的页面不请搜索引擎收录。
    """

    title: str
    current: str = ""
    crumbs: tuple[Crumb, ...] = ()
    metas: tuple[Meta, ...] = ()
    body_class: str = ""
    feed: str = ""
    feed_title: str = ""
    has_own_search: bool = False
    is_current_itself: bool = False
    is_unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts that pages share, rendered once and joined.

    页面的公共部分。每一种“当前栏目”的菜单只排一次版。
    """

    site: Site
    menu: tuple[Link, ...]
    parts: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def head(self) -> str:
        """Style sheet, script, site meta tags."""
        return self._part("head.html", "", False)

    def band(self, has_search: bool) -> str:
        """Strip and band, with the small search box or without."""
        return self._part("band.html", "", has_search)

    def menu_bar(self, current: str, is_here: bool) -> str:
        """The menu, with the current entry marked."""
        return self._part("menu.html", current, is_here)

    def foot(self) -> str:
        """Who runs the site, and how to reach them."""
        return self._part("foot.html", "", False)

    def _part(self, template: str, current: str, flag: bool) -> str:
        key = (template, current, flag)
        if key not in self.parts:
            self.parts[key] = render(
                template,
                site=self.site,
                asset=asset_paths(),
                menu=self.menu,
                current=current,
                has_search=flag,
                is_here=flag,
            )
        return safe(self.parts[key])


def asset_paths() -> dict[str, str]:
    """Where the assets stand, by a word a template can write."""
    return {name.replace(".", "_"): asset.path for name, asset in assets().items()}


def statutory_block(tree: Tree) -> Node | None:
    """The branch of statutory content (法定主动公开内容): the top-level branch with the most leaves."""
    branches = [root for root in tree.roots if not root.is_leaf]
    return max(branches, key=lambda root: len(tuple(root.leaves())), default=None)


def blocks(tree: Tree) -> tuple[Node, ...]:
    """The four fixed blocks (条例第十七条、61号文): guide, rules, statutory content, annual reports."""
    by_kind = {root.kind: root for root in reversed(tree.roots) if root.kind in BLOCK_KINDS}
    four = (by_kind.get(BLOCK_KINDS[0]), by_kind.get(BLOCK_KINDS[1]), statutory_block(tree))
    return tuple(node for node in (*four, by_kind.get(BLOCK_KINDS[2])) if node)


def frame(site: Site, tree: Tree) -> Frame:
    """The frame of a site with this tree of columns."""
    named = [
        Link(MENU_WORDS.get(node.kind, node.name) if node.kind else node.name, node.href)
        for node in blocks(tree)
    ]
    consultation = tree.first_of(ColumnKind.CONSULTATION)
    if consultation:
        named.append(Link("意见征集", consultation.href))
    on_request = Link("依申请公开", "/on-request/")
    return Frame(site, (Link("首页", "/"), *named, on_request, Link("公开时效", "/timeliness/")))
