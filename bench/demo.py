"""Time to set the demonstration up, and to start it again."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SET_UP_LIMIT, AGAIN_LIMIT = 60, 5
COMMAND = [sys.executable, "-c", "from gongkai.cli import main; main()", "demo", "--no-serve", "--home"]


def main(times: int) -> None:
    """Print the median of several set-ups (wall and CPU), and of starting over what stands."""
    first, cpu, again = [], [], []
    for _ in range(times):
        home = tempfile.mkdtemp(prefix="gongkai-bench-")
        try:
            before = spent()
            first.append(timed(home))
            cpu.append(spent() - before)
            again.append(timed(home))
            size = folder_size(home)
        finally:
            shutil.rmtree(home, ignore_errors=True)
    load, wall, used = os.getloadavg()[0], statistics.median(first), statistics.median(cpu)
    print(f"set-up      {wall:6.1f} s wall, {used:6.1f} s CPU   (limit {SET_UP_LIMIT} s)")
    print(f"once more   {statistics.median(again):6.1f} s wall                  (limit {AGAIN_LIMIT} s)")
    print(f"size        {size / 1e6:6.1f} MB; load {load:.1f} on {os.cpu_count()} cores; median of {times}")


def timed(home: str) -> float:
    """Seconds that one `gongkai demo --no-serve` takes."""
    began = time.monotonic()
    subprocess.run([*COMMAND, home], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - began


def spent() -> float:
    """CPU seconds of all children so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def folder_size(home: str) -> int:
    """Bytes of everything under a folder."""
    return sum(
        os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(home) for name in names
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
