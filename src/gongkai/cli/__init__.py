"""The one command: each subcommand is a door, loaded on call."""

import os
import sys
from typing import Any, NoReturn

import click

from gongkai.cli.chinese import sentence_of, speak_chinese
from gongkai.cli.lazy import LazyGroup
from gongkai.law.errors import LawError

# Name of the command → (module, attribute, what it does). A row is shown once its module is there.
# The first group needs neither Django nor a database; the second works on an installation.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "time-limit": ("gongkai.cli.time_limit", "time_limit", "读公开时限，推算届满日。"),
    "workdays": ("gongkai.cli.workdays", "workdays", "推算、清点工作日，查看一年的放假安排。"),
    "cite": ("gongkai.cli.cite", "cite", "读出设立依据中引用的法规和文号。"),
    "elements": ("gongkai.cli.elements", "elements", "读出栏目内容要求公开的要素。"),
    "catalogue": ("gongkai.cli.catalogue", "catalogue", "读、查、比、写主动公开目录，装入目录。"),
    "owed": ("gongkai.cli.owed", "owed", "列出应当公开的事项、届满日和凭据。"),
    "init": ("gongkai.cli.init", "init", "建立数据库，装入目录，设第一位管理员。"),
    "demo": ("gongkai.cli.demo", "demo", "用示例目录和示例文件建站并启动。"),
    "serve": ("gongkai.cli.serving", "serve", "启动网站、工作台和接口。"),
    "worker": ("gongkai.cli.serving", "worker", "只启动后台任务。"),
    "bake": ("gongkai.cli.site", "bake", "生成静态网站。"),
    "verify": ("gongkai.cli.site", "verify", "核对静态网站的每个文件。"),
    "search": ("gongkai.cli.searching", "search", "检索已公开的文件。"),
    "index": ("gongkai.cli.searching", "index", "由数据库重建检索索引。"),
    "documents": ("gongkai.cli.documents", "documents", "成批导入、导出文件。"),
    "backup": ("gongkai.cli.keeping", "backup", "备份数据库、文件和索引。"),
    "restore": ("gongkai.cli.keeping", "restore", "由备份恢复。"),
    "doctor": ("gongkai.cli.doctor", "doctor", "检查安装，告诉该怎么办。"),
}

INTERRUPTED, PIPE_CLOSED, UNUSABLE = 130, 141, 2


class PipeClosed(Exception):
    """The reader of our output went away.

    输出的读者已离开（如 head 已读够）。
    """


class Commands(LazyGroup):
    """All commands, with a closed pipe told apart.

    全部命令。
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Calls the command. A closed pipe is told apart from click's own status 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as problem:
            raise PipeClosed from problem


@click.group(
    "gongkai",
    cls=Commands,
    table=COMMANDS,
    invoke_without_command=True,
    help="政府信息公开：把主动公开目录变成知道“该公开什么、何时到期”的网站。",
)
@click.pass_context
def gongkai(ctx: click.Context) -> None:
    """The group itself: without a command it shows what there is."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs a command. Status 0 done, 1 done with errors found, 2 with one sentence for a bad call."""
    speak_chinese()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else arguments
    try:
        status = _run(given)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except (BrokenPipeError, PipeClosed):
        _drop_output()
        status = PIPE_CLOSED
    except OSError as problem:
        _drop_output()
        click.echo(
            f"结果没有写完（系统错误号{problem.errno}）：请检查输出到的地方，磁盘是否已满，再运行一次。",
            err=True,
        )
        status = UNUSABLE
    sys.exit(status)


def _open_what_is_closed() -> None:
    """A caller may close standard streams; a file opened later must not get their numbers."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _drop_output() -> None:
    """What is left in the buffer must not raise a second time at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    try:
        if any("\udc80" <= character <= "\udcff" for each in arguments for character in each):
            raise LawError("命令行里有不是 UTF-8 编码的文字，请把终端改为 UTF-8，或改从标准输入读。")
        result = gongkai.main(arguments, prog_name="gongkai", standalone_mode=False)
    except click.ClickException as problem:
        click.echo(sentence_of(problem), err=True)
        return UNUSABLE
    except LawError as problem:
        click.echo(str(problem), err=True)
        return UNUSABLE
    return result if isinstance(result, int) else 0
