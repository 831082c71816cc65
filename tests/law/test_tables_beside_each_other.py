"""Two catalogues beside each other on one sheet."""

from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.grid import Cell, Grid, Row

LIMIT = "信息形成或者变更之日起20个工作日内"
HEAD = "序号|公开事项|公开内容|公开依据|公开时限"


def read(*lines: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    rows = tuple(Row(i, tuple(map(Cell, line.split("|")))) for i, line in enumerate(lines, 1))
    found = reading.read_all((Grid(rows, "例子.xlsx", exact=True),), lawdata.tables())
    return [
        (each.title, [("›".join(item.path), item.content, item.time_limit_text) for item in each.items])
        for each in found
    ]


def test_a_heading_that_says_its_words_twice_heads_two_tables() -> None:
    assert read(
        "甲局主动公开目录|||||" + "|乙局主动公开目录||||",
        f"{HEAD}||{HEAD}",
        f"1|甲一|子|《预算法》|{LIMIT}||1|乙一|寅|《审计法》|7个工作日内",
        f"2|甲二|丑|《预算法》|{LIMIT}||||||",
    ) == [
        ("甲局主动公开目录", [("甲一", "子", LIMIT), ("甲二", "丑", LIMIT)]),
        ("乙局主动公开目录", [("乙一", "寅", "7个工作日内")]),
    ]


def test_one_title_above_both_is_the_title_of_both() -> None:
    found = read(
        "某县主动公开目录|||||||||",
        f"{HEAD}|{HEAD}",
        f"1|甲一|子|《预算法》|{LIMIT}|1|乙一|寅|《审计法》|7个工作日内",
    )
    assert [(title, [path for path, *_ in items]) for title, items in found] == [
        ("某县主动公开目录", ["甲一"]),
        ("某县主动公开目录", ["乙一"]),
    ]


def test_words_that_come_twice_without_the_others_head_one_table() -> None:
    head = "序号|一级事项|二级事项|公开内容|公开依据|公开时限|公开方式|公开对象|公开方式|公开对象"
    assert len(read(head, f"1|甲|子|内容|《预算法》|{LIMIT}|网站|全社会|公告栏|全社会")) == 1
