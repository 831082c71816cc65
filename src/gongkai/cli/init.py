"""`gongkai init`, `gongkai catalogue load`: editions come in."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from gongkai.cli import catalogue_compare, catalogue_file
from gongkai.cli.dates import day_of
from gongkai.cli.faults import told
from gongkai.cli.installation import door, on_installation, open_installation
from gongkai.law import lawdata
from gongkai.law.catalogue.comparing.report import report
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError

_ACTIONS = "gongkai.web.library.actions"
_STEP_WORDS = {
    "add": "新增",
    "restore": "恢复",
    "keep": "保留",
    "move": "移动",
    "rename": "改名",
    "retire": "停用",
}


@click.command("init", help="建立数据库，装入目录，设第一位管理员。")
@click.option(
    "--catalogue", "named", required=True, metavar="文件", help="目录文件，或自带的目录名如 xihu-2022。"
)
@click.option("--in-force-on", metavar="日期", help="目录从哪一天起施行；默认今天。")
@click.option("--body-code", required=True, metavar="代码", help="单位代码，如 qzfb。")
@click.option("--body-name", required=True, metavar="名称", help="单位全称。")
@click.option("--credit-code", required=True, metavar="代码", help="单位的统一社会信用代码，索引号由它开头。")
@click.option("--admin", "administrator", required=True, metavar="姓名", help="第一位管理员的姓名。")
@on_installation
def init(
    named: str, in_force_on: str | None, body_code: str, body_name: str, credit_code: str, administrator: str
) -> None:
    """Make an installation; what was there already stays as it is."""
    catalogue = catalogue_named(named)
    first_day = _in_force(in_force_on)
    migrate()
    made = door(_ACTIONS).installed(
        catalogue,
        in_force_on=first_day,
        body_code=body_code,
        body_name=body_name,
        credit_code=credit_code,
        administrator=administrator,
    )
    click.echo(f"已为{made.body.name}装好：“{made.edition.title}”，{made.columns}个末级栏目。", err=True)
    click.echo("密码只显示这一次，请记下并在登录后更改：", err=True)
    click.echo(f"用户名：{made.administrator.username}")
    click.echo(f"密码：{made.password}")


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
    catalogue = catalogue_named(file)
    open_installation(home)
    with told():
        _load(catalogue, in_force_on, body, dry_run, out)


def _load(
    catalogue: Catalogue, in_force_on: str | None, body: str | None, dry_run: bool, out: str | None
) -> None:
    _require_installed()
    first_day = _in_force(in_force_on)
    plan = door("gongkai.web.library.plan").edition_plan(catalogue)
    _tell(plan, first_day, out)
    counts = Counter(step.kind for step in plan.steps if step.item or step.kind == "retire")
    click.echo("、".join(f"{word}{counts[kind]}个" for kind, word in _STEP_WORDS.items()) + "栏目。")
    if dry_run:
        click.echo("这是试算，没有改动。去掉 --dry-run 后载入。", err=True)
        return
    owner = door("gongkai.web.org.queries").only_body(body)
    edition = door(_ACTIONS).load_catalogue(None, catalogue, in_force_on=first_day, body=owner)
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


def catalogue_named(named: str) -> Catalogue:
    """A catalogue that comes with the program, by its name, or the one in a file."""
    if re.fullmatch(r"[a-z0-9-]+", named) and not Path(named).exists():
        if named in lawdata.catalogue_names():
            return lawdata.catalogue(named)
        known = "、".join(lawdata.catalogue_names())
        raise LawError(f"没有文件“{named}”，自带的目录里也没有它：请核对文件名；自带的目录有：{known}。")
    found = catalogue_file.read_all(named)
    if len(found) > 1:
        titles = "、".join(f"“{each.title or '没有标题'}”" for each in found)
        raise LawError(
            f"文件“{named}”里有{len(found)}份目录（{titles}），一次只装一份：请把要装的一份另存后再装。"
        )
    return found[0]


def migrate() -> None:
    """Make or bring up to date the tables of the opened installation, quietly."""
    door("django.conf").settings.HOME.mkdir(parents=True, exist_ok=True)
    door("django.core.management").call_command("migrate", verbosity=0, interactive=False)


def _require_installed() -> None:
    folder = door("django.conf").settings.HOME
    if not folder.is_dir():
        raise LawError(f"目录 {folder} 里没有安装：请先运行 gongkai init，或用 --home 指明安装所在的目录。")
    door("gongkai.web.bake.management.readiness").require_set_up()


def _in_force(written: str | None) -> date:
    if written:
        return day_of(written)
    today: date = door("gongkai.web.clock").today()
    return today
