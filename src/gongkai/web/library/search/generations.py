"""Index folders by generation, one of them pointed at."""

import fcntl
import json
import os
import shutil
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings

from gongkai.law.errors import LawError
from gongkai.web.library.search.schema import FORMAT, built

_FOOTER_MAGIC = 1337
_ENDINGS = ("idx", "pos", "term", "store", "fast", "fieldnorm")


class IndexDamaged(Exception):
    """The index cannot be read and must be rebuilt.

    索引损坏或不存在；由数据库重建即可，文件一件不少。
    """


class IndexNotWritten(LawError):
    """The index is sound but could not be written.

    检索索引写不进去（多半是磁盘已满）；原有索引不受影响。
    """


@contextmanager
def sole_writer() -> Iterator[None]:
    """Hold the one right to change the index; waits for whoever holds it."""
    root = _root()
    root.mkdir(parents=True, exist_ok=True)
    with (root / "write.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def damage_named() -> Iterator[None]:
    """Turn what tantivy throws over a damaged file into IndexDamaged."""
    try:
        yield
    except ValueError as fault:
        raise IndexDamaged(str(fault)) from fault
    except BaseException as fault:
        # tantivy 读到损坏的数据会中止（panic），那不是 Exception 的子类。
        if type(fault).__name__ != "PanicException":
            raise
        raise IndexDamaged(str(fault)) from fault


def _root() -> Path:
    return Path(settings.INDEX_DIR)


def _pointer() -> Path:
    return _root() / "current"


def current() -> Path | None:
    """The folder that readers use; None where there is none of this format."""
    try:
        name = _pointer().read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = _root() / name
    return folder if name.startswith(f"v{FORMAT}-") and folder.is_dir() else None


def begun() -> Path:
    """A new empty folder that nobody is pointed at yet."""
    numbers = [int(path.name.rpartition("-")[2]) for path in _folders()]
    folder = _root() / f"v{FORMAT}-{max(numbers, default=0) + 1:06d}"
    folder.mkdir()
    return folder


def point_at(folder: Path) -> None:
    """Make this generation the one that is read, in one step."""
    written = _pointer().with_suffix(".new")
    with written.open("w", encoding="ascii") as pointer:
        pointer.write(folder.name)
        pointer.flush()
        os.fsync(pointer.fileno())
    written.replace(_pointer())


def sweep() -> None:
    """Remove generations that were never finished or are no longer read."""
    kept = current()
    for folder in _folders():
        if folder != kept:
            shutil.rmtree(folder, ignore_errors=True)
    _pointer().with_suffix(".new").unlink(missing_ok=True)


def _folders() -> list[Path]:
    return [path for path in _root().glob("v*-*") if path.name.rpartition("-")[2].isdecimal()]


def created(folder: Path) -> tantivy.Index:
    """An empty index in a folder."""
    with damage_named():
        return tantivy.Index(built(), str(folder))


def opened(folder: Path) -> tantivy.Index:
    """The index of a folder, for writing; IndexDamaged if it cannot be read."""
    with damage_named():
        index = tantivy.Index.open(str(folder))
        index.config_reader("manual")
        index.reload()
        return index


@dataclass(frozen=True)
class _Reader:
    """An open index, and the state of the folder it was opened from."""

    folder: Path
    stamp: tuple[int, int]
    index: tantivy.Index


_reader: _Reader | None = None
_reader_lock = threading.Lock()


def searcher() -> tantivy.Searcher:
    """What the last commit holds, whichever process made it; IndexDamaged if it cannot be read."""
    global _reader  # noqa: PLW0603 – one open index per process, as one file is open once
    with _reader_lock:
        folder = current()
        if folder is None:
            raise IndexDamaged("检索索引还没有建立。")
        stamp = _stamp(folder)
        if _reader is None or (_reader.folder, _reader.stamp) != (folder, stamp):
            _reader = _Reader(folder, stamp, opened(folder))
        return _reader.index.searcher()


def _stamp(folder: Path) -> tuple[int, int]:
    try:
        state = (folder / "meta.json").stat()
    except OSError as fault:
        raise IndexDamaged(f"检索索引缺少文件：{fault.filename}") from fault
    return state.st_ino, state.st_mtime_ns


def damage(folder: Path) -> str:
    """Which file of an index is missing or not as it was written; empty when all are well.

    Each file ends with its own check sum, which tantivy looks at only on demand.
    """
    try:
        segments = json.loads((folder / "meta.json").read_bytes())["segments"]
    except (OSError, ValueError, KeyError):
        return "meta.json"
    for segment in segments:
        for name in _files_of(segment):
            path = folder / name
            if not path.is_file() or not _is_whole(path.read_bytes()):
                return name
    return ""


def _files_of(segment: dict[str, Any]) -> list[str]:
    stem = str(segment["segment_id"]).replace("-", "")
    names = [f"{stem}.{ending}" for ending in _ENDINGS]
    deletes = segment.get("deletes")
    return [*names, f"{stem}.{deletes['opstamp']}.del"] if deletes else names


def _is_whole(content: bytes) -> bool:
    length, magic = int.from_bytes(content[-8:-4], "little"), int.from_bytes(content[-4:], "little")
    footer = content[-8 - length : -8]
    try:
        return magic == _FOOTER_MAGIC and json.loads(footer)["crc"] == zlib.crc32(content[: -8 - length])
    except (ValueError, KeyError):
        return False
