"""GB18030 or Big5: the one in which the words are words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.grids.decoding import decode

# 真实的公文句子，同一句的简体与繁体
SENTENCES = (
    ("信息形成或者变更之日起20个工作日内予以公开",
     "信息形成或者變更之日起20個工作日內予以公開"),
    ("机构职能、机构设置、办公地址、办公时间、联系方式、负责人姓名",
     "機構職能、機構設置、辦公地址、辦公時間、聯繫方式、負責人姓名"),
    ("《中华人民共和国政府信息公开条例》第二十条第（一）项",
     "《中華人民共和國政府信息公開條例》第二十條第（一）項"),
    ("财政预算、决算信息，行政事业性收费项目及其依据、标准",
     "財政預算、決算信息，行政事業性收費項目及其依據、標準"),
    ("突发公共事件的应急预案、预警信息及应对情况",
     "突發公共事件的應急預案、預警信息及應對情況"),
    ("政府网站、公开查阅点、政务服务中心、便民服务站",
     "政府網站、公開查閱點、政務服務中心、便民服務站"),
    ("行政许可和其他对外管理服务事项的依据、条件、程序",
     "行政許可和其他對外管理服務事項的依據、條件、程序"),
    ("村务公开栏长期公开，随时更新",
     "村務公開欄長期公開，隨時更新"),
    ("镇政府领导职责分工和各部门主要工作任务",
     "鎮政府領導職責分工和各部門主要工作任務"),
    ("公务员招考的职位、名额、报考条件以及录用结果",
     "公務員招考的職位、名額、報考條件以及錄用結果"),
)  # fmt: skip
ENCODINGS = ("utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig")
SIMPLIFIED = st.lists(st.sampled_from([simple for simple, _ in SENTENCES]), min_size=1, max_size=12)
TRADITIONAL = st.lists(st.sampled_from([other for _, other in SENTENCES]), min_size=1, max_size=12)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(sentences=st.one_of(SIMPLIFIED, TRADITIONAL))
def test_sentences_of_both_scripts_come_back_from_every_encoding(encoding: str, sentences: list[str]) -> None:
    text = "\t".join(sentences) + "\n"
    assert decode(text.encode(encoding)) == text


@given(sentences=TRADITIONAL)
def test_traditional_sentences_come_back_from_big5(sentences: list[str]) -> None:
    text = "\n".join(sentences)
    assert decode(text.encode("big5")) == text


@pytest.mark.parametrize("pair", SENTENCES, ids=lambda pair: pair[0][:6])
@given(start=st.integers(0, 12), length=st.integers(6, 20))
def test_even_pieces_of_a_sentence_are_told_apart(pair: tuple[str, str], start: int, length: int) -> None:
    for text, encoding in ((pair[0], "gb18030"), (pair[1], "gb18030"), (pair[1], "big5")):
        piece = text[start : start + length]
        if sum("\u4e00" <= sign <= "\u9fff" for sign in piece) >= 6:
            assert decode(piece.encode(encoding)) == piece


@given(sentences=SIMPLIFIED, cut=st.integers(1, 2))
def test_a_last_character_that_is_cut_off_spoils_nothing(sentences: list[str], cut: int) -> None:
    text = "\n".join(sentences) + "栏"
    assert decode(text.encode()[:-cut]).rstrip("\ufffd") == text[:-1]
