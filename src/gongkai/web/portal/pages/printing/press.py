"""One reading of site, tree and duties, shared by every page."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from minijinja import safe

from gongkai.web.portal import queries
from gongkai.web.portal.pages.frame import Crumb, Frame, Sheet, frame
from gongkai.web.portal.pages.rendering import render
from gongkai.web.portal.pages.year import Year, year_so_far
from gongkai.web.portal.queries import Ledger, Node, Site, Tree

HOME = Crumb("首页", "/")


@dataclass(frozen=True, slots=True)
class Page:
    """A finished file of the site: where it stands, and its bytes."""

    path: str
    content: bytes


class Press:
    """What a run of printing reads once.

    排印。一次运行内，站点、栏目树、公开任务只读一遍，各页据此排成。
    """

    def __init__(self) -> None:
        """Read the site and the tree."""
        self.site: Site = queries.site()
        self.tree: Tree = queries.tree()
        self.frame: Frame = frame(self.site, self.tree)
        self._sidebars: dict[str, str] = {}

    @cached_property
    def ledger(self) -> Ledger:
        """The duties of today."""
        return queries.ledger()

    @cached_property
    def year(self) -> Year:
        """This year's time limits."""
        return year_so_far(self.ledger)

    @cached_property
    def newest_days(self) -> dict[int, Any]:
        """The newest day of each column."""
        return queries.newest_days()

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many documents each column holds."""
        return queries.counts()

    def page(self, path: str, template: str, sheet: Sheet, it: object, **more: object) -> Page:
        """A page in the frame of the site."""
        text = render(template, frame=self.frame, sheet=sheet, it=it, **more)
        return Page(path, text.encode())

    def sidebar(self, column: Node) -> str:
        """The tree of columns, open at this one."""
        if column.code not in self._sidebars:
            above = {node.code for node in self.tree.ancestors(column)} | {column.code}
            self._sidebars[column.code] = render(
                "tree.html", roots=self.tree.roots, here=column.code, open=above
            )
        return safe(self._sidebars[column.code])

    def menu_entry(self, column: Node) -> str:
        """The entry of the menu that a column belongs to: itself, or its top-level column."""
        own = {link.href for link in self.frame.menu}
        if column.href in own:
            return column.href
        above = self.tree.ancestors(column)
        return above[0].href if above and above[0].href in own else ""

    def way(self, column: Node) -> tuple[Crumb, ...]:
        """The way from the home page down to a column, with links."""
        above = (*self.tree.ancestors(column), column)
        return (HOME, *(Crumb(node.name, node.href) for node in above))
