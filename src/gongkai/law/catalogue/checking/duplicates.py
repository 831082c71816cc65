"""Columns that stand twice in the tree."""

from collections import defaultdict
from collections.abc import Iterator

from gongkai.law.catalogue.checking.told import Part, Told, row_of, rows_of
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.catalogue.tables import Tables
from gongkai.law.finding import Finding
from gongkai.law.vocabulary import Severity

_SHORTEST = 4  # a shorter content, such as 文件, tells nothing


def paths(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """Two leaves with the same path."""
    first: dict[tuple[str, ...], Item] = {}
    for item in catalogue.items:
        before = first.setdefault(item.path, item)
        if before is not item:
            where = " › ".join(item.path)
            message = f"栏目“{where}”与{row_of(before)}的栏目路径相同，请改名或合并。"
            yield Told(item, Part.ROW, Finding("path-repeated", Severity.ERROR, message))


def columns(catalogue: Catalogue, tables: Tables) -> Iterator[Told]:
    """The same name with the same content under another branch, told once for all its places."""
    alike: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in catalogue.items:
        content = "".join(item.content.split())
        if len(content) >= _SHORTEST:
            alike[item.path[-1], content].append(item)
    for (name, _), items in alike.items():
        if len({item.path for item in items}) > 1:
            names = list(dict.fromkeys(f"“{' › '.join(item.path[:-1]) or '顶层'}”" for item in items))
            branches = "、".join(names[:4]) + ("等" if len(names) > 4 else "")
            message = (
                f"“{name}”在{branches}下重复设置，内容相同（{rows_of(items)}）："
                "请核对是否只需设在一处，别处转链过去。"
            )
            yield Told(items[1], Part.ROW, Finding("column-duplicated", Severity.NOTICE, message))
