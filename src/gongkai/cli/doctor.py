"""`gongkai doctor`: is the installation well, and what to do."""

import json
from dataclasses import asdict

import click

from gongkai.cli.installation import door, on_installation

_MARKS = {"ok": "正常", "warning": "留意", "error": "有错"}


@click.command("doctor", help="检查配置、日历、数据库、检索、静态站点、磁盘和时钟，并说明该怎么办。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@on_installation
def doctor(as_json: bool) -> None:
    """Print every check; status 1 when one of them is an error."""
    found = []
    for check in door("gongkai.web.bake.management.checkup").checks():
        found.append(check)
        if not as_json:
            click.echo(f"[{_MARKS[check.state]}] {check.name}：{check.sentence}{check.mend}")
    if as_json:
        click.echo(json.dumps({"checks": [asdict(check) for check in found]}, ensure_ascii=False, indent=1))
    if any(check.state == "error" for check in found):
        click.get_current_context().exit(1)
