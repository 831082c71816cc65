"""Documents as lines of a list."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Prefetch, QuerySet
from django.utils import timezone

from gongkai.law.review import Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models import Document, Relation

# Archive page k holds publications PAGE_SIZE·(k−1)+1 … PAGE_SIZE·k of its column, counted from the oldest,
# so that a full page never changes.
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One published document in a list.

    文件目录中的一行。`sequence` 是栏目内的发布序号，`closes_on` 只有征集才有。
    """

    code: str
    title: str
    document_number: str
    published_at: datetime
    validity: str
    column: int
    sequence: int
    closes_on: date | None
    expires_on: date | None

    def validity_on(self, day: date) -> str:
        """The validity that holds on `day`, as the document itself says."""
        return Document(validity=self.validity, expires_on=self.expires_on).validity_on(day)

    @property
    def published_on(self) -> date:
        """The Beijing day of publication."""
        return in_beijing(self.published_at).date()

    @property
    def href(self) -> str:
        """Its address on the site."""
        return f"/documents/{self.code}.html"


def in_beijing(moment: datetime) -> datetime:
    """A stored moment in Beijing time."""
    return moment.astimezone(timezone.get_default_timezone())


FIELDS = (
    "code",
    "title",
    "document_number",
    "published_at",
    "validity",
    "column_id",
    "sequence",
    "closes_on",
    "expires_on",
)


def _published() -> QuerySet[Document]:
    return Document.objects.filter(status=Status.PUBLISHED)


def _rows(documents: QuerySet[Document]) -> list[Row]:
    return [Row(*values) for values in documents.values_list(*FIELDS)]


def rows_between(column: int, first: int, last: int) -> list[Row]:
    """The publications `first` … `last` of a column that are still on the site, newest first."""
    found = _published().filter(column=column, sequence__gte=first, sequence__lte=last)
    return _rows(found.order_by("-sequence"))


def rows_of_year(column: int, year: int) -> list[Row]:
    """What a column published in a year, newest first."""
    return _rows(_published().filter(column=column, published_at__year=year).order_by("-published_at", "-id"))


def newest(columns: Iterable[int] | None = None, limit: int = 8) -> list[Row]:
    """The newest publications, of some columns or of all."""
    found = _published() if columns is None else _published().filter(column__in=list(columns))
    return _rows(found.order_by("-published_at", "-id")[:limit])


def open_consultations(today: date) -> list[Row]:
    """Consultations that still take comments, the soonest to close first."""
    found = _published().filter(column__item__kind=ColumnKind.CONSULTATION.value, closes_on__gte=today)
    return _rows(found.order_by("closes_on", "id"))


def counts_by_year(columns: Iterable[int] | None = None) -> dict[int, dict[int, int]]:
    """How many documents each column (or each of some) published in each year, newest year first."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    found = _published() if columns is None else _published().filter(column__in=list(columns))
    days = found.order_by().values_list("column_id", "published_at")
    for column, published_at in days.iterator(chunk_size=5000):
        counts[column][in_beijing(published_at).year] += 1
    return {column: dict(sorted(years.items(), reverse=True)) for column, years in counts.items()}


def counts(columns: Iterable[int] | None = None) -> dict[int, int]:
    """How many published documents each column holds."""
    found = _published() if columns is None else _published().filter(column__in=list(columns))
    return dict(found.order_by().values("column_id").annotate(n=Count("id")).values_list("column_id", "n"))


def newest_days() -> dict[int, date]:
    """The day of each column's newest publication."""
    found = _published().order_by().values("column_id").annotate(last=Max("published_at"))
    return {column: in_beijing(last).date() for column, last in found.values_list("column_id", "last")}


def published_titles(codes: Iterable[str]) -> dict[str, str]:
    """The titles of those documents that are public, by code."""
    return dict(_published().filter(code__in=list(codes)).values_list("code", "title"))


def addresses_by_year() -> dict[int, list[str]]:
    """Every document's path, by the Beijing year of publication."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = _published().order_by("published_at", "id").values_list("published_at", "code")
    for published_at, code in rows.iterator(chunk_size=5000):
        found[in_beijing(published_at).year].append(f"/documents/{code}.html")
    return dict(found)


def addresses_of(year: int) -> list[str]:
    """The paths of the documents published in a year."""
    found = _published().filter(published_at__year=year).order_by("published_at", "id")
    return [f"/documents/{code}.html" for code in found.values_list("code", flat=True)]


def documents_with_pages() -> QuerySet[Document]:
    """Every document that has a page: published, or withdrawn after publication."""
    ends = Document.objects.only("code", "title", "document_number", "status")
    return (
        Document.objects.filter(sequence__isnull=False)
        .select_related("body")
        .prefetch_related(
            "attachments",
            Prefetch("relations", Relation.objects.prefetch_related(Prefetch("target", ends)).order_by("id")),
            Prefetch(
                "related_from", Relation.objects.prefetch_related(Prefetch("source", ends)).order_by("id")
            ),
        )
        .order_by("column_id", "sequence")
    )
