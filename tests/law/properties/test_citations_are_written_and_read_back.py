"""A citation written out reads as itself, dirt or not."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law import lawdata
from gongkai.law.citation import read
from gongkai.law.citation.legible import legible

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6)
SUBJECTS = st.sampled_from(["农村公路", "社会救助", "政府采购", "城镇燃气", "义务教育", "土地征收"])
KINDS = st.sampled_from(["法", "条例", "办法", "实施细则", "规定", "工作方案", "管理办法（试行）"])
PLAIN = st.builds(lambda subject, kind: subject + kind, SUBJECTS, KINDS)
ISSUED = st.builds(
    lambda issuer, title: f"{issuer}关于印发〈{title}〉的通知",
    st.sampled_from(["国务院办公厅", "民政部", "财政部、教育部", ""]),
    PLAIN,
)
TITLES = st.one_of(PLAIN, ISSUED)
YEARS, SERIALS = st.integers(1990, 2026), st.integers(1, 999)
NUMBERS = st.one_of(
    st.just(""),
    st.builds("{}〔{}〕{}号".format, st.sampled_from(["国办发", "民发", "国办公开办函"]), YEARS, SERIALS),
    st.builds("{}令第{}号".format, st.sampled_from(["国务院", "国", "中华人民共和国主席"]), SERIALS),
    st.builds("交通运输部令{}年第{}号".format, YEARS, SERIALS),
    st.builds("国家税务总局公告{}年第{}号".format, YEARS, SERIALS),
    st.builds("国务院第{}号令".format, SERIALS),
)
MESSY = st.text(
    st.one_of(
        st.sampled_from(
            "《》〈〉<>（）()〔〕[]【】，。；;、\n\t 令第号年月日条款项711〇七十国办发务院条例通知的关于印发"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=160,
)


@given(st.lists(st.tuples(TITLES, NUMBERS), min_size=1, max_size=4), st.sampled_from("、；\n "))
def test_citations_written_in_a_row_read_as_themselves(cited: list[tuple[str, str]], between: str) -> None:
    text = between.join(f"《{title}》" + (f"（{number}）" if number else "") for title, number in cited)
    found = read(text, lawdata.instruments()).citations
    assert [(each.title, each.document_number) for each in found] == cited


@given(TITLES, NUMBERS, st.data())
def test_spaces_and_broken_lines_change_nothing(title: str, number: str, data: st.DataObject) -> None:
    text = f"《{title}》" + (f"（{number}）" if number else "")
    places = data.draw(st.lists(st.integers(1, len(text) - 1), max_size=3, unique=True))
    for place in sorted(places, reverse=True):
        text = text[:place] + data.draw(st.sampled_from([" ", "\n", "　", "\u200b"])) + text[place:]
    (found,) = read(text, lawdata.instruments()).citations
    assert (found.title, found.document_number) == (title, number)


@given(TITLES, NUMBERS)
def test_what_is_read_is_written_and_read_again_the_same(title: str, number: str) -> None:
    known = lawdata.instruments()
    (found,) = read(f"《{title}》{number}", known).citations
    (again,) = read(found.written, known).citations
    assert (again.title, again.document_number, again.instrument) == (title, number, found.instrument)


@given(MESSY)
def test_every_span_lies_inside_the_text_and_every_citation_names_something(text: str) -> None:
    found = read(text, lawdata.instruments())
    for citation in found.citations:
        start, end = citation.span
        assert 0 <= start <= end <= len(text)
        assert citation.title or citation.document_number
        if citation.document_number:
            assert start <= citation.number_span[0] < citation.number_span[1] <= end
    for finding in found.findings:
        assert finding.span is not None
        assert 0 <= finding.span[0] <= finding.span[1] <= len(text)
        assert finding.message.endswith("。")


@given(HAN)
def test_a_title_of_any_han_signs_keeps_its_words(words: str) -> None:
    (found,) = read(f"《{words}》", lawdata.instruments()).citations
    assert len(found.title) == len(words)


@given(MESSY)
def test_a_legible_text_is_as_long_as_the_text_and_stays_as_it_is(text: str) -> None:
    plain = legible(text)
    assert len(plain) == len(text)
    assert legible(plain) == plain
