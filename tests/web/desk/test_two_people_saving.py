"""Two people save one document: a 409 that loses nothing."""

import pytest
from tests.web import factories
from tests.web.desk.reading import read

from gongkai.law.review import Role
from gongkai.web.library.models import Document


@pytest.fixture
def draft(office):
    return factories.document(
        office.notice, office.editor, title="原来的标题", text="<p>补助260元。</p>", summary="原来的概述"
    )


@pytest.fixture
def other(office):
    return factories.person(Role.EDITOR, body=office.body, name="周岩")


def test_the_second_sees_what_the_first_changed_and_keeps_what_was_typed(office, at_desk, draft, other):
    address = f"/desk/documents/{draft.code}/edit"
    mine = at_desk(office.editor)
    form = read(mine.get(address)).fields
    theirs = at_desk(other)
    theirs.post(address, read(theirs.get(address)).fields | {"title": "周岩的标题", "summary": "周岩的概述"})

    answer = mine.post(address, form | {"title": "我的标题", "text": "<p>补助300元。</p>"})
    page = read(answer)
    assert answer.status_code == 409
    assert "周岩在" in page.text
    assert "保存了" in page.text
    assert "你们都改了" in page.text
    assert page.fields["title"] == "我的标题"
    assert "补助300元" in page.fields["text"]
    assert page.fields["summary"] == "周岩的概述"
    assert "只有对方改了" in page.text
    stored = Document.objects.get()
    assert stored.title == "周岩的标题"

    again = mine.post(address, page.fields)
    assert again.status_code == 302
    stored.refresh_from_db()
    assert (stored.title, stored.summary) == ("我的标题", "周岩的概述")
    assert stored.versions.count() == 3


def test_a_document_sent_on_meanwhile_cannot_be_saved_and_the_words_stay(office, at_desk, draft, other):
    address = f"/desk/documents/{draft.code}/edit"
    mine = at_desk(office.editor)
    form = read(mine.get(address)).fields
    at_desk(other).post(f"/desk/documents/{draft.code}/submit")
    answer = mine.post(address, form | {"title": "我改了一半的标题"})
    assert answer.status_code == 409
    assert "待初审" in read(answer).text
    assert read(answer).fields["title"] == "我改了一半的标题"


def test_a_wrong_field_beside_a_clash_is_said_first(office, at_desk, draft):
    mine = at_desk(office.editor)
    address = f"/desk/documents/{draft.code}/edit"
    answer = mine.post(address, read(mine.get(address)).fields | {"formed_on": "昨天"})
    assert answer.status_code == 422
    assert "“昨天”不是日期" in read(answer).text
