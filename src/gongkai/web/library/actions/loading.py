"""Loading an edition: columns brought in line with it."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import tomli_w
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import F

from gongkai.law.catalogue import writing
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import Faults, LawError
from gongkai.law.review import Role
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.audit.actions import record
from gongkai.web.library.actions.ground import next_code, require, tell_site
from gongkai.web.library.actions.whole import whole
from gongkai.web.library.models import CatalogueItem, Column, Edition
from gongkai.web.library.plan import ColumnStep, StepKind, edition_plan
from gongkai.web.org.models import Body, Person


@whole
def load_catalogue(person: Person | None, catalogue: Catalogue, *, in_force_on: date, body: Body) -> Edition:
    """Bring the columns in line with an edition; nothing that was published is lost.

    New columns belong to `body`; the edition keeps the catalogue in the project's own format. Loading the
    edition that is in force already changes nothing. `person` None is the installation itself.
    """
    if person is not None:
        require(person, Role.ADMINISTRATOR, body, "目录")
    source = tomli_w.dumps(writing.table(catalogue))
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    current = Edition.objects.first()
    if current and (current.sha256, current.in_force_on) == (sha256, in_force_on):
        return current
    if current:
        _require_its_day(current, in_force_on)
    plan = edition_plan(catalogue)
    edition = Edition.objects.create(
        title=catalogue.title[:200],
        in_force_on=in_force_on,
        loaded_at=clock.now(),
        source=source,
        sha256=sha256,
    )
    items = _items(edition, catalogue.items)
    _bring_in_line(plan.steps, items, body)
    _put_in_order(plan.steps)
    tell_site()
    counts = {kind.value: len(plan.of(kind)) for kind in StepKind}
    sentence = f"载入目录“{edition.title}”，{in_force_on}起施行，共{len(items)}个末级栏目。"
    record(person, "载入目录", f"catalogue:{edition.pk}", sentence, body=body, details=counts)
    return edition


@whole
def set_outbound_url(person: Person, column: Column, url: str) -> Column:
    """Say where an outbound-link column leads; empty takes the address away."""
    held = _locked(column)
    require(person, Role.ADMINISTRATOR, held.body, f"栏目“{held.name}”")
    if held.kind is not ColumnKind.OUTBOUND_LINK:
        raise LawError(f"“{held.name}”不是转链栏目，不用填转链地址。")
    url = url.strip()
    if url:
        try:
            URLValidator(schemes=["http", "https"])(url)
        except ValidationError as fault:
            sentence = f"“{url}”不是网址；请写完整，如 https://www.zj.gov.cn/。"
            raise Faults([("outbound_url", sentence)]) from fault
    held.outbound_url = url
    held.save(update_fields=["outbound_url"])
    tell_site()
    sentence = f"{person.name}将栏目“{held.name}”的转链地址设为{url or '空'}。"
    record(person, "设转链地址", f"column:{held.code}", sentence, body=held.body)
    return held


@whole
def set_responsible_body(person: Person, column: Column, body: Body) -> Column:
    """Say which body keeps a column; documents that stand in it stay with theirs."""
    held = _locked(column)
    require(person, Role.ADMINISTRATOR, held.body, f"栏目“{held.name}”")
    held.body = body
    held.save(update_fields=["body"])
    tell_site()
    sentence = f"{person.name}将栏目“{held.name}”的责任单位定为{body.name}。"
    record(person, "定责任单位", f"column:{held.code}", sentence, body=body)
    return held


def _require_its_day(current: Edition, in_force_on: date) -> None:
    """Refuse an edition older than the one in force, and one that is not yet in force.

    Columns show the rule of the edition last loaded: too early, it would tell the public no law yet.
    """
    if in_force_on < current.in_force_on:
        earlier = f"{current.title}（{current.in_force_on}起施行）"
        raise LawError(f"这版目录的施行日期{in_force_on}早于现行的{earlier}；请核对施行日期。")
    if in_force_on > (today := clock.today()):
        raise LawError(
            f"这版目录{in_force_on}才施行，今天是{today}；请到施行之日载入，"
            "此前可以加 --dry-run 试运行，看有哪些变化。"
        )


def _locked(column: Column) -> Column:
    held = Column.objects.select_for_update(of=("self",), no_key=True)
    return held.select_related("item", "body").get(pk=column.pk)


def _items(edition: Edition, items: Sequence[Item]) -> dict[tuple[str, ...], CatalogueItem]:
    rows = [
        CatalogueItem(
            edition=edition,
            order=place,
            number=item.number,
            path=list(item.path),
            legal_basis_text=item.legal_basis_text,
            content=item.content,
            time_limit_text=item.time_limit_text,
            kind=item.column_kind.value,
            inherited=list(item.inherited),
            repairs=list(item.repairs),
        )
        for place, item in enumerate(items, 1)
    ]
    return {tuple(row.path): row for row in CatalogueItem.objects.bulk_create(rows)}


def _bring_in_line(
    steps: Sequence[ColumnStep], items: dict[tuple[str, ...], CatalogueItem], body: Body
) -> None:
    """Parents come before their children, so each finds its parent made.

    Columns that change their names or places first take their codes for names: two may change theirs.
    """
    moving = [step.column.pk for step in steps if step.column and step.before != step.path]
    Column.objects.filter(pk__in=moving).update(name=F("code"))
    made: dict[tuple[str, ...], Column] = {}
    number = next_code("column", sum(step.kind is StepKind.ADD for step in steps))
    for step in steps:
        if step.kind is StepKind.RETIRE and step.column:
            Column.objects.filter(pk=step.column.pk).update(is_retired=True)
        if step.kind is StepKind.RETIRE:
            continue
        column = step.column
        if column is None:
            column = Column(code=f"c{number:03d}", body=body, order=0)
            number += 1
        column.name, column.parent = step.path[-1], made.get(step.path[:-1])
        column.item, column.is_retired = items.get(step.path), False
        column.save()
        if column.item is not None:
            CatalogueItem.objects.filter(pk=column.item.pk).update(kept_by=column, branch=column.parent)
        made[step.path] = column


def _put_in_order(steps: Sequence[ColumnStep]) -> None:
    """Number the whole tree in the edition's order, retired columns last under their parent."""
    place = {step.path: number for number, step in enumerate(steps)}
    columns = list(Column.objects.select_related("parent"))
    names = {column.pk: column for column in columns}
    below: dict[int | None, list[Column]] = defaultdict(list)
    for column in columns:
        below[column.parent_id].append(column)

    def path(column: Column) -> tuple[str, ...]:
        parent = names.get(column.parent_id)
        return (*(path(parent) if parent else ()), column.name)

    def walk(parent: int | None) -> list[Column]:
        siblings = sorted(below[parent], key=lambda one: (one.is_retired, place.get(path(one), len(place))))
        return [column for one in siblings for column in (one, *walk(one.pk))]

    for order, column in enumerate(walk(None), 1):
        column.order = order
    Column.objects.bulk_update(columns, ["order"])
