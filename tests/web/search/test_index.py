"""The index follows the database, and heals."""

import json
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gongkai.law.review import Status
from gongkai.web.library.search import (
    IndexNotWritten,
    Question,
    indexed_codes,
    rebuild,
    reconcile,
    refresh,
    search,
)
from gongkai.web.library.search.generations import current, damage

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    """Titles found, as plain words."""
    return ["".join(span.text for span in hit.title) for hit in search(Question(text=text)).hits]


def test_an_absent_index_is_built_by_the_first_question(publish, index_dir):
    publish("养老服务")
    assert titles("养老") == ["养老服务"]


def test_refresh_adds_changes_and_removes(publish, index_dir):
    document = publish("养老服务")
    refresh([document.code])
    assert titles("养老") == ["养老服务"]
    document.title = "托育服务"
    document.save()
    refresh([document.code])
    refresh([document.code])
    assert titles("养老") == []
    assert titles("托育") == ["托育服务"]
    document.status = Status.WITHDRAWN
    document.save()
    refresh([document.code, "nobody"])
    assert titles("托育") == []
    assert indexed_codes() == set()


def test_drafts_are_never_indexed(publish, index_dir):
    document = publish("养老服务")
    document.status = Status.DRAFT
    document.save()
    refresh([document.code])
    rebuild()
    assert indexed_codes() == set()


def test_rebuild_tells_its_progress_and_leaves_one_folder_after_the_sweep(publish, index_dir):
    for number in range(3):
        publish(f"通知{number}")
    told: list[tuple[int, int]] = []
    rebuild()
    assert rebuild(lambda done, total: told.append((done, total))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    reconcile()
    assert [path.name for path in index_dir.glob("v*")] == [current().name]


@pytest.mark.parametrize("suffix", [".idx", ".term", ".pos", ".store", ".fast", ".fieldnorm", "meta.json"])
@pytest.mark.parametrize("harm", ["empty", "half", "flipped", "gone"])
def test_a_damaged_index_is_rebuilt_from_the_database(publish, index_dir, suffix, harm):
    document = publish("养老服务办法", "正文")
    rebuild()
    before = current()
    (path,) = (path for path in before.iterdir() if path.name.endswith(suffix) and path.name[0] != ".")
    content = path.read_bytes()
    half = len(content) // 2
    worse = {
        "empty": b"",
        "half": content[:half],
        "flipped": bytes(b ^ 255 for b in content[:half]) + content[half:],
    }
    path.unlink()
    if harm != "gone":
        path.write_bytes(worse[harm])
    reconcile()
    assert current() != before
    assert damage(current()) == ""
    assert titles("养老服务") == ["养老服务办法"]
    assert indexed_codes() == {document.code}


def test_a_question_heals_a_lost_index_too(publish, index_dir):
    publish("养老服务")
    rebuild()
    shutil.rmtree(current())
    assert titles("养老") == ["养老服务"]


def test_an_index_with_deletions_is_whole(publish, index_dir):
    documents = [publish(f"养老服务{number}") for number in range(3)]
    rebuild()
    documents[0].title = "托育服务"
    documents[0].save()
    refresh([documents[0].code])
    assert list(current().glob("*.del"))
    assert damage(current()) == ""


def test_half_built_generations_are_swept(publish, index_dir):
    publish("养老服务")
    rebuild()
    (index_dir / "v1-000099").mkdir()
    (index_dir / "current.new").write_text("v1-0000")
    reconcile()
    assert sorted(path.name for path in index_dir.iterdir()) == sorted(
        ["current", "write.lock", current().name]
    )


def test_reconcile_mends_what_was_missed(publish, index_dir):
    first = publish("养老服务")
    rebuild()
    second = publish("托育服务")
    first.status = Status.WITHDRAWN
    first.save()
    assert reconcile() == 2
    assert indexed_codes() == {second.code}


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system itself refuses to write more than this into one file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def cut_short(publish) -> tuple[list[str], Path]:
    """A commit that failed between its deletions and the list of files; the codes, and what it left."""
    documents = [publish(f"养老服务{number}") for number in range(3)]
    rebuild()
    before = current()
    documents[0].title = "托育服务"
    documents[0].save()
    limit = (before / "meta.json").stat().st_size - 1
    with files_no_larger_than(limit), pytest.raises(IndexNotWritten, match="磁盘空间已满"):
        refresh([documents[0].code])
    (left,) = before.glob("*.del")
    return [document.code for document in documents], left


def test_a_commit_cut_short_by_a_full_disk_is_made_again(publish, index_dir):
    codes, _ = cut_short(publish)
    assert titles("托育") == []
    assert len(titles("养老")) == 3
    before = current()
    refresh(codes[:1])
    assert current() == before
    assert titles("托育") == ["托育服务"]
    assert damage(current()) == ""


def test_leftovers_that_nothing_accounts_for_cost_one_rebuild(publish, index_dir, caplog):
    codes, left = cut_short(publish)
    before = current()
    managed = before / ".managed.json"
    names = json.loads(managed.read_text())
    managed.write_text(json.dumps([name for name in names if name != left.name]))
    refresh(codes[:1])
    assert current() != before
    assert "已由数据库重建，共3件" in caplog.text
    assert titles("托育") == ["托育服务"]
    assert indexed_codes() == set(codes)


def test_a_rebuild_that_finds_no_room_leaves_the_old_index_in_use(publish, index_dir):
    cut_short(publish)
    before = current()
    with files_no_larger_than(200), pytest.raises(IndexNotWritten, match="磁盘空间已满"):
        rebuild()
    assert current() == before
    assert [path.name for path in index_dir.glob("v*")] == [before.name]
    assert len(titles("养老")) == 3
