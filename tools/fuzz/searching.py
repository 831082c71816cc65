"""Searches for breaking inputs with atheris, by coverage.

Run `python tools/fuzz/searching.py READER FOLDER SECONDS`. The search goes on after a find: of each kind
of fault the first input, and every shorter one, is left in FOLDER/found.
"""

import hashlib
import importlib
import importlib.util
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST, SLOW, STUCK, MEGABYTES = 4096, 2.0, 300, 2048  # bytes, seconds of processor time, seconds, MB


def main() -> None:
    """Look for SECONDS seconds; LawErrors are answers, anything else is a find."""
    if importlib.util.find_spec("atheris") is None:
        sys.exit("没有安装atheris：请先执行 .venv/bin/uv sync --frozen --inexact --group fuzz，再试。")
    if len(sys.argv) != 4:
        sys.exit("用法：python tools/fuzz/searching.py 读取器 文件夹 秒数")
    reader, folder, seconds = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["gongkai"]):
        oracles = importlib.import_module("fuzz.oracles")
    if reader not in oracles.TARGETS:
        sys.exit(f"没有读取器“{reader}”，只有：{'、'.join(oracles.TARGETS)}。")
    options = _options(reader, folder, seconds)
    atheris.Setup(options, _noting(oracles.TARGETS[reader], folder / "found", reader))
    atheris.Fuzz()


def _noting(oracle: Callable[[bytes], None], found: Path, reader: str) -> Callable[[bytes], None]:
    shortest: dict[str, int] = {}

    def keep(data: bytes, kind: str, told: str) -> None:
        if len(data) < shortest.get(kind, LONGEST + 1):
            shortest[kind] = len(data)
            name = f"{reader}-{hashlib.sha256(kind.encode()).hexdigest()[:8]}"
            (found / name).write_bytes(data)
            (found / f"{name}.txt").write_text(f"{kind}\n{told}\n", "utf-8")

    def ask(data: bytes) -> None:
        started = time.process_time()
        try:
            oracle(data)
        except Exception as fault:  # noqa: BLE001 - whatever escapes a reader is what we look for
            last = traceback.extract_tb(fault.__traceback__)[-1]
            keep(data, f"{type(fault).__name__} {last.filename}:{last.lineno} {last.name}", str(fault))
        taken = time.process_time() - started
        if taken > SLOW:
            keep(data, "slow", f"{taken:.1f} s")

    return ask


def _options(reader: str, folder: Path, seconds: str) -> list[str]:
    corpus, found = folder / reader, folder / "found"
    for each in (corpus, found):
        each.mkdir(parents=True, exist_ok=True)
    for seed in (ROOT / "tests/fuzz/seeds").glob("*" if reader.startswith("catalogue") else "*.txt"):
        shutil.copy(seed, corpus)
    words = ROOT / "tests/fuzz/words.dict"
    limits = [f"-max_len={LONGEST}", f"-timeout={STUCK}", f"-rss_limit_mb={MEGABYTES}"]
    return [
        sys.argv[0],
        str(corpus),
        f"-dict={words}",
        f"-max_total_time={seconds}",
        f"-artifact_prefix={found}/{reader}-",
        *limits,
    ]


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tools"))
    main()
