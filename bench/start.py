"""Start of the command and of the law, beside an empty Python."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5
GONGKAI = str(Path(sys.executable).parent / "gongkai")
LAW = "import gongkai.law.workdays, gongkai.law.time_limit.grammar"
LIMITS = {"command": 0.3, "law": 0.05}


def main() -> None:
    """Print the median of five of each process, after one that fills the caches."""
    empty = median([sys.executable, "-c", "pass"])
    command = median([GONGKAI, "workdays", "add", "2026-11-23", "7"])
    limit = median([GONGKAI, "time-limit", "20个工作日", "--on", "formed=2026-11-23", "--json"])
    law = median([sys.executable, "-c", LAW])
    rows = (
        ("python -c pass", empty, None),
        ("gongkai workdays add", command, LIMITS["command"]),
        ("gongkai time-limit --on --json", limit, LIMITS["command"]),
        ("import of the law over empty Python", law - empty, LIMITS["law"]),
    )
    for name, took, most in rows:
        told = f"  limit {most * 1000:.0f} ms" if most else ""
        print(f"{name:38}{took * 1000:6.0f} ms{told}")


def median(command: list[str]) -> float:
    """Seconds of a process, compiled files kept as in an installation; the first run makes them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    timed(command, environment)
    return statistics.median(timed(command, environment) for _ in range(RUNS))


def timed(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from start to end of one process."""
    began = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
