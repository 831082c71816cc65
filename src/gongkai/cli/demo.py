"""`gongkai demo`: makes a whole district to look at."""

import click
from rich.console import Console
from rich.table import Table

from gongkai.cli import serving
from gongkai.cli.installation import door, on_installation
from gongkai.cli.progress import bar
from gongkai.law.review import ROLE_WORDS, Role

_TASKS, _QUERIES = "gongkai.web.demo.tasks", "gongkai.web.demo.queries.standing"


@click.command("demo", help="用示例目录和三年示例文件建站并启动；已建好的照原样启动。")
@click.option(
    "--seed", default=2026, show_default=True, metavar="数", help="同一个数、同一天，写出同样的内容。"
)
@click.option("--no-serve", is_flag=True, help="只建站，不启动。")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="地址", help="监听的地址。")
@click.option("--port", default=8000, show_default=True, metavar="端口", type=click.IntRange(1, 65535))
@on_installation
def demo(seed: int, no_serve: bool, host: str, port: int) -> None:
    """Set the demonstration up where it is not there yet, then serve."""
    if not no_serve:
        serving.require_free(host, port)
    _make(seed)
    if no_serve:
        _print("")
        return
    serving.run(host, port, ready=_print)


def _make(seed: int) -> None:
    """Bring the tables up to date; load what makes a demonstration only where none stands."""
    door("django.conf").settings.HOME.mkdir(parents=True, exist_ok=True)
    door("django.core.management").call_command("migrate", verbosity=0, interactive=False)
    if door(_QUERIES).condition() == "complete":
        return
    door(_TASKS).set_up(seed, bar)
    if sentence := door(_TASKS).left_out():
        click.echo(sentence, err=True)


def _print(address: str) -> None:
    """Addresses and accounts, as one table each."""
    console = Console()
    if address:
        places = Table(title="地址", title_justify="left")
        places.add_column("去处")
        places.add_column("地址")
        for name, path in (("门户（公众）", "/"), ("工作台（工作人员）", "/desk/")):
            places.add_row(name, address + path)
        console.print(places)
    table = Table(title="演示账户（密码公开，勿用于正式安装）", title_justify="left")
    for heading in ("单位", "姓名", "角色", "用户名", "密码"):
        table.add_column(heading)
    for account in door(_QUERIES).accounts():
        words = "、".join(ROLE_WORDS[Role(role)] for role in account.roles)
        table.add_row(account.body, account.name, words, account.username, account.password)
    console.print(table)
    if address:
        console.print("按 Ctrl+C 停止。")
