"""`gongkai catalogue load`: an office in line with a file."""

from importlib import import_module

import click


@click.command("load", help="使安装中的栏目与目录文件一致；已公开的不会丢失。")
@click.argument("file", metavar="文件")
@click.option("--in-force-on", metavar="日期", help="目录从哪一天起施行；默认今天。")
@click.option("--body", metavar="代码", help="新栏目的责任单位；只有一个单位时可以不写。")
@click.option("--dry-run", is_flag=True, help="只说会怎样，不改动。")
@click.option("--to", "out", metavar="新文件", help="把与现行目录的比较写成文件，如 比较.html、比较.xlsx。")
@click.option("--home", metavar="目录", help="安装目录；默认取 GONGKAI_HOME，再默认 ./var。")
def load(
    file: str, in_force_on: str | None, body: str | None, dry_run: bool, out: str | None, home: str | None
) -> None:
    """Brings the columns of an installation in line with an edition."""
    # The office is loaded only here: the help page answers without Django.
    door = import_module("gongkai.cli.loading")
    door.load(file, in_force_on=in_force_on, body=body, dry_run=dry_run, home=home, out=out)
