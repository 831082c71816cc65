"""Poured-out tables of other governments, row by row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.law.catalogue.grid import Grid
from gongkai.law.catalogue.unfolding import Unfolded, unfolded

SharedPath = Callable[[str], Path]

# file → every row expected: number, names from the first level down ("^" = covered from above), limit
EXPECTED: dict[str, list[tuple[str, tuple[str, ...], str]]] = {
    "02-dayao-shiyang-education": [
        ("1", ("财务信息", "财务信息"), "信息形成或者变更之日起20个工作日内"),
        ("2", ("招生管理", "学校介绍"), "信息形成或者变更之日起20个工作日内"),
        ("3", ("学生管理", "义务教育学生资助政策"), "信息形成或者变更之日起20个工作日内"),
    ],
    "03-shqp-education": [
        ("1", ("政策文件", "教育法律"), "信息形成或者变更之日起20个工作日内"),
        ("^", ("^", "规范性文件"), "信息形成或者变更之日起20个工作日内"),
        ("2", ("教育概况", "教育事业发展主要情况"), "信息形成或者变更之日起20个工作日内"),
        ("^", ("^", "教育统计数据"), "信息形成或者变更之日起20个工作日内"),
    ],
    "05-zhongshan-sanjiao-budget": [
        ("1", ("财政预决算", "政府预算"), "本级人民代表大会或其常务委员会批准后20日内"),
        ("2", ("财政预决算", "政府决算"), "本级人民代表大会或其常务委员会批准后20日内"),
    ],
    "06-xilinhot-baoligen-health": [
        ("0505", ("独生子女父母 奖励",), "自信息形成或者变更之日起20个工作日内予以公开"),
        ("0507", ("计划生育家庭 特别扶助",), "自信息形成或者变更之日起20个工作日内予以公开"),
    ],
    "16-pingwu-expropriation": [
        ("1", ("法规政策", "国家层面法规政策"), "信息形成之日起7个工作日内"),
        ("2", ("^", "地方层面法规政策"), "信息形成之日起7个工作日内"),
    ],
    "17-xinping-safety": [
        ("1", ("政策文件", "法律法规"), "信息形成或变更之日起20个工作日内"),
        ("2", ("^", "部门和地方 规章"), "信息形成或变更之日起20个工作日内"),
        ("3", ("^", "其他政策文 件"), "信息形成或变更之日起20个工作日内"),
    ],
    "19-dachuan-safety": [
        ("1", ("政策 文件", "法律法规"), "半年至少更新1次"),
        ("2", ("^", "部门和地方规章"), "半年至少更新1次"),
        ("3", ("^", "标准"), "半年至少更新1次"),
        ("4", ("^", "重大政策解读"), "半年至少更新1次"),
        ("5", ("依法 行政", "行政许可"), "信息形成或变更之日起20个工作日内"),
        ("6", ("^", "行政处罚"), "信息形成或变更之日起20个工作日内"),
        ("7", ("^", "行政强制"), ""),
    ],
    "20-zaozhuang-gaoxin-safety": [
        ("1", ("政策文件", "法律法规"), "信息形成或变更之日起20个工作日内"),
        ("2", ("^", "部门和地方规章"), "信息形成或变更之日起20个工作日内"),
    ],
    "21-xinjiang-safety": [
        ("1", ("政策 文件", "法律法规"), "信息形成或变更之日起20个工作日内"),
        ("3", ("政策 文件", "其他政策文件"), "信息形成或变更之日起20个工作日内"),
        ("5", ("政策 文件", "重大决策草案"), "按进展情况及时公开"),
    ],
    "28-heshan-district": [("", ("法治政府建设年度报告",), "每年4月1日之前")],
    "36-town-oldstyle-mirror": [
        ("", ("機構職能類",), "長期公開隨時公開"),
        ("", ("發展目標規劃",), "及時公開"),
        ("", ("財務收支情況",), "及時公開"),
        ("", ("農民負擔情況",), "及時公開隨時公開"),
    ],
    "49-luojiang-hongshan-town": [
        ("1", ("财务信息", "财务信息"), "信息形成或者变更之日起20个工作日内"),
        ("2", ("招生管理", "学校介绍"), "信息形成或者变更之日起20个工作日内"),
        ("3", ("学生管理", "义务教育学生资助政策"), "信息形成或者变更之日起20个工作日内"),
        ("4", ("教师管理", "教师职称评审"), "信息形成(变更)3个工作日内,公示时间不少于7个工作日"),
    ],
}


def read(text: str) -> Unfolded | None:
    return unfolded(Grid((), source=tuple(text.split("\n"))))


def table(grid: Grid) -> list[tuple[str, tuple[str, ...], str]]:
    """Number, names and limit of every row below the heading."""
    words = [cell.text for cell in grid.rows[0].cells]
    names = [
        i
        for i, word in enumerate(words)
        if word.endswith(("事项", "目录", "名称")) or word in {"类别", "一级", "二级"}
    ]
    rows = []
    for row in grid.rows[1:]:
        shown = ["^" if cell.covered else cell.text.replace("\n", "") for cell in row.cells]
        number = shown[words.index("序号")] if "序号" in words else ""
        found = tuple(shown[i] for i in names if shown[i])
        rows.append((number, found, shown[words.index("公开时限")]))
    return rows


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_come_out_as_in_the_original_table(shared: SharedPath, name: str) -> None:
    text = shared(f"real/catalogues/catalogue-{name}.txt").read_text()
    found = read(text)
    assert found is not None
    assert [row for grid in found.grids for row in table(grid)] == EXPECTED[name]


def test_every_shared_table_comes_out_with_rows_that_have_names(shared: SharedPath) -> None:
    seen = 0
    for path in sorted(shared("real/catalogues").iterdir()):
        found = read(path.read_text())
        for grid in found.grids if found else ():
            seen += 1
            assert grid.exact
            assert len({len(row.cells) for row in grid.rows}) == 1, path.name
            names = {cell.text for row in grid.rows[1:] for cell in row.cells[:4]}
            assert names - {""}, path.name
    assert seen > 10
