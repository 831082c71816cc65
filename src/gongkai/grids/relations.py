"""Where the parts of an office file stand."""

import posixpath

from gongkai.grids.archive import Archive
from gongkai.grids.markup import listen


class Relations:
    """The relations of one part: identifier to kind and target.

    部件关系：一个部件引用的其他部件。
    """

    def __init__(self, archive: Archive, part: str) -> None:
        folder, name = posixpath.split(part)
        self._folder = folder
        self.targets: dict[str, tuple[str, str]] = {}
        member = posixpath.join(folder, "_rels", f"{name}.rels")
        if archive.has(member):
            listen(archive.pieces(member), self, archive.allowance, archive.kind)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Takes one relation."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", "")))
            self.targets[attributes.get("Id", "")] = (kind, target.lstrip("/"))

    def end(self, name: str) -> None:
        """Nothing hangs on the end of an element."""

    def text(self, text: str) -> None:
        """Relations have no text."""

    def first(self, kind: str, default: str = "") -> str:
        """The first part of a kind, or the default."""
        return next((target for each, target in self.targets.values() if each == kind), default)
