"""The door to baked files on a machine without nginx."""

import gzip
from pathlib import Path

import pytest
from tests.web.site import office

from gongkai.web.bake import actions as bake

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home: Path) -> Path:
    """A baked site."""
    office()
    bake.bake_all()
    return home / "site"


def test_a_page_is_sent_as_it_was_baked(site: Path, client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == (site / "index.html").read_bytes()
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"


def test_who_takes_gzip_gets_the_sidecar(site: Path, client) -> None:
    answer = client.get("/map/", headers={"accept-encoding": "br, gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(answer.streaming_content)) == (site / "map/index.html").read_bytes()
    assert "Accept-Encoding" in answer["Vary"]


def test_what_did_not_change_is_not_sent_again(site: Path, client) -> None:
    first = client.get("/map/")
    again = client.get("/map/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get("/map/", headers={"if-modified-since": first["Last-Modified"]})
    assert since.status_code == 304


def test_a_folder_without_its_slash_is_redirected(site: Path, client) -> None:
    answer = client.get("/map")
    assert (answer.status_code, answer["Location"]) == (301, "/map/")


def test_what_is_not_there_gets_the_404_page(site: Path, client) -> None:
    for path in ("/nothing", "/documents/none.html", "/columns/", "/assets/"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "没有找到这一页" in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/../secret-key",
        "/%2e%2e/secret-key",
        "/..%2fsecret-key",
        "/documents/../../secret-key",
        "/%5c..%5csecret-key",
        "/.baking-1",
        "/index.html%00.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/" + "a" * 5000,
    ],
)
def test_no_path_leads_out_of_the_site(site: Path, client, path: str) -> None:
    (site.parent / "secret-key").write_text("geheim")
    (site / ".baking-1").write_text("geheim")
    answer = client.get(path)
    assert answer.status_code in {301, 404}
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert b"geheim" not in body
    assert b"root:" not in body


def test_a_symbolic_link_out_of_the_site_is_not_followed(site: Path, client) -> None:
    (site.parent / "secret-key").write_text("geheim")
    (site / "leak.txt").symlink_to(site.parent / "secret-key")
    assert client.get("/leak.txt").status_code == 404


def test_assets_are_kept_for_ever_and_pages_asked_for_again(site: Path, client) -> None:
    sheet = next((site / "assets").glob("portal.*.css"))
    answer = client.get(f"/assets/{sheet.name}")
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Type"] == "text/css; charset=utf-8"


def test_the_server_says_that_it_is_well(client) -> None:
    assert client.get("/healthz").content == b"ok\n"


def test_nothing_is_written_through_this_door(site: Path, client) -> None:
    assert client.post("/").status_code == 405
