"""Bakes: what a document touches, or the whole site."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from gongkai.law.review import Status
from gongkai.web.bake import plan
from gongkai.web.bake.actions.writing import Writer, place, remove, sole_baker
from gongkai.web.bake.models import Manifest
from gongkai.web.library.models import Attachment, Document
from gongkai.web.library.queries import path_of
from gongkai.web.portal import queries
from gongkai.web.portal.pages import printing
from gongkai.web.portal.pages.document import file_path
from gongkai.web.portal.pages.printing import Page, Press
from gongkai.web.portal.queries import Node

Progress = Callable[[int, int], None]
STEP = 50


def refresh(codes: Sequence[str]) -> int:
    """Write every page that these documents touch; returns how many files were written.

    The files are on the disk when this returns. The first call on an empty site writes all of it.
    Raises LawError when the disk is full; what stood before then still stands.
    """
    with sole_baker() as manifest:
        if not place("/index.html").exists() or not manifest.hashes:
            return _bake_all(manifest, None, is_full=False)
        press = Press()
        touched = plan.touched(codes, press.tree)
        writer = Writer(manifest)
        documents = list(queries.documents_with_pages().filter(pk__in=touched.documents))
        _attachments(writer, documents)
        writer.write(_assets(press))
        # 文件页在前，栏目页在后：列表里出现的链接总是打得开的。
        writer.write(printing.document(press, one) for one in documents)
        writer.write(_lists(press, touched))
        writer.write([printing.home(press), printing.timeliness(press), printing.site_feed(press)])
        _remove_unused(manifest, documents)
        return writer.written


def _assets(press: Press) -> Iterator[Page]:
    return (page for page in printing.standing_pages(press) if page.path.startswith("/assets/"))


def _lists(press: Press, touched: plan.Touched) -> Iterator[Page]:
    counts = queries.counts_by_year([column.id for column in touched.feeds])
    for column, number in touched.archives:
        yield printing.archive(press, column, number)
    for column, year in _years(touched, counts):
        yield printing.year(press, column, year, tuple(counts.get(column.id, {})))
    for column in touched.feeds:
        yield printing.column_feed(press, column)
    for column in touched.newest:
        yield printing.newest(press, column)
    for year in touched.site_years:
        yield printing.site_map_of(press, year, queries.addresses_of(year))
    yield printing.site_map_index(press, sorted(_all_years()))


def _years(touched: plan.Touched, counts: dict[int, dict[int, int]]) -> Iterator[tuple[Node, int]]:
    """The years touched; all years of a column where one of them has just begun (its first document)."""
    for column, year in touched.years:
        known = counts.get(column.id, {})
        if known.get(year, 0) <= 1:
            yield from ((column, one) for one in {*known, year})
        else:
            yield column, year


def _all_years() -> set[int]:
    days = Document.objects.filter(status=Status.PUBLISHED).dates("published_at", "year")
    return {day.year for day in days}


def bake_all(progress: Progress | None = None, full: bool = False) -> int:
    """Write the whole site; unchanged pages are left alone unless `full`. Returns files written.

    Files of an earlier bake that the site no longer has are removed at the end.
    """
    with sole_baker() as manifest:
        return _bake_all(manifest, progress, is_full=full)


def _bake_all(manifest: Manifest, progress: Progress | None, *, is_full: bool) -> int:
    press = Press()
    writer = Writer(manifest, is_full=is_full, is_durable=False)
    columns = tuple(press.tree.by_code.values())
    total = queries.documents_with_pages().count() + len(columns) + 1
    done = 0
    for chunk in _chunks(queries.documents_with_pages().iterator(chunk_size=STEP)):
        _attachments(writer, chunk)
        writer.write(printing.document(press, one) for one in chunk)
        done += len(chunk)
        _tell(progress, done, total)
    for column in columns:
        writer.write(printing.pages_of_column(press, column))
        done += 1
        _tell(progress, done, total)
    writer.write(_site(press))
    writer.settle()
    remove(manifest, set(manifest.hashes) - writer.seen)
    _tell(progress, total, total)
    return writer.written


def _site(press: Press) -> Iterator[Page]:
    yield from printing.standing_pages(press)
    by_year = queries.addresses_by_year()
    for year, paths in by_year.items():
        yield printing.site_map_of(press, year, paths)
    yield printing.site_map_index(press, sorted(by_year))
    yield printing.site_feed(press)
    yield printing.timeliness(press)
    yield printing.home(press)


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    rows = iter(documents)
    while chunk := list(islice(rows, STEP)):
        yield chunk


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)


def _attachments(writer: Writer, documents: Iterable[Document]) -> None:
    for one in documents:
        if one.status == Status.PUBLISHED:
            for attachment in one.attachments.all():
                writer.copy(file_path(attachment), path_of(attachment), attachment.sha256)


def _remove_unused(manifest: Manifest, documents: Iterable[Document]) -> None:
    """Attachments of withdrawn documents leave the site, unless another document shows them."""
    gone = {
        file_path(attachment): attachment
        for one in documents
        if one.status != Status.PUBLISHED
        for attachment in one.attachments.all()
    }
    if not gone:
        return
    shown = Attachment.objects.filter(
        document__status=Status.PUBLISHED, sha256__in=[attachment.sha256 for attachment in gone.values()]
    )
    remove(manifest, (set(gone) - {file_path(one) for one in shown}) & set(manifest.hashes))
