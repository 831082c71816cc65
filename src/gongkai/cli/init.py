"""`gongkai init`: an installation with its first edition."""

import re
from datetime import date
from pathlib import Path

import click

from gongkai.cli import catalogue_file
from gongkai.cli.dates import day_of
from gongkai.cli.installation import door, on_installation
from gongkai.law import lawdata
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError


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
    first_day = in_force_from(in_force_on)
    migrate()
    made = door("gongkai.web.library.actions").installed(
        catalogue,
        in_force_on=first_day,
        body_code=body_code,
        body_name=body_name,
        credit_code=credit_code,
        administrator=administrator,
    )
    titled = f"“{made.edition.title}”，" if made.edition.title else ""
    click.echo(f"已为{made.body.name}装好：{titled}{made.columns}个末级栏目。", err=True)
    click.echo("密码只显示这一次，请记下并在登录后更改：", err=True)
    click.echo(f"用户名：{made.administrator.username}")
    click.echo(f"密码：{made.password}")


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


def in_force_from(written: str | None) -> date:
    """The day that an edition is in force from: the one written, or today."""
    if written:
        return day_of(written)
    today: date = door("gongkai.web.clock").today()
    return today
