"""Rows of a spreadsheet that slid left where a cell was lost."""

from tests.law.rows import BASIS, LIMIT, catalogue, codes, row

GOOD = [row(number, "甲", f"事项{number}") for number in range(3, 9)]


def texts(given: str) -> tuple[str, str, str]:
    item = catalogue(given, *GOOD).items[0]
    return item.legal_basis_text, item.content, item.time_limit_text


def test_a_lost_basis_is_left_open_and_the_limit_set_back() -> None:
    given = f"1|甲|子|政策文件原文|{LIMIT}|县政府办|"
    assert texts(given) == ("", "政策文件原文", LIMIT)
    assert "row-shifted" in codes(given, *GOOD)
    assert "time-limit-unreadable" not in codes(given, *GOOD)
    assert [(each.name, each.value) for each in catalogue(given, *GOOD).items[0].attributes] == [
        ("公开主体", "县政府办")
    ]


def test_a_lost_content_is_left_open_and_told() -> None:
    given = f"1|甲|子|{BASIS}|7个工作日内|县政府办|"
    assert texts(given) == (BASIS, "", "7个工作日内")
    assert {"row-shifted", "empty-content"} <= set(codes(given, *GOOD))


def test_a_row_in_its_place_stays_whatever_its_words() -> None:
    for given in (
        f"1|甲|子|{BASIS}|政策文件原文|按规定|县政府办",
        f"1|甲|子|{BASIS}|{LIMIT}|按规定|县政府办",
        f"1|甲|子|{BASIS}|同上|县政府办|",
        "1|甲|子|会议纪要|7个工作日内|县政府办|同上",
    ):
        assert "row-shifted" not in codes(given, *GOOD), given


def test_where_most_rows_look_slid_the_heading_is_another_and_nothing_is_moved() -> None:
    slid = [f"{number}|甲|事项{number}|政策文件原文|{LIMIT}|县政府办|" for number in range(1, 5)]
    assert "row-shifted" not in codes(*slid)
    assert {item.legal_basis_text for item in catalogue(*slid).items} == {"政策文件原文"}
