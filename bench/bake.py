"""Baking 20,000 documents, beside writing the same bytes."""

import argparse
import importlib.util
import os
import resource
import shutil
import statistics
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import stock

BAKES = 3


class Spent(NamedTuple):
    """Time by the clock and time of the processor."""

    seconds: float
    cpu: float


def main() -> None:
    """Print pages a second for a full bake, an unchanged one and a publication, with the peers."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=20_000)
    count = arguments.parse_args().documents
    home = stock.open_installation()
    try:
        stock.documents(count)
        number_them()
        measure(Path(home), count)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def number_them() -> None:
    """Give every document its place in its column and a day on which it was formed."""
    from gongkai.web.library.models import Column, Document

    last: Counter[int] = Counter()
    documents = list(Document.objects.order_by("published_at").only("pk", "column_id", "published_at"))
    for document in documents:
        last[document.column_id] += 1
        document.sequence = last[document.column_id] + 1_000_000
        document.formed_on = document.published_at.date() - timedelta(days=9)
    Document.objects.bulk_update(documents, ["sequence", "formed_on"], batch_size=400)
    for document in documents:
        document.sequence -= 1_000_000
    Document.objects.bulk_update(documents, ["sequence"], batch_size=400)
    for column, published in last.items():
        Column.objects.filter(pk=column).update(published_count=published)


def measure(home: Path, count: int) -> None:
    """The bakes, then the peers on the same bytes."""
    from gongkai.web.bake import actions
    from gongkai.web.library.models import Document
    from gongkai.web.oversight import queries

    took = timed(queries.owed)
    print(f"{count} documents; duties of all of them: {took.seconds:.2f} s")
    first = timed(actions.bake_all)
    pages = [path for path in (home / "site").rglob("*") if path.is_file() and path.suffix != ".gz"]
    print(f"first bake           {line(len(pages), first)}")
    full = median(lambda: actions.bake_all(full=True))
    print(f"full bake, median {BAKES}  {line(len(pages), full)}")
    same = median(actions.bake_all)
    print(f"nothing changed      {line(len(pages), same)}")
    newest = Document.objects.order_by("-published_at").values_list("code", flat=True)[0]
    refreshes = [timed(lambda: actions.refresh([newest])).seconds for _ in range(5)]
    print(f"one document         {statistics.median(refreshes) * 1000:.0f} ms, median of 5")
    print(f"memory               {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    peers(home, pages, full)


def peers(home: Path, pages: list[Path], full: Spent) -> None:
    """The same bytes written plainly, and rendered by Jinja2 if it is installed."""
    contents = [(path.relative_to(home / "site").as_posix(), path.read_bytes()) for path in pages]
    raw = median(lambda: write_plainly(home / "raw", contents))
    print(f"peer: writing only   {line(len(contents), raw)}")
    print(f"                     the full bake takes {full.seconds / raw.seconds:.1f} times as long")
    if importlib.util.find_spec("jinja2") is None:
        print("peer: Jinja2         not installed, not measured")


def write_plainly(folder: Path, contents: list[tuple[str, bytes]]) -> None:
    """Each file to a temporary name and renamed, without a gzip file beside it."""
    for path, content in contents:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(".new")
        temporary.write_bytes(content)
        temporary.replace(target)


def timed(act) -> Spent:
    """What an act costs."""
    began, before = time.perf_counter(), os.times()
    act()
    after = os.times()
    return Spent(time.perf_counter() - began, after.user + after.system - before.user - before.system)


def median(act) -> Spent:
    """The median of several times."""
    every = [timed(act) for _ in range(BAKES)]
    return Spent(*(statistics.median(column) for column in zip(*every, strict=True)))


def line(pages: int, spent: Spent) -> str:
    """Pages, seconds, pages a second, processor time a page."""
    speed = f"{pages} files in {spent.seconds:6.2f} s = {pages / spent.seconds:6.0f} a second"
    return f"{speed}, {spent.cpu / pages * 1e6:5.0f} µs of processor each"


if __name__ == "__main__":
    main()
