"""Sets the demonstration up once, whole or not at all."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import tomli_w
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from gongkai.law.errors import LawError
from gongkai.web import clock
from gongkai.web.bake.tasks import turn_day
from gongkai.web.demo.actions import Workshop, found, perform
from gongkai.web.demo.plan.days import YEARS, Span, moment, years_before
from gongkai.web.demo.plan.printing import why_no_pdf
from gongkai.web.demo.plan.programme import programme, steps
from gongkai.web.demo.queries.content import content
from gongkai.web.demo.queries.standing import Condition, condition, marker
from gongkai.web.law import calendar
from gongkai.web.library import search
from gongkai.web.library.models import OutboxEntry

Tell = Callable[[int, int], None]
Bar = Callable[[str], AbstractContextManager[Tell]]


def set_up(seed: int, bar: Bar, scale: float = 1.0) -> bool:
    """Make whatever of the demonstration is not there yet, and say whether anything was missing.

    The content is one transaction: an interruption leaves all of it or nothing. Index and pages can be
    made again at any time; the marker is written last. Raises LawError on an installation of another kind.
    """
    settings.HOME.mkdir(parents=True, exist_ok=True)
    with bar("建立数据库") as tell:
        call_command("migrate", verbosity=0, interactive=False)
        tell(1, 1)
    now = condition()
    if now is Condition.FOREIGN:
        raise LawError(f"目录 {settings.HOME} 里已有正式内容，不能放入示例；请用 --home 另选一个目录。")
    if now is Condition.ABSENT:
        _write_content(seed, bar, scale)
    if now is Condition.COMPLETE:
        return False
    _describe_site()
    _write_site(bar)
    marker().write_text(json.dumps({"seed": seed, "day": str(clock.today())}), encoding="utf-8")
    return True


def left_out() -> str:
    """What this machine could not make, as a sentence; empty when everything was made."""
    return why_no_pdf()


def span() -> Span:
    """The three years that end today."""
    today = clock.today()
    return Span(years_before(today, YEARS), today, calendar().is_workday)


def _write_content(seed: int, bar: Bar, scale: float) -> None:
    years = span()
    with bar("编写示例内容") as tell:
        documents = programme(seed, years, scale)
        acts = steps(documents, years)
        tell(len(documents), len(documents))
    with bar("逐件起草、审查和发布") as tell, Workshop(acts) as workshop, transaction.atomic():
        with clock.at(moment(years.begin, -30)):
            cast = found(years.begin)
        perform(cast, workshop, acts, tell)


def _describe_site() -> None:
    """Contacts and codes for the foot of the pages; what somebody wrote there already stays."""
    described = settings.HOME / "site.toml"
    if not described.exists():
        described.write_text(tomli_w.dumps(content("site")), encoding="utf-8")


def _write_site(bar: Bar) -> None:
    last = OutboxEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with bar("建立检索索引") as tell:
        search.rebuild(tell)
    with bar("写静态网页") as tell:
        turn_day(tell)
    OutboxEntry.objects.filter(pk__lte=last).delete()
