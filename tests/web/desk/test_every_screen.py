"""Every screen: Chinese, strict on scripts, few queries."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.web import factories
from tests.web.desk.conftest import normative_fields
from tests.web.desk.reading import read

from gongkai.law.facts import RelationKind
from gongkai.law.review import Role
from gongkai.web.library import actions

# Names of file kinds and units that an office in China writes in Latin letters.
ALLOWED = {"Word", "DOCX", "XLSX", "CSV", "PDF", "pdf", "WPS", "MB", "KB", "https", "http"}
LATIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")
SCREENS = (
    "/desk/",
    "/desk/documents/",
    "/desk/documents/?q=x",
    "/desk/documents/new",
    "/desk/documents/new?column={normative}",
    "/desk/documents/new?column={interpretation}",
    "/desk/documents/new?column={consultation}",
    "/desk/documents/{draft}/",
    "/desk/documents/{draft}/edit",
    "/desk/documents/{draft}/difference",
    "/desk/documents/{public}/",
    "/desk/documents/nothing/",
    "/desk/review/",
    "/desk/review/{waiting}/",
    "/desk/duties/",
    "/desk/duties/?state=overdue",
    "/desk/columns/",
    "/desk/columns/?column={normative}",
    "/desk/columns/?column={outbound}",
    "/desk/calendar/",
    "/desk/calendar/?year=2027",
    "/desk/people/",
    "/desk/people/{person}/",
    "/desk/audit/?check=1",
)


@pytest.fixture
def everybody(office):
    """A person who may do everything, so that every part of every screen is drawn."""
    return factories.person(*Role, body=office.body, name="全能人")


@pytest.fixture
def places(office, everybody):
    draft = factories.document(office.normative, office.editor, **normative_fields(title="草稿"))
    actions.attach(office.editor, draft, "附件1.pdf", b"%PDF-1.7")
    other = normative_fields(document_number="示政发〔2026〕19号", title="公开的")
    public = factories.published(factories.document(office.normative, office.editor, **other))
    interpretation = factories.document(office.interpretation, office.editor, title="公开的文件的解读")
    actions.relate(office.editor, interpretation, RelationKind.INTERPRETS, public)
    factories.published(interpretation)
    waiting = factories.reviewed(factories.document(office.notice, office.editor, title="等审的"), upto=1)
    return {
        "normative": office.normative.code,
        "interpretation": office.interpretation.code,
        "consultation": office.consultation.code,
        "outbound": office.outbound.code,
        "draft": draft.code,
        "public": public.code,
        "waiting": waiting.code,
        "person": office.editor.username,
        "number": draft.code,
    }


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_chinese_strict_about_scripts_and_has_one_thing_to_do(screen, places, at_desk, everybody):
    answer = at_desk(everybody).get(screen.format(**places))
    page, html = read(answer), answer.content.decode()
    assert latin_words(page, set(places.values())) == set()

    policy = answer["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r"\son[a-z]+=", html)
    assert ("style-src 'self' 'unsafe-inline'" in policy) == ("data-editor" in html)

    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    filled = [attrs for _, attrs in page.tags if "btn-primary" in attrs.get("class", "").split()]
    assert len(filled) <= 1


def latin_words(page, known: set[str]) -> set[str]:
    """The Latin words that a person sees and that nobody allowed."""
    return {word for word in LATIN.findall(page.text) if word not in ALLOWED | known and word != "gongkai"}


@pytest.mark.parametrize("screen", SCREENS)
def test_nobody_sees_a_screen_without_signing_in(screen, db):
    answer = Client().get(re.sub(r"\{\w+\}", "x1", screen))
    assert answer.status_code == 302
    assert answer.url.startswith("/desk/sign-in")


def test_signing_in_and_error_pages_have_no_english_either(db):
    for address in ("/desk/sign-in", "/desk/nothing-there"):
        assert latin_words(read(Client().get(address)), set()) == set()


@pytest.fixture
def many(office):
    """Forty documents of two columns, published and waiting."""
    for number in range(40):
        day = date(2026, 3, 2) + timedelta(days=number * 5)
        fields = normative_fields(
            title=f"第{number}份",
            formed_on=None,
            document_number=f"示政发〔2026〕{number + 100}号",
            signed_on=day,
            issued_on=day,
        )
        draft = factories.document(office.normative, office.editor, **fields)
        if number % 2:
            factories.published(draft, on=day + timedelta(days=3))
    for _ in range(10):
        factories.reviewed(factories.document(office.notice, office.editor), upto=0)


@pytest.mark.parametrize(
    ("screen", "most"),
    [
        ("/desk/", 32),
        ("/desk/documents/", 26),
        ("/desk/documents/new", 26),
        ("/desk/review/", 26),
        ("/desk/duties/", 26),
        ("/desk/columns/", 26),
        ("/desk/people/", 32),
        ("/desk/audit/", 26),
    ],
)
def test_the_number_of_questions_does_not_grow_with_the_documents(
    screen, most, many, at_desk, everybody, django_assert_max_num_queries
):
    client = at_desk(everybody)
    client.get(screen)
    with django_assert_max_num_queries(most):
        client.get(screen)
