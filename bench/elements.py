"""Ten thousand distinct content cells read."""

import platform
import statistics
import time
import tomllib
from pathlib import Path

from gongkai.law import elements, lawdata

RUNS = 5
CELLS = 10_000
CASES = Path(__file__).parents[1] / "tests/law/cases"
TABLES = ("element_cells.toml", "element_cells_later.toml")


def main() -> None:
    """Print cells a second, the median of five runs, and how many elements they held."""
    cells = distinct()
    words = lawdata.elements()
    seconds = [timed(cells, words) for _ in range(RUNS)]
    found = sum(len(elements.read(cell, words).elements) for cell in cells)
    median = statistics.median(seconds)
    print(f"Python {platform.python_version()}, one core, {RUNS} runs")
    print(
        f"{len(cells)} distinct cells, {sum(map(len, cells)) / len(cells):.0f} signs each, {found} elements"
    )
    print(f"{median:.2f} s, {len(cells) / median:,.0f} cells/s, {median / len(cells) * 1e6:.0f} µs a cell")


def distinct() -> list[str]:
    """The cells of the tests, each with other words at its end, so that no two are the same."""
    rows = [row for name in TABLES for row in tomllib.loads((CASES / name).read_text("utf-8"))["cells"]]
    return [f"{rows[i % len(rows)][0]}；第{i}类项目名称" for i in range(CELLS)]


def timed(cells: list[str], words: elements.Vocabulary) -> float:
    """The seconds that reading all cells takes."""
    begun = time.process_time()
    for cell in cells:
        elements.read(cell, words)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
