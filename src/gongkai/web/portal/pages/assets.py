"""Style sheet, script and mark, named by their content."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "static" / "portal"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that every page asks for, named by its content."""

    name: str
    content: bytes

    @property
    def path(self) -> str:
        """Where it stands on the site."""
        digest = hashlib.sha256(self.content).hexdigest()[:12]
        stem, _, ending = self.name.rpartition(".")
        return f"/assets/{stem}.{digest}.{ending}"


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """Every asset by its plain name."""
    found = sorted(path for path in FOLDER.iterdir() if path.suffix in {".css", ".js", ".svg"})
    return {path.name: Asset(path.name, path.read_bytes()) for path in found}
