"""Memory of the serving processes after two hundred requests."""

import argparse
import os
import shutil
import time
from pathlib import Path

import server
import stock


def main() -> None:
    """Print resident and proportional memory of every process of the server."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--home", help="an installation that stands already (nothing in it is changed)")
    arguments.add_argument("--documents", type=int, default=700)
    given = arguments.parse_args()
    home = given.home or stock.open_installation()
    try:
        if not given.home:
            stock.documents(given.documents)
        with server.serving(home) as (address, leader):
            ask(address, home)
            time.sleep(1)
            report(leader)
    finally:
        if not given.home:
            shutil.rmtree(home, ignore_errors=True)


def ask(address: str, home: str) -> None:
    """Two hundred requests: pages, searches, the desk's door."""
    pages = [
        f"/documents/{page.name}" for page in sorted((Path(home) / "site" / "documents").glob("*.html"))[:97]
    ]
    searches = [f"/search?q={word}" for word in ("%E6%94%BF%E5%BA%9C", "%E5%85%BB%E8%80%81", "2024")] * 33
    paths = [*pages, *searches, "/", "/timeliness/", "/desk/", "/healthz"]
    answers = [server.status(address + path) for path in paths]
    counted = {code: answers.count(code) for code in sorted(set(answers))}
    print(f"{len(answers)} requests, answers {counted}")


def report(leader: int) -> None:
    """One line per process of the server's group."""
    total = 0.0
    for pid in sorted(int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()):
        try:
            if os.getpgid(pid) != leader:
                continue
            command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in rollup.splitlines()[1:]}
        total += sizes["Pss"]
        print(f"{name_of(command):18} RSS {sizes['Rss']:6.0f} MB   PSS {sizes['Pss']:6.0f} MB")
    print(f"{'together':18} {'':14} PSS {total:6.0f} MB")


def name_of(command: str) -> str:
    """What a process of the server is for."""
    if "resource_tracker" in command:
        return "(multiprocessing)"
    if "spawn_main" in command:
        return "serving process"
    return "worker" if "worker" in command else "parent"


if __name__ == "__main__":
    main()
