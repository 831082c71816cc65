"""The throw-away PostgreSQL cluster starts, answers and goes."""

from pathlib import Path

import psycopg
import pytest

import cluster
import machine


@pytest.fixture
def binaries() -> Path:
    found = machine.postgresql_folder()
    if found is None:
        pytest.skip("没有PostgreSQL，请以root执行 apt-get install postgresql (not run: no PostgreSQL)")
    return found


def _shown(address: str, setting: str) -> str:
    with psycopg.connect(address) as connection:
        return str(connection.execute(f"SHOW {setting}").fetchone()[0])


def test_it_answers_in_utf8_and_leaves_nothing_behind(binaries: Path) -> None:
    with cluster.running(binaries) as address:
        assert _shown(address, "server_encoding") == "UTF8"
        folder = Path(_shown(address, "data_directory")).parent
        assert folder.exists()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address, connect_timeout=2)


def test_it_is_removed_even_when_what_ran_on_it_failed(binaries: Path) -> None:
    folders: list[Path] = []
    with pytest.raises(ZeroDivisionError):
        _fail_on(binaries, folders)
    assert [folder.exists() for folder in folders] == [False]


def _fail_on(binaries: Path, folders: list[Path]) -> None:
    with cluster.running(binaries) as address:
        folders.append(Path(_shown(address, "data_directory")).parent)
        raise ZeroDivisionError


def test_nobody_gets_in_without_the_password(binaries: Path) -> None:
    with cluster.running(binaries) as address:
        wrong = address.replace(address.split(":")[2].partition("@")[0], "wrong")
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(wrong)
