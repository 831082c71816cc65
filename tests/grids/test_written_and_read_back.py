"""What is written as Excel or Word reads back the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.grids import files
from gongkai.grids.writing import form, word, xlsx
from gongkai.law import lawdata
from gongkai.law.catalogue import reading, writing
from gongkai.law.catalogue.model import Attribute, Catalogue, Item
from gongkai.law.errors import LawError

TABLES = lawdata.tables()
WAYS = {"xlsx": xlsx.workbook, "docx": word.document}
# Places differ, as it is another file; repairs were made already and are not made again.
COMPARED = (
    "number",
    "path",
    "legal_basis_text",
    "content",
    "time_limit_text",
    "inherited",
    "attributes",
    "column_kind",
    "legal_basis",
    "elements",
    "rules",
)


def differences(before: Catalogue, after: Catalogue) -> list[object]:
    """Everything that is not the same in both: title, items, and each compared field of each item."""
    found: list[object] = [] if before.title == after.title else [(before.title, after.title)]
    if len(before.items) != len(after.items):
        found.append((len(before.items), len(after.items)))
    for one, other in zip(before.items, after.items, strict=False):
        pairs = ((name, getattr(one, name), getattr(other, name)) for name in COMPARED)
        found += [(one.path, *pair) for pair in pairs if pair[1] != pair[2]]
    return found


def read_back(catalogues: Sequence[Catalogue], way: str) -> tuple[Catalogue, ...]:
    return reading.read_all(files.read(WAYS[way](catalogues), f"目录.{way}"), TABLES)


# ---- catalogues that an office might type ----

NAMES = st.text("政策文件解读会议预算采购教育卫生（）A1/", min_size=2, max_size=8).filter(
    lambda name: name[0] not in "（）A1/" and name.count("（") == name.count("）") == 0
)
LINES = st.text("甲乙丙丁《》〔〕（）=+-@'\"&<>0123456789；，。 ", min_size=1, max_size=12)
TEXTS = st.one_of(
    st.sampled_from(
        [
            "《中华人民共和国预算法》",
            "=HYPERLINK(1)",
            "'甲",
            "20",
            "1.《预算法》；\n2.《审计法》",
            "公开标题、文号、发文日期",
            "自该政府信息形成或者变更之日起20个工作日内",
            "及时公开",
            "_x000D_甲",
            '他说"好"\n再说',
        ]
    ),
    st.lists(LINES.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n".join),
).filter(lambda text: any(map(str.isalnum, text)))  # a lone sign may be a ditto mark
# A cell of these columns that holds a sign alone, such as 0 or -, says that nothing was ticked.
VALUES = TEXTS.filter(lambda text: len(text) > 2)
OTHERS = ("公开主体", "公开渠道和载体", "公开对象", "责任科室", "公开形式")


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Items of one to six levels, several leaves a number, cells merged, blank or full of odd texts."""
    others = [name for name in OTHERS if draw(st.booleans())]
    items: list[Item] = []
    taken: set[tuple[str, ...]] = set()
    for _ in range(draw(st.integers(1, 5))):
        number = draw(st.integers(0, 40))
        over = tuple(draw(st.lists(NAMES, max_size=5)))
        for name in draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)):
            path = (*over, name)
            if all(path[: len(other)] != other and other[: len(path)] != path for other in taken):
                taken.add(path)
                items.append(_item(draw, number, path, others, items[-1:]))
    return _whole(_sayable(items))


def _sayable(items: Sequence[Item]) -> list[Item]:
    """A table without any merged cell does not tell an empty cell from a merged one: there, none is empty."""
    found = list(items)
    for name, text in (("legal_basis", "legal_basis_text"), ("time_limit_text", "time_limit_text")):
        if not any(name in item.inherited for item in found):
            found = [replace(item, **{text: getattr(item, text) or "甲"}) for item in found]
    return found


def _item(
    draw: st.DrawFn, number: int, path: tuple[str, ...], others: Sequence[str], above: Sequence[Item]
) -> Item:
    inherited: list[str] = []
    texts: list[str] = []
    for field in ("legal_basis", "content", "time_limit"):
        name = "time_limit_text" if field == "time_limit" else field
        held = getattr(above[0], "legal_basis_text" if field == "legal_basis" else name) if above else ""
        how = draw(st.sampled_from(["own", "own", "above", "blank"]))
        if how == "above" and held:
            inherited.append(name)
        texts.append({"own": draw(TEXTS), "above": held, "blank": ""}[how])
    values = [(name, draw(st.one_of(st.just(""), VALUES))) for name in others]
    return Item(
        number,
        path,
        legal_basis_text=texts[0],
        content=texts[1],
        time_limit_text=texts[2],
        inherited=tuple(sorted(inherited, key=("legal_basis", "content", "time_limit_text").index)),
        attributes=tuple(Attribute(name, value) for name, value in values if value),
    )


def _whole(items: Sequence[Item]) -> Catalogue:
    """The items with what their words mean, as every reader takes it from them."""
    table = writing.table(Catalogue("某区政府主动公开目录", tuple(items)))
    for row in table["item"]:
        del row["column_kind"]
    return writing.catalogue(table, TABLES)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(catalogues())
def test_the_form_says_everything_that_the_catalogue_says(catalogue: Catalogue) -> None:
    (found,) = reading.read_all([form.grid(catalogue)], TABLES)
    assert differences(catalogue, found) == []


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(catalogue=catalogues())
def test_whatever_is_written_reads_back_the_same(way: str, catalogue: Catalogue) -> None:
    (found,) = read_back([catalogue], way)
    assert differences(catalogue, found) == []


@pytest.mark.parametrize("way", WAYS)
def test_the_seed_reads_back_the_same(way: str) -> None:
    seed = lawdata.catalogue("xihu-2022")
    (found,) = read_back([seed], way)
    assert differences(seed, found) == []


@pytest.mark.parametrize("way", WAYS)
def test_every_catalogue_that_we_were_given_reads_back_the_same(
    way: str, shared: Callable[[str], Path]
) -> None:
    read = 0
    for file in sorted(shared("real/catalogues").glob("*.txt")):
        try:
            given = reading.read_all(files.read(file.read_bytes(), file.name), TABLES)
        except LawError:
            continue
        found = read_back(given, way)
        assert [(file.name, differences(one, other)) for one, other in zip(given, found, strict=True)] == [
            (file.name, []) for _ in given
        ]
        read += 1
    assert read > 10
