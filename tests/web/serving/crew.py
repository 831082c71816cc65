"""Real processes of an installation: server and clerks."""

import contextlib
import json
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

MAIN = "from gongkai.cli import main; main()"
CLERKS = "import django; django.setup(); from tests.web.serving.clerks import main; main()"
ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def until(asked, patience: float = PATIENCE, pause: float = 0.05):
    """Wait until `asked()` is true and return it; fails loudly when it never is."""
    end = time.monotonic() + patience
    while not (answer := asked()):
        assert time.monotonic() < end, f"waited {patience} s in vain for {asked}"
        time.sleep(pause)
    return answer


def surroundings() -> dict[str, str]:
    """The environment of every process; whoever keeps no compiled modules keeps them for these tests.

    Otherwise each of the hundred processes would compile all of Django before it begins.
    """
    kept = {key: value for key, value in os.environ.items() if key != "GONGKAI_TODAY"}
    if kept.pop("PYTHONDONTWRITEBYTECODE", ""):
        kept["PYTHONPYCACHEPREFIX"] = str(Path(os.environ["GONGKAI_HOME"]) / "compiled")
    return kept


class Home:
    """An installation in a folder of its own, with its processes; on PostgreSQL with its own database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.log = folder / "server.log"
        self.environment = surroundings() | {
            "GONGKAI_HOME": str(folder),
            "DJANGO_SETTINGS_MODULE": "gongkai.web.settings",
        }
        self.database = os.environ.get("DATABASE_URL", "")
        if self.database:
            server = self.database
            self.database = urlsplit(server)._replace(path=f"/serving_{secrets.token_hex(4)}").geturl()
            self.environment["DATABASE_URL"] = self.database
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{urlsplit(self.database).path[1:]}"')

    def serve(self) -> subprocess.Popen[bytes]:
        """Start the server with a fresh log; it leads a process group of its own."""
        self.log.write_text("")
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-c", MAIN, "serve", "--port", str(self.port)],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def clerks(self) -> "Clerks":
        """Start people at work in a process beside the server."""
        return Clerks(self)

    def status(self, path: str) -> int:
        """The HTTP status of a page; 0 while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as fault:
            return fault.code
        except OSError:
            return 0

    def waiting(self) -> int:
        """How many rows wait in the outbox."""
        counted = "SELECT count(*) FROM library_outboxentry"
        if self.database:
            with psycopg.connect(self.database) as connection:
                return connection.execute(counted).fetchone()[0]
        with contextlib.closing(sqlite3.connect(self.folder / "gongkai.sqlite3", timeout=20)) as connection:
            return connection.execute(counted).fetchone()[0]

    def acknowledged(self) -> int:
        """How many publications the clerks were told are done."""
        told = self.folder / "acknowledged"
        return len(told.read_text().split()) if told.exists() else 0

    def is_drained(self) -> bool:
        """Whether a worker is at its place and nothing waits any more."""
        return (
            self.waiting() == 0 and (self.folder / "baked-on").exists() and "已就绪" in self.log.read_text()
        )


class Clerks:
    """A process that publishes by the real actions, in children that may be killed at any moment."""

    def __init__(self, home: Home) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CLERKS],
            cwd=ROOT,
            env=home.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, word: str):
        """Send an order and read its answer, one JSON line."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "fault" not in answer, answer
        return answer

    def dismiss(self) -> None:
        """End the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(PATIENCE)


def kill_all(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of a server and all its children at the same moment."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def kill_parent(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of the server alone; what becomes of its children is its own affair."""
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def gongkai(home: Home, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the one command."""
    return subprocess.run(
        [sys.executable, "-c", MAIN, *arguments],
        env=home.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
