"""A comparison of editions as one web page of its own."""

from collections.abc import Iterator
from html import escape

from gongkai.law.catalogue.comparing.marking import Mark, Piece
from gongkai.law.catalogue.comparing.report import Entry, Group, MarkedText, Report

_STYLE = """
:root { --ink: #1a1e23; --soft: #4a525c; --rule: #d3d9e0; --tint: #f3f5f8; --blue: #1c4e8a;
  --gone: #8c1d18; --gone-ground: #fbeeed; --come: #14532d; --come-ground: #e7f4ec; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; overflow-wrap: anywhere; line-break: strict;
  font: 400 1rem/1.75 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2rem); }
header { border-bottom: 2px solid var(--ink); padding-top: 2rem; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: clamp(1.375rem, 5vw, 1.875rem); line-height: 1.4; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.0625rem; }
a { color: var(--blue); text-underline-offset: .25em; }
a:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
.editions { color: var(--soft); margin-top: .5rem; }
.count { font-size: .875rem; font-weight: 400; color: var(--soft); margin-left: .5rem; }
.tally { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; margin: 1rem 0; }
.tally a { display: inline-block; min-height: 2.75rem; padding: .5rem 0; }
.tally b { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
article { padding: 1rem 0; border-bottom: 1px solid var(--rule); }
.before { color: var(--soft); font-size: .9375rem; }
dl { margin: .5rem 0; padding: .75rem 1rem; background: var(--tint); }
dt { color: var(--soft); font-size: .875rem; }
dd + dt { margin-top: .5rem; }
dd { white-space: pre-line; }
.means { list-style: none; }
.means li { padding-left: 1.25rem; position: relative; }
.means li::before { content: "→"; position: absolute; left: 0; color: var(--soft); }
del { color: var(--gone); background: var(--gone-ground); text-decoration: line-through; }
ins { color: var(--come); background: var(--come-ground); text-decoration: underline; }
.sign { font-size: .75rem; font-weight: 700; text-decoration: none; display: inline-block; }
footer { color: var(--soft); font-size: .875rem; }
@media print { body { font-size: 10.5pt; } article { break-inside: avoid; } .tally a { min-height: 0; } }
"""
_SIGNS = {Mark.GONE: ("del", "删"), Mark.COME: ("ins", "增")}


def page(report: Report, note: str = "") -> bytes:
    """The report as HTML that needs nothing beside it: no script, no other file."""
    old, new = (_title(title) for title in (report.title_before, report.title_after))
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>目录比较：{escape(report.title_after or '两版目录')}</title>",
        f"<style>{_STYLE}</style>\n</head>\n<body>",
        f'<header>\n<h1>目录比较</h1>\n<p class="editions">旧版：{old}<br>新版：{new}</p>',
        f"<p>{escape(report.summary)}</p>",
        *([f"<p>{escape(note)}</p>"] if note else []),
        *_tally(report),
        "</header>\n<main>",
        *(line for i, group in enumerate(report.groups, 1) for line in _group(group, i)),
        "</main>",
        "<footer><p>栏目先按路径对应，再按末级名称和栏目内容的相近程度对应，不看序号。"
        "〔删〕是旧版有而新版没有的字，〔增〕是新版添的字。</p></footer>\n</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def _title(title: str) -> str:
    return escape(title) or "（没有标题）"


def _tally(report: Report) -> Iterator[str]:
    if report.groups:
        yield '<nav aria-label="各类变化"><ul class="tally">'
        for i, group in enumerate(report.groups, 1):
            yield f'<li><a href="#g{i}">{group.name} <b>{len(group.entries)}</b></a></li>'
        yield "</ul></nav>"


def _group(group: Group, nth: int) -> Iterator[str]:
    yield f'<section aria-labelledby="g{nth}">'
    yield f'<h2 id="g{nth}">{group.name}<span class="count">{len(group.entries)}个栏目</span></h2>'
    for entry in group.entries:
        yield from _entry(entry)
    yield "</section>"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"<article>\n<h3>{escape(entry.heading)}</h3>"
    if entry.before:
        yield f'<p class="before">原在：{escape(entry.before)}</p>'
    if entry.words:
        yield f"<dl>{''.join(map(_words, entry.words))}</dl>"
    means = "".join(f"<li>{escape(told)}</li>" for told in entry.sentences)
    yield f'<ul class="means">{means}</ul>\n</article>'


def _words(words: MarkedText) -> str:
    return f"<dt>{words.label}</dt><dd>{''.join(map(_piece, words.pieces))}</dd>"


def _piece(piece: Piece) -> str:
    """Words that went or came carry a sign: colour and line alone do not tell everybody."""
    if piece.mark is Mark.KEPT:
        return escape(piece.text)
    tag, sign = _SIGNS[piece.mark]
    return f'<{tag}><span class="sign">〔{sign}〕</span>{escape(piece.text)}</{tag}>'
