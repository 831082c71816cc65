"""Click in Chinese: help pages and one sentence per bad call."""

import re
from collections.abc import Iterable

import click
from click.formatting import HelpFormatter

_WORDS = {
    "[OPTIONS]": "[选项]",
    "[COMMAND] [ARGS]...": "[命令] …",
    "COMMAND [ARGS]...": "命令 …",
    "Show this message and exit.": "显示本说明。",
    "[required]": "[必填]",
    "[default: ": "[默认：",
    "Options": "选项",
    "Commands": "命令",
    "Aliases": "别名",
}
_CHINESE = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile("'.*?'")


class ChineseFormatter(HelpFormatter):
    """Writes a help page with Chinese headings.

    帮助页：标题与固定字句用中文。
    """

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how to call."""
        super().write_usage(prog, _translated(args), prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """A heading such as 选项."""
        self.write(f"{'':>{self.current_indent}}{_translated(heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms and what they mean."""
        super().write_dl([(term, _translated(words)) for term, words in rows], col_max, col_spacing)


def speak_chinese() -> None:
    """Every help page of this process in Chinese, whoever wrote the command."""
    click.Context.formatter_class = ChineseFormatter


def sentence_of(problem: click.ClickException) -> str:
    """One Chinese sentence for a call that cannot be used: what is wrong and how to mend it."""
    message = problem.message
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        called = problem.ctx.command_path if problem.ctx else "gongkai"
        return f"“{called}”后面还要写命令，请用 {called} --help 查看有哪些命令。"
    # What click quotes is what was typed, whatever the language of the sentence around it.
    if _CHINESE.search(_QUOTED.sub("", message)) and not isinstance(
        problem, click.NoSuchOption | click.MissingParameter
    ):
        return message
    return _specific(problem) or f"命令写法不对（{message}），请用 --help 查看用法。"


def _specific(problem: click.ClickException) -> str:
    if isinstance(problem, click.NoSuchOption):
        near = f"，是不是 {problem.possibilities[0]}" if problem.possibilities else ""
        return f"没有“{problem.option_name}”这个选项{near}，请用 --help 查看可用的选项。"
    if isinstance(problem, click.MissingParameter):
        return f"缺少{_name(problem)}，请补上，或用 --help 查看用法。"
    if isinstance(problem, click.BadOptionUsage):
        return f"选项“{problem.option_name}”的写法不对，请检查它要不要写值，用 --help 查看用法。"
    if isinstance(problem, click.BadParameter):
        return f"{_name(problem)}不能用：{_why(problem)}，请改正，或用 --help 查看用法。"
    if isinstance(problem, click.FileError):
        return f"文件“{problem.ui_filename}”打不开，请核对路径和权限。"
    quoted = re.search(r"No such command '(.+)'", problem.message)
    if quoted:
        return f"没有“{quoted[1]}”这个命令，请用 --help 查看有哪些命令。"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", problem.message)
    if extra:
        return f"多出了“{extra[1]}”，请去掉，带空格的内容请加引号。"
    if "Missing command" in problem.message:
        return "没有写命令，请用 --help 查看有哪些命令。"
    return ""


def _why(problem: click.BadParameter) -> str:
    kind = problem.param.type if problem.param is not None else None
    if isinstance(kind, click.IntRange) and kind.min is not None and kind.max is not None:
        return f"应为{kind.min}到{kind.max}的整数"
    if isinstance(kind, click.Choice):
        return f"应为{'、'.join(map(str, kind.choices))}之一"
    return "应为整数" if isinstance(kind, click.types.IntParamType) else problem.message


def _name(problem: click.BadParameter) -> str:
    parameter = problem.param
    if parameter is None:
        return "参数"
    named = parameter.human_readable_name.upper()
    return f"选项 {parameter.opts[-1]} 的值" if isinstance(parameter, click.Option) else f"参数 {named}"


def _translated(words: str) -> str:
    for english, chinese in _WORDS.items():
        words = words.replace(english, chinese)
    return words
