"""What a cell is by its look: citation, limit, number."""

import re

from gongkai.law.citation import is_only_citations
from gongkai.law.patterns import lazy

_LIMIT = lazy(
    r"""工作日 | 自然日 | 之日起 | 的?\d+\s*[日天]内 | [一二三四五六七八九十]+[日天]内 | 不少于\d+[日天]
    | 月\s*\d+\s*[日号]\s*(?:之?前|内) | 月底前 | [季年]度?更新 | 更新[一1]次
    | (?:动态|实时|及时|适时|定期|随时|立即|每.{1,4}?)(?:更新|公开|公布|发布)
    | (?:长期|常年)(?:公开)? $ | ^(?:实时|及时|即时|同上|随时) $ | ^[/／—]+ $
    | ^按.{0,3}(?:年|季|月|周).{0,2}(?:更新|划分|公开|公布) | ^\d+\s*个?(?:年|月|周|季度) $
    """,
    re.VERBOSE,
)
_LISTED = lazy(r"^1\s*[.．、]")
_NUMBER = lazy(r"^\d{1,4}\s*[.．、]?$")
_LONGEST_LIMIT = 120  # a longer cell tells what to publish and may name a date by the way


_MARK = lazy(r"^(?:[√✓×|\s]+$|[■□▄☑☐]|口[^岸头])")


def is_mark(text: str) -> bool:
    """Whether the cell is a tick, or a list of ticked channels."""
    return bool(_MARK.match(text))


def is_number(text: str) -> bool:
    """Whether the cell is an item number."""
    return bool(_NUMBER.match(text))


def is_limit(text: str) -> bool:
    """Whether the cell reads like a time limit and not like content."""
    plain = "".join(text.split())
    if not plain or len(plain) > _LONGEST_LIMIT or _LISTED.match(plain):
        return False
    return bool(_LIMIT.search(plain))


def is_citation(text: str) -> bool:
    """Whether the cell holds legal citations and next to nothing else."""
    return is_only_citations(text)
