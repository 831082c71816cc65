"""Opens an installation for the commands of the second group."""

import importlib
import os
from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import Any

import click
import django

from gongkai.cli.faults import told


def open_installation(home: str | None) -> None:
    """Point Django at the folder `home` (or GONGKAI_HOME, or ./var) and start it.

    Raises LawError, with one sentence, where the settings or the folder cannot be used.
    """
    if home:
        os.environ["GONGKAI_HOME"] = home
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    with told():
        django.setup()


def on_installation(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--home` and open the installation before it runs."""

    @click.option("--home", metavar="目录", help="安装目录；默认取 GONGKAI_HOME，再默认 ./var。")
    @wraps(command)
    def opened(*args: Any, home: str | None = None, **options: Any) -> Any:
        open_installation(home)
        with told():
            return command(*args, **options)

    return opened


def door(name: str) -> ModuleType:
    """The module `name` of the office, which can be imported only once the installation is open."""
    return importlib.import_module(name)
