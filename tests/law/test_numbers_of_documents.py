"""Document and index numbers: read, put right, doubted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.errors import LawError
from gongkai.law.numbering import (
    NumberParts,
    credit_code_fault,
    findings,
    index_number,
    normalised,
    read,
    read_index_number,
)

CODE = "11440700007280420Y"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("示政发〔2026〕18号", "示政发〔2026〕18号"),
        ("示政发[2026]18号", "示政发〔2026〕18号"),
        ("示政发（2026）18号", "示政发〔2026〕18号"),
        ("示政发(2026) 18 号", "示政发〔2026〕18号"),
        ("示政发【2026】１８号", "示政发〔2026〕18号"),
        ("示政办 〔2015〕86号", "示政办〔2015〕86号"),
        ("\u200b示府人〔2018〕35号", "示府人〔2018〕35号"),
        ("发文字号：示政办发[2005]78号", "示政办发〔2005〕78号"),
        ("国令第711号", "国令第711号"),
        ("示例区（试点）公告2026年第2号", "示例区（试点）公告2026年第2号"),
        ("", ""),
    ],
)
def test_only_brackets_digits_and_spaces_are_put_right(written, right):
    assert normalised(written) == right


@given(st.text(max_size=40))
def test_putting_right_twice_is_putting_right_once_and_nothing_raises(text):
    assert normalised(normalised(text)) == normalised(text)
    findings(text, year=2026)
    read(text)


@given(st.sampled_from(["示政发", "示政办函", "财办会"]), st.integers(1949, 2100), st.integers(1, 9999))
def test_a_number_written_is_the_number_read(agency, year, serial):
    number = NumberParts(agency, year, serial)
    assert read(str(number)) == number
    assert findings(str(number), year=year) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("浙江省人民政府令第372号", NumberParts("浙江省人民政府令", None, 372)),
        ("国家税务总局公告2018年第12号", NumberParts("国家税务总局公告", 2018, 12, False)),
        ("示例", None),
        ("〔2026〕18号", None),
    ],
)
def test_orders_and_notices_are_read_and_other_words_are_not(text, number):
    assert read(text) == number
    if number:
        assert str(number) == text


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("示政发〔2026〕第18号", "document-number-di", "示政发〔2026〕18号"),
        ("示政发〔2026〕018号", "document-number-padded", "示政发〔2026〕18号"),
        ("示政发〔2026〕十八号", "document-number-chinese-digits", ""),
        ("示政发〔2026〕18", "document-number-no-hao", "示政发〔2026〕18号"),
        ("示政发〔26〕18号", "document-number-short-year", ""),
        ("示政发〔2026〕0号", "document-number-zero", ""),
        ("示政发", "document-number-shape", ""),
    ],
)
def test_a_doubtful_number_is_told_with_what_would_be_right(text, code, suggestion):
    assert code in [finding.code for finding in findings(text)]
    told = next(finding for finding in findings(text) if finding.code == code)
    assert "GB/T 9704" in told.message
    if suggestion:
        assert told.suggestion == suggestion


def test_a_number_of_another_year_than_the_signing_is_doubted():
    assert [finding.code for finding in findings("示政发〔2025〕18号", year=2026)] == ["document-number-year"]
    assert findings("", year=2026) == ()


def test_real_document_numbers_are_read(shared):
    rows = shared("real/doc-numbers.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t")[3] for row in rows if not row.startswith("#")]
    unread = [cell for cell in cells if normalised(cell) and read(cell) is None]
    assert len(cells) == 3000
    assert unread == []


def test_an_index_number_is_written_and_read_back():
    number = index_number(CODE, 2026, 412)
    assert str(number) == f"{CODE}/2026-00412"
    assert read_index_number(str(number)) == number
    assert str(index_number(CODE, 2026, 123456)) == f"{CODE}/2026-123456"
    assert read_index_number(f"{CODE}/2026-412") is None


@pytest.mark.parametrize(("code", "serial"), [("O" * 18, 1), (CODE[:-1], 1), ("", 1), (CODE, 0)])
def test_an_index_number_that_cannot_be_is_refused(code, serial):
    with pytest.raises(LawError, match=r"统一社会信用代码|流水号"):
        index_number(code, 2026, serial)


def test_the_shape_of_a_credit_code():
    assert credit_code_fault(CODE) is None
    assert "18位" in credit_code_fault("11440700007280420I")
