"""From an action's commit to the public page and the search."""

import argparse
import shutil
import statistics
import time
from datetime import date

import server
import stock

LIMIT = 2.0


def main() -> None:
    """Print the median of five publications, and of the server's start."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=700)
    count = arguments.parse_args().documents
    home = stock.open_installation()
    try:
        stock.documents(count)
        with server.serving(home):
            pass
        began = time.monotonic()
        with server.serving(home) as (address, _):
            print(f"{count} documents; from command to ready: {time.monotonic() - began:.2f} s")
            measure(address)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def measure(address: str) -> None:
    """Publish five documents a moment apart."""
    from gongkai.web.library import search

    staff = people()
    page, found = [], []
    for number in range(5):
        title = f"关于第{number}项量时工作的通知"
        code = publish(staff, title)
        began = time.monotonic()
        question = search.Question(text=title)
        server.until(lambda question=question: search.search(question).total == 1)
        found.append(time.monotonic() - began)
        server.until(lambda code=code: server.status(f"{address}/documents/{code}.html") == 200)
        page.append(time.monotonic() - began)
        time.sleep(1.5)
    print(f"from commit to search hit:  median {statistics.median(found):.2f} s, worst {max(found):.2f} s")
    print(f"from commit to public page: median {statistics.median(page):.2f} s, worst {max(page):.2f} s")
    print(f"limit of the issue:         {LIMIT:.2f} s")


def people() -> list:
    """An editor and the three who review."""
    from gongkai.law.review import Role
    from gongkai.web.org.actions import grant
    from gongkai.web.org.models import Body, Person

    body = Body.objects.get()
    made = []
    for number, role in enumerate((Role.EDITOR, Role.REVIEWER, Role.SECRECY_REVIEWER, Role.FINAL_REVIEWER)):
        person = Person.objects.create(username=f"p{number}", name=f"人员{number}", body=body)
        grant(None, person, role, body)
        made.append(person)
    return made


def publish(staff: list, title: str) -> str:
    """One document through all its reviews; returns its code after the last commit."""
    from gongkai.web.library import actions
    from gongkai.web.library.models import Column

    day = date(2026, 11, 2)
    column = next(
        column for column in Column.objects.select_related("item") if column.kind == "general_document"
    )
    fields = actions.DocumentFields(
        title=title,
        text="<p>量时。</p>",
        signed_on=day,
        issued_on=day,
        formed_on=day,
        issuing_body="示例区人民政府",
    )
    document = actions.draft(staff[0], column, fields)
    actions.submit(staff[0], document)
    for person in staff[1:]:
        document = actions.approve(person, document, "不涉密，可以公开")
    return document.code


if __name__ == "__main__":
    main()
