"""Law data, loaded once for the whole office."""

from functools import lru_cache

from gongkai.law import elements as content
from gongkai.law import lawdata
from gongkai.law.time_limit import grammar
from gongkai.law.time_limit.rule import Reading, Rule
from gongkai.law.workdays import Calendar


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The working-day calendar of all notices known to this installation."""
    return lawdata.calendar()


@lru_cache(maxsize=1)
def statutory_limit() -> Rule:
    """The limit of 条例第二十六条, which holds where a catalogue is silent."""
    return lawdata.default_rule()


@lru_cache(maxsize=4096)
def time_limit(text: str) -> Reading:
    """A time limit as read; the same words are read once."""
    return grammar.read(text)


@lru_cache(maxsize=1024)
def elements(text: str) -> content.ElementReading:
    """What a content cell requires, as read; the same words are read once."""
    return content.read(text, lawdata.elements())
