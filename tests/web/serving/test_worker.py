"""The worker brings every change to index and pages, once."""

import logging
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from tests.web import factories

from gongkai.law.review import Role
from gongkai.web.bake import tasks
from gongkai.web.library import actions
from gongkai.web.library.models import Document, OutboxEntry
from gongkai.web.library.search import Question, search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings) -> Path:
    """An installation folder of this test's own."""
    settings.HOME = tmp_path
    settings.SITE_DIR, settings.INDEX_DIR = tmp_path / "site", tmp_path / "index"
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path


def page(home: Path, document: Document) -> Path:
    """Where a document's page stands."""
    return home / "site" / "documents" / f"{document.code}.html"


def found(words: str) -> list[str]:
    """The codes that a search finds."""
    return [hit.code for hit in search(Question(text=words)).hits]


def test_a_publication_reaches_page_and_search(home):
    document = factories.published(title="示例区养老服务补贴办法")
    assert tasks.drain() > 0
    assert "养老服务补贴" in page(home, document).read_text(encoding="utf-8")
    assert found("服务补贴") == [document.code]
    assert not OutboxEntry.objects.exists()
    assert tasks.drain() == 0


def test_a_withdrawal_leaves_page_and_search(home):
    document = factories.published(title="示例区养老服务补贴办法", text="<p>补贴按月发放。</p>")
    tasks.drain()
    final = factories.person(Role.FINAL_REVIEWER, body=document.body)
    actions.withdraw(final, document, "示例：内容有误")
    tasks.drain()
    assert found("养老") == []
    assert "按月发放" not in page(home, document).read_text(encoding="utf-8")


def test_delivering_twice_changes_nothing(home):
    document = factories.published()
    tasks.drain()
    before = page(home, document).read_bytes()
    OutboxEntry.objects.create(topic="document", key=document.code, made_at=document.published_at)
    OutboxEntry.objects.create(topic="document", key=document.code, made_at=document.published_at)
    assert tasks.drain() == 2
    assert page(home, document).read_bytes() == before


def test_a_changed_catalogue_writes_the_whole_site(home):
    document = factories.published(title="示例区养老服务补贴办法")
    OutboxEntry.objects.create(topic="site", made_at=document.published_at)
    tasks.drain()
    assert (home / "site" / "index.html").exists()
    assert found("养老服务") == [document.code]


def test_one_that_fails_is_named_and_retried_and_holds_up_nobody(home, caplog):
    first = factories.published()
    tasks.drain()
    bad, good = factories.published(), factories.published()
    page(home, bad).mkdir(parents=True)
    courier = tasks.Courier()
    with caplog.at_level(logging.INFO):
        assert courier.round() == 1
    assert page(home, first).is_file()
    assert page(home, good).is_file()
    assert [row.key for row in OutboxEntry.objects.all()] == [bad.code]
    assert f"文件{bad.code}的网页或检索没有写成" in caplog.text
    assert courier.round() == 0
    page(home, bad).rmdir()
    for pk, waiting in courier.waiting.items():
        courier.waiting[pk] = tasks._Waiting(waiting.tries, 0)
    assert courier.round() == 1
    assert page(home, bad).is_file()
    assert courier.waiting == {}


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow past a kilobyte, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_loses_nothing_and_passes(home, caplog):
    first = factories.published(title="示例区养老服务补贴办法")
    tasks.drain()
    second = factories.published(title="示例区托育服务补贴办法")
    with full_disk():
        assert tasks.drain() == 0
    assert "磁盘" in caplog.text
    assert found("养老服务") == [first.code]
    assert OutboxEntry.objects.count() > 0
    assert tasks.drain() > 0
    assert found("托育服务") == [second.code]
    assert page(home, second).is_file()
    tasks.begin()
    assert [path.name for path in home.rglob("*") if path.suffix == ".new" or ".baking-" in path.name] == []


def test_a_new_day_writes_what_depends_on_the_day(home, settings):
    settings.TODAY_SET_TO = "2026-11-23"
    document = factories.published(
        validity="in_force", effective_on=date(2026, 11, 2), expires_on=date(2026, 11, 23)
    )
    tasks.drain()
    tasks.turn_day()
    assert (home / "baked-on").read_text() == "2026-11-23"
    assert [hit.validity for hit in search(Question(validity="in_force")).hits] == ["in_force"]
    settings.TODAY_SET_TO = "2026-11-24"
    tasks.turn_day()
    assert (home / "baked-on").read_text() == "2026-11-24"
    assert [hit.code for hit in search(Question(validity="lapsed")).hits] == [document.code]
    assert search(Question(validity="in_force")).total == 0
