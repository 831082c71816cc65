"""Prints the pages of the site: read, shaped, rendered."""

from gongkai.web.portal.pages.printing.columns import (
    archive,
    branch,
    column_feed,
    full_archives,
    newest,
    pages_of_column,
    year,
)
from gongkai.web.portal.pages.printing.documents import document
from gongkai.web.portal.pages.printing.press import Page, Press
from gongkai.web.portal.pages.printing.site import (
    home,
    results,
    site_feed,
    site_map_index,
    site_map_of,
    standing_pages,
    timeliness,
)

__all__ = [
    "Page",
    "Press",
    "archive",
    "branch",
    "column_feed",
    "document",
    "full_archives",
    "home",
    "newest",
    "pages_of_column",
    "results",
    "site_feed",
    "site_map_index",
    "site_map_of",
    "standing_pages",
    "timeliness",
    "year",
]
