"""The Python files of the project, parsed once."""

import ast
import functools
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "tests", "tools", "bench")


@dataclass(frozen=True)
class Source:
    """One file of ours.

    源文件：路径（相对于仓库）、文字、语法树。
    """

    name: str
    text: str
    tree: ast.Module

    def __str__(self) -> str:
        return self.name


@functools.cache
def sources() -> tuple[Source, ...]:
    """Every file that a person wrote: migrations are Django's, an empty __init__.py says nothing."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if text.strip() and "migrations" not in path.parts:
                found.append(Source(str(path.relative_to(ROOT)), text, ast.parse(text, filename=str(path))))
    return tuple(found)


def product() -> tuple[Source, ...]:
    """The files that are delivered."""
    return tuple(source for source in sources() if source.name.startswith("src/"))
