"""The content folder: what the demonstration says, as data."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

CONTENT = resources.files("gongkai.web.demo") / "content"


@cache
def content(name: str) -> dict[str, Any]:
    """One file of the content folder."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def content_names() -> tuple[str, ...]:
    """All files of the content folder, in order."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in CONTENT.iterdir()))
