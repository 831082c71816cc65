"""Brings the index in line with the database."""

import errno
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
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

_ERROR_NUMBER = re.compile(r"(?:os error |\bcode: |Errno )(\d+)")
_FULL = "磁盘空间已满，请清理或扩大磁盘"
_REFUSALS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: "没有权限写索引目录，请检查目录的所有者",
    errno.EPERM: "没有权限写索引目录，请检查目录的所有者",
    errno.EROFS: "索引目录所在的磁盘是只读的，请检查磁盘",
}

log = logging.getLogger("gongkai.search")


def refresh(codes: Sequence[str]) -> None:
    """Index these documents as they stand, or remove them; returns after the commit.

    Idempotent. An index that cannot be read or continued is rebuilt, which covers these documents too.
    Raises IndexNotWritten where the disk refuses; the index is then as it was.
    """
    if not codes:
        return
    with generations.sole_writer():
        try:
            _replace(_readable(), codes)
        except IndexDamaged as fault:
            _rebuild_after(fault)


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
        except IndexDamaged as fault:
            return _rebuild_after(fault)


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
    with _commit(index, _HEAP) as writer:
        for code in codes:
            writer.delete_documents_by_term("code", code)
        for made in entries.values():
            writer.add_document(made)


@contextmanager
def _commit(index: tantivy.Index, heap: int) -> Iterator[tantivy.IndexWriter]:
    """A writer whose changes are committed at the end; it lets go of the index however it ends.

    First it clears away what a commit left that a full disk or a kill cut short: the next one
    would use the same file names, and tantivy overwrites nothing.
    """
    with damage_named():
        writer = index.writer(heap, 1)
        try:
            writer.garbage_collect_files()
            yield writer
            writer.commit()
        except BaseException:
            with suppress(ValueError):
                writer.wait_merging_threads()
            raise
        writer.wait_merging_threads()


def _rebuild_after(fault: IndexDamaged) -> int:
    """Rebuild, unless it was only the disk that refused: a rebuild would need still more room."""
    folder = generations.current()
    if folder is not None and _refusal(fault) and not generations.damage(folder):
        raise _not_written(fault) from fault
    done = _rebuild(lambda done, total: None)
    if folder is not None:
        log.warning("检索索引不能接着写（%s），已由数据库重建，共%d件。", str(fault).rstrip("。"), done)
    return done


def _rebuild(progress: Progress) -> int:
    generations.sweep()
    try:
        folder = generations.begun()
        done = _filled(folder, progress)
        generations.point_at(folder)
    except (IndexDamaged, OSError) as fault:
        generations.sweep()
        raise _not_written(fault) from fault
    return done


def _filled(folder: Path, progress: Progress) -> int:
    index = generations.created(folder)
    total, done = _published().count(), 0
    with _commit(index, 4 * _HEAP) as writer:
        for _, made in _entries(_published()):
            writer.add_document(made)
            done += 1
            progress(done, max(done, total))
    return done


def _refusal(fault: Exception) -> str:
    """In what way the disk refused, by the error number that tantivy passes on; empty when it did not."""
    numbers = map(int, _ERROR_NUMBER.findall(str(fault)))
    return next((_REFUSALS[number] for number in numbers if number in _REFUSALS), "")


def _not_written(fault: Exception) -> IndexNotWritten:
    why = _refusal(fault) or f"请查看磁盘剩余空间和索引目录的权限（{fault}）"
    return IndexNotWritten(f"检索索引没有写成：{why}；随后会自动补写。")
