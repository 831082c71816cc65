"""What must hold of every input, one oracle for each reader."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import tomli_w

from gongkai.grids import files
from gongkai.law import elements, lawdata
from gongkai.law.catalogue import reading, writing
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.citation import read as read_citations
from gongkai.law.errors import LawError
from gongkai.law.finding import Finding
from gongkai.law.time_limit import grammar

Oracle = Callable[[bytes], None]


def time_limit(data: bytes) -> None:
    """A time limit: rules inside the text; what is written back reads as the same rules."""
    text = _text(data)
    found = grammar.read(text)
    for rule in found.rules:
        _inside(rule.span, text)
    _findings(found.findings, text)
    if not found.rules:
        return
    again = grammar.read(found.canonical)
    assert grammar.same_rules(again.rules, found.rules), f"写回“{found.canonical}”后读出的规则不同"


def citation(data: bytes) -> None:
    """Legal citations: in order, inside the text, each with a title or a number."""
    text = _text(data)
    found = read_citations(text, lawdata.instruments())
    spans = [each.span for each in found.citations]
    assert spans == sorted(spans), "引用没有依原文次序"
    for each in found.citations:
        _inside(each.span, text)
        assert each.title or each.document_number, "引用既无标题又无文号"
    _findings(found.findings, text)


def content(data: bytes) -> None:
    """A content cell: elements with names, each name once."""
    text = _text(data)
    found = elements.read(text, lawdata.elements())
    names = [element.name for element in found.elements]
    assert all(names), "要素没有名称"
    assert len(names) == len(set(names)), "要素名称重复"
    _findings(found.findings, text)


def catalogue_text(data: bytes) -> None:
    """A catalogue in a text file, read, checked, written and read again, or refused."""
    _catalogues(data, "某.txt")


def catalogue_csv(data: bytes) -> None:
    """The same for a file that says it is comma-separated."""
    _catalogues(data, "某.csv")


def catalogue_file(data: bytes) -> None:
    """The same for whatever the first bytes say it is."""
    _catalogues(data, "某")


TARGETS: dict[str, Oracle] = {
    "time-limit": time_limit,
    "citation": citation,
    "content": content,
    "catalogue-text": catalogue_text,
    "catalogue-csv": catalogue_csv,
    "catalogue-file": catalogue_file,
}


def _catalogues(data: bytes, name: str) -> None:
    try:
        found = reading.read_all(files.read(data, name), lawdata.tables())
    except LawError as refused:
        _sentence(refused)
        return
    for each in found:
        _catalogue(each)


def _catalogue(found: Catalogue) -> None:
    assert found.items, "读成了没有栏目的目录"
    for item in found.items:
        assert item.path, "栏目没有名称"
        assert all(item.path), "栏目路径里有空名称"
    for finding in found.findings:
        _said(finding)
    again = lawdata.catalogue_from(tomli_w.dumps(writing.table(found)))
    assert replace(again, findings=()) == replace(found, findings=()), "写出再读，目录不同"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def _inside(span: tuple[int, int], text: str) -> None:
    assert 0 <= span[0] <= span[1] <= len(text), f"位置{span}不在原文{len(text)}字之内"


def _findings(findings: Iterable[Finding], text: str) -> None:
    for finding in findings:
        _said(finding)
        if finding.span is not None:
            _inside(finding.span, text)


def _said(finding: Finding) -> None:
    assert finding.code, "问题没有代码"
    assert finding.message.endswith("。"), f"不是一句完整的话：{finding.message}"


def _sentence(refused: LawError) -> None:
    said = str(refused)
    assert said.endswith("。"), f"拒绝的话不完整：{said}"
    assert "\n" not in said, f"拒绝的话不止一行：{said}"
