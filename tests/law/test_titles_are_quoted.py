"""Title marks inside title marks."""

import pytest

from gongkai.law.citation import quoted

QUOTED = [
    ("停车办法", "《停车办法》"),
    ("《停车办法》政策解读", "《〈停车办法〉政策解读》"),
    ("关于公开征求《停车办法》意见的公告", "《关于公开征求〈停车办法〉意见的公告》"),
    ("关于印发〈停车办法〉的通知", "《关于印发〈停车办法〉的通知》"),
    ("关于废止《甲办法》和〈乙办法〉的通知", "《关于废止〈甲办法〉和〈乙办法〉的通知》"),
    ("《示例区停车泊位管…", "《〈示例区停车泊位管…》"),
    ("《关于印发〈停车办法〉的通知》政策解读", "《〈关于印发《停车办法》的通知〉政策解读》"),
]


@pytest.mark.parametrize(("title", "said"), QUOTED)
def test_marks_take_turns(title: str, said: str) -> None:
    assert quoted(title) == said
