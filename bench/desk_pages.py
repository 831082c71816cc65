"""Server time of every desk page at the demonstration size."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

LIMIT_MS = 150
MAIN = "from gongkai.cli import main; main()"


def main() -> None:
    """Print one line per page: median of five wall and CPU times, through the whole middleware."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--home", help="a demonstration that stands already (only sessions are added to it)"
    )
    given = arguments.parse_args()
    home = given.home or tempfile.mkdtemp(prefix="gongkai-bench-")
    try:
        if not given.home:
            subprocess.run([sys.executable, "-c", MAIN, "demo", "--no-serve", "--home", home], check=True)
        os.environ["GONGKAI_HOME"] = home
        measure()
    finally:
        if not given.home:
            shutil.rmtree(home, ignore_errors=True)


def measure() -> None:
    """Ask every page as the administrator, the final reviewer or an editor would."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    django.setup()
    from django.test import Client

    from gongkai.web.org.models import Person

    heads = "".join(f"{head:>10}" for head in ("status", "wall ms", "CPU ms", "after act"))
    print(
        f"{'page':34}{heads}   (limit {LIMIT_MS} ms; after act: CPU ms when somebody has just done something)"
    )
    for username, paths in pages().items():
        client = Client(headers={"host": "localhost"})
        client.force_login(
            Person.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
        )
        for path in paths:
            status, wall, cpu = timed(client, path)
            _, _, afresh = timed(client, path, before=forget_duties)
            late = "  over the limit" if afresh > LIMIT_MS else ""
            print(f"{username + ' ' + path:34}{status:10}{wall:10.0f}{cpu:10.0f}{afresh:10.0f}{late}")


def pages() -> dict[str, list[str]]:
    """Who looks at what."""
    from gongkai.web.library.models import Document

    published = Document.objects.filter(status="published").order_by("-text").first()
    waiting = Document.objects.filter(status__in=["first_review", "secrecy_review", "final_review"]).first()
    common = [
        "/desk/",
        "/desk/documents/",
        "/desk/duties/",
        "/desk/columns/",
        "/desk/calendar/",
        "/desk/review/",
    ]
    if published:
        common.append(f"/desk/documents/{published.code}/")
    if waiting:
        common.append(f"/desk/documents/{waiting.code}/")
    names = usernames()
    return {
        names.get("editor", "bianji"): [*common, "/desk/documents/new"],
        names.get("administrator", "guanli"): [*common, "/desk/people/", "/desk/audit/"],
    }


def usernames() -> dict[str, str]:
    """Role → username of the first person who holds it."""
    from gongkai.web.org.models import RoleGrant

    return {
        grant.role: grant.person.username
        for grant in RoleGrant.objects.order_by("-pk").select_related("person")
    }


def forget_duties() -> None:
    """As after any act of anybody: the duties are reckoned anew."""
    from gongkai.web.oversight import queries

    queries._owed.cache_clear()


def timed(client, path: str, before=lambda: None) -> tuple[int, float, float]:
    """Status, and median wall and CPU milliseconds of five requests after one to warm up."""
    client.get(path)
    walls, cpus = [], []
    for _ in range(5):
        before()
        wall, cpu = time.perf_counter(), time.process_time()
        answer = client.get(path)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return answer.status_code, statistics.median(walls), statistics.median(cpus)


if __name__ == "__main__":
    main()
