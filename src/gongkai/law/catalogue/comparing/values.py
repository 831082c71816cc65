"""A comparison as plain values (contracts/cli.md)."""

from typing import Any

from gongkai.law.catalogue.comparing import meaning
from gongkai.law.catalogue.comparing.changes import Comparison, Divided, Pair, Part, PartChange
from gongkai.law.catalogue.comparing.meaning import Circumstances
from gongkai.law.catalogue.model import Item
from gongkai.law.time_limit.values import rule_value


def comparison_value(comparison: Comparison, around: Circumstances) -> dict[str, Any]:
    """What `gongkai catalogue compare --json` prints; `means` are sentences for people."""
    return {
        "added": [_item(item, meaning.of_added(item, around)) for item in comparison.added],
        "removed": [_item(item, meaning.of_removed(item, around)) for item in comparison.removed],
        "moved": [_pair(pair, meaning.of_moved(pair, around)) for pair in comparison.moved],
        "renamed": [_pair(pair, meaning.of_renamed(pair, around)) for pair in comparison.renamed],
        "changed": [_changed(pair, around) for pair in comparison.changed],
        "split": [_divided(one, meaning.of_split(one, comparison, around)) for one in comparison.split],
        "merged": [_divided(one, meaning.of_merged(one, comparison, around)) for one in comparison.merged],
        "branches": [{"from": list(was), "to": list(now)} for was, now in comparison.branches],
    }


def _item(item: Item, means: str) -> dict[str, Any]:
    return {
        "path": list(item.path),
        "number": item.number,
        "column_kind": item.column_kind.value,
        "time_limit_text": item.time_limit_text,
        "means": [means],
    }


def _pair(pair: Pair, means: str) -> dict[str, Any]:
    return {"from": list(pair.before.path), "to": list(pair.after.path), "means": [means]}


def _changed(pair: Pair, around: Circumstances) -> dict[str, Any]:
    return {
        "path": list(pair.after.path),
        "from": list(pair.before.path),
        "changes": [_part(change) for change in pair.changes],
        "means": list(meaning.of_changed(pair, around)),
    }


def _part(change: PartChange) -> dict[str, Any]:
    value: dict[str, Any] = {"part": change.part.value, "before": change.before, "after": change.after}
    if change.name:
        value["name"] = change.name
    if change.part in (Part.ELEMENTS, Part.BASIS):
        value |= {"removed": list(change.gone), "added": list(change.come)}
    if change.part is Part.LIMIT:
        value |= {
            "rules_before": [rule_value(rule) for rule in change.rules_before],
            "rules_after": [rule_value(rule) for rule in change.rules_after],
            "strictness": change.strictness.value,
        }
    return value


def _divided(one: Divided, means: str) -> dict[str, Any]:
    return {"from": list(map(list, one.before)), "to": list(map(list, one.after)), "means": [means]}
