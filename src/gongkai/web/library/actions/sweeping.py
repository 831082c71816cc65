"""Bytes that no document names any more: found, and removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from gongkai.web.audit.actions import record
from gongkai.web.library.actions.files import INCOMING, filing
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import Attachment, ReviewAct, Version

_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Stray:
    """A stored file that nothing refers to, and its size.

    无主文件：附件被移除、没有存成或中途断电后留下的原件。
    """

    path: Path
    size: int


def strays() -> tuple[Stray, ...]:
    """Files stored over a day ago that no attachment names, nor any version that went to review.

    What a reviewer passed or the public saw is evidence and stays, even after it left the document.
    """
    with filing() as now:
        pass
    return tuple(_strays(now))


@whole
def sweep_files() -> tuple[Stray, ...]:
    """Remove the strays, on record; returns what was removed."""
    found = strays()
    if not found:
        return ()
    sentence = f"清理附件目录，删去{len(found)}个没有文件引用的原件，共{sum(one.size for one in found)}字节。"
    # 先记审计、后占附件目录，与“添加附件”同一次序，两边不会互相等死。
    record(None, "清理附件", "files", sentence, details={"sha256": [one.path.name for one in found]})
    with filing() as now:
        # 其间又存进来的同一内容，时间已更新，不再算无主。
        gone = tuple(set(found) & set(_strays(now)))
        for one in gone:
            one.path.unlink(missing_ok=True)
    return gone


def missing_files() -> tuple[str, ...]:
    """The names of attachments whose bytes are not on the disk."""
    root = Path(settings.FILES_DIR)
    named = Attachment.objects.values_list("sha256", "name").order_by("pk")
    return tuple(name for sha256, name in named if not (root / sha256[:2] / sha256).is_file())


def _strays(now: float) -> Iterator[Stray]:
    old = {path.name: path for path in _stored() if path.stat().st_mtime < now - _DAY}
    if unnamed := old.keys() - set(Attachment.objects.values_list("sha256", flat=True)):
        for name in sorted(unnamed - _reviewed()):
            yield Stray(old[name], old[name].stat().st_size)


def _stored() -> Iterator[Path]:
    for path in Path(settings.FILES_DIR).glob("[0-9a-f][0-9a-f]/*"):
        if path.is_file() and path.name.startswith((path.parent.name, INCOMING)):
            yield path


def _reviewed() -> set[str]:
    versions = Version.objects.filter(pk__in=ReviewAct.objects.values("version"))
    kept = versions.values_list("fields__attachments", flat=True).iterator()
    return {one["sha256"] for attachments in kept for one in attachments or ()}
