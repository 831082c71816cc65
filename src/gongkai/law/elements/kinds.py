"""The kind of a column, by the words of its cells."""

from collections.abc import Sequence

from gongkai.law.characters import simplified
from gongkai.law.elements.content import without_pinyin
from gongkai.law.elements.words import Vocabulary, has
from gongkai.law.vocabulary import ColumnKind


def kind_of(
    content: str, vocabulary: Vocabulary, path: Sequence[str] = (), time_limit_text: str = ""
) -> ColumnKind | None:
    """The kind of column, or None where no word tells it.

    The content is asked first, then the name of the column, then the names above it.
    """
    content, *path = ("".join(without_pinyin(simplified(text), "").split()) for text in (content, *path))
    limit = "".join(time_limit_text.split())
    for words in vocabulary.kinds:
        if limit and limit in words.limits:
            return words.kind
    for text in filter(None, (content, *path[-1:])):
        if found := vocabulary.kind_spoken_of(text):
            return found.kind
    if not path:
        return None
    return next((words.kind for words in vocabulary.kinds if has("".join(path), words.path)), None)
