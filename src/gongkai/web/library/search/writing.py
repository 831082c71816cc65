"""Brings the index in line with the database."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import tantivy
from django.db.models import QuerySet

from gongkai.law.review import Status
from gongkai.web.library.models import Document
from gongkai.web.library.search import generations
from gongkai.web.library.search.generations import IndexDamaged, IndexNotWritten, damage_named
from gongkai.web.library.search.schema import ancestors, entry

_HEAP = 32_000_000
_CHUNK = 200

Progress = Callable[[int, int], None]


def refresh(codes: Sequence[str]) -> None:
    """Index these documents as they stand, or remove them; returns after the commit.

    Idempotent. An index that cannot be read is rebuilt, which covers these documents too.
    Raises IndexNotWritten where the disk refuses; the index is then as it was.
    """
    if not codes:
        return
    with generations.sole_writer():
        folder = generations.current()
        try:
            _replace(_readable(), codes)
        except IndexDamaged as fault:
            if folder is not None and not generations.damage(folder):
                raise _not_written(fault) from fault
            _rebuild(lambda done, total: None)


def rebuild(progress: Progress = lambda done, total: None) -> int:
    """Build the index anew from the database and swap it in; returns how many documents it holds."""
    with generations.sole_writer():
        return _rebuild(progress)


def repair(found: Exception) -> None:
    """Rebuild an index in which `found` was found, unless somebody else just has."""
    before = generations.current()
    with generations.sole_writer():
        if generations.current() == before:
            _rebuild(lambda done, total: None)


def reconcile() -> int:
    """Sweep half-done work and mend what differs from the database; returns how many documents."""
    with generations.sole_writer():
        generations.sweep()
        try:
            folder = _readable()
            if spoilt := generations.damage(folder):
                raise IndexDamaged(spoilt)
            differing = sorted(indexed_codes() ^ set(_published().values_list("code", flat=True)))
            _replace(folder, differing)
            return len(differing)
        except IndexDamaged:
            return _rebuild(lambda done, total: None)


def indexed_codes() -> set[str]:
    """The codes of all documents in the index; IndexDamaged if it cannot be read."""
    with damage_named():
        searcher = generations.searcher()
        found = searcher.search(tantivy.Query.all_query(), limit=max(1, searcher.num_docs)).hits
        return {searcher.doc(address)["code"][0] for _, address in found}


def damage() -> str:
    """Which file of the index in use is missing or spoilt; empty when all are well."""
    folder = generations.current()
    return generations.damage(folder) if folder else "current"


def _readable() -> Path:
    folder = generations.current()
    if folder is None:
        raise IndexDamaged("检索索引还没有建立。")
    return folder


def _published() -> QuerySet[Document]:
    return Document.objects.filter(status=Status.PUBLISHED)


def _entries(documents: QuerySet[Document]) -> Iterable[tuple[str, tantivy.Document]]:
    above = ancestors()
    complete = documents.select_related("column__item", "body").prefetch_related("attachments")
    for document in complete.order_by("pk").iterator(chunk_size=_CHUNK):
        # 状态在取出之后再看：写进条件里，SQLite 会改走状态索引，把全部已发布文件翻一遍。
        if document.status == Status.PUBLISHED:
            yield document.code, entry(document, above)


def _replace(folder: Path, codes: Sequence[str]) -> None:
    if not codes:
        return
    index = generations.opened(folder)
    entries = dict(_entries(Document.objects.filter(code__in=codes)))
    with damage_named():
        writer = index.writer(_HEAP, 1)
        for code in codes:
            writer.delete_documents_by_term("code", code)
        for made in entries.values():
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()


def _rebuild(progress: Progress) -> int:
    generations.sweep()
    folder = generations.begun()
    try:
        done = _filled(folder, progress)
    except IndexDamaged as fault:
        shutil.rmtree(folder, ignore_errors=True)
        raise _not_written(fault) from fault
    generations.point_at(folder)
    return done


def _filled(folder: Path, progress: Progress) -> int:
    index = generations.created(folder)
    total, done = _published().count(), 0
    with damage_named():
        writer = index.writer(4 * _HEAP, 1)
        for _, made in _entries(_published()):
            writer.add_document(made)
            done += 1
            progress(done, max(done, total))
        writer.commit()
        writer.wait_merging_threads()
    return done


def _not_written(fault: IndexDamaged) -> IndexNotWritten:
    return IndexNotWritten(f"检索索引没有写成：请查看磁盘剩余空间和索引目录的权限（{fault}）。")
