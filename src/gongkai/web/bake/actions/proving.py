"""Proves that every file of the site is the one written."""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from isal import igzip

from gongkai.web.bake.actions.baking import _bake_all
from gongkai.web.bake.actions.writing import (
    SMALLEST_ZIPPED,
    TEMPORARY,
    ZIPPED,
    is_known,
    place,
    sidecar,
    sole_baker,
)
from gongkai.web.bake.models import Manifest


def verify(repair: bool = False) -> tuple[str, ...]:
    """One sentence for every file that is missing, altered, half written or foreign.

    With `repair` such files are written anew from the database, and foreign ones removed.
    """
    with sole_baker() as manifest:
        faults = dict(_faults(manifest))
        if repair and faults:
            for path in faults:
                manifest.hashes.pop(path, None)
                place(path).unlink(missing_ok=True)
            manifest.compact()
            _bake_all(manifest, None, is_full=False)
    return tuple(faults.values())


def sweep() -> int:
    """Remove temporary files that a dead baker left; returns how many."""
    with sole_baker():
        left = [path for path in Path(settings.SITE_DIR).rglob(f"{TEMPORARY}*") if path.is_file()]
        for path in left:
            path.unlink(missing_ok=True)
    return len(left)


def _faults(manifest: Manifest) -> Iterator[tuple[str, str]]:
    for path, digest in sorted(manifest.hashes.items()):
        if sentence := _fault(manifest, path, digest):
            yield path, sentence
    root = Path(settings.SITE_DIR)
    for file in sorted(root.rglob("*")):
        path = "/" + file.relative_to(root).as_posix()
        if file.is_file() and path not in manifest.hashes and not _is_sidecar(path, manifest):
            yield path, f"{path} 不是本站写出的文件，请查明来历；修复时将删去。"


def _fault(manifest: Manifest, path: str, digest: str) -> str:
    file = place(path)
    if not is_known(manifest, path):
        return f"{path} 上次没有写完。"
    if not file.is_file():
        return f"{path} 不见了。"
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        return f"{path} 的内容与写出时不同，可能被改动过。"
    if _should_have_sidecar(file, content) and _unzipped(sidecar(file)) != content:
        return f"{path}.gz 与网页不一致。"
    return ""


def _should_have_sidecar(file: Path, content: bytes) -> bool:
    return file.suffix in ZIPPED and len(content) >= SMALLEST_ZIPPED and not _is_attachment(file)


def _is_attachment(file: Path) -> bool:
    return file.is_relative_to(Path(settings.SITE_DIR) / "files")


def _unzipped(file: Path) -> bytes | None:
    try:
        return bytes(igzip.decompress(file.read_bytes()))
    except (OSError, EOFError, zlib.error):
        return None


def _is_sidecar(path: str, manifest: Manifest) -> bool:
    return path.endswith(".gz") and path.removesuffix(".gz") in manifest.hashes
