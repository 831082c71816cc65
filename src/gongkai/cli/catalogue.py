"""`gongkai catalogue`: a group whose commands load on call."""

import click

from gongkai.cli.lazy import LazyGroup

# Name of the command → (module, attribute, what it does).
COMMANDS: dict[str, tuple[str, str, str]] = {
    "read": ("gongkai.cli.catalogue_read", "read", "读目录，列出栏目和问题。"),
    "check": ("gongkai.cli.catalogue_check", "check", "查目录，只列问题：在哪里、怎样改、依据哪一条。"),
    "compare": ("gongkai.cli.catalogue_compare", "compare", "比较目录的两版：新增、取消、移动、改名、变化。"),
    "write": (
        "gongkai.cli.catalogue_write",
        "write",
        "写成本系统的格式（toml），或九列格式的表格（xlsx、docx）。",
    ),
    "load": ("gongkai.cli.catalogue_load", "load", "使安装中的栏目与目录一致；已公开的不会丢失。"),
}


@click.group(cls=LazyGroup, table=COMMANDS, help="主动公开目录：读、查、比、写、装入。")
def catalogue() -> None:
    """The commands on a catalogue file."""
