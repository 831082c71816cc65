"""Regular expressions that are compiled when first used."""

import re
from collections.abc import Callable
from typing import AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Lazy(Generic[AnyStr]):
    """Stands for a pattern that is not compiled yet.

    待用的正则式：全部编译要花一两百毫秒，一次命令多半只用到其中一小部分。
    """

    def __init__(self, words: AnyStr | Callable[[], AnyStr], flags: int) -> None:
        """Nothing is compiled yet."""
        self._words: AnyStr | Callable[[], AnyStr] = words
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Whatever a compiled pattern has; from then on its methods are found at once."""
        words = self._words if isinstance(self._words, (str, bytes)) else self._words()
        compiled = re.compile(words, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(words: AnyStr | Callable[[], AnyStr], flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as `re.compile` gives it, compiled when it is first used: start-up pays for what it needs.

    Words that cost something to put together may be given as a function, called then.

    A fault in the pattern raises re.error only then; a test compiles them all.
    """
    return cast("re.Pattern[AnyStr]", Lazy(words, flags))
