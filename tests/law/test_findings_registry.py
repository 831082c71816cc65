"""The list of findings is the one that the code gives."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.law.rows import table

from gongkai.grids import files
from gongkai.law import elements, lawdata, numbering
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.registry import Example, ExampleKind, FindingKind
from gongkai.law.citation import read as read_citations
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding
from gongkai.law.time_limit import grammar

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src/gongkai/law").rglob("*.py"))
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
MAKERS = {"Finding", "Repair", "error", "_error", "_finding", "_notice"}
# Given only where a catalogue made by hand names a repair that none of its findings tells.
INNER = {"repair"}
# Their words are too many to be printed: tested below.
TOO_LONG = {
    "content-too-long": ("标题、" * 20_000, ExampleKind.CONTENT),
    "too-long": ("及时公开，" * 20_000, ExampleKind.LIMIT),
}
CASES = [
    pytest.param(kind, example, id=f"{kind.code}-{i}")
    for kind in lawdata.finding_kinds().values()
    for i, example in enumerate(kind.examples)
]


def codes_in(tree: ast.Module) -> Iterator[str]:
    """Every code that a file can give: what a maker is called with, and every word of their form."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            maker = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0] if node.args else None
            codes = [each for each in node.args if isinstance(each, ast.Constant)] if first else []
            if maker in MAKERS and codes and re.fullmatch(r"[a-z-]+", str(codes[0].value)):
                yield str(codes[0].value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def emitted() -> dict[str, str]:
    """Every code with a file that gives it."""
    return {
        code: source.name for source in SOURCES for code in codes_in(ast.parse(source.read_text("utf-8")))
    }


def findings_in(example: str, kind: ExampleKind) -> tuple[Finding, ...]:
    """The findings that an example gives, read as what it is."""
    if kind is ExampleKind.LIMIT:
        return grammar.read(example, lawdata.days_are_workdays()).findings
    if kind is ExampleKind.CITATION:
        return read_citations(example, lawdata.instruments()).findings
    if kind is ExampleKind.CONTENT:
        return elements.read(example, lawdata.elements()).findings
    if kind is ExampleKind.NUMBER:
        return numbering.findings(example, year=2026)
    try:
        catalogues = _catalogues(example, kind)
    except LawError as refused:
        pytest.fail(f"{refused}：{example}")
    return tuple(finding for each in catalogues for finding in each.findings)


def found_in(example: str, kind: ExampleKind) -> set[str]:
    """The codes of those findings."""
    return {finding.code for finding in findings_in(example, kind)}


def _catalogues(example: str, kind: ExampleKind) -> tuple[Catalogue, ...]:
    """Rows as a spreadsheet has them, a saved page, or a text whose columns slid."""
    if kind is ExampleKind.ROWS:
        return reading.read_all((table(example),), lawdata.tables())
    is_page = example.startswith("<")
    grids = files.read(example.replace("|", "\t").encode(), "例子.html" if is_page else "例子.txt")
    if is_page or kind is ExampleKind.POURED:
        return reading.read_all(grids, lawdata.tables())
    return (reading.read(grids[0], lawdata.tables()),)


def test_every_code_that_is_given_stands_in_the_list_and_no_other() -> None:
    given, listed = emitted(), set(lawdata.finding_kinds()) | INNER
    assert {code: name for code, name in given.items() if code not in listed} == {}
    assert listed - set(given) == set()


@pytest.mark.parametrize(("kind", "example"), CASES)
def test_an_example_gives_its_finding_before_and_not_after(kind: FindingKind, example: Example) -> None:
    found = [each for each in findings_in(example.before, example.kind) if each.code == kind.code]
    assert kind.severity in {each.severity for each in found}
    assert kind.code not in found_in(example.after, example.kind)


def test_every_finding_is_told_in_whole_sentences_with_an_example() -> None:
    for kind in lawdata.finding_kinds().values():
        assert kind.examples or kind.code in TOO_LONG, kind.code
        assert kind.meaning.endswith("。"), kind.code
        assert kind.mend.endswith("。"), kind.code
        assert kind.title, kind.code
        assert kind.source, kind.code


def test_no_code_is_listed_twice() -> None:
    rows = lawdata.table("findings.toml")["finding"]
    assert len(rows) == len({row["code"] for row in rows})


def test_the_page_of_the_manual_is_made_from_the_list() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools/manual.py"), "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("code", TOO_LONG)
def test_what_is_too_long_for_an_example_is_found(code: str) -> None:
    words, kind = TOO_LONG[code]
    assert code in found_in(words, kind)
    assert code not in found_in(words[:30], kind)
