"""Reading files into grids: hostile ones in bounds, real ones fast."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.grids import catalogues, hostile_office, hostile_text

SECONDS, MEGABYTES = 3.0, 300
# A peer may take this much before it is stopped.
PEER_SECONDS, PEER_BYTES = 20, 2 << 30
GROUPS = (
    *hostile_office.ARCHIVES, *hostile_office.SHEETS, *hostile_office.DOCUMENTS,
    *hostile_text.PAGES, *hostile_text.TEXTS, *hostile_text.OTHERS,
)  # fmt: skip

OURS = """
import sys
from gongkai.grids import files
from gongkai.law.errors import LawError
data = open(sys.argv[1], "rb").read()
try:
    grids = files.read(data, sys.argv[2])
    print(sum(len(grid.rows) for grid in grids), "行", end="")
except LawError as refused:
    print("拒绝", end="")
"""
PEERS = {
    "xlsx": """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
print(sum(sum(1 for _ in sheet.iter_rows(values_only=True)) for sheet in book), "行", end="")
""",
    "docx": """
import sys, docx
tables = docx.Document(sys.argv[1]).tables
print(sum(len([cell.text for cell in row.cells][:0]) + 1 for table in tables for row in table.rows), "行", end="")
""",
    "html": """
import sys, lxml.html
page = lxml.html.parse(sys.argv[1]).getroot()
print(sum([cell.text_content() for cell in row][:0] == [] for row in page.iter("tr")), "行", end="")
""",
}


@dataclass(frozen=True)
class Spent:
    """What one reading took, in a process of its own."""

    seconds: float
    megabytes: float
    answer: str


def main() -> None:
    """Prints real catalogues beside the peers, then every hostile file; status 1 past a limit."""
    nothing = run("pass", "", "", SECONDS)
    print(f"{'目录 5,000 行 × 14 列':<34}{'gongkai':>22}{'peer':>28}")
    for line in real():
        print(line)
    print(
        f"\n难缠的文件（限 {SECONDS:.0f} 秒、{MEGABYTES} 兆；空的 Python 进程用 {nothing.megabytes:.0f} 兆）"
    )
    worst = [line for line in (measured(each) for each in GROUPS) if line]
    sys.exit(f"超出限度：{worst}" if worst else None)


def real() -> Iterator[str]:
    """A catalogue of 5,000 rows in each kind of file, ours and the library that the kind is known by."""
    for name, data in catalogues.of(5000):
        with saved(data) as path:
            ours = run(OURS, path, name, 60)
            kind = name.rpartition(".")[2]
            peer = run(PEERS[kind], path, name, 60) if kind in PEERS else None
        beside = f"{peer.seconds:8.2f} s {peer.megabytes:6.0f} MB {peer.answer}" if peer else "—"
        yield f"{name:<30}{ours.seconds:8.2f} s {ours.megabytes:6.0f} MB {ours.answer:>8}  {beside:>28}"


def measured(hostile: hostile_office.Hostile) -> str:
    """One line for a hostile file; its title where it took more than the limits allow."""
    with saved(hostile.made()) as path:
        ours = run(OURS, path, hostile.name, 60)
        kind = hostile.name.rpartition(".")[2]
        peer = run(PEERS[kind], path, hostile.name, PEER_SECONDS) if kind in PEERS else None
    beside = f"{peer.seconds:8.2f} s {peer.megabytes:6.0f} MB {peer.answer}" if peer else ""
    print(
        f"{hostile.title:<42}{ours.seconds:6.2f} s {ours.megabytes:5.0f} MB {ours.answer:>9} | {beside}",
        flush=True,
    )
    return hostile.title if ours.seconds > SECONDS or ours.megabytes > MEGABYTES else ""


class saved:  # noqa: N801 (it is used as a word: with saved(data) as path)
    """A file for a moment."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __enter__(self) -> str:
        handle, self._path = tempfile.mkstemp(prefix="gongkai-bench-")
        with open(handle, "wb") as file:
            file.write(self._data)
        return self._path

    def __exit__(self, *_: object) -> None:
        os.unlink(self._path)


def run(code: str, path: str, name: str, patience: float) -> Spent:
    """Processor seconds and greatest memory of a process that runs the code on the file."""
    began = time.monotonic()
    command = [sys.executable, "-c", code, path, name]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        child = subprocess.Popen(
            command, stdout=out, stderr=subprocess.DEVNULL, preexec_fn=lambda: bound(patience)
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = status
        out.seek(0)
        answer = out.read() or ("停下" if time.monotonic() - began > patience or status > 255 else "出错")
    answer = (
        "出错" if status and answer == "停下" and used.ru_utime + used.ru_stime < patience - 1 else answer
    )
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, answer.strip())


def bound(patience: float) -> None:
    """The child may use so much of the machine."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(patience) + 1, int(patience) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (PEER_BYTES, PEER_BYTES))


if __name__ == "__main__":
    main()
