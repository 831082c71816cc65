"""Bytes that nothing names any more go, and no others."""

import os
import time
from pathlib import Path

import pytest
from tests.web import factories

from gongkai.law.review import Role
from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.queries import broken_links
from gongkai.web.library import actions, queries
from gongkai.web.library.actions import files

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + b"0" * 100
DAY = 24 * 60 * 60


@pytest.fixture
def store(settings, tmp_path) -> Path:
    settings.FILES_DIR = tmp_path / "files"
    return settings.FILES_DIR


@pytest.fixture
def draft(place, staff, store):
    return factories.document(place, staff[Role.EDITOR])


def aged(path: Path, days: float = 2) -> Path:
    """The file as if it had been stored so many days ago."""
    moment = time.time() - days * DAY
    os.utime(path, (moment, moment))
    return path


def test_what_a_draft_names_stays_and_what_left_it_goes_after_a_day(draft, staff):
    editor = staff[Role.EDITOR]
    kept = aged(queries.path_of(actions.attach(editor, draft, "名单.pdf", PDF)))
    removed = actions.attach(editor, draft, "旧名单.pdf", PDF + b"1")
    actions.detach(editor, removed)
    path = aged(queries.path_of(removed), days=0.9)
    assert actions.strays() == ()
    aged(path)
    assert [(stray.path, stray.size) for stray in actions.strays()] == [(path, len(PDF) + 1)]
    assert [stray.path for stray in actions.sweep_files()] == [path]
    assert kept.exists()
    assert not path.exists()
    line = AuditLine.objects.order_by("-sequence").first()
    assert line.act == "清理附件"
    assert "删去1个" in line.sentence
    assert line.details == {"sha256": [path.name]}
    assert broken_links() == []
    assert actions.sweep_files() == ()


def test_bytes_that_another_document_names_stay(draft, staff, place):
    editor = staff[Role.EDITOR]
    one = actions.attach(editor, draft, "名单.pdf", PDF)
    actions.attach(editor, factories.document(place, editor), "名单.pdf", PDF)
    actions.detach(editor, one)
    aged(queries.path_of(one))
    assert actions.sweep_files() == ()
    assert queries.path_of(one).exists()


def test_what_a_reviewer_saw_stays_though_it_left_the_document(draft, staff):
    editor = staff[Role.EDITOR]
    seen = actions.attach(editor, draft, "名单.pdf", PDF)
    actions.submit(editor, draft)
    draft = actions.send_back(staff[Role.REVIEWER], draft, "示例：请换附件") or draft
    actions.detach(editor, seen)
    aged(queries.path_of(seen))
    assert actions.sweep_files() == ()
    assert queries.path_of(seen).exists()


def test_leftovers_of_acts_that_came_to_nothing_go(store):
    undone = aged(store / files.keep(PDF)[:2] / files.keep(PDF))
    half = undone.parent / f"{files.INCOMING}abc"
    half.write_bytes(b"1")
    aged(half)
    foreign = store / "00" / "笔记.txt"
    foreign.parent.mkdir()
    foreign.write_text("不是本程序的文件")
    aged(foreign)
    assert {stray.path for stray in actions.sweep_files()} == {undone, half}
    assert foreign.exists()


def test_bytes_stored_again_count_as_new(store):
    path = aged(store / files.keep(PDF)[:2] / files.keep(PDF))
    files.keep(PDF)
    assert actions.sweep_files() == ()
    assert path.exists()


def test_attachments_without_their_bytes_are_named(draft, staff):
    lost = actions.attach(staff[Role.EDITOR], draft, "名单.pdf", PDF)
    assert actions.missing_files() == ()
    queries.path_of(lost).unlink()
    assert actions.missing_files() == ("名单.pdf",)
