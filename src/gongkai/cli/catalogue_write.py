"""`gongkai catalogue write`: a catalogue into a file."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click
import tomli_w

from gongkai.cli import catalogue_file
from gongkai.cli.lines import status_of
from gongkai.cli.saving import save_bytes
from gongkai.law.catalogue import writing
from gongkai.law.catalogue.model import Catalogue
from gongkai.law.errors import LawError

_HEAD = """# 主动公开目录，由 gongkai catalogue write 写出，经人核对。
# [[item]] 是一个末级栏目，文字照原表；[[item.repair]] 是读表时对这一行所作的修补，每条一句。
# 引用的法规、要素、时限规则和其余问题每次从这些文字重新读出，不存在这里。

"""
# Ending → (module, function) that writes office files; loaded only when one is asked for.
_OFFICE = {
    ".xlsx": ("gongkai.grids.writing.xlsx", "workbook"),
    ".docx": ("gongkai.grids.writing.word", "document"),
}


@click.command("write", help="读目录文件，写成本系统的格式（toml），或九列格式的表格（xlsx、docx）。")
@click.argument("file", metavar="文件")
@click.option("--to", "out", required=True, metavar="新文件", help="写到哪个文件，如 目录.toml、目录.xlsx。")
@click.pass_context
def write(ctx: click.Context, file: str, out: str) -> None:
    """Writes the catalogues of a file in the project's own form, or in the official form for an office."""
    target = Path(out)
    made = _writer(target)
    catalogue_file.require_other(out, file)
    found = catalogue_file.read_all(file)
    save_bytes(target, made(found))
    leaves = sum(len(each.items) for each in found)
    several = f"{len(found)}份目录，共" if len(found) > 1 else ""
    click.echo(f"已写入{target}：{several}{leaves}个末级栏目。", err=True)
    ctx.exit(status_of([finding for each in found for finding in each.findings]))


def save_all(found: Sequence[Catalogue], target: Path) -> None:
    """Writes catalogues into a file by its ending; LawError where that cannot be done."""
    save_bytes(target, _writer(target)(found))


def _writer(target: Path) -> Callable[[Sequence[Catalogue]], bytes]:
    """What writes a file of this ending; LawError for an ending that nobody writes."""
    ending = target.suffix.lower()
    if ending == ".toml":
        return _toml
    if ending not in _OFFICE:
        raise LawError(
            f"只能写成toml、xlsx、docx文件，“{target.name}”不行：请把文件名的结尾改为.toml、.xlsx或.docx。"
        )
    module, name = _OFFICE[ending]
    made: Callable[[Sequence[Catalogue]], bytes] = getattr(import_module(module), name)
    return made


def _toml(found: Sequence[Catalogue]) -> bytes:
    if len(found) > 1:
        raise LawError(
            f"这个文件里有{len(found)}份目录，toml文件只装一份：请写成xlsx（每份一个工作表）或docx，"
            "或先把各份目录分开存放。"
        )
    return (_HEAD + tomli_w.dumps(writing.table(found[0]))).encode()
