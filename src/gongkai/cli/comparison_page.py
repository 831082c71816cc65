"""A comparison of editions, drawn with rich."""

from rich.console import Console
from rich.text import Text

from gongkai.law.catalogue.comparing.marking import SPELLED, Mark, shortened
from gongkai.law.catalogue.comparing.report import Entry, Group, MarkedText, Report

PAGE = 200  # columns where the output is no terminal
_AROUND = 20  # signs shown beside a change
_STYLES = {Mark.KEPT: "dim", Mark.GONE: "red strike", Mark.COME: "green underline"}


def draw(report: Report) -> None:
    """The counts, then each group with what every change means."""
    screen = Console(highlight=False)
    page = screen if screen.is_terminal else Console(width=PAGE, highlight=False)
    if report.groups:
        titles = (title or "（没有标题）" for title in (report.title_before, report.title_after))
        page.print(Text("旧版：{}\n新版：{}".format(*titles)))
    page.print(Text(report.summary, style="bold"))
    for group in report.groups:
        _draw_group(page, group)


def _draw_group(page: Console, group: Group) -> None:
    page.print()
    page.print(Text(f"{group.name}（{len(group.entries)}个）", style="bold cyan"))
    for entry in group.entries:
        page.print(_entry(entry), soft_wrap=True)


def _entry(entry: Entry) -> Text:
    lines = [Text(f"· {entry.heading}", style="bold")]
    if entry.before:
        lines.append(Text(f"    原在 {entry.before}", style="dim"))
    lines += map(_words, entry.words)
    lines += (Text(f"    → {sentence}") for sentence in entry.sentences)
    return Text("\n").join(lines)


def _words(words: MarkedText) -> Text:
    line = Text(f"    {words.label}：")
    for piece in words.pieces:
        shown = " ".join(shortened(piece, _AROUND).split("\n"))
        line.append(SPELLED[piece.mark].format(shown), style=_STYLES[piece.mark])
    return line
