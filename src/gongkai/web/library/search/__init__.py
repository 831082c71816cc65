"""Full-text search of what is published."""

from gongkai.web.library.search.asking import search
from gongkai.web.library.search.generations import IndexDamaged, IndexNotWritten
from gongkai.web.library.search.question import Answer, Count, Facets, Hit, Question, Sort, Span
from gongkai.web.library.search.showing import KIND_WORDS
from gongkai.web.library.search.writing import damage, indexed_codes, rebuild, reconcile, refresh

__all__ = [
    "KIND_WORDS",
    "Answer",
    "Count",
    "Facets",
    "Hit",
    "IndexDamaged",
    "IndexNotWritten",
    "Question",
    "Sort",
    "Span",
    "damage",
    "indexed_codes",
    "rebuild",
    "reconcile",
    "refresh",
    "search",
]
