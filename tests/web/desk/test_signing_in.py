"""Signing in: one answer for all faults, and a timed lock."""

import pytest
from django.test import Client
from tests.web import factories
from tests.web.desk.reading import read

from gongkai.law.review import Role
from gongkai.web.audit.models import AuditLine

SIGN_IN = "/desk/sign-in"


@pytest.fixture
def person(db):
    return factories.person(Role.EDITOR, body=factories.body())


def attempt(client: Client, username: str, password: str, **more):
    return client.post(SIGN_IN, {"username": username, "password": password, **more})


def test_the_right_password_leads_to_todays_list(person):
    answer = attempt(Client(), person.username, factories.PASSWORD)
    assert (answer.status_code, answer.url) == (302, "/desk/")


def test_signing_in_goes_back_to_the_page_that_was_asked_for(person):
    client = Client()
    first = client.get("/desk/duties/?state=overdue")
    assert first.status_code == 302
    assert "next=/desk/duties/" in first.url
    answer = attempt(client, person.username, factories.PASSWORD, next="/desk/duties/?state=overdue")
    assert answer.url == "/desk/duties/?state=overdue"


def test_signing_in_never_leads_to_another_site(person):
    answer = attempt(Client(), person.username, factories.PASSWORD, next="https://example.invalid/")
    assert answer.url == "/desk/"


def test_a_wrong_password_and_an_unknown_account_are_answered_alike(person):
    wrong = attempt(Client(), person.username, "nicht-das-passwort")
    unknown = attempt(Client(), "niemand", "nicht-das-passwort")
    assert wrong.status_code == unknown.status_code == 422
    sentence = "账号或密码不对。还可以再试4次，之后账号会锁定15分钟。"
    assert sentence in read(wrong).text
    assert sentence in read(unknown).text


def test_somebody_who_left_is_told_no_more_than_a_stranger(person):
    person.is_active = False
    person.save()
    answer = attempt(Client(), person.username, factories.PASSWORD)
    assert "账号或密码不对" in read(answer).text


def test_after_five_faults_the_account_is_locked_and_says_how_long(person):
    client = Client()
    for left in (4, 3, 2, 1):
        assert f"还可以再试{left}次" in read(attempt(client, person.username, "falsch")).text
    locked = attempt(client, person.username, "falsch")
    assert locked.status_code == 429
    page = read(locked)
    assert "账号已锁定" in page.text
    assert "锁定至" in page.text
    assert "15分钟" in page.text


def test_while_locked_even_the_right_password_is_refused_and_the_wait_does_not_grow(person):
    client = Client()
    for _ in range(5):
        attempt(client, person.username, "falsch")
    first, again = (attempt(client, person.username, factories.PASSWORD) for _ in range(2))
    assert first.status_code == again.status_code == 429
    assert read(first).text == read(again).text
    assert "_auth_user_id" not in client.session


def test_a_session_that_ended_while_typing_is_told_that_the_words_are_kept(person):
    answer = Client().post("/desk/documents/new?column=c001", {"does": "save", "title": "写了一半"})
    assert answer.status_code == 302
    assert "typing=1" in answer.url
    assert "保存在这台电脑的浏览器里" in read(Client().get(answer.url)).text


def test_leaving_ends_the_session_and_stands_in_the_audit(person):
    client = Client()
    attempt(client, person.username, factories.PASSWORD)
    assert client.post("/desk/sign-out").url == SIGN_IN
    assert client.get("/desk/").status_code == 302
    assert AuditLine.objects.filter(person=person).count() >= 2


def test_a_form_whose_token_no_longer_fits_is_answered_in_chinese(person):
    strict = Client(enforce_csrf_checks=True)
    answer = attempt(strict, person.username, factories.PASSWORD)
    assert answer.status_code == 403
    assert "页面已经过期" in read(answer).text
