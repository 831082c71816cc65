"""Files of the site: temporary name, then rename, never half."""

import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from isal import igzip

from gongkai.law.errors import LawError
from gongkai.web.bake.models import DIRTY, Manifest
from gongkai.web.portal.pages.printing import Page

TEMPORARY = ".baking-"
ZIPPED = {".html", ".xml", ".css", ".js", ".svg", ".txt"}
SMALLEST_ZIPPED = 512
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
BATCH = 400


def manifest_path() -> Path:
    """Where the manifest stands: beside the site, not in it."""
    return Path(settings.HOME) / "site-manifest"


def place(path: str) -> Path:
    """The file of an address of the site."""
    return Path(settings.SITE_DIR) / path.lstrip("/")


def sidecar(target: Path) -> Path:
    """The gzip file beside a page, which nginx serves with gzip_static."""
    return target.with_name(target.name + ".gz")


@contextmanager
def sole_baker() -> Iterator[Manifest]:
    """Hold the one right to change the site; waits for whoever holds it."""
    home = Path(settings.HOME)
    home.mkdir(parents=True, exist_ok=True)
    with (home / "site.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        manifest = Manifest(manifest_path())
        yield manifest
        manifest.compact(only_if_long=True)


class Writer:
    """Writes pages that changed and leaves the others alone.

    落盘。先写临时文件，再改名；哈希与清单相同的不写。`is_durable` 为真时逐个文件落到磁盘；否则由 `settle`
    一次落盘，此前都算没有写成。
    """

    def __init__(self, manifest: Manifest, *, is_full: bool = False, is_durable: bool = True) -> None:
        """A writer over a manifest; `is_full` writes every page, changed or not."""
        self.manifest = manifest
        self.is_full = is_full
        self.is_durable = is_durable
        self.seen: set[str] = set()
        self._unsettled: dict[str, str] = {}
        self.written = 0

    def write(self, pages: Iterable[Page]) -> None:
        """Write pages, batch by batch. Raises LawError when the disk is full: old pages stay as they were."""
        batch: dict[str, tuple[str, bytes]] = {}
        for page in pages:
            digest = hashlib.sha256(page.content).hexdigest()
            self.seen.add(page.path)
            if self.is_full or self.manifest.hashes.get(page.path) != digest or not place(page.path).exists():
                batch[page.path] = (digest, page.content)
            if len(batch) >= BATCH:
                self._write(batch)
                batch = {}
        self._write(batch)

    def copy(self, path: str, source: Path, digest: str) -> None:
        """Put a copy of an attachment on the site."""
        self.seen.add(path)
        if not self.is_full and self.manifest.hashes.get(path) == digest and place(path).exists():
            return
        with self._sentence(path):
            self.manifest.begin([path])
            place(path).parent.mkdir(parents=True, exist_ok=True)
            with _replacing(place(path), is_durable=self.is_durable) as temporary:
                shutil.copyfile(source, temporary)
            self._done({path: digest})

    def _write(self, batch: dict[str, tuple[str, bytes]]) -> None:
        if not batch:
            return
        with self._sentence(next(iter(batch))):
            self.manifest.begin(batch)
            for path, (_, content) in batch.items():
                self._put(place(path), content)
            if self.is_durable:
                _flush_folders({place(path).parent for path in batch})
            self._done({path: digest for path, (digest, _) in batch.items()})

    def _done(self, hashes: dict[str, str]) -> None:
        self.written += len(hashes)
        if self.is_durable:
            self.manifest.finish(hashes)
        else:
            self._unsettled |= hashes

    def settle(self) -> None:
        """Flush everything written to the disk at once, and only then call it written."""
        if self._unsettled:
            os.sync()
            self.manifest.finish(self._unsettled)
            self._unsettled = {}

    def _put(self, target: Path, content: bytes) -> None:
        zipped = sidecar(target)
        if target.suffix in ZIPPED and len(content) >= SMALLEST_ZIPPED:
            with _replacing(zipped, is_durable=self.is_durable) as temporary:
                _fill(temporary, bytes(igzip.compress(content, 1, mtime=0)))
        else:
            zipped.unlink(missing_ok=True)
        with _replacing(target, is_durable=self.is_durable) as temporary:
            _fill(temporary, content)

    @contextmanager
    def _sentence(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            if fault.errno not in FULL:
                raise
            raise LawError(
                f"磁盘空间已满，页面{path}没有写成，原来的页面没有改动；请清理或扩大磁盘，随后会自动补写。"
            ) from fault


def remove(manifest: Manifest, paths: Iterable[str]) -> None:
    """Take files off the site."""
    gone = list(paths)
    manifest.begin(gone)
    for path in gone:
        place(path).unlink(missing_ok=True)
        sidecar(place(path)).unlink(missing_ok=True)
    if gone:
        manifest.forget(gone)


@contextmanager
def _replacing(target: Path, *, is_durable: bool) -> Iterator[str]:
    """A temporary file that takes the place of `target` when all went well."""
    folder = str(target.parent)
    temporary = f"{folder}/{TEMPORARY}{os.getpid()}"
    try:
        yield temporary
        if is_durable:
            _flush(temporary)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _fill(path: str, content: bytes) -> None:
    """Write all bytes, or raise; the folder is made when it is missing."""
    try:
        file = open(path, "wb", buffering=0)  # noqa: SIM115 – closed below, after every byte is out
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "wb", buffering=0)  # noqa: SIM115 – as above
    with file:
        left = memoryview(content)
        while left:
            left = left[file.write(left) :]


def _flush(path: Path | str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_folders(folders: Iterable[Path]) -> None:
    """A rename reaches the disk only with its folder."""
    for folder in folders:
        _flush(folder)


def is_known(manifest: Manifest, path: str) -> bool:
    """Whether the manifest says that these bytes were written to the end."""
    return manifest.hashes.get(path, DIRTY) != DIRTY
