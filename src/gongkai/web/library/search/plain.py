"""A document's text without its markup."""

from html.parser import HTMLParser

_INLINE = {"a", "b", "em", "font", "i", "s", "span", "strong", "sub", "sup", "u"}
_SILENT = {"script", "style"}


class _Reader(HTMLParser):
    """Keeps the words; a block's edge becomes a line break."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._edge(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)

    def _edge(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")


def plain_text(markup: str) -> str:
    """The words of a piece of HTML; text without any tag comes back as it is."""
    if "<" not in markup and "&" not in markup:
        return markup
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.parts)
