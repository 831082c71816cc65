"""Texts made to be slow: how long one of them takes.

Limits, citations and content cells of a few signs over and over, beside the limit of a second for one cell;
for citations also half the length, which must take about half the time.
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.law import hostile

from gongkai.law import elements, lawdata
from gongkai.law.citation import read as read_citations
from gongkai.law.time_limit import grammar

SECONDS = 1.0
LONG = 50_000  # signs


def main() -> None:
    """Print the slowest text of each reader; status 1 where one takes more than the limit."""
    known, words = lawdata.instruments(), lawdata.elements()
    grammar.read("每年1月底前")
    slowest = (
        tell("time limits", grammar.read, hostile.limits()),
        tell("content cells", lambda text: elements.read(text, words), hostile.contents()),
        tell(
            f"citations, {LONG // 2}", lambda text: read_citations(text, known), hostile.citations(LONG // 2)
        ),
        tell(f"citations, {LONG}", lambda text: read_citations(text, known), hostile.citations(LONG)),
    )
    if max(slowest) > SECONDS:
        raise SystemExit(f"slower than {SECONDS:.0f} s for one text")


def tell(name: str, read: Callable[[str], object], texts: Iterable[str]) -> float:
    """One line for a reader: how many texts, and the processor seconds of the slowest."""
    taken = sorted((timed(read, text), text[:12]) for text in texts)
    seconds, begin = taken[-1]
    print(f"{name:18} {len(taken):4} texts, slowest {seconds:.2f} s of {SECONDS:.0f} s allowed: {begin!r}")
    return seconds


def timed(read: Callable[[str], object], text: str) -> float:
    """Processor seconds to read one text."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
