"""The worker: carries the outbox to the index and the site."""

import errno
import fcntl
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections

from gongkai.law.errors import LawError
from gongkai.law.review import Status
from gongkai.web import clock
from gongkai.web.bake import actions
from gongkai.web.library import search
from gongkai.web.library.models import Document, OutboxEntry

POLL = 0.2
BETWEEN_COMMITS = 1.0
BATCH = 200
LONGEST_WAIT = 60.0
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

log = logging.getLogger("gongkai.worker")


@dataclass(frozen=True)
class _Waiting:
    """A row that failed, and when it may be tried again."""

    tries: int
    until: float


@dataclass
class Courier:
    """Takes outbox rows to index and site, batch by batch.

    出件人：写好静态页、提交索引之后才删去待办；一件不成不耽误别的，过一会儿再试。
    """

    waiting: dict[int, _Waiting] = field(default_factory=dict)

    def round(self) -> int:
        """Deliver one batch; returns how many rows are done with."""
        rows = self._due()
        if not rows:
            return 0
        began = time.monotonic()
        done = self._delivered(rows)
        OutboxEntry.objects.filter(pk__in=[row.pk for row in done]).delete()
        for row in done:
            self.waiting.pop(row.pk, None)
        log.info("出件 rows=%d done=%d ms=%d", len(rows), len(done), (time.monotonic() - began) * 1000)
        return len(done)

    def _due(self) -> list[OutboxEntry]:
        """The oldest rows that may be tried now; all of them when the whole site is stale."""
        moment = time.monotonic()
        held = [pk for pk, waiting in self.waiting.items() if waiting.until > moment]
        rows = OutboxEntry.objects.exclude(pk__in=held).order_by("pk")
        if OutboxEntry.objects.exclude(pk__in=held).filter(topic="site").exists():
            return list(rows)
        return list(rows[:BATCH])

    def _delivered(self, rows: Sequence[OutboxEntry]) -> Sequence[OutboxEntry]:
        """Those of the rows that reached index and site: all at once, or else one by one."""
        try:
            _deliver(rows)
            return rows
        except search.IndexNotWritten as fault:
            # 索引写不进去与是哪一件无关，逐件再试只会让满了的磁盘更忙。
            self._put_off(rows, fault)
            return ()
        except Exception as fault:  # noqa: BLE001 – outermost loop of the batch: names what it puts off
            if len(rows) == 1:
                self._put_off(rows, fault)
                return ()
        return [row for row in rows if self._delivered([row])]

    def _put_off(self, rows: Sequence[OutboxEntry], fault: Exception) -> None:
        tries = 1 + max(self.waiting[row.pk].tries if row.pk in self.waiting else 0 for row in rows)
        wait = min(LONGEST_WAIT, 2.0**tries / 2)
        for row in rows:
            self.waiting[row.pk] = _Waiting(tries, time.monotonic() + wait)
        what = "全站" if any(row.topic == "site" for row in rows) else f"文件{rows[0].key}"
        more = f"等{len(rows)}项改动" if len(rows) > 1 else ""
        log.error(
            "%s%s的网页或检索没有写成：%s%.0f秒后再试（第%d次）。", what, more, reason(fault), wait, tries
        )


def reason(fault: Exception) -> str:
    """Why something could not be written, as a sentence with the mend."""
    if isinstance(fault, LawError):
        return str(fault)
    if isinstance(fault, OSError) and fault.errno in _DISK_FULL:
        return "磁盘空间已满，请清理磁盘。"
    if isinstance(fault, PermissionError):
        return f"没有权限写{fault.filename}，请检查目录的所有者。"
    return f"{type(fault).__name__}：{fault}。"


def _deliver(rows: Sequence[OutboxEntry]) -> None:
    """Index first, pages after: whoever reads the new page finds it too. Both may be repeated."""
    if any(row.topic == "site" for row in rows):
        search.rebuild()
        actions.bake_all()
        return
    codes = list(dict.fromkeys(row.key for row in rows))
    search.refresh(codes)
    actions.refresh(codes)


def drain() -> int:
    """Deliver all that waits in the outbox; returns how many rows are done with.

    What cannot be written stays in the outbox and is named in the log.
    """
    courier, total = Courier(), 0
    while done := courier.round():
        total += done
    return total


def work(stop: threading.Event) -> None:
    """Carry the outbox until `stop`; a second worker waits until the first is gone."""
    with _alone(stop) as is_alone:
        if not is_alone:
            return
        courier = Courier()
        is_begun = False
        while not stop.is_set():
            began = time.monotonic()
            try:
                close_old_connections()
                if not is_begun:
                    begin()
                turn_day()
                if not is_begun:
                    log.info("出件进程已就绪 home=%s", settings.HOME)
                    is_begun = True
                done = courier.round()
            except Exception as fault:  # noqa: BLE001 – outermost loop: an outage of the database must pass
                log.error("出件暂停：%s5秒后再试。", reason(fault))
                stop.wait(5)
                continue
            spent = time.monotonic() - began
            stop.wait(max(POLL, BETWEEN_COMMITS - spent) if done else POLL)
        log.info("出件进程已停止")


@contextmanager
def _alone(stop: threading.Event) -> Iterator[bool]:
    """Hold the one place of a worker on this installation; False if stopped while standing by."""
    path = Path(settings.HOME) / "worker.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as lock:
        is_told = False
        while not stop.is_set():
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not is_told:
                    log.info("已有出件进程在运行，本进程待命。")
                is_told = True
                stop.wait(0.5)
                continue
            yield True
            return
        yield False


def begin() -> None:
    """Finish what a dead worker left half done."""
    mended = search.reconcile()
    if mended:
        log.warning("检索索引与数据库不一致，已更正%d件。", mended)
    actions.sweep()


def turn_day(progress: Callable[[int, int], None] | None = None) -> None:
    """On a new day write the pages whose words depend on the day, and re-index what lapsed meanwhile."""
    today = clock.today()
    before = _baked_on()
    if before == today and (Path(settings.SITE_DIR) / "index.html").exists():
        return
    search.refresh(_lapsing(before or date.min, today))
    actions.bake_all(progress)
    marker = _marker()
    written = marker.with_suffix(".new")
    written.write_text(today.isoformat(), encoding="ascii")
    written.replace(marker)
    log.info("已按%s写好全站。", today)


def _lapsing(before: date, today: date) -> list[str]:
    """Documents whose validity may differ between the two days."""
    first, last = sorted((before, today))
    ending = Document.objects.filter(status=Status.PUBLISHED, expires_on__range=(first, last))
    return list(ending.values_list("code", flat=True))


def _marker() -> Path:
    return Path(settings.HOME) / "baked-on"


def _baked_on() -> date | None:
    try:
        return date.fromisoformat(_marker().read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
