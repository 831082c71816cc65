"""What was written: the manifest of the static site."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

# A path whose writing has begun; whoever finds it after a power cut writes the page anew.
DIRTY = "-"


class Manifest:
    """Which bytes stand at which address, as they were written.

    清单：每行“哈希 路径”，只在末尾添加，同一路径以最后一行为准。动笔之前先记“-”，写成之后再记哈希；
    中途断电，记着“-”的页面下次重写，不会把旧页误认成新页。
    """

    def __init__(self, path: Path) -> None:
        """Read the manifest at `path`; there may be none yet."""
        self.path = path
        self.hashes: dict[str, str] = {}
        self._lines = 0
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                self._take(line)

    def _take(self, line: str) -> None:
        digest, _, path = line.partition(" ")
        self._lines += 1
        # 断电时最后一行可能只写了一半：哈希不全的当作没有写成。
        if path and (digest == DIRTY or len(digest) == 64):
            self.hashes[path] = digest

    def begin(self, paths: Iterable[str]) -> None:
        """Note that these pages are being changed."""
        self._add(dict.fromkeys(paths, DIRTY))

    def finish(self, hashes: Mapping[str, str]) -> None:
        """Note that these pages stand on the disk with these bytes."""
        self._add(hashes)

    def forget(self, paths: Iterable[str]) -> None:
        """Note that these pages are gone, and write the manifest anew."""
        for path in paths:
            self.hashes.pop(path, None)
        self.compact()

    def _add(self, hashes: Mapping[str, str]) -> None:
        if not hashes:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{digest} {path}\n" for path, digest in hashes.items())
        with self.path.open("a", encoding="utf-8") as kept:
            # 上一次可能停在半行：另起一行，不与它连在一起。
            kept.write(lines if self._ends_whole() else "\n" + lines)
            kept.flush()
            os.fsync(kept.fileno())
        self.hashes.update(hashes)
        self._lines += len(hashes)

    def _ends_whole(self) -> bool:
        try:
            with self.path.open("rb") as kept:
                kept.seek(-1, os.SEEK_END)
                return kept.read(1) == b"\n"
        except OSError:
            return True

    def compact(self, *, only_if_long: bool = False) -> None:
        """Write each path once, under a temporary name and then renamed."""
        if only_if_long and self._lines < 2 * len(self.hashes) + 1000:
            return
        temporary = self.path.with_name(self.path.name + ".new")
        with temporary.open("w", encoding="utf-8") as kept:
            kept.writelines(f"{digest} {path}\n" for path, digest in sorted(self.hashes.items()))
            kept.flush()
            os.fsync(kept.fileno())
        temporary.replace(self.path)
        self._lines = len(self.hashes)
