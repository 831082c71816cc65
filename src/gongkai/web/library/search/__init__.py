"""Full-text search of what is published."""

from gongkai.web.library.search.asking import search
from gongkai.web.library.search.generations import IndexDamaged
from gongkai.web.library.search.question import Answer, Count, Facets, Hit, Question, Sort, Span
from gongkai.web.library.search.showing import KIND_WORDS
from gongkai.web.library.search.writing import indexed_codes, rebuild, reconcile, refresh

__all__ = [
    "KIND_WORDS",
    "Answer",
    "Count",
    "Facets",
    "Hit",
    "IndexDamaged",
    "Question",
    "Sort",
    "Span",
    "indexed_codes",
    "rebuild",
    "reconcile",
    "refresh",
    "search",
]
