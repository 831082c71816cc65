"""Search beside FTS5 bigrams and LIKE, on the same documents."""

import argparse
import shutil
import statistics
import time
from pathlib import Path

import stock


def timed(act, times: int = 5) -> tuple[float, object]:
    """Median milliseconds of some runs, and what the last one gave."""
    took, gave = [], None
    for _ in range(times):
        began = time.perf_counter()
        gave = act()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), gave


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=20_000)
    count = arguments.parse_args().documents
    home = stock.open_installation()
    try:
        compare(count, Path(home))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def compare(count: int, home: Path) -> None:
    """Stock, build, ask."""
    from django.db import connection

    from gongkai.web.library import search
    from gongkai.web.library.models import Document
    from gongkai.web.library.search.text import pairs, units

    stock.documents(count)
    began = time.process_time()
    search.rebuild()
    print(f"{count} documents; index built in {time.process_time() - began:.1f} s CPU", end=", ")
    size = sum(path.stat().st_size for path in (home / "index").rglob("*") if path.is_file())
    words = sum(len((d.title + d.text).encode()) for d in Document.objects.only("title", "text").iterator())
    print(f"{size / 1e6:.1f} MB = {size / words:.2f} × the UTF-8 text")

    cursor = connection.cursor()
    cursor.execute('CREATE VIRTUAL TABLE peer USING fts5(code UNINDEXED, words, tokenize="unicode61")')
    rows = (
        (d.code, " ".join(pairs(units(f"{d.document_number} {d.title} {d.text}"))))
        for d in Document.objects.iterator()
    )
    cursor.executemany("INSERT INTO peer VALUES (%s, %s)", rows)

    asked = {
        "common word": "政府",
        "medium word": "养老",
        "rare word": "电梯",
        "phrase of 4": "信息公开",
        "phrase of 6": "政府信息公开",
        "number": Document.objects.get(code="d9").document_number[2:],
    }
    heads = ("ours ms", "hits", "whole answer", "FTS5 ms", "hits", "LIKE ms", "hits")
    print(f"{'':14}" + "".join(f"{head:>13}" for head in heads))
    for name, query in asked.items():
        whole, answer = timed(lambda query=query: search.search(search.Question(text=query)))
        bare, total = timed(lambda query=query: bare_search(query))
        phrase = '"' + " ".join(pairs(units(query))) + '"'
        fts, rows = timed(
            lambda phrase=phrase: cursor.execute(
                "SELECT code, count(*) OVER () FROM peer WHERE peer MATCH %s ORDER BY rank LIMIT 10", [phrase]
            ).fetchall()
        )
        like, found = timed(
            lambda query=query: cursor.execute(
                "SELECT count(*) FROM library_document WHERE title LIKE %s OR text LIKE %s",
                [f"%{query}%"] * 2,
            ).fetchone()
        )
        hits = rows[0][1] if rows else 0
        print(f"{name:14}{bare:13.2f}{total:13}{whole:13.2f}{fts:13.2f}{hits:13}{like:13.2f}{found[0]:13}")
        assert answer.total == total

    changed = Document.objects.get(code="d7")

    def visible() -> int:
        changed.title = f"改过的标题{time.perf_counter_ns()}"
        changed.save()
        search.refresh(["d7"])
        return search.search(search.Question(text=changed.title)).total

    took, total = timed(visible)
    print(f"one changed, committed and found: {took:.0f} ms (found {total})")


def bare_search(query: str) -> int:
    """The index alone: ten best and the total."""
    from gongkai.web.library.search import Question, asking, generations
    from gongkai.web.library.search.schema import built

    question = Question(text=query)
    found = asking._page_of(
        generations.searcher(), asking._query(built(), question, question.words), question, 1, scored=True
    )
    return found[1]


if __name__ == "__main__":
    main()
