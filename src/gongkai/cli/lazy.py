"""Groups of commands that load a command when it is called."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click


class LazyGroup(click.Group):
    """A group that imports a command's module when it is called.

    惰性命令组：`gongkai workdays` 不载入网站，也不载入目录；`table` 是命令名 →（模块，属性，说明）。
    """

    def __init__(self, *args: Any, table: dict[str, tuple[str, str, str]], **kwargs: Any) -> None:
        """A row of the table is shown once its module is there."""
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands whose module is there, in the order of the table."""
        return [name for name, (module, _, _) in self.table.items() if find_spec(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Loads one command; None when there is no such command."""
        module, attribute, _ = self.table.get(cmd_name, ("", "", ""))
        if not module or not find_spec(module):
            return None
        try:
            loaded = getattr(import_module(module), attribute, None)
        except ModuleNotFoundError as problem:
            if (problem.name or "").split(".")[0] == "gongkai":
                raise
            raise click.ClickException(
                f"命令“{cmd_name}”要用网站部分，缺少“{problem.name}”，请先安装 gongkai[web]。"
            ) from problem
        return loaded if isinstance(loaded, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without loading them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, self.table[name][2]) for name in self.list_commands(ctx)])
