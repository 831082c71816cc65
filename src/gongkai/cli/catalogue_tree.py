"""The tree of a catalogue, drawn with rich."""

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from gongkai.cli.catalogue_page import kind_name
from gongkai.law.catalogue.model import Catalogue, Item

PAGE = 200  # columns where the output is no terminal


def draw(catalogue: Catalogue) -> None:
    """The tree of columns, each leaf with its kind and time limit."""
    tree = Tree(Text(f"{catalogue.title or '目录'}（{len(catalogue.items)}个末级栏目）", style="bold"))
    branches: dict[tuple[str, ...], Tree] = {(): tree}
    for item in catalogue.items:
        for depth in range(1, len(item.path)):
            upper = item.path[:depth]
            if upper not in branches:
                branches[upper] = branches[upper[:-1]].add(Text(upper[-1]))
        branches[item.path[:-1]].add(_leaf(item))
    screen = Console()
    (screen if screen.is_terminal else Console(width=PAGE)).print(tree)


def _leaf(item: Item) -> Text:
    limit = item.time_limit_text or "（没有写时限，适用条例第二十六条）"
    above = "（承上）" if "time_limit_text" in item.inherited else ""
    leaf = Text(f"{item.number} {item.path[-1]}")
    leaf.append(f"  {kind_name(item.column_kind)}", style="cyan")
    leaf.append(f"  {limit}{above}", style="dim")
    return leaf
