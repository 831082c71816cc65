"""Atom feeds, site maps for machines, robots.txt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gongkai.web.portal.queries import Row, Site

NEWEST_IN_FEED = 30


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One document in a feed."""

    title: str
    address: str
    published_at: str
    column: str


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed (RFC 4287)."""

    title: str
    address: str
    page: str
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed(site: Site, title: str, path: str, page: str, rows: Sequence[Row], names: dict[int, str]) -> Feed:
    """The feed of some documents, newest first; with none, it says nothing was updated yet."""
    entries = tuple(
        FeedEntry(row.title, site.url(row.href), _moment(row.published_at), names[row.column])
        for row in rows[:NEWEST_IN_FEED]
    )
    updated = entries[0].published_at if entries else "1970-01-01T00:00:00Z"
    return Feed(
        f"{title} - {site.name}政府信息公开", site.url(path), site.url(page), site.name, updated, entries
    )


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def site_map_path(year: int) -> str:
    """Where the list of one year's documents stands."""
    return f"/sitemap-{year}.xml"
