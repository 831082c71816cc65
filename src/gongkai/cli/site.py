"""`gongkai bake` and `gongkai verify`: the static site."""

import click

from gongkai.cli.installation import on_installation
from gongkai.cli.progress import bar
from gongkai.cli.ready import room

_ACTIONS = "gongkai.web.bake.actions"
_LIBRARY = "gongkai.web.library.actions"


@click.command("bake", help="写出整个静态站点；没有变化的页面不重写。")
@click.option("--full", is_flag=True, help="每一页都重写。")
@on_installation
def bake(full: bool) -> None:
    """Write the site."""
    actions = room(_ACTIONS)
    with bar("写静态站点") as advance:
        actions.bake_all(advance, full=full)
    click.echo("静态站点已写好。", err=True)


@click.command("verify", help="核对静态站点的每个文件是否就是写出的那一个。")
@click.option("--repair", is_flag=True, help="重写对不上的文件，并删去一天以前、没有文件引用的附件原件。")
@on_installation
def verify(repair: bool) -> None:
    """Prove the site; status 1 when something differs and was not mended."""
    actions = room(_ACTIONS)
    faults = actions.verify(repair=repair)
    for fault in faults:
        click.echo(str(fault))
    left = actions.verify() if repair else faults
    click.echo(_summary(len(faults), len(left), repair), err=True)
    if repair and (swept := room(_LIBRARY).sweep_files()):
        size = sum(stray.size for stray in swept) / 1_000_000
        click.echo(f"删去了{len(swept)}个没有文件引用的附件原件，腾出{size:.1f}MB。", err=True)
    if left:
        click.get_current_context().exit(1)


def _summary(found: int, left: int, repair: bool) -> str:
    if not found:
        return "静态站点的每个文件都与写出时一致。"
    return (
        f"{found}处对不上，已修好{found - left}处。" if repair else f"{found}处对不上；加 --repair 可以修好。"
    )
