"""The index follows the database, and heals."""

import shutil

import pytest

from gongkai.law.review import Status
from gongkai.web.library.search import Question, indexed_codes, rebuild, reconcile, refresh, search
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
