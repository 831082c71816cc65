"""Safe mends: one right answer, the meaning kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.rows import catalogue, row

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import mending, reading
from gongkai.law.catalogue.mending import Mended
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.catalogue.registry import ExampleKind
from gongkai.law.citation.instruments import title_key
from gongkai.law.errors import LawError
from gongkai.law.time_limit.grammar import same_rules

SAFE = lawdata.safe_codes()
PIECES = (
    "《政府信息公开条例》（国务院令第七11号）",
    "《优化营商环境条例》（国务院令722号）",
    "中华人民共和国预算法》",
    "《某市停车办法》（某政发（2021）1号）",
    "《某市停车办法》某政发〔2021〕1号",
    "1.1.《政府采购法》",
    "；",
    "、",
    " 2.",
    "等文件",
)
LIMITS = (
    "信息形成之日起20个工作曰内",
    "信息形成之日起20个工作日内",
    "每年元月31日前",
    "7 个 工作日内",
    "及时公开",
    "/",
)


def mended(found: Catalogue) -> Mended:
    """The catalogue after its safe mends."""
    return mending.mended(found, lawdata.tables(), SAFE)


def meaning(found: Catalogue) -> list[tuple[object, ...]]:
    """What the mends must not touch: paths, titles, and where they came from."""
    return [
        (item.number, item.path, [title_key(each.title) for each in item.legal_basis], item.place)
        for item in found.items
    ]


def assert_sound(found: Catalogue) -> None:
    """The same meaning, the same rules, no safe finding gained, and a second mending changes nothing."""
    done = mended(found)
    assert meaning(done.catalogue) == meaning(found)
    for before, after in zip(found.items, done.catalogue.items, strict=True):
        assert same_rules(before.rules, after.rules)
        kept = [each.document_number for each in before.legal_basis if each.document_number]
        assert len([each for each in after.legal_basis if each.document_number]) >= len(kept)
    again = mended(done.catalogue)
    assert again.changes == ()
    assert again.catalogue.items == done.catalogue.items


def test_each_change_is_told_with_its_place_and_words() -> None:
    done = mended(catalogue(row(1, "甲", "一", "《政府信息公开条例》（国务院令第七11号）")))
    assert [(each.before, each.after) for each in done.changes] == [("国务院令第七11号", "国务院令第711号")]
    change = done.changes[0]
    assert (change.place.sheet, change.place.line, change.place.cell) == ("目录", 2, 4)
    assert change.path == ("甲", "一")
    assert (
        change.cell == done.catalogue.items[0].legal_basis_text == "《政府信息公开条例》（国务院令第711号）"
    )


def test_what_was_mended_is_no_longer_found() -> None:
    found = catalogue(row(1, "甲", "一", "1.1.《政府信息公开条例》（国务院令711号）；2.《预算法》"))
    done = mended(found)
    codes = {finding.code for finding in done.catalogue.findings}
    assert {change.code for change in done.changes} == {"ordinal-repeated", "order-without-ordinal"}
    assert not codes & {change.code for change in done.changes}


def test_swapped_cells_and_superseded_instruments_are_left_to_a_person() -> None:
    found = catalogue(
        row(1, "财政", "部门预算", "《合同法》", "部门决算", "批复后20日内"),
        row(2, "财政", "部门决算", "《合同法》", "部门预算", "批复后20日内"),
    )
    done = mended(found)
    assert done.changes == ()
    assert {"contents-swapped", "superseded-instrument"} <= {each.code for each in done.catalogue.findings}


def test_rows_that_took_over_a_cell_change_with_it(shared: Callable[[str], Path]) -> None:
    path = shared("seed/catalogue.txt")
    seed = reading.read_all(files.read(path.read_bytes(), path.name), lawdata.tables())[0]
    done = mended(seed)
    texts = {item.number: item.legal_basis_text for item in done.catalogue.items}
    for item in done.catalogue.items:
        if "legal_basis" in item.inherited:
            assert "第七11号" not in item.legal_basis_text
            assert "三72" not in item.legal_basis_text
    assert len(done.changes) > 25
    assert "第711号" in texts[6]


def test_every_shared_catalogue_keeps_its_meaning(shared: Callable[[str], Path]) -> None:
    paths = [shared("seed/catalogue.txt"), *sorted(shared("real/catalogues").iterdir())]
    seen = 0
    for path in paths:
        try:
            found = reading.read_all(files.read(path.read_bytes(), path.name), lawdata.tables())
        except LawError:
            continue
        for each in found:
            assert_sound(each)
            seen += 1
    assert seen > 20


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from(LIMITS)),
        min_size=1,
        max_size=4,
    )
)
def test_any_catalogue_keeps_its_meaning(given_rows: list[tuple[list[str], str]]) -> None:
    rows = [
        row(i, "甲", f"栏目{i}", "".join(pieces), f"第{i}类文件", limit)
        for i, (pieces, limit) in enumerate(given_rows, 1)
    ]
    assert_sound(catalogue(*rows))


SAFE_EXAMPLES = [
    pytest.param(kind.code, example, id=f"{kind.code}-{i}")
    for kind in lawdata.finding_kinds().values()
    for i, example in enumerate(kind.examples)
    if kind.is_safe and example.kind in (ExampleKind.LIMIT, ExampleKind.CITATION)
]


@pytest.mark.parametrize(("code", "example"), SAFE_EXAMPLES)
def test_the_example_of_a_safe_code_is_mended_into_its_right_form(code: str, example: object) -> None:
    kind, before, after = (getattr(example, name) for name in ("kind", "before", "after"))
    made = row(1, "甲", "一", limit=before) if kind is ExampleKind.LIMIT else row(1, "甲", "一", before)
    item = mended(catalogue(made)).catalogue.items[0]
    assert (item.time_limit_text if kind is ExampleKind.LIMIT else item.legal_basis_text) == after
