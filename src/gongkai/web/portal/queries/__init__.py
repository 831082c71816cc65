"""What the public pages read."""

from gongkai.web.portal.queries.ledger import MISSED, Ledger, Tally, ledger, tally
from gongkai.web.portal.queries.listing import (
    PAGE_SIZE,
    Row,
    addresses_by_year,
    addresses_of,
    counts,
    counts_by_year,
    documents_with_pages,
    in_beijing,
    newest,
    newest_days,
    open_consultations,
    published_titles,
    rows_between,
    rows_of_year,
)
from gongkai.web.portal.queries.site import Site, site
from gongkai.web.portal.queries.tree import Node, Tree, tree

__all__ = [
    "MISSED",
    "PAGE_SIZE",
    "Ledger",
    "Node",
    "Row",
    "Site",
    "Tally",
    "Tree",
    "addresses_by_year",
    "addresses_of",
    "counts",
    "counts_by_year",
    "documents_with_pages",
    "in_beijing",
    "ledger",
    "newest",
    "newest_days",
    "open_consultations",
    "published_titles",
    "rows_between",
    "rows_of_year",
    "site",
    "tally",
    "tree",
]
