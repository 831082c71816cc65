"""Archive pages count from the oldest and stay as written."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.web.site import Office, files_of, office, waiting

from gongkai.web.bake import actions as bake
from gongkai.web.library.models import Document

pytestmark = pytest.mark.django_db
FIRST = date(2025, 1, 6)


def publish(there: Office, how_many: int, begin: int = 0) -> list[Document]:
    """Documents of one column, a day apart, each baked as it comes."""
    made = []
    for number in range(begin, begin + how_many):
        on = FIRST + timedelta(days=number)
        made.append(there.publish(there.updates, on, title=f"第{number + 1}件"))
    return made


def archive(home: Path, there: Office, page: int) -> Path:
    return home / f"site/columns/{there.updates.code}/{page}.html"


def test_a_full_page_is_never_written_again_by_a_publication(home: Path) -> None:
    there = office()
    publish(there, 41)
    bake.bake_all()
    before = {page: archive(home, there, page).stat().st_mtime_ns for page in (1, 2)}
    for document in publish(there, 20, begin=41):
        bake.refresh([document.code])
        after = {page: archive(home, there, page).stat().st_mtime_ns for page in (1, 2)}
        assert after == before
    assert archive(home, there, 3).exists()
    assert "第41件<" in archive(home, there, 3).read_text()
    assert not archive(home, there, 4).exists()


def test_a_page_holds_twenty_counted_from_the_oldest(home: Path) -> None:
    there = office()
    publish(there, 45)
    bake.bake_all()
    first = archive(home, there, 1).read_text()
    assert all(f"第{number}件<" in first for number in range(1, 21))
    assert "第21件<" not in first
    assert "第20件至第1件" in first
    newest = archive(home, there, 1).with_name("index.html").read_text()
    assert all(f"第{number}件<" in newest for number in range(21, 46))
    assert "第20件<" not in newest
    assert "共45件，本页为第45件至第21件" in newest


def test_a_publication_writes_a_handful_of_files_whatever_the_site_holds(home: Path) -> None:
    there = office()
    publish(there, 45)
    bake.bake_all()
    for document in publish(there, 3, begin=45):
        before = files_of(home / "site")
        bake.refresh([document.code])
        written = {path for path, at in files_of(home / "site").items() if before.get(path) != at}
        assert f"/documents/{document.code}.html" in written
        assert len(written) <= 10, written


def test_withdrawing_leaves_a_gap_and_moves_nothing(home: Path) -> None:
    there = office()
    made = publish(there, 45)
    bake.bake_all()
    second = archive(home, there, 2).read_bytes()
    there.withdraw(made[4])
    bake.refresh([made[4].code])
    first = archive(home, there, 1).read_text()
    assert "第5件<" not in first
    assert "其中1件已撤下" in first
    assert "第20件<" in first
    assert "第21件<" not in first
    assert archive(home, there, 2).read_bytes() == second


def test_a_refresh_writes_the_same_bytes_as_a_full_bake(home: Path) -> None:
    there = office()
    publish(there, 39)
    bake.bake_all()
    for document in publish(there, 3, begin=39):
        bake.refresh([document.code])
    there.withdraw(document)
    bake.refresh([document.code])
    touched = bake.bake_all()
    assert touched == 0


def test_publishing_in_a_new_year_tells_the_pages_of_the_other_years(home: Path) -> None:
    there = office()
    old = there.publish(there.updates, date(2025, 5, 6))
    bake.bake_all()
    page = home / f"site/columns/{there.updates.code}/year-2025.html"
    assert "year-2026" not in page.read_text()
    bake.refresh([there.publish(there.updates, date(2026, 5, 6)).code])
    assert "year-2026" in page.read_text()
    assert old.title in page.read_text()
    assert bake.bake_all() == 0


def test_the_outbox_names_what_the_site_must_bake(home: Path) -> None:
    there = office()
    document = there.publish(there.updates, date(2026, 5, 6))
    assert document.code in waiting()
