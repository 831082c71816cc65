"""A file written whole or not at all."""

import os
import tempfile
from pathlib import Path

from gongkai.law.errors import LawError


def save_bytes(target: Path, content: bytes) -> None:
    """Written beside its place and renamed, so that a full disk leaves the old file whole."""
    name = ""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, delete=False) as file:
            name = file.name
            file.write(content)
        Path(name).chmod(0o644)
        os.replace(name, target)
    except OSError:
        if name:
            Path(name).unlink(missing_ok=True)
        raise LawError(
            f"写不了“{target}”：请检查文件夹是否存在、可写，磁盘是否已满；原有文件没有动。"
        ) from None
