"""Unfolding any text: nothing invented or lost, no crash."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.unfolding import Unfolded, unfolded

SharedPath = Callable[[str], Path]

# 各种样子的行，打乱、截断后也不得出错
LINES = """序号 |
公开事项 |
公开内容(要素) |
公开依据 |
公开时限
公开
主体
||||
|

|||||||||||||
一级事项 | 二级事项 | 全社会 | 主动 | 县级 | |||
1 |
2
3 | 政策文件 | 法律法规 | 《条例》 | √ | √ | ||
财务信息 |
《中华人民共和国政府信息公开条例》 |
《关于进一 步加强
工作的意见》、各地配套政
策法规文件
√ |
| √ |
信息形成或者变更之日起20个工作日内 |
自信息形
成或者变
更之日起
20个工作
日内予以
■政府网站 □政府公报 |
镇人民政府
●收费项目 ●收费标准 |
1.受理部门;2.办理条件;
(一)义务教育领域基层政务公开标准目录
- 索 引 号:370400
一级目录二级目录公开内容公开依据公开时限
事项名称 事项类别 公开内容 公开依据 公开渠道 公开时限 公开责任
年度报告 法治 上一年度 《规定》
鎮(zhèn)政府領導職責分工 |
長期公開
隨時公開
---|---|---
# source: 某处
机构信息 \t 职能
(
》
“
0505
12月27日修正)
及时回应
同上""".splitlines()
HEADING = """序号
公开事项
公开内容
公开依据
公开时限
公开主体
公开渠道和载体
一级事项
二级事项""".splitlines()
ROW = """政策文件
法律法规
与安全生产有关的法律、法规
《政府信息公开条例》
信息形成之日起20个工作日内
应急部门
■网站""".splitlines()


def read(lines: list[str]) -> Unfolded | None:
    return unfolded(Grid((), source=tuple(lines)))


def _cells(found: Unfolded) -> list[str]:
    return [cell.text for grid in found.grids for row in grid.rows[1:] for cell in row.cells if cell.text]


def _is_in_order(text: str, source: str) -> bool:
    """Whether the signs of a cell stand in the source one after the other."""
    rest = iter(source)
    return all(sign in rest for sign in text if not sign.isspace())


@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_no_shuffle_of_lines_breaks_it_and_no_text_is_invented(lines: list[str]) -> None:
    found = read(lines)
    source = "\n".join(lines)
    for grid in found.grids if found else ():
        assert len({len(row.cells) for row in grid.rows}) == 1
        for row in grid.rows[1:]:
            assert 1 <= row.line <= len(lines)
            for cell in row.cells:
                assert _is_in_order(cell.text, source), cell.text
                assert not (cell.covered and cell.text)


@given(
    st.lists(st.text(alphabet="|《》()■√12公开事项内容序号时限之日起工作 \n、;", max_size=24), max_size=40)
)
def test_no_text_of_such_signs_breaks_it(lines: list[str]) -> None:
    read("\n".join(lines).split("\n"))


@given(data=st.data())
def test_real_tables_torn_and_shuffled_never_break_it(shared: SharedPath, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(shared("real/catalogues").iterdir())))
    lines = path.read_text("utf-8").split("\n")
    start = data.draw(st.integers(0, len(lines) - 1))
    kept = lines[start : data.draw(st.integers(start, len(lines)))]
    if data.draw(st.booleans()):
        kept = data.draw(st.permutations(kept))
    if kept:
        kept[-1] = kept[-1][: data.draw(st.integers(0, len(kept[-1])))]
    found = read(kept)
    source = "\n".join(kept)
    assert all(_is_in_order(text, source) for text in (_cells(found) if found else ()))


@pytest.mark.parametrize(
    "text",
    [
        # figures with blanks are one figure
        "序号 |\n公开事项 |\n公开内容 |\n公开时限 |\n4 4 4 |\n财务 |\n收费 |",
        # an empty cell behind a heading word
        "公开渠道\n\n|\n|\n公开内容\n||||\n公开事项",
    ],
)
def test_texts_that_once_broke_it(text: str) -> None:
    read(text.split("\n"))


def test_every_printed_cell_of_a_real_table_comes_out_or_is_told(shared: SharedPath) -> None:
    """What stands below the heading of a whole table is in some cell, or in a finding."""
    names = "02-dayao-shiyang-education 06-xilinhot-baoligen-health 17-xinping-safety 21-xinjiang-safety"
    for name in names.split():
        text = shared(f"real/catalogues/catalogue-{name}.txt").read_text("utf-8")
        found = read(text.split("\n"))
        assert found is not None
        told = "".join(finding.message for finding in found.findings)
        signs = Counter("".join("".join(_cells(found)).split()) + told)
        body = text[text.index("1 |" if "1 |" in text else "0505") :]
        missing = Counter(sign for sign in body if "\u4e00" <= sign <= "\u9fff") - signs
        title = Counter("卫生健康领域基层政务公开标准目录试行")
        assert not missing - title, name


def test_names_are_never_figures_ticks_limits_or_citations(shared: SharedPath) -> None:
    for path in sorted(shared("real/catalogues").iterdir()):
        found = read(path.read_text("utf-8").split("\n"))
        for grid in found.grids if found else ():
            words = [cell.text for cell in grid.rows[0].cells]
            names = [i for i, word in enumerate(words) if word.endswith(("事项", "目录"))]
            for row in grid.rows[1:]:
                for i in names:
                    name = row.cells[i].text
                    assert not name or name.strip("0123456789.、√ "), (path.name, name)
                    assert "工作日" not in name, (path.name, name)
                    assert "》" not in name, (path.name, name)


@pytest.mark.parametrize("style", ["bars", "bare"])
def test_ten_thousand_lines_are_set_up_again(style: str) -> None:
    end = " |" if style == "bars" else ""
    lines = [word + end for word in HEADING]
    for number in range(1, 1251):
        lines += [cell + end for cell in (str(number), *ROW)]
    found = read(lines)
    assert found is not None
    assert [len(grid.rows) for grid in found.grids] == [1251]
