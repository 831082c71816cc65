"""Templates become pages here, by minijinja."""

from functools import lru_cache
from pathlib import Path

from minijinja import Environment, load_from_path, safe

from gongkai.web.portal.pages import typesetting

TEMPLATES = Path(__file__).parent.parent / "templates" / "portal"

ICONS = {
    "menu": "M3 5h14M3 10h14M3 15h14",
    "down": "M10 3v10m-4-4 4 4 4-4M4 17h12",
    "out": "M8 4H4v12h12v-4M11 3h6v6m0-6-8 8",
    "feed": "M4 10a6 6 0 0 1 6 6M4 5a11 11 0 0 1 11 11M5 15h.01",
    "print": "M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6z",
    "link": "m8.5 11.5 3-3M7 9l-2.5 2.5a2.8 2.8 0 0 0 4 4L11 13M9 7l2.5-2.5a2.8 2.8 0 0 1 4 4L13 11",
    "check": "m4 10.5 4 4 8-9",
    "late": "M10 4v7M10 15.2v.3M10 1.5 1.2 17.5h17.6z",
    "wait": "M10 5v5l3.5 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z",
}


def icon(name: str) -> str:
    """A small drawing that says nothing to those who listen."""
    return safe(f'<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="{ICONS[name]}"/></svg>')


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=load_from_path([TEMPLATES]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined_behavior="strict",
        debug=False,
        auto_escape_callback=lambda name: not name.endswith(".txt"),
        globals={"icon": icon},
    )
    for rule in ("day", "list_day", "number", "phrases", "size", "suffix", "percent"):
        environment.add_filter(rule, getattr(typesetting, rule))
    return environment


def render(template: str, **shapes: object) -> str:
    """The template filled with shapes; an unknown name in it is a fault and raises."""
    return _environment().render_template(template, **shapes)
