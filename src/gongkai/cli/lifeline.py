"""Children of the server: they end when their parent does."""

import ctypes
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from gongkai.cli.installation import door, open_installation
from gongkai.law.errors import LawError

PARENT = "GONGKAI_PARENT"
_PR_SET_PDEATHSIG = 1
_LOG_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"
_LOG_TIME = "%Y-%m-%dT%H:%M:%S%z"


def log_to_stderr() -> None:
    """One line per event, with its time and level, on standard error; a server error with its trace."""
    logging.basicConfig(
        level=logging.INFO, format=_LOG_LINE, datefmt=_LOG_TIME, stream=sys.stderr, force=True
    )


def die_with_parent(how: signal.Signals) -> None:
    """Receive the signal `how` when the process that started this one is gone, even by kill -9.

    Otherwise an orphan would keep the port, and the next start would fail.
    """
    parent = int(os.environ.get(PARENT, "0"))
    if not parent:
        return
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(how), 0, 0, 0)
    else:
        threading.Thread(target=_watch, args=(parent, how), daemon=True).start()
    if os.getppid() != parent:
        os.kill(os.getpid(), how)


def _watch(parent: int, how: signal.Signals) -> None:
    while os.getppid() == parent:
        time.sleep(0.2)
    os.kill(os.getpid(), how)


def application() -> Callable[..., Any]:
    """The office as granian's child serves it; a closed door where the installation cannot be opened.

    The worker says the same sentence on the terminal and ends the server; this child only waits for that.
    """
    die_with_parent(signal.SIGKILL)
    log_to_stderr()
    try:
        open_installation(None)
    except LawError as refusal:
        return _closed(str(refusal))
    served: Callable[..., Any] = door("gongkai.web.wsgi").application
    return served


def _closed(sentence: str) -> Callable[..., Iterable[bytes]]:
    def answer(_: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("503 Service Unavailable", [("Content-Type", "text/plain; charset=utf-8")])
        return [f"{sentence}\n".encode()]

    return answer
