"""What the page of a document says."""

from datetime import date
from pathlib import Path

import pytest
from tests.web.site import interpreted, office

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.web.bake import actions as bake
from gongkai.web.library import actions
from gongkai.web.library.models import Document

pytestmark = pytest.mark.django_db


def page(home: Path, document: Document) -> str:
    return (home / f"site/documents/{document.code}.html").read_text(encoding="utf-8")


def test_a_document_shows_its_facts_its_text_and_that_its_limit_was_kept(home: Path) -> None:
    there = office()
    document = there.publish(
        there.originals,
        date(2026, 9, 28),
        issued_on=date(2026, 9, 21),
        signed_on=date(2026, 9, 18),
        formed_on=date(2026, 9, 18),
        document_number="示政办规〔2026〕4号",
        validity="in_force",
        title="关于印发停车泊位管理办法的通知",
        text="<p>第一条 为了<script>alert(1)</script>规范停车，制定本办法。</p>",
    )
    bake.bake_all()
    text = page(home, document)
    assert document.index_number.partition("/")[2] in text
    assert "示政办规〔2026〕4号" in text
    assert '<b class="article">第一条</b>为了' in text
    assert "alert" not in text
    assert "最迟应于2026年10月8日公开，实际于2026年9月28日公开" in text
    assert "提前3个工作日" in text
    assert "看看怎样算出来的" in text
    assert '<meta name="PubDate" content="2026-09-28 10:00">' in text
    assert '<meta name="ArticleTitle" content="关于印发停车泊位管理办法的通知">' in text


def test_a_late_interpretation_says_so_on_its_own_page_and_on_the_original(home: Path) -> None:
    there = office()
    original = there.publish(there.originals, date(2026, 10, 19), title="停车管理办法")
    interpretation = interpreted(there, original, date(2026, 10, 23))
    bake.bake_all()
    said = "解读最迟应于2026年10月22日公开，实际于2026年10月23日公开"
    for one in (original, interpretation):
        assert said in page(home, one)
        assert "迟公开1个工作日" in page(home, one)
    assert f'href="&#x2f;documents&#x2f;{interpretation.code}.html"' in page(home, original)
    assert "原文：停车管理办法" in page(home, interpretation)
    assert "解读：《停车管理办法》政策解读" in page(home, original)


def test_an_original_without_interpretation_says_what_is_owed(home: Path) -> None:
    there = office()
    original = there.publish(there.originals, date(2026, 10, 19))
    bake.bake_all()
    assert "解读最迟应于2026年10月22日公开" in page(home, original)
    assert "尚未公开，已逾期13个工作日" in page(home, original)


def test_a_repealed_document_carries_a_banner_with_what_repealed_it(home: Path) -> None:
    there = office()
    old = there.publish(there.originals, date(2026, 3, 2), title="旧办法", validity="in_force")
    new = there.publish(there.originals, date(2026, 10, 20), title="新办法", validity="in_force")
    actions.repeal(there.crew[Role.FINAL_REVIEWER], old, new)
    bake.bake_all()
    text = page(home, old)
    assert "本文件已废止" in text
    assert "废止它的文件：" in text
    assert new.code in text
    assert "废止：旧办法" in page(home, new)


def test_a_document_past_its_last_day_shows_as_lapsed(home: Path) -> None:
    there = office()
    document = there.publish(
        there.originals, date(2026, 3, 2), validity="in_force", expires_on=date(2026, 11, 9)
    )
    bake.bake_all()
    assert "本文件已失效" in page(home, document)
    assert "失效" in (home / f"site/columns/{there.originals.code}/index.html").read_text()


def test_a_withdrawn_document_leaves_its_reason_at_its_address_and_nothing_else(home: Path) -> None:
    there = office()
    kept = there.publish(there.originals, date(2026, 10, 20), title="留下的文件")
    gone = there.publish(
        there.originals,
        date(2026, 10, 20),
        title="误发的文件",
        text="<p>不该公开的话。</p>",
        files=[("名单.txt", "张三".encode())],
    )
    bake.bake_all()
    attachment = gone.attachments.get()
    copy = home / f"site/files/{attachment.sha256[:16]}/名单.txt"
    assert copy.read_text() == "张三"
    there.withdraw(gone, "名单里有不应公开的个人信息。")
    bake.refresh([gone.code])
    text = page(home, gone)
    assert "本文件已撤下" in text
    assert "名单里有不应公开的个人信息" in text
    assert "不该公开的话" not in text
    assert 'content="noindex"' in text
    assert not copy.exists()
    column = (home / f"site/columns/{there.originals.code}/index.html").read_text()
    assert kept.title in column
    assert gone.title not in column


def test_an_attachment_shows_kind_and_size_and_stands_on_the_site(home: Path) -> None:
    there = office()
    document = there.publish(there.originals, date(2026, 10, 20), files=[("收费 区域表.csv", b"a,b\n" * 600)])
    bake.bake_all()
    assert "CSV，2 KB" in page(home, document)
    attachment = document.attachments.get()
    assert (home / f"site/files/{attachment.sha256[:16]}/{attachment.name}").read_bytes() == b"a,b\n" * 600


def test_a_relation_to_something_unpublished_is_not_told(home: Path) -> None:
    there = office()
    original = there.publish(there.originals, date(2026, 10, 20))
    draft = there.draft(there.interpretations, date(2026, 10, 21), title="还在起草的解读")
    actions.relate(there.crew[Role.EDITOR], draft, RelationKind.INTERPRETS, original)
    bake.bake_all()
    assert not (home / f"site/documents/{draft.code}.html").exists()
    for file in (home / "site").rglob("*.html"):
        assert "还在起草的解读" not in file.read_text(encoding="utf-8")


def test_the_titles_of_overdue_drafts_stay_inside(home: Path) -> None:
    there = office()
    there.draft(there.originals, date(2026, 9, 1), title="逾期未发的秘密标题")
    bake.bake_all()
    timeliness = (home / "site/timeliness/index.html").read_text()
    assert "尚未公开" in timeliness
    for file in (home / "site").rglob("*"):
        if file.is_file() and file.suffix in {".html", ".xml"}:
            assert "逾期未发的秘密标题" not in file.read_text(encoding="utf-8")
