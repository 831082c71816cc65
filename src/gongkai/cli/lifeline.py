"""Children of the server: they end when their parent does."""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from gongkai.cli.installation import door, open_installation

PARENT = "GONGKAI_PARENT"
_PR_SET_PDEATHSIG = 1


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
    """The office as granian's child serves it."""
    die_with_parent(signal.SIGKILL)
    open_installation(None)
    served: Callable[..., Any] = door("gongkai.web.wsgi").application
    return served
