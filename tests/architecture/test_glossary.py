"""House rule 9: one word for one thing, as the glossary says."""

import ast
import re
from collections import Counter
from dataclasses import dataclass

from tests.architecture.source import ROOT, product

ROW = re.compile(
    r"^\| (?P<term>[^|]+) \| [^|]+ \| `(?P<identifier>\w+)` \| (?P<never>[^|]+) \|$", re.MULTILINE
)


@dataclass(frozen=True)
class Word:
    """One row of the glossary.

    词条：中文词、标识符、不许用的词。
    """

    term: str
    identifier: str
    never: frozenset[str]


# The same thing twice: as the law's value and as the office's table.
VALUE_AND_TABLE = {"relation"}


def _words() -> list[Word]:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    return [
        Word(row["term"].strip(), row["identifier"], frozenset(row["never"].split()) - {"—"})
        for row in ROW.finditer(text)
    ]


def _defined() -> dict[str, str]:
    """Every name that we define (classes, functions, fields, modules), with a file where it stands."""
    names: dict[str, str] = {}
    for source in product():
        names[source.name.removesuffix("/__init__.py").removesuffix(".py").rpartition("/")[2]] = source.name
        for node in ast.walk(source.tree):
            for name in _names_of(node):
                names[name] = source.name
    return names


def _names_of(node: ast.AST) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if not isinstance(node, ast.ClassDef):
        return []
    targets = [field.target for field in node.body if isinstance(field, ast.AnnAssign)]
    targets += [target for field in node.body if isinstance(field, ast.Assign) for target in field.targets]
    return [node.name, *(target.id for target in targets if isinstance(target, ast.Name))]


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def test_the_glossary_can_be_read() -> None:
    lines = [
        line for line in (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines() if "| `" in line
    ]
    assert len(_words()) == len(lines) >= 50


def test_every_word_of_the_glossary_stands_in_the_code() -> None:
    defined = _defined()
    assert [word.identifier for word in _words() if word.identifier not in defined] == []


def test_no_term_and_no_identifier_stands_twice() -> None:
    for attribute in ("term", "identifier"):
        counted = Counter(getattr(word, attribute) for word in _words())
        assert [name for name, times in counted.items() if times > 1] == []


def test_no_name_of_ours_is_a_word_that_the_glossary_forbids() -> None:
    forbidden = {never: word.identifier for word in _words() for never in word.never}
    wrong = {
        f"{place}: {name}": f"say {forbidden[_snake(name)]}"
        for name, place in _defined().items()
        if _snake(name) in forbidden
    }
    assert wrong == {}


def test_a_word_of_the_glossary_names_one_class() -> None:
    known = {_snake(word.identifier) for word in _words()}
    places: dict[str, list[str]] = {}
    for source in product():
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef) and _snake(node.name) in known - VALUE_AND_TABLE:
                places.setdefault(node.name, []).append(source.name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
