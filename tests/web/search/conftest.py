"""A column, a body and published documents to search in."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gongkai.law.review import Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web.library.models import CatalogueItem, Column, Document, Edition
from gongkai.web.org.models import Body, Person

BEIJING = ZoneInfo("Asia/Shanghai")
Publish = Callable[..., Document]


@pytest.fixture
def index_dir(tmp_path: Path, settings) -> Path:
    """An index of this test's own."""
    settings.INDEX_DIR = tmp_path / "index"
    return settings.INDEX_DIR


@pytest.fixture
def office(db) -> dict[str, object]:
    """A body, a clerk, and a branch with two leaf columns."""
    body = Body.objects.create(code="qzf", name="示例区人民政府", short_name="区政府", credit_code="1" * 18)
    person = Person.objects.create(username="clerk", name="经办人", body=body)
    edition = Edition.objects.create(
        title="目录", in_force_on=date(2022, 1, 1), loaded_at=datetime(2022, 1, 1, tzinfo=BEIJING)
    )
    branch = Column.objects.create(code="b1", name="行政规范性文件及解读", order=1, body=body)
    columns = []
    for order, (name, kind) in enumerate(
        [("规范性文件", ColumnKind.NORMATIVE_DOCUMENT), ("政策解读", ColumnKind.INTERPRETATION)], start=2
    ):
        item = CatalogueItem.objects.create(
            edition=edition, order=order, number=order, path=[name], kind=kind
        )
        columns.append(
            Column.objects.create(
                code=f"c{order}", name=name, order=order, body=body, parent=branch, item=item
            )
        )
    return {"body": body, "person": person, "columns": columns}


@pytest.fixture
def publish(office) -> Publish:
    """Puts a published document into the database, as it stands after its last review."""
    made = 0

    def put(title: str = "通知", text: str = "", *, on: date = date(2024, 5, 6), column: int = 0, **fields):
        nonlocal made
        made += 1
        moment = datetime(on.year, on.month, on.day, 9, tzinfo=BEIJING)
        return Document.objects.create(
            code=f"d{made}",
            title=title,
            text=text,
            column=office["columns"][column],
            body=office["body"],
            status=Status.PUBLISHED,
            index_number=f"330106/{on.year}-{made:05d}",
            published_at=moment,
            sequence=made,
            created_at=moment,
            changed_at=moment,
            created_by=office["person"],
            **fields,
        )

    return put
