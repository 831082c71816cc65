"""Traditional characters are read as simplified ones."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.characters import simplified


def test_words_of_a_catalogue() -> None:
    assert (
        simplified("公開時限：自信息形成之日起二十個工作日內發佈")
        == "公开时限：自信息形成之日起二十个工作日内发布"
    )


@given(st.text())
def test_no_character_moves_and_what_is_simplified_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)
