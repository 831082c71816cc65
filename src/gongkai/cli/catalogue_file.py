"""A catalogue in a file, of whatever kind we read."""

import gc
import sys
from pathlib import Path
from typing import BinaryIO

from gongkai.grids import files
from gongkai.grids.allowance import LARGEST
from gongkai.grids.decoding import decode
from gongkai.grids.refusal import too_large
from gongkai.law import lawdata
from gongkai.law.catalogue import reading
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError


def read(file: str) -> Catalogue:
    """The only catalogue in a file, or the first of several; LawError where there is none."""
    return read_all(file)[0]


def read_all(file: str) -> tuple[Catalogue, ...]:
    """The catalogues in a file, "-" for standard input; LawError with one sentence where there is none."""
    data, name = (
        (_bounded(sys.stdin.buffer, ""), "") if file == "-" else (_bytes(Path(file)), Path(file).name)
    )
    # What is read stays to the end and holds no circles: looking for them takes a fifth of the time.
    gc.disable()
    try:
        if name.lower().endswith(".toml"):
            return (lawdata.catalogue_from(decode(data, name)),)
        return reading.read_all(files.read(data, name), lawdata.tables())
    finally:
        gc.freeze()
        gc.enable()


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return _bounded(stream, path.name)
    except FileNotFoundError:
        raise LawError(f"没有文件“{path}”：请核对文件名和所在文件夹。") from None
    except IsADirectoryError:
        raise LawError(f"“{path}”是文件夹，不是文件：请写明文件夹里的哪一个文件。") from None
    except OSError:
        raise LawError(f"读不了“{path}”：请检查是否有权限读它，文件名是否过长。") from None


def _bounded(stream: BinaryIO, name: str) -> bytes:
    """All of a stream; one without end (a device, a pipe) is given up as soon as it is too long."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(name)
    return data


def require_other(out: str, *files: str) -> None:
    """The file as received is the evidence: it is never written over."""
    if any(file != "-" and Path(out).resolve() == Path(file).resolve() for file in files):
        raise LawError(f"“{out}”就是读入的文件：原件要留作凭据，请另起一个文件名。")
