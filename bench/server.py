"""A real server on a throw-away installation, for measuring."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MAIN = "from gongkai.cli import main; main()"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def status(address: str) -> int:
    """The HTTP status of an address; 0 while nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            answer.read()
            return answer.status
    except urllib.error.HTTPError as fault:
        return fault.code
    except OSError:
        return 0


def until(asked, patience: float = 60) -> None:
    """Wait until `asked()` is true."""
    end = time.monotonic() + patience
    while not asked():
        if time.monotonic() > end:
            raise SystemExit("waited in vain")
        time.sleep(0.005)


@contextmanager
def serving(home: str) -> Iterator[tuple[str, int]]:
    """Serve the installation of a folder; gives its address and the server's process id."""
    port = free_port()
    log = Path(home) / "bench.log"
    with log.open("wb") as told:
        server = subprocess.Popen(
            [sys.executable, "-c", MAIN, "serve", "--port", str(port)],
            env=os.environ | {"GONGKAI_HOME": home},
            stdout=told,
            stderr=told,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        until(lambda: status(f"{address}/") == 200 and "已就绪" in log.read_text())
        yield address, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
        shutil.copy(log, "/tmp/gongkai-bench.log")
