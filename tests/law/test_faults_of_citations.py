"""What is wrong with a citation: code, place, mend."""

import tomllib
from pathlib import Path

import pytest

from gongkai.law import lawdata
from gongkai.law.citation import read

FILE = Path(__file__).with_name("cases").joinpath("citation_findings.toml")
CASES = tomllib.loads(FILE.read_text("utf-8"))
# 照建议改过以后，同一处不应再有同一个问题
MENDS_ITSELF = {
    "doubled-title-marks", "uneven-title-marks", "nested-title-marks", "missing-opening-mark",
    "missing-closing-mark", "missing-title-marks", "one-pair-of-marks", "document-number-brackets",
    "document-number-form", "document-number-numerals", "order-without-ordinal", "number-without-brackets",
    "missing-closing-bracket", "wrong-document-number", "former-number", "amending-number",
    "title-nearly-known", "title-number-mismatch", "differing-numbers",
    "no-such-paragraph", "single-paragraph", "item-without-brackets",
}  # fmt: skip
MENDED = [row for row in CASES["found"] if row[1] in MENDS_ITSELF and row[3]]


@pytest.mark.parametrize("row", CASES["found"], ids=lambda row: f"{row[1]} {row[0][:16]}")
def test_a_fault_is_found_where_it_stands_with_its_mend(row: list[str]) -> None:
    text, code, where, mend = row
    found = [finding for finding in read(text, lawdata.instruments()).findings if finding.code == code]
    assert len(found) == 1
    assert found[0].span is not None
    assert text[slice(*found[0].span)] == where
    assert found[0].suggestion == mend
    assert found[0].message.endswith("。")


@pytest.mark.parametrize("row", MENDED, ids=lambda row: f"{row[1]} {row[0][:16]}")
def test_putting_the_mend_in_place_of_the_span_mends_it(row: list[str]) -> None:
    text, code, _, mend = row
    known = lawdata.instruments()
    span = next(each.span for each in read(text, known).findings if each.code == code)
    assert span is not None
    mended = text[: span[0]] + mend + text[span[1] :]
    assert code not in {each.code for each in read(mended, known).findings}


@pytest.mark.parametrize("text", CASES["clean"], ids=lambda text: text[:24])
def test_what_is_rightly_written_has_no_fault(text: str) -> None:
    assert read(text, lawdata.instruments()).findings == ()


def test_what_is_only_told_is_a_notice_that_says_so() -> None:
    (told,) = read("《放射性污染防治法》", lawdata.instruments()).findings
    assert told.severity == "notice"
    assert "未见公布文本" in told.message


def test_a_replacement_says_since_when() -> None:
    (told,) = read("《婚姻法》", lawdata.instruments()).findings
    assert "自2021年1月1日起" in told.message
