"""Order of columns, extra ones and merges change no item."""

from hypothesis import given
from hypothesis import strategies as st
from tests.law.drawn import ABOVE, LEFT, of_cells, read_all

from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import LawError

SIGNS = "甲《》√■□口同上0123456789一二（）.、｜ \n年月日前公开内容事项时限依据"
HEADING = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开方式"]
_names = st.text("机构职能财务收支招生政策户籍规划", min_size=2, max_size=6)
_contents = st.text("标准名称电话地址、；流程条件。", min_size=2, max_size=20).map(lambda text: "内" + text)
_bases = st.sampled_from(["《预算法》", "《教育法》", "《政府信息公开条例》（国务院令第711号）"])
_limits = st.sampled_from(["长期公开", "每年1月31日前", "自信息形成或者变更之日起20个工作日内", "及时公开"])
_bodies = st.sampled_from(["县财政局", "县教育局", "乡镇人民政府"])
_modes = st.sampled_from(["主动公开", "依申请公开"])


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """The rows of a whole table: groups of one to four leaves with names of their own."""
    upper = draw(st.lists(_names, min_size=1, max_size=4, unique=True))
    rows: list[list[str]] = []
    for name in upper:
        for leaf in draw(st.lists(_names, min_size=1, max_size=4, unique=True)):
            rest = [draw(each) for each in (_contents, _bases, _limits, _bodies, _modes)]
            rows.append([str(len(rows) + 1), name, leaf, *rest])
    return rows


def essence(catalogue: Catalogue) -> list[tuple[object, ...]]:
    """What an item says, wherever its columns stand."""
    return [_essence(item) for item in catalogue.items]


def _essence(item: Item) -> tuple[object, ...]:
    attributes = frozenset((each.name, each.value) for each in item.attributes if each.name in HEADING)
    texts = (item.content, item.legal_basis_text, item.time_limit_text, item.inherited)
    return (item.number, item.path, *texts, item.rules, item.elements, item.column_kind, attributes)


def one(rows: list[list[str]]) -> Catalogue:
    """The only catalogue of a table."""
    (found,) = read_all(of_cells(rows))
    return found


@given(tables(), st.permutations(range(len(HEADING))))
def test_the_order_of_the_columns_counts_for_nothing(rows: list[list[str]], order: list[int]) -> None:
    whole = [HEADING, *rows]
    assert essence(one([[row[at] for at in order] for row in whole])) == essence(one(whole))


@given(
    tables(),
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["归档编码", "经办", "流程图"])), max_size=3),
)
def test_columns_that_nobody_knows_change_no_item(
    rows: list[list[str]], extra: list[tuple[int, str]]
) -> None:
    wider = [list(row) for row in [HEADING, *rows]]
    for at, heading in extra:
        for i, row in enumerate(wider):
            row.insert(at, heading if i == 0 else "某值")
    assert essence(one(wider)) == essence(one([HEADING, *rows]))


@given(tables())
def test_merging_equal_cells_keeps_paths_texts_and_numbers(rows: list[list[str]]) -> None:
    merged = [list(row) for row in rows]
    for i in range(1, len(rows)):
        if rows[i][1] == rows[i - 1][1]:
            merged[i][1] = ABOVE
        for column in (4, 5, 6):
            if rows[i][column] == rows[i - 1][column]:
                merged[i][column] = ABOVE
    first, second = one([HEADING, *rows]), one([HEADING, *merged])
    for plain, other in zip(first.items, second.items, strict=True):
        assert (plain.number, plain.path) == (other.number, other.path)
        assert plain.legal_basis_text == other.legal_basis_text
        assert (plain.time_limit_text, plain.attributes) == (other.time_limit_text, other.attributes)
        assert ("legal_basis" in other.inherited) == (merged[int(other.number) - 1][4] == ABOVE)


@given(tables())
def test_a_lost_merge_of_upper_names_keeps_the_paths(rows: list[list[str]]) -> None:
    lost = [list(row) for row in rows]
    for i in range(1, len(rows)):
        if rows[i][1] == rows[i - 1][1]:
            lost[i][1] = ""
    assert [item.path for item in one([HEADING, *lost]).items] == [(row[1], row[2]) for row in rows]


@given(tables(), st.integers(1, 3))
def test_a_heading_of_two_rows_reads_as_one(rows: list[list[str]], merged: int) -> None:
    top = ["序号", "公开事项", LEFT, *HEADING[3:]]
    below = [ABOVE, "一级事项", "二级事项", *[ABOVE] * 5]
    title = ["某县标准目录", *[LEFT] * 7]
    found = one([*[title] * merged, top, below, *rows])
    assert essence(found) == essence(one([HEADING, *rows]))
    assert found.title == "某县标准目录"


@given(st.lists(st.lists(st.text(SIGNS, max_size=6), max_size=6), max_size=8))
def test_any_cells_whatever_give_items_or_one_sentence(rows: list[list[str]]) -> None:
    wide = [["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限"], *rows]
    found, sentence = _outcome(wide)
    assert sentence.endswith("。") == (not found)
    assert all(item.path and all(item.path) for catalogue in found for item in catalogue.items)


def _outcome(rows: list[list[str]]) -> tuple[tuple[Catalogue, ...], str]:
    """The catalogues, or none and the sentence that says why."""
    try:
        return read_all(of_cells(rows)), ""
    except LawError as refused:
        return (), str(refused)
