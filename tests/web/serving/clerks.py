"""Clerks at work in a process: orders in, answers out."""

import json
import os
import signal
import sys
import traceback
from datetime import date
from itertools import count
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from gongkai.law.review import Role, Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.audit.queries import broken_links
from gongkai.web.bake.actions import verify
from gongkai.web.library import actions, search
from gongkai.web.library.models import CatalogueItem, Column, Document, Edition
from gongkai.web.org.actions import create_body, create_person, grant
from gongkai.web.org.models import Body, Person

STAGES = (Role.REVIEWER, Role.SECRECY_REVIEWER, Role.FINAL_REVIEWER)


def found() -> dict[str, object]:
    """Make a body, its people and two columns."""
    call_command("migrate", verbosity=0)
    body = create_body(None, "qzf", "示例区人民政府", "11330106002493112A")
    for role in (Role.EDITOR, *STAGES):
        person = create_person(None, role.value, f"示例{role.value}", body, "correct horse battery staple")
        grant(None, person, role, body)
    edition = Edition.objects.create(title="目录", in_force_on=date(2022, 1, 1), loaded_at=clock.now())
    for order, kind in enumerate((ColumnKind.GENERAL_DOCUMENT, ColumnKind.NOTICE), start=1):
        name = f"栏目{order}"
        item = CatalogueItem.objects.create(
            edition=edition,
            order=order,
            number=order,
            path=[name],
            kind=kind,
            time_limit_text="信息形成或变更之日起20个工作日内",
        )
        Column.objects.create(code=f"c{order}", name=name, order=order, body=body, item=item)
    return {}


def publish(title: str) -> Document:
    """One document through all its reviews."""
    body = Body.objects.get()
    people = {person.username: person for person in Person.objects.all()}
    column = Column.objects.order_by("?").first()
    day = clock.today()
    fields = actions.DocumentFields(
        title=title,
        text=f"<p>{title}，现予公开。</p>",
        document_number=f"示政〔{day.year}〕{Document.objects.count() + 1}号",
        issuing_body=body.name,
        signed_on=day,
        issued_on=day,
        formed_on=day,
    )
    document = actions.draft(people[Role.EDITOR], column, fields)
    actions.submit(people[Role.EDITOR], document)
    for role in STAGES:
        document = actions.approve(people[role], document, "不涉密，可以公开")
    return document


def work() -> dict[str, object]:
    """Start a child that publishes, and now and then withdraws, until it is killed."""
    connection.close()
    child = os.fork()
    if child:
        return {"pid": child}
    final = Person.objects.get(username=Role.FINAL_REVIEWER)
    with (Path(settings.HOME) / "acknowledged").open("a") as told:
        for number in count(1):
            document = publish(f"关于第{os.getpid()}批第{number}项示例工作的通知")
            told.write(f"{document.code}\n")
            told.flush()
            if number % 4 == 0:
                actions.withdraw(final, document, "示例：内容有误")
    os._exit(0)


def rest(pid: int) -> dict[str, object]:
    """kill -9 of a child at work."""
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return {}


def inspect() -> dict[str, object]:
    """What does not agree with the database: pages, search, audit, temporary files."""
    connection.close()
    home, site = Path(settings.HOME), Path(settings.SITE_DIR)
    public = set(Document.objects.filter(status=Status.PUBLISHED).values_list("code", flat=True))
    withdrawn = set(Document.objects.filter(status=Status.WITHDRAWN).values_list("code", flat=True))
    pages = {page.stem for page in (site / "documents").glob("*.html")}
    indexed = search.indexed_codes()
    titles = dict(Document.objects.filter(status=Status.PUBLISHED).values_list("code", "title"))
    newest = max(titles, default="")
    newest_hits = (
        {hit.code for hit in search.search(search.Question(text=titles[newest])).hits} if newest else {""}
    )
    kept = set((home / "acknowledged").read_text().split()) if (home / "acknowledged").exists() else set()
    return {
        "published": len(public),
        "pages missing": sorted(public - pages),
        "pages too many": sorted(pages - public - withdrawn),
        "withdrawn still shown": [code for code in withdrawn & pages if "现予公开" in page(site, code)],
        "not found by search": sorted(public - indexed),
        "found but not public": sorted(indexed - public),
        "newest not found": [] if newest in newest_hits else [newest],
        "lost though acknowledged": sorted(kept - public - withdrawn),
        "audit": broken_links(),
        "site": list(verify()),
        "index": search.damage(),
        "left over": [
            str(path) for path in home.rglob("*") if ".baking-" in path.name or path.suffix == ".new"
        ],
        "generations": [path.name for path in (home / "index").glob("v*")][1:],
    }


def page(site: Path, code: str) -> str:
    """A document's page as it stands."""
    return (site / "documents" / f"{code}.html").read_text(encoding="utf-8")


def main() -> None:
    """One order a line."""
    orders = {"found": found, "work": work, "inspect": inspect}
    for line in sys.stdin:
        word, _, rest_of_line = line.strip().partition(" ")
        try:
            if word == "rest":
                answer = rest(int(rest_of_line))
            elif word == "publish":
                answer = {"code": publish(rest_of_line).code}
            else:
                answer = orders[word]()
        except Exception:  # noqa: BLE001 – told to the test, which fails over it
            answer = {"fault": traceback.format_exc()}
        print(json.dumps(answer, ensure_ascii=False), flush=True)
