"""Files are written whole and can be proved."""

import gzip
import resource
import signal
from datetime import date
from pathlib import Path

import pytest
from tests.web.site import files_of, office

from gongkai.law.errors import LawError
from gongkai.web.bake import actions as bake
from gongkai.web.bake import tasks
from gongkai.web.bake.models import Manifest
from gongkai.web.library.models import Column, OutboxEntry

pytestmark = pytest.mark.django_db


def test_what_did_not_change_is_not_written_again(home: Path) -> None:
    there = office()
    there.publish(there.updates, date(2026, 5, 6))
    assert bake.bake_all() > 10
    before = files_of(home / "site")
    assert bake.bake_all() == 0
    assert files_of(home / "site") == before
    assert bake.bake_all(full=True) > 10


def test_progress_reaches_its_end(home: Path) -> None:
    there = office()
    there.publish(there.updates, date(2026, 5, 6))
    told: list[tuple[int, int]] = []
    bake.bake_all(lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_every_page_has_a_sidecar_with_the_same_content(home: Path) -> None:
    office()
    bake.bake_all()
    pages = list((home / "site").rglob("*.html"))
    assert pages
    for page in pages:
        assert gzip.decompress(page.with_name(page.name + ".gz").read_bytes()) == page.read_bytes()


def test_a_file_that_was_altered_lost_or_added_is_named_and_mended(home: Path) -> None:
    there = office()
    document = there.publish(there.updates, date(2026, 5, 6), files=[("表.csv", b"a,b\n" * 300)])
    bake.bake_all()
    assert bake.verify() == ()
    site = home / "site"
    page = site / f"documents/{document.code}.html"
    whole = page.read_text()
    page.write_text(whole.replace(document.title, "被改过的标题"))
    (site / "map/index.html").unlink()
    (site / "evil.html").write_text("<h1>不是本站写的</h1>")
    next((site / "files").rglob("*.csv")).write_bytes(b"changed")
    (site / "timeliness/index.html.gz").write_bytes(gzip.compress(b"other"))
    faults = "\n".join(bake.verify())
    assert f"/documents/{document.code}.html 的内容与写出时不同" in faults
    assert "/map/index.html 不见了" in faults
    assert "/evil.html 不是本站写出的文件" in faults
    assert ".csv 的内容与写出时不同" in faults
    assert "/timeliness/index.html.gz 与网页不一致" in faults
    assert len(bake.verify(repair=True)) == 5
    assert bake.verify() == ()
    assert page.read_text() == whole
    assert not (site / "evil.html").exists()


def test_what_a_dead_baker_left_is_swept(home: Path) -> None:
    office()
    bake.bake_all()
    (home / "site/documents").mkdir(exist_ok=True)
    (home / "site/documents/.baking-1-2").write_text("half")
    assert bake.sweep() == 1
    assert bake.verify() == ()


def test_a_page_begun_and_not_finished_is_written_anew(home: Path) -> None:
    office()
    bake.bake_all()
    manifest = Manifest(home / "site-manifest")
    manifest.begin(["/index.html"])
    (home / "site/index.html").write_text("something newer that was cut off")
    assert "/index.html 上次没有写完。" in bake.verify()
    assert bake.bake_all() == 1
    assert bake.verify() == ()


def test_a_manifest_cut_in_the_middle_of_a_line_is_read_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "manifest"
    kept = Manifest(path)
    kept.finish({"/a": "a" * 64, "/b": "b" * 64})
    path.write_bytes(path.read_bytes()[:-40])
    again = Manifest(path)
    assert again.hashes == {"/a": "a" * 64}
    again.finish({"/c": "c" * 64})
    assert Manifest(path).hashes == {"/a": "a" * 64, "/c": "c" * 64}


def test_pages_of_columns_that_were_retired_empty_leave_the_site(home: Path) -> None:
    there = office()
    bake.bake_all()
    page = home / f"site/columns/{there.updates.code}/index.html"
    assert page.exists()
    Column.objects.filter(pk=there.updates.pk).update(is_retired=True)
    bake.bake_all()
    assert not page.exists()
    assert bake.verify() == ()


@pytest.fixture
def full_disk():
    """A disk that takes nothing more: this process may not write files beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_leaves_the_old_page_and_says_so(home: Path, full_disk) -> None:
    there = office()
    document = there.publish(there.updates, date(2026, 5, 6))
    bake.bake_all()
    page = home / f"site/documents/{document.code}.html"
    before = page.read_bytes()
    there.withdraw(document, "撤下的理由。" * 400)
    room = (home / "site-manifest").stat().st_size + 2000
    full_disk(room)
    with pytest.raises(LawError, match="磁盘空间已满"):
        bake.refresh([document.code])
    full_disk(resource.RLIM_INFINITY)
    assert page.read_bytes() == before
    assert not list((home / "site").rglob(".baking-*"))
    bake.refresh([document.code])
    assert "本文件已撤下" in page.read_text()
    assert bake.verify() == ()


def test_with_a_full_disk_the_outbox_keeps_the_row_until_there_is_room(home: Path, full_disk) -> None:
    there = office()
    document = there.publish(there.updates, date(2026, 5, 6))
    tasks.drain()
    assert not OutboxEntry.objects.exists()
    page = home / f"site/documents/{document.code}.html"
    before = page.read_bytes()
    there.withdraw(document, "撤下的理由。" * 4000)
    # 检索索引的文件都很小，写得下；网页写不下。
    full_disk(40_000)
    assert tasks.drain() == 0
    full_disk(resource.RLIM_INFINITY)
    assert OutboxEntry.objects.filter(key=document.code).exists()
    assert page.read_bytes() == before
    tasks.drain()
    assert not OutboxEntry.objects.exists()
    assert "本文件已撤下" in page.read_text()
    assert bake.verify() == ()
