"""A page as a person reads it: words, links, fields."""

import re
from html.parser import HTMLParser

SILENT = {"script", "style", "svg", "head", "noscript", "kbd"}
VOID = {"input", "br", "img", "meta", "link", "hr", "use", "path", "circle", "rect", "col"}


class Page(HTMLParser):
    """The visible words of a page, its title, its fields and their values."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.fields: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self._area = ""
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag not in VOID:
            self._open.append(tag)
        name = given.get("name", "")
        if tag == "input" and (given.get("type") not in {"radio", "checkbox"} or "checked" in given):
            self.fields[name] = given.get("value", "")
        if tag == "textarea":
            self._area = name
            self.fields[name] = ""
        if tag == "select":
            self._select = name
            self.fields.setdefault(name, "")
        if tag == "option" and "selected" in given:
            self.fields[self._select] = given.get("value", "")
        self.words += [given[name] for name in ("placeholder", "aria-label", "title") if given.get(name)]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            # A browser drops the one line break after <textarea>.
            self.fields[self._area] += data if self.fields[self._area] else data.removeprefix("\n")
        elif not SILENT & set(self._open) and data.strip():
            self.words.append(data.strip())

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))

    def links(self) -> list[str]:
        return [attrs.get("href", "") for tag, attrs in self.tags if tag == "a"]

    def buttons(self, **wanted: str) -> list[dict[str, str]]:
        found = [attrs for tag, attrs in self.tags if tag == "button"]
        return [one for one in found if all(one.get(name) == value for name, value in wanted.items())]


def read(response) -> Page:
    """The page of an answer."""
    return Page(response.content.decode())
