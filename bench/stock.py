"""A throw-away installation stocked with many documents."""

import os
import random
import tempfile
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from pathlib import Path

import django

BEIJING = timezone(timedelta(hours=8))
WORDS = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()
LINKS = (
    "和",
    "的",
    "，",
    "、",
    "。",
    "应当",
    "按照",
    "关于",
    "进一步",
    "2024年",
    "30日",
    "以下简称",
    "（试行）",
    "以及",
    "不得",
)


def open_installation(folder: str | None = None) -> str:
    """An empty installation in a folder of its own; returns the folder."""
    home = folder or tempfile.mkdtemp(prefix="gongkai-bench-")
    os.environ["GONGKAI_HOME"] = home
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return home


def text(dice: random.Random, length: int) -> str:
    """A text of about this many characters, its words as unevenly spread as in life."""
    weights = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
    words = dice.choices(WORDS, cum_weights=weights, k=length // 2)
    return "".join(word + (dice.choice(LINKS) if dice.random() < 0.3 else "") for word in words)


def documents(count: int, length: int = 776) -> None:
    """Fill the database with published documents."""
    from gongkai.web.library.models import Document

    dice = random.Random(20260101)
    first = datetime(2022, 1, 1, 9, tzinfo=BEIJING)
    columns, clerk = office(first)
    made = []
    for number in range(count):
        moment = first + timedelta(minutes=number * 2_000_000 // count)
        made.append(
            Document(
                code=f"d{number}",
                column=columns[number % len(columns)],
                body=clerk.body,
                status="published",
                title=text(dice, 24),
                text=text(dice, length),
                document_number=f"示政〔{moment.year}〕{number}号",
                index_number=f"1/{number}",
                published_at=moment,
                sequence=number,
                created_at=moment,
                changed_at=moment,
                created_by=clerk,
            )
        )
    Document.objects.bulk_create(made, batch_size=500)


def office(moment: datetime) -> tuple[list, object]:
    """A body with seventy-five columns and one clerk."""
    from gongkai.law.vocabulary import ColumnKind
    from gongkai.web.library.models import CatalogueItem, Column, Edition
    from gongkai.web.org.models import Body, Person

    body = Body.objects.create(code="qzf", name="示例区人民政府", short_name="区政府", credit_code="1" * 18)
    edition = Edition.objects.create(title="目录", in_force_on=moment.date(), loaded_at=moment)
    kinds, columns = list(ColumnKind), []
    for order in range(75):
        item = CatalogueItem.objects.create(
            edition=edition, order=order, number=order, path=[str(order)], kind=kinds[order % len(kinds)]
        )
        columns.append(
            Column.objects.create(code=f"c{order}", name=f"栏目{order}", order=order, body=body, item=item)
        )
    return columns, Person.objects.create(username="clerk", name="经办人", body=body)
