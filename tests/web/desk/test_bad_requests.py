"""Requests that no page sends, and files that are none."""

from io import BytesIO
from time import monotonic
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client, RequestFactory
from tests.web import factories
from tests.web.desk.reading import read

from gongkai.web.desk.views import errors

OTHER_FORM = "application/x-www-form-urlencoded"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>%s</w:body></w:document>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
CELLS = 3000


def docx(document: str | bytes) -> SimpleUploadedFile:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as parts:
        parts.writestr("_rels/.rels", RELATIONS)
        parts.writestr("word/document.xml", document)
    return SimpleUploadedFile("来文.docx", packed.getvalue())


def test_an_address_of_a_form_says_so_when_it_is_opened(office, at_desk):
    draft = factories.document(office.notice, office.editor)
    answer = at_desk(office.editor).get(f"/desk/documents/{draft.code}/submit")
    assert answer.status_code == 405
    assert "只能在页面上按按钮" in read(answer).text
    assert f'href="/desk/documents/{draft.code}/"' in answer.content.decode()


def test_after_signing_in_again_one_is_back_at_the_page_of_the_form(office):
    draft = factories.document(office.notice, office.editor)
    at = f"/desk/documents/{draft.code}/"
    answer = Client().post(f"{at}submit", headers={"referer": f"http://testserver{at}"})
    assert answer.status_code == 302
    assert answer.url.startswith(f"/desk/sign-in?next=http%3A//testserver{at}&")
    signed_in = Client().post(
        "/desk/sign-in",
        {
            "username": office.editor.username,
            "password": factories.PASSWORD,
            "next": f"http://testserver{at}",
        },
    )
    assert signed_in.url == f"http://testserver{at}"


def test_a_text_full_of_pictures_is_refused_with_the_mend(office, at_desk):
    draft = factories.document(office.notice, office.editor)
    body = b"text=" + b"A" * (21 * 1024 * 1024)
    answer = at_desk(office.editor).post(f"/desk/documents/{draft.code}/edit", body, content_type=OTHER_FORM)
    assert answer.status_code == 413
    assert "把图片和大表格从正文里拿掉" in read(answer).text


def test_an_unknown_host_name_says_where_to_write_it(office, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    answer = Client().get("/desk/sign-in", headers={"host": "www.example.invalid"})
    assert answer.status_code == 400
    assert "GONGKAI_HOSTS" in read(answer).text


@pytest.mark.parametrize(
    "address", ["documents/?q=%00", "documents/new?column=%00", "columns/?column=%00", "people/?q=%00"]
)
def test_a_null_character_in_an_address_is_said(office, at_desk, address):
    answer = at_desk(office.editor).get(f"/desk/{address}")
    assert answer.status_code == 400
    assert "空字符" in read(answer).text


def test_a_null_character_in_a_form_is_said(office, at_desk):
    draft = factories.document(office.notice, office.editor)
    desk = at_desk(office.editor)
    for address in ("change-column", "relate", "validity"):
        sent = {"column": "c\0", "target": "d\0", "kind": "interprets", "validity": "repealed", "by": "\0"}
        assert desk.post(f"/desk/documents/{draft.code}/{address}", sent).status_code == 400
    assert Client().post("/desk/sign-in", {"username": "a\0b", "password": "x"}).status_code == 400


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2022-02-30", "2020年1230日"])
def test_lists_take_any_date_that_is_none(office, at_desk, day):
    auditor = next(person for role, person in office.people.items() if role == "auditor")
    for address in ("audit/", "duties/"):
        answer = at_desk(auditor).get(f"/desk/{address}", {"first_on": day, "last_on": day})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "document",
    [
        "<w:document",
        b"\xff\xfe\x00",
        WORD % ("<w:tbl><w:tr><w:tc>" * CELLS + "</w:tc></w:tr></w:tbl>" * CELLS),
        '<!DOCTYPE a [<!ENTITY a "' + "a" * 50 + '">'
        + "".join(f'<!ENTITY a{n} "{("&a" + (str(n - 1) if n else "") + ";") * 10}">' for n in range(10))
        + "]>" + WORD % "<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>",
        WORD % ("<w:p><w:r><w:t>" + "关于" * 50 + "</w:t></w:r></w:p>") * 1 + " " * (21 * 1024 * 1024),
    ],
    ids=["cut", "bytes", "tables in tables", "entities", "too long"],
)  # fmt: skip
def test_a_word_file_that_is_none_is_refused_in_a_sentence(office, at_desk, document):
    began = monotonic()
    answer = at_desk(office.editor).post("/desk/documents/new", {"file": docx(document)})
    assert answer.status_code == 422
    assert "“来文.docx”" in read(answer).text
    assert monotonic() - began < 10


def test_a_text_nested_without_end_is_refused_at_once(office, at_desk):
    began = monotonic()
    answer = at_desk(office.editor).post(
        "/desk/documents/new",
        {"column": office.notice.code, "does": "save", "title": "示例", "text": "<div>" * 200_000},
    )
    assert answer.status_code == 422
    assert "套得太深" in read(answer).text
    assert monotonic() - began < 10


@pytest.mark.parametrize(
    ("fault", "status", "sentence"),
    [
        (OperationalError("database is locked"), 503, "数据库一时腾不开"),
        (OperationalError("database or disk is full"), 507, "磁盘已满"),
        (OSError(28, "No space left on device"), 507, "磁盘已满"),
        (ZeroDivisionError(), 500, "系统出错"),
    ],
)
def test_what_the_machine_lacks_is_told_apart_from_an_error_of_ours(fault, status, sentence):
    try:
        raise fault
    except (OperationalError, OSError, ZeroDivisionError):
        answer = errors.failed(RequestFactory().get("/desk/"))
    assert answer.status_code == status
    assert sentence in answer.content.decode()
