"""House rule 14: a dependency is a decision, written down."""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from tests.architecture.source import ROOT

TABLE = ROOT / "docs/decisions/0006-what-we-depend-on.md"
ROW = re.compile(r"^\| (?P<name>[\w@/.-]+) \|(?P<rest>.*)\|$", re.MULTILINE)


def _declared() -> set[str]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    npm: dict[str, Any] = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return {*_python_names(project), *npm["dependencies"], *npm["devDependencies"]}


def _python_names(project: dict[str, Any]) -> Iterator[str]:
    lists = [project["project"]["dependencies"], *project["project"]["optional-dependencies"].values()]
    lists += project["dependency-groups"].values()
    for requirement in (entry for entries in lists for entry in entries if isinstance(entry, str)):
        yield re.split(r"[\[<>=!~ ;]", requirement, maxsplit=1)[0]


def _decided() -> dict[str, list[str]]:
    rows = ROW.finditer(TABLE.read_text(encoding="utf-8"))
    return {
        row["name"]: [cell.strip() for cell in row["rest"].split("|")]
        for row in rows
        if row["name"] != "package"
    }


def test_the_table_names_exactly_what_is_declared() -> None:
    assert set(_decided()) - {"---"} == _declared()


def test_each_row_gives_use_licence_size_and_reason() -> None:
    rows = {name: cells for name, cells in _decided().items() if name != "---"}
    assert {name: cells for name, cells in rows.items() if len(cells) != 4 or not all(cells)} == {}


def test_no_licence_forbids_an_office_to_use_it() -> None:
    licences = {name: cells[1] for name, cells in _decided().items() if name != "---"}
    assert {name: text for name, text in licences.items() if re.match(r"A?GPL|SSPL|BUSL", text)} == {}
