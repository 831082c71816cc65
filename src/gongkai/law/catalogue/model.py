"""A catalogue and its items as values (contracts/cli.md)."""

from dataclasses import dataclass, field

from gongkai.law.citation import Citation
from gongkai.law.elements import Element
from gongkai.law.finding import Finding, Place
from gongkai.law.time_limit.rule import Rule
from gongkai.law.vocabulary import ColumnKind

__all__ = ["Attribute", "Catalogue", "Citation", "Element", "Item"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """What another column of the table says of an item.

    其他栏：公开主体、渠道和载体、公开对象、方式、层级、责任科室等；`name` 是表头的写法，`value` 是格中
    文字，打勾的栏是所勾各项，以顿号相连。
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    """One leaf of the catalogue, a column to be kept.

    公开事项（末级栏目）。`number` 是序号，同一序号可有多个末级栏目；`inherited` 列出从上一行
    继承的字段名；`attributes` 是其余各栏；`repairs` 是读表时所作修补，每条一句
    中文；`cells` 是设立依据、栏目内容、公开时限在原表这一行的第几格（自1起，0表示没有印）。
    """

    number: int
    path: tuple[str, ...]
    legal_basis: tuple[Citation, ...] = ()
    legal_basis_text: str = ""
    content: str = ""
    elements: tuple[Element, ...] = ()
    column_kind: ColumnKind = ColumnKind.GENERAL_DOCUMENT
    time_limit_text: str = ""
    rules: tuple[Rule, ...] = ()
    inherited: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    place: Place = field(default_factory=Place)
    cells: tuple[int, int, int] = (0, 0, 0)
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An office's disclosure catalogue, read.

    主动公开目录：标题、公开事项与读表时的问题。
    """

    title: str
    items: tuple[Item, ...]
    findings: tuple[Finding, ...] = ()
