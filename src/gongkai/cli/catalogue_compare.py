"""`gongkai catalogue compare`: two editions side by side."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from gongkai.cli import catalogue_file
from gongkai.cli.lines import AS_JSON, dumped
from gongkai.cli.saving import save_bytes
from gongkai.law import lawdata
from gongkai.law.catalogue.comparing import editions, values
from gongkai.law.catalogue.comparing.meaning import Circumstances
from gongkai.law.catalogue.comparing.report import Report, report
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError

# Ending → (module, function) that writes the report; loaded only when one is asked for.
_REPORTS = {
    ".html": ("gongkai.grids.writing.page", "page"),
    ".xlsx": ("gongkai.grids.writing.changes", "workbook"),
}


@click.command("compare", help="比较目录的旧版和新版（各种文件均可）：新增、取消、移动、改名、变化。")
@click.argument("old", metavar="旧版")
@click.argument("new", metavar="新版")
@AS_JSON
@click.option("--to", "out", metavar="新文件", help="把报告写成文件，如 比较.html、比较.xlsx。")
def compare(old: str, new: str, as_json: bool, out: str | None) -> None:
    """Tells what a new edition changes and what that means for columns and duties."""
    if out:
        require_report(out)
        catalogue_file.require_other(out, old, new)
    one, other = _paired(catalogue_file.read_all(old), catalogue_file.read_all(new))
    found = editions.compare(one, other, lawdata.default_rule())
    around = circumstances()
    if as_json:
        click.echo(dumped(values.comparison_value(found, around)))
    told = report(found, around)
    if out:
        save_report(told, out)
    if not as_json:
        show(told)


def circumstances() -> Circumstances:
    """What telling changes needs of the law data."""
    kinds = {words.kind: words.name for words in lawdata.elements().kinds}
    return Circumstances(lawdata.default_rule(), kinds)


def show(told: Report) -> None:
    """Draws the report on the screen."""
    import_module("gongkai.cli.comparison_page").draw(told)


def require_report(out: str) -> None:
    """Refuses a file that no report is written as, before anything is read."""
    target = Path(out)
    if target.suffix.lower() not in _REPORTS:
        raise LawError(
            f"比较报告只能写成html、xlsx文件，“{target.name}”不行：请把文件名的结尾改为.html或.xlsx。"
        )


def save_report(told: Report, out: str, note: str = "") -> None:
    """Writes the report as the ending of the file says; LawError where that cannot be done."""
    require_report(out)
    module, name = _REPORTS[Path(out).suffix.lower()]
    save_bytes(Path(out), getattr(import_module(module), name)(told, note))
    click.echo(f"比较报告已写入{out}。", err=True)


def _paired(old: tuple[Catalogue, ...], new: tuple[Catalogue, ...]) -> tuple[Catalogue, Catalogue]:
    """One catalogue of each file; where both hold several, columns stand under the title of their own."""
    is_several = len(old) > 1 and len(new) > 1
    return _whole(old, is_several), _whole(new, is_several)


def _whole(found: tuple[Catalogue, ...], is_several: bool) -> Catalogue:
    if len(found) == 1:
        return found[0]
    items = tuple(
        replace(item, path=(each.title or f"第{nth}份目录", *item.path)) if is_several else item
        for nth, each in enumerate(found, 1)
        for item in each.items
    )
    return Catalogue("、".join(filter(None, (each.title for each in found))), items)
