"""`gongkai search` and `gongkai index`: finding documents."""

import json
from typing import Any

import click

from gongkai.cli.installation import on_installation
from gongkai.cli.progress import bar
from gongkai.cli.ready import room

_SEARCH = "gongkai.web.library.search"


@click.command("search", help="检索已公开的文件；空格隔开的词都要有，引号里的连在一起找。")
@click.argument("query", metavar="检索词")
@click.option("--column", default="", metavar="代码", help="只在这个栏目（枝干包括其下全部）里找。")
@click.option("--year", type=int, metavar="年份", help="只找这一年公开的。")
@click.option("--page", default=1, show_default=True, metavar="页", help="第几页。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@on_installation
def search(query: str, column: str, year: int | None, page: int, as_json: bool) -> None:
    """Print what is found."""
    finding = room(_SEARCH)
    answer = finding.search(finding.Question(text=query, column=column, year=year, page=page)).as_object()
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
        return
    for hit in answer["hits"]:
        click.echo(_line(hit))
    click.echo(f"共{answer['total']}件，第{answer['page']}页，{answer['took_ms']:.0f}毫秒。", err=True)


def _line(hit: dict[str, Any]) -> str:
    parts = (hit["published_on"], hit["code"], hit["title"], hit["document_number"])
    return "  ".join(filter(None, (*parts, " › ".join(hit["column"]))))


@click.group("index", help="检索索引。")
def index() -> None:
    """The search index."""


@index.command("rebuild", help="由数据库重建检索索引；重建期间原有索引照常可查。")
@on_installation
def rebuild() -> None:
    """Rebuild the index and swap it in."""
    finding = room(_SEARCH)
    with bar("重建检索索引") as advance:
        count = finding.rebuild(advance)
    click.echo(f"检索索引已重建，共{count}件。", err=True)
