"""The parts of an office file: a ZIP opened with suspicion."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from gongkai.grids.allowance import Allowance
from gongkai.grids.refusal import damaged, named
from gongkai.law.errors import LawError

_CHUNK = 1 << 20
_LARGEST_LIST = 1024 * 1024
_END, _END_SIZE = b"PK\x05\x06", 22
_END64, _LOCATOR64 = 56, 20
# What zipfile and zlib raise on torn or odd archives: bad structure, unknown method, password, short
# stream, offsets beyond the end, names that are no text.
_TORN = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
    struct.error, IndexError, OverflowError,
)  # fmt: skip


class Archive:
    """A ZIP archive whose members are read in pieces.

    压缩包：逐块解压，按实际解出的字节计数，不信目录里写的大小。
    """

    def __init__(self, data: bytes, allowance: Allowance, kind: str = "Office文件") -> None:
        self.allowance = allowance
        self.kind = kind
        if _list_size(data) > _LARGEST_LIST:
            raise LawError(f"{named(allowance.file)}里压缩的文件太多，不是表格或文档：请确认文件后再读。")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _TORN:
            raise damaged(allowance.file, kind) from None
        # 部件名不分大小写（ECMA-376 第2部分 第6.2.2条）；有的程序把/写成\
        self._entries = {_part_name(entry.filename): entry for entry in self._zip.infolist()}
        self.names = frozenset(self._entries)

    def has(self, member: str) -> bool:
        """Whether there is such a part."""
        return _part_name(member) in self._entries

    def pieces(self, member: str) -> Iterator[bytes]:
        """The bytes of one part, piece after piece; LawError where it is torn, locked or too large."""
        try:
            entry = self._entries[_part_name(member)]
            if entry.flag_bits & 1:
                raise LawError(f"{named(self.allowance.file)}加了密码：请在原程序中取消密码，另存后再读。")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise damaged(self.allowance.file, self.kind)
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    self.allowance.inflate(len(piece))
                    yield piece
        except LawError:
            raise
        except (*_TORN, KeyError):
            raise damaged(self.allowance.file, self.kind) from None

    def start(self, member: str, size: int = 4096) -> bytes:
        """The first bytes of one part."""
        return next(self.pieces(member), b"")[:size]


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lower()


def _list_size(data: bytes) -> int:
    """Bytes of the list of members as zipfile will believe them: it makes one object for every entry."""
    end = data.rfind(_END)
    if end < 0 or len(data) - end < _END_SIZE:
        return 0
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    locator = end - _LOCATOR64
    if locator >= _END64 and data.startswith(b"PK\x06\x07", locator):
        size = max(size & 0x7FFFFFFF, int.from_bytes(data[locator - 16 : locator - 8], "little"))
    return size
