"""An edition into an installation, or what it would change."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import click

from gongkai.cli import catalogue_compare, catalogue_file
from gongkai.cli.faults import told
from gongkai.cli.init import catalogue_named, in_force_from
from gongkai.cli.installation import door, open_installation
from gongkai.law.catalogue.comparing.report import report
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError

_STEP_WORDS = {
    "add": "新增",
    "restore": "恢复",
    "keep": "保留",
    "move": "移动",
    "rename": "改名",
    "retire": "停用",
}


def load(
    file: str,
    *,
    in_force_on: str | None,
    body: str | None,
    dry_run: bool,
    home: str | None,
    out: str | None = None,
) -> None:
    """Bring the columns in line with an edition, or only say what that would do.

    The body of a single-body installation need not be named. `out` takes the report as a file.
    """
    if out:
        catalogue_compare.require_report(out)
        catalogue_file.require_other(out, file)
    catalogue = catalogue_named(file)
    open_installation(home)
    with told():
        _load(catalogue, in_force_on, body, dry_run, out)


def _load(
    catalogue: Catalogue, in_force_on: str | None, body: str | None, dry_run: bool, out: str | None
) -> None:
    _require_installed()
    first_day = in_force_from(in_force_on)
    plan = door("gongkai.web.library.plan").edition_plan(catalogue)
    _tell(plan, first_day, out)
    counts = Counter(step.kind for step in plan.steps if step.item or step.kind == "retire")
    click.echo("、".join(f"{word}{counts[kind]}个" for kind, word in _STEP_WORDS.items()) + "栏目。")
    if dry_run:
        click.echo("这是试算，没有改动。去掉 --dry-run 后载入。", err=True)
        return
    owner = door("gongkai.web.org.queries").only_body(body)
    actions = door("gongkai.web.library.actions")
    edition = actions.load_catalogue(None, catalogue, in_force_on=first_day, body=owner)
    click.echo(f"已载入“{edition.title}”，{edition.in_force_on}起施行。", err=True)


def _tell(plan: Any, first_day: date, out: str | None) -> None:
    """The edition in force beside the new one, with the documents of each column that changes."""
    around = replace(
        catalogue_compare.circumstances(),
        documents=plan.documents,
        in_force=str(first_day),
        restored={step.path for step in plan.steps if step.kind == "restore"},
    )
    compared = report(plan.comparison, around)
    catalogue_compare.show(compared)
    if out:
        touched = sum(step.documents for step in plan.steps if step.kind != "keep" or step.is_rule_changed)
        note = f"新版自{first_day}起施行；有变化的栏目现有{touched}份文件。"
        catalogue_compare.save_report(compared, out, note)


def _require_installed() -> None:
    folder = door("django.conf").settings.HOME
    if not folder.is_dir():
        raise LawError(f"目录 {folder} 里没有安装：请先运行 gongkai init，或用 --home 指明安装所在的目录。")
    door("gongkai.web.bake.management.readiness").require_set_up()
