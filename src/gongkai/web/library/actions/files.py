"""The store of attachments: names, kinds, bytes on the disk."""

import fcntl
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from gongkai.law.errors import LawError

SIZE_LIMIT = 50 * 1024 * 1024
NAME_LIMIT = 120
INCOMING = ".incoming-"
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#%]')

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "application/vnd.openxmlformats-officedocument."

# How macros are named inside a package and inside an old binary file.
_MACROS = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))

# Ending → media type and how such a file begins; nothing that a browser would run stands here.
KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "ofd": ("application/ofd", (_ZIP,)),
    "docx": (_OFFICE + "wordprocessingml.document", (_ZIP,)),
    "xlsx": (_OFFICE + "spreadsheetml.sheet", (_ZIP,)),
    "pptx": (_OFFICE + "presentationml.presentation", (_ZIP,)),
    "doc": ("application/msword", (_OLE,)),
    "xls": ("application/vnd.ms-excel", (_OLE,)),
    "ppt": ("application/vnd.ms-powerpoint", (_OLE,)),
    "wps": ("application/vnd.ms-works", (_OLE, _ZIP)),
    "et": ("application/vnd.ms-excel", (_OLE, _ZIP)),
    "zip": ("application/zip", (_ZIP,)),
    "rar": ("application/vnd.rar", (b"Rar!",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "gif": ("image/gif", (b"GIF8",)),
    "webp": ("image/webp", (b"RIFF",)),
    "mp3": ("audio/mpeg", (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "mp4": ("video/mp4", ()),
    "txt": ("text/plain; charset=utf-8", ()),
    "csv": ("text/csv; charset=utf-8", ()),
}


def clean_name(name: str) -> str:
    """A file name that every system can keep: no folders, control or reserved characters, not too long."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(letter for letter in last if unicodedata.category(letter) not in {"Cf", "Co", "Cs"})
    tidy = " ".join(_FORBIDDEN.sub("_", plain).split()).lstrip(".").strip()
    stem, dot, ending = tidy.rpartition(".")
    if not dot:
        return tidy[:NAME_LIMIT] or "附件"
    return f"{stem[: NAME_LIMIT - len(ending) - 1].strip() or '附件'}.{ending.lower()}"


def media_type(name: str, content: bytes) -> str:
    """The media type of a file, by its ending and its first bytes; LawError when it is not taken."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in KINDS:
        taken = "、".join(sorted(kind.upper() for kind in KINDS))
        raise LawError(f"附件“{name}”的种类不能上传；可以用{taken}，带宏的文件请另存为不带宏的。")
    if not content:
        raise LawError(f"附件“{name}”是空的（0字节）；请重新选择文件。")
    if len(content) > SIZE_LIMIT:
        size, limit = len(content) / 1024 / 1024, SIZE_LIMIT // 1024 // 1024
        raise LawError(f"附件“{name}”有{size:.1f} MB，超过{limit} MB；请压缩图片或拆成几个文件。")
    kind, beginnings = KINDS[ending]
    if beginnings and not content.startswith(beginnings):
        raise LawError(f"附件“{name}”的内容不是{ending.upper()}；请用原来的软件打开，另存后再上传。")
    if content.startswith((_ZIP, _OLE)) and any(mark in content for mark in _MACROS):
        raise LawError(f"附件“{name}”带有宏，不能上传；请另存为不带宏的文件（如DOCX、XLSX）再上传。")
    return kind


def keep(content: bytes) -> str:
    """Write the bytes under their hash and give the hash; they are on the disk when this returns.

    Written to a temporary name, flushed, then renamed: a power cut leaves either nothing or all of it.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    folder = Path(settings.FILES_DIR) / sha256[:2]
    target = folder / sha256
    if target.exists() and _is_kept(target, len(content)):
        return sha256
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=INCOMING, dir=folder)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _flush_folder(folder)
    return sha256


@contextmanager
def filing() -> Iterator[float]:
    """Hold the one right to renew or remove stored files; gives the moment as the file system has it."""
    beside = Path(settings.FILES_DIR).with_suffix(".lock")
    beside.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # 文件的新旧只能与文件系统自己的时钟比：办事的日期可以另设。
        os.utime(lock.fileno())
        yield os.fstat(lock.fileno()).st_mtime


def _is_kept(target: Path, size: int) -> bool:
    """Whether these bytes lie there already; if so they count as stored just now, and no sweep takes them."""
    with filing():
        if not target.exists() or target.stat().st_size != size:
            return False
        target.touch()
        return True


def _flush_folder(folder: Path) -> None:
    """The rename itself reaches the disk only with its folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
