"""Catalogues as cut from the web pages of many governments."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.grids import files
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import LawError

# 每份目录：序号与路径，由人对照原文读出；长的名称只写开头
EXPECTED = {
    "02": "1 财务信息›财务信息 | 2 招生管理›学校介绍 | 3 学生管理›义务教育学生资助政策",
    "03": "1 政策文件›教育法律 | 1 政策文件›规范性文件 | 2 教育概况›教育事业发展… | 2 教育概况›教育统计数据",
    "05": "1 财政预决算›政府预算 | 2 财政预决算›政府决算",
    "06": "505 独生子女父母奖励 | 507 计划生育家庭特别扶助",
    "08": "1 负责信息…›政务公开›基本信息 | 2 负责信息…›政务公开›法定职责 | 3 负责信息…›政务公开›领导简历"
    " | 4 负责信息…›政务公开›内设机构 | 5 负责信息…›政务公开›所属机构 | 6 负责信息…›政府信息公开›信息公开指南"
    " | 7 负责信息…›政府信息公开›信息公开年报 | 8 政策公开›部门文件›政策公开 | 9 财政预决算›部门预算›资金信息"
    " | 10 财政预决算›部门决算›资金信息 | 11 负责本单位…›政府采购信息›资金信息",
    "11": "1 综合业务›政策法规文件 | 2 综合业务›监督检查",
    "13": "1 法规政策›地方层面法规政策 | 2 法规政策›征收启动要件 | 3 补偿›分户补偿",
    "16": "1 法规政策›国家层面法规政策 | 2 法规政策›地方层面法规政策",
    "17": "1 政策文件›法律法规 | 2 政策文件›部门和地方规章 | 3 政策文件›其他政策文件",
    "19": "1 政策文件›法律法规 | 2 政策文件›部门和地方规章 | 3 政策文件›标准 | 4 政策文件›重大政策解读"
    " | 5 依法行政›行政许可 | 6 依法行政›行政处罚 | 7 依法行政›行政强制",
    "20": "1 政策文件›法律法规 | 2 政策文件›部门和地方规章",
    "21": "1 政策文件›法律法规 | 3 政策文件›其他政策文件 | 5 政策文件›重大决策草案",
    "28": "1 法治政府建设年度报告",
    "31": "1 1.就业信息服务›1.1就业政策法规咨询 | 2 1.就业信息服务›1.2岗位信息发布",
    "34": "1 机构职能›乡镇简介 | 2 机构职能›内设机构 | 5 机构职能›政府信息公开指南"
    " | 6 机构职能›政府信息公开年度报告",
    "36": "1 機構職能類 | 2 發展目標規劃 | 3 財務收支情況 | 4 農民負擔情況",
    "39": "1 機構介紹›機構設置 | 2 機構介紹›領導分工 | 3 政府信息公開›公開指南 | 4 政府信息公開›公開目錄"
    " | 5 政府信息公開›公開報告 | 6 鎮街文件›政府規范性文件",
    "43": "1 行政许可类事项›母婴保健… | 1 行政许可类事项›母婴保健…",
    "47": "1 法规政策›法律法规 | 1 规划计划›年度计划 | 2 建设管理›立项信息",
    "49": "1 财务信息›财务信息 | 2 招生管理›学校介绍 | 3 学生管理›义务教育学生资助政策"
    " | 4 教师管理›教师职称评审",
}
LIMITS = {
    "05": "本级人民代表大会或其常务委员会批准后20日内",
    "06": "自信息形成或者变更之日起20个工作日内予以公开",
    "16": "信息形成之日起7个工作日内",
    "20": "信息形成或变更之日起20个工作日内",
    "28": "每年4月1日之前",
    "02": "信息形成或者变更之日起20个工作日内",
    "03": "信息形成或者变更之日起20个工作日内",
}


@pytest.fixture
def catalogues(shared: Callable[[str], Path]) -> dict[str, Path]:
    """The files by their number."""
    return {path.name.split("-")[1]: path for path in sorted(shared("real/catalogues").iterdir())}


def read(path: Path) -> tuple[Catalogue, ...]:
    """The catalogues in a file."""
    return reading.read_all(files.read(path.read_bytes(), path.name), lawdata.tables())


def fits(item: Item, expected: str) -> bool:
    """Whether number and path are those expected, long names as far as they are written."""
    number, _, path = expected.partition(" ")
    names = path.split("›")
    return (
        item.number == int(number)
        and len(item.path) == len(names)
        and all(
            name.startswith(wanted[:-1]) if wanted.endswith("…") else name == wanted
            for name, wanted in zip(item.path, names, strict=True)
        )
    )


@pytest.mark.parametrize("number", EXPECTED)
def test_every_item_stands_under_its_own_names(number: str, catalogues: dict[str, Path]) -> None:
    items = [item for catalogue in read(catalogues[number]) for item in catalogue.items]
    wanted = EXPECTED[number].split(" | ")
    assert len(items) == len(wanted)
    assert [
        (item.number, item.path) for item, words in zip(items, wanted, strict=True) if not fits(item, words)
    ] == []


@pytest.mark.parametrize("number", LIMITS)
def test_limits_are_read_whole(number: str, catalogues: dict[str, Path]) -> None:
    items = [item for catalogue in read(catalogues[number]) for item in catalogue.items]
    assert {item.time_limit_text for item in items} == {LIMITS[number]}
    assert all(item.rules for item in items)


def test_nearly_every_file_gives_items_and_the_rest_one_sentence(catalogues: dict[str, Path]) -> None:
    refused = {number: why for number, path in catalogues.items() if (why := _refusal(path))}
    assert len(catalogues) - len(refused) >= 22
    assert all(why.endswith("。") and "\n" not in why for why in refused.values())


def _refusal(path: Path) -> str:
    """The sentence that refuses a file; empty where it was read."""
    try:
        read(path)
    except LawError as why:
        return str(why)
    return ""
