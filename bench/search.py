"""Search beside FTS5 bigrams and LIKE, on the same documents."""

import argparse
import shutil
import statistics
import time
from pathlib import Path
from typing import Any

import stock

ASKED = {
    "common word": "政府",
    "medium word": "养老",
    "rare word": "电梯",
    "phrase of 4": "信息公开",
    "phrase of 6": "政府信息公开",
}


def timed(act, times: int = 5) -> tuple[float, Any]:
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
    from gongkai.web.library import search
    from gongkai.web.library.models import Document

    stock.documents(count)
    began = time.process_time()
    search.rebuild()
    print(f"{count} documents; index built in {time.process_time() - began:.1f} s CPU", end=", ")
    size = sum(path.stat().st_size for path in (home / "index").rglob("*") if path.is_file())
    words = sum(len((d.title + d.text).encode()) for d in Document.objects.only("title", "text").iterator())
    print(f"{size / 1e6:.1f} MB = {size / words:.2f} × the UTF-8 text")
    fill_peer()
    number = Document.objects.get(code="d9").document_number[2:]
    heads = ("ours ms", "hits", "whole answer", "FTS5 ms", "hits", "LIKE ms", "hits")
    print(f"{'':14}" + "".join(f"{head:>13}" for head in heads))
    for name, query in (ASKED | {"number": number}).items():
        row = asked_of_all(query)
        print(
            f"{name:14}"
            + "".join(f"{cell:13.2f}" if isinstance(cell, float) else f"{cell:13}" for cell in row)
        )
    print(f"one changed, committed and found: {timed(one_changed)[0]:.0f} ms")


def fill_peer() -> None:
    """The same documents in FTS5, cut into the same bigrams."""
    from django.db import connection

    from gongkai.web.library.models import Document
    from gongkai.web.library.search.text import pairs, units

    cursor = connection.cursor()
    cursor.execute('CREATE VIRTUAL TABLE peer USING fts5(code UNINDEXED, words, tokenize="unicode61")')
    rows = (
        (d.code, " ".join(pairs(units(f"{d.document_number} {d.title} {d.text}"))))
        for d in Document.objects.iterator()
    )
    cursor.executemany("INSERT INTO peer VALUES (%s, %s)", rows)


def asked_of_all(query: str) -> tuple[float | int, ...]:
    """Times and hits: the index alone, the whole answer (facets, rows, marks), FTS5, LIKE."""
    from gongkai.web.library import search

    whole, answer = timed(lambda: search.search(search.Question(text=query)))
    bare, total = timed(lambda: bare_search(query))
    fts, matched = timed(lambda: peer_search(query))
    like, containing = timed(lambda: plain_search(query))
    if answer.total != total:
        raise SystemExit(f"{query}: {answer.total} and {total} differ")
    return bare, total, whole, fts, matched, like, containing


def peer_search(query: str) -> int:
    """The ten best and the total, of FTS5."""
    from django.db import connection

    from gongkai.web.library.search.text import pairs, units

    phrase = '"' + " ".join(pairs(units(query))) + '"'
    asked = "SELECT code, count(*) OVER () FROM peer WHERE peer MATCH %s ORDER BY rank LIMIT 10"
    rows = connection.cursor().execute(asked, [phrase]).fetchall()
    return rows[0][1] if rows else 0


def plain_search(query: str) -> int:
    """The total alone, of LIKE: it misses what punctuation divides."""
    from django.db import connection

    asked = (
        "SELECT count(*) FROM library_document WHERE title LIKE %s OR text LIKE %s OR document_number LIKE %s"
    )
    return connection.cursor().execute(asked, [f"%{query}%"] * 3).fetchone()[0]


def one_changed() -> None:
    """A new title, committed and found."""
    from gongkai.web.library import search
    from gongkai.web.library.models import Document

    changed = Document.objects.get(code="d7")
    changed.title = f"改过的标题{time.perf_counter_ns()}"
    Document.objects.filter(pk=changed.pk).update(title=changed.title)
    search.refresh(["d7"])
    if search.search(search.Question(text=changed.title)).total != 1:
        raise SystemExit("the change was not found")


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
