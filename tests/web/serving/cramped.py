"""A child process whose index stands on a disk that fills up."""

import json
import logging
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from tests.web.serving import clerks

from gongkai.web import clock
from gongkai.web.bake import tasks
from gongkai.web.library.models import OutboxEntry

PAGE = 4096
# How much room each round leaves: pages of a small disk; or where none may be mounted, the largest file,
# as a part of the index's own list of files, which is written last and decides.
PAGES = range(11)
PARTS = (0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 0.999, 1000.0)


def mounted(index: Path) -> bool:
    """Put the index on a disk of two megabytes, in this process's own name space of mounts."""
    index.mkdir(parents=True)
    words = ["mount", "-t", "tmpfs", "-o", "size=2m", "gongkai-test", str(index)]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


@contextmanager
def pages_left(index: Path, pages: int) -> Iterator[None]:
    """A real full disk: ballast takes all its pages but these."""
    room = os.statvfs(index)
    ballast = index / "ballast"
    ballast.write_bytes(b"0" * max(0, room.f_bavail * room.f_frsize - pages * PAGE))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def bytes_left(index: Path, part: float) -> Iterator[None]:
    """The system refuses to let any file grow past this, as a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    (meta,) = index.glob("v*/meta.json")
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(meta.stat().st_size * part), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def main() -> None:
    """Publish while the disk is full, again and again; one worker retries once there is room."""
    index, told = Path(settings.INDEX_DIR), Told()
    logging.getLogger("gongkai").addHandler(told)
    is_own_disk = "mount" in sys.argv and mounted(index)
    room, cramped = (PAGES, pages_left) if is_own_disk else (PARTS, bytes_left)
    clerks.found()
    old = [clerks.publish(f"关于第{number}项示例工作的通知") for number in range(len(room))]
    tasks.begin()
    courier = tasks.Courier()
    courier.round()
    for left, document in zip(room, old, strict=True):
        # 一件新的，一件改过的：后者要在旧的一段里记下删除，提交因此先写删除记录，再换总目录。
        clerks.publish(f"关于示例区第{left}号托育服务的通知")
        OutboxEntry.objects.create(topic="document", key=document.code, made_at=clock.now())
        told.sentences.clear()
        with cramped(index, left):
            courier.round()
        answer = {"left": left, "stood": OutboxEntry.objects.count(), "said": list(told.sentences)}
        courier.waiting.clear()
        courier.round()
        answer["waiting"] = OutboxEntry.objects.count()
        print(json.dumps(answer | {"found": clerks.inspect()}, ensure_ascii=False), flush=True)


class Told(logging.Handler):
    """Collects the sentences of the log.

    收集日志里的话。
    """

    def __init__(self) -> None:
        """An empty collection."""
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one sentence."""
        self.sentences.append(record.getMessage())
