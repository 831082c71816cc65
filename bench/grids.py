"""Files into grids: hostile ones in bounds, real ones fast."""

import os
import resource
import subprocess
import sys
import tempfile
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
    *hostile_text.PAGES, *hostile_text.TEXTS, *hostile_text.TRAPS, *hostile_text.OTHERS,
)  # fmt: skip

# What a child does first and last: its bounds, and its greatest memory as the system counted it.
OPENING = f"""
import atexit, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]), int(sys.argv[3]) + 1))
resource.setrlimit(resource.RLIMIT_AS, ({PEER_BYTES}, {PEER_BYTES}))
def peak():
    lines = open("/proc/self/status").read().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
atexit.register(peak)
"""
OURS = """
from gongkai.grids import files
from gongkai.law.errors import LawError
data = open(sys.argv[1], "rb").read()
try:
    print(sum(len(grid.rows) for grid in files.read(data, sys.argv[2])), "行")
except LawError as refused:
    print("拒绝")
"""
PEERS = {
    "xlsx": """
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
print(sum(sum(1 for _ in sheet.iter_rows(values_only=True)) for sheet in book), "行")
""",
    "docx": """
import docx
tables = docx.Document(sys.argv[1]).tables
rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
print(len(rows), "行")
""",
    "html": """
import lxml.html
page = lxml.html.parse(sys.argv[1]).getroot()
rows = [[cell.text_content() for cell in row] for row in page.iter("tr")]
print(len(rows), "行")
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
    nothing = run("", "", "", 9)
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
        with saved(data, name) as path:
            ours = run(OURS, path, name, 60)
            kind = name.rpartition(".")[2]
            peer = run(PEERS[kind], path, name, 60) if kind in PEERS else None
        beside = f"{peer.seconds:8.2f} s {peer.megabytes:6.0f} MB {peer.answer}" if peer else "—"
        yield f"{name:<30}{ours.seconds:8.2f} s {ours.megabytes:6.0f} MB {ours.answer:>8}  {beside:>28}"


def measured(hostile: hostile_office.Hostile) -> str:
    """One line for a hostile file; its title where it took more than the limits allow."""
    with saved((hostile.full or hostile.made)(), hostile.name) as path:
        ours = run(OURS, path, hostile.name, 60)
        kind = hostile.name.rpartition(".")[2]
        peer = run(PEERS[kind], path, hostile.name, PEER_SECONDS) if kind in PEERS else None
    beside = f"{peer.seconds:8.2f} s {peer.megabytes:6.0f} MB {peer.answer}" if peer else ""
    own = f"{ours.seconds:6.2f} s {ours.megabytes:5.0f} MB {ours.answer:>9}"
    print(f"{hostile.title:<42}{own} | {beside}", flush=True)
    return hostile.title if ours.seconds > SECONDS or ours.megabytes > MEGABYTES else ""


class saved:  # noqa: N801 (it is used as a word: with saved(data) as path)
    """A file for a moment."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._ending = data, os.path.splitext(name)[1]

    def __enter__(self) -> str:
        handle, self._path = tempfile.mkstemp(self._ending, "gongkai-bench-")
        with open(handle, "wb") as file:
            file.write(self._data)
        return self._path

    def __exit__(self, *_: object) -> None:
        os.unlink(self._path)


def run(code: str, path: str, name: str, patience: int) -> Spent:
    """Processor seconds and greatest memory of a process that runs the code on the file."""
    command = [sys.executable, "-c", OPENING + code, path, name, str(patience)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    lines = done.stdout.split("\n")[:-1]
    failure = "超过内存" if "MemoryError" in done.stderr else "出错" if lines else "超时"
    return Spent(seconds, int(lines[-1]) / 1024 if lines else 0, lines[0] if len(lines) > 1 else failure)


if __name__ == "__main__":
    main()
