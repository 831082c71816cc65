"""`gongkai catalogue write`: a catalogue into a file."""

import os
import tempfile
from pathlib import Path

import click
import tomli_w

from gongkai.cli import catalogue_file
from gongkai.cli.lines import status_of
from gongkai.law.catalogue import writing
from gongkai.law.errors import LawError

_HEAD = """# 主动公开目录，由 gongkai catalogue write 写出，经人核对。
# [[item]] 是一个末级栏目，文字照原表；[[item.repair]] 是读表时对这一行所作的修补，每条一句。
# 引用的法规、要素、时限规则和其余问题每次从这些文字重新读出，不存在这里。

"""


@click.command("write", help="读目录 FILE，写成本系统的格式（toml）。")
@click.argument("file")
@click.option("--to", "out", required=True, metavar="OUT", help="写到哪个文件，如 目录.toml。")
@click.pass_context
def write(ctx: click.Context, file: str, out: str) -> None:
    """Writes a catalogue in the project's own form."""
    target = Path(out)
    if target.suffix.lower() != ".toml":
        raise LawError(f"目前只能写成toml文件，“{target.name}”不行：请把文件名的结尾改为.toml。")
    found = catalogue_file.read(file)
    _save(target, _HEAD + tomli_w.dumps(writing.table(found)))
    click.echo(f"已写入{target}：{len(found.items)}个末级栏目。", err=True)
    ctx.exit(status_of(found.findings))


def _save(target: Path, text: str) -> None:
    """Written beside its place and renamed, so that a full disk leaves the old file whole."""
    name = ""
    try:
        with tempfile.NamedTemporaryFile("w", dir=target.parent, encoding="utf-8", delete=False) as file:
            name = file.name
            file.write(text)
        Path(name).chmod(0o644)
        os.replace(name, target)
    except OSError:
        if name:
            Path(name).unlink(missing_ok=True)
        raise LawError(
            f"写不了“{target}”：请检查文件夹是否存在、可写，磁盘是否已满；原有文件没有动。"
        ) from None
