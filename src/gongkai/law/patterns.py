"""Regular expressions that are compiled when first used."""

import re
from typing import AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Lazy(Generic[AnyStr]):
    """Stands for a pattern that is not compiled yet.

    待用的正则式：全部编译要花一两百毫秒，一次命令多半只用到其中一小部分。
    """

    def __init__(self, words: AnyStr, flags: int) -> None:
        """Nothing is compiled yet."""
        self._words: AnyStr = words
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Whatever a compiled pattern has; from then on its methods are found at once."""
        compiled = re.compile(self._words, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(words: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as `re.compile` gives it, compiled when it is first used: start-up pays for what it needs.

    A fault in the pattern raises re.error only then; a test compiles them all.
    """
    return cast("re.Pattern[AnyStr]", Lazy(words, flags))
