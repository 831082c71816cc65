"""Editions: columns kept in line, nothing lost."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.web import factories

from gongkai.law import lawdata
from gongkai.law.catalogue.model import Catalogue, Item
from gongkai.law.errors import Conflict, Faults, LawError, NotAllowed
from gongkai.law.review import Role, Status
from gongkai.law.vocabulary import ColumnKind
from gongkai.web import clock
from gongkai.web.audit.models import AuditLine
from gongkai.web.library import actions, queries
from gongkai.web.library.models import CatalogueItem, Column, Edition, OutboxEntry
from gongkai.web.library.plan import StepKind, edition_plan
from gongkai.web.org import actions as org
from gongkai.web.org.models import Person

pytestmark = pytest.mark.django_db
LIMIT = factories.LIMIT
FIRST, SECOND = date(2022, 7, 1), date(2023, 7, 1)


def catalogue(*paths: str, title: str = "示例目录", **kinds: ColumnKind) -> Catalogue:
    """A catalogue of leaf columns, each written 一级/二级/…"""
    items = tuple(
        Item(
            number,
            tuple(path.split("/")),
            time_limit_text=LIMIT,
            column_kind=kinds.get(path, ColumnKind.NOTICE),
        )
        for number, path in enumerate(paths, 1)
    )
    return Catalogue(title, items)


@pytest.fixture
def owner():
    return factories.body("示例区人民政府办公室")


@pytest.fixture
def administrator(owner):
    return factories.person(Role.ADMINISTRATOR, body=owner)


def tree():
    columns = queries.columns()
    names = {column.pk: column for column in columns}

    def path(column):
        return (f"{path(names[column.parent_id])}/" if column.parent_id else "") + column.name

    return [path(column) for column in columns]


def load(owner, *paths, on=FIRST):
    return actions.load_catalogue(None, catalogue(*paths), in_force_on=on, body=owner)


def test_the_seed_becomes_a_tree_of_75_leaf_columns(owner):
    seed = lawdata.catalogue("xihu-2022")
    edition = actions.load_catalogue(None, seed, in_force_on=FIRST, body=owner)
    leaves = queries.leaf_columns()
    assert len(leaves) == len(seed.items) == 75
    assert [tuple(column.item.path) for column in leaves] == [item.path for item in seed.items]
    assert [column.name for column in queries.columns() if column.parent is None] == [
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "专题",
        "公共企事业单位信息公开专栏",
        "政府信息公开工作年度报告",
    ]
    assert [column.code for column in queries.columns()][:3] == ["c001", "c002", "c003"]
    assert lawdata.catalogue_from(edition.source) == seed
    assert [row.topic for row in OutboxEntry.objects.all()] == ["site"]


def test_loading_the_same_edition_again_changes_nothing(owner):
    first = load(owner, "甲/乙", "甲/丙")
    rows = AuditLine.objects.count(), OutboxEntry.objects.count()
    assert load(owner, "甲/乙", "甲/丙") == first
    assert (AuditLine.objects.count(), OutboxEntry.objects.count()) == rows


def test_a_new_edition_keeps_codes_adds_moves_and_retires(owner):
    load(owner, "甲/乙", "甲/丙", "丁", "戊/己")
    codes = dict(zip(tree(), [column.code for column in queries.columns()], strict=True))
    load(owner, "甲/新", "甲/丙", "庚/己", "丁", on=SECOND)
    now = dict(zip(tree(), [column.code for column in queries.columns()], strict=True))
    # What the new edition drops stays, last under its parent: it owed something until that day.
    assert list(now) == ["甲", "甲/新", "甲/丙", "甲/乙", "庚", "庚/己", "丁", "戊"]
    assert [one.name for one in queries.columns() if one.is_retired] == ["乙", "戊"]
    assert now["甲/丙"] == codes["甲/丙"]
    assert now["庚/己"] == codes["戊/己"]
    assert now["丁"] == codes["丁"]
    assert now["甲/新"] not in codes.values()
    assert Edition.objects.count() == 2
    assert queries.column(now["丁"]).item.edition.in_force_on == SECOND


def test_codes_are_never_used_twice(owner):
    load(owner, "甲", "乙")
    load(owner, "甲", on=SECOND)
    load(owner, "甲", "丙", on=date(2024, 7, 1))
    assert [column.code for column in queries.columns()] == ["c001", "c003", "c002"]


def test_a_branch_that_moves_takes_its_leaves_along(owner):
    load(owner, "甲/枝/乙", "甲/枝/丙", "丁")
    codes = {column.name: column.code for column in queries.columns()}
    load(owner, "甲", "丁/枝/乙", "丁/枝/丙", on=SECOND)
    assert {column.name: column.code for column in queries.columns()}["乙"] == codes["乙"]
    assert tree() == ["甲", "丁", "丁/枝", "丁/枝/乙", "丁/枝/丙"]


def test_a_column_with_documents_that_the_new_edition_drops_is_retired_and_they_stay_public(owner):
    load(owner, "甲/乙", "甲/丙")
    place = Column.objects.get(name="乙")
    done = factories.published(factories.document(place))
    load(owner, "甲/丙", on=SECOND)
    assert tree() == ["甲", "甲/丙", "甲/乙"]
    place.refresh_from_db()
    assert place.is_retired
    assert list(queries.published().filter(column=place).order_by("-sequence")) == [done]
    load(owner, "甲/乙", "甲/丙", on=date(2024, 7, 1))
    place.refresh_from_db()
    assert not place.is_retired
    assert tree() == ["甲", "甲/乙", "甲/丙"]


def test_a_whole_branch_with_documents_below_is_retired_together(owner):
    load(owner, "甲/乙", "丁")
    factories.document(Column.objects.get(name="乙"))
    load(owner, "丁", on=SECOND)
    assert tree() == ["丁", "甲", "甲/乙"]
    assert Column.objects.get(name="甲").is_retired


def test_the_plan_says_beforehand_what_loading_does_and_changes_nothing(owner):
    load(owner, "甲/乙", "甲/丙", "戊/己")
    factories.document(Column.objects.get(name="乙"))
    new = catalogue("甲/丙", "庚/己", "甲/新")
    slower = replace(new, items=(replace(new.items[0], time_limit_text="动态更新"), *new.items[1:]))
    before = tree()
    plan = edition_plan(slower)
    told = {"/".join(step.path): step.kind for step in plan.steps}
    assert told == {
        "甲": StepKind.KEEP,
        "甲/丙": StepKind.KEEP,
        "甲/新": StepKind.ADD,
        "庚": StepKind.ADD,
        "庚/己": StepKind.MOVE,
        "甲/乙": StepKind.RETIRE,
        "戊": StepKind.RETIRE,
    }
    assert ["/".join(step.path) for step in plan.steps if step.is_rule_changed] == ["甲/丙"]
    assert tree() == before


@pytest.mark.parametrize(
    ("paths", "sentence"),
    [
        ((), "没有读到任何公开事项"),
        (("甲/乙", "甲/乙"), "两行都是“甲 › 乙”"),
        (("甲", "甲/乙"), "下面还有栏目"),
    ],
)
def test_a_tree_that_cannot_be_kept_is_refused_whole(owner, paths, sentence):
    load(owner, "甲/乙")
    with pytest.raises(LawError, match=sentence):
        load(owner, *paths, on=SECOND)
    assert tree() == ["甲", "甲/乙"]
    assert Edition.objects.count() == 1


def test_a_leaf_with_documents_cannot_become_a_branch(owner):
    load(owner, "甲")
    factories.document(Column.objects.get(name="甲"))
    with pytest.raises(Faults, match="“甲”里有1份文件"):
        load(owner, "甲/乙", on=SECOND)


def test_an_edition_older_than_the_one_in_force_is_refused(owner):
    load(owner, "甲", on=SECOND)
    with pytest.raises(LawError, match="早于现行的"):
        load(owner, "甲", "乙", on=FIRST)


def test_an_edition_that_is_not_yet_in_force_waits_for_its_day(owner):
    """提前载入，网站就会把还没有施行的时限告诉公众。"""
    load(owner, "甲", on=FIRST)
    day_before = clock.at(datetime(2023, 6, 30, 2, tzinfo=UTC))
    with day_before, pytest.raises(LawError, match="2023-07-01才施行，今天是2023-06-30"):
        load(owner, "甲", "乙", on=SECOND)
    assert not Column.objects.filter(name="乙").exists()
    with clock.at(datetime(2023, 7, 1, 2, tzinfo=UTC)):
        load(owner, "甲", "乙", on=SECOND)


def test_only_an_administrator_of_the_body_loads_and_links(owner, administrator):
    without = factories.person(Role.EDITOR, Role.FINAL_REVIEWER, body=owner)
    foreign = factories.person(*Role, body=factories.body("示例区教育局"))
    seed = catalogue("甲", "乙", 乙=ColumnKind.OUTBOUND_LINK)
    for stranger in (without, foreign):
        with pytest.raises(NotAllowed):
            actions.load_catalogue(stranger, seed, in_force_on=FIRST, body=owner)
    actions.load_catalogue(administrator, seed, in_force_on=FIRST, body=owner)
    link = Column.objects.get(name="乙")
    for stranger in (without, foreign):
        with pytest.raises(NotAllowed):
            actions.set_outbound_url(stranger, link, "https://example.com/")
    assert actions.set_outbound_url(administrator, link, " https://example.com/ ").outbound_url
    for wrong in ("example", "javascript:alert(1)", "ftp://example.com/"):
        with pytest.raises(Faults, match="不是网址"):
            actions.set_outbound_url(administrator, link, wrong)
    with pytest.raises(LawError, match="不是转链栏目"):
        actions.set_outbound_url(administrator, Column.objects.get(name="甲"), "https://example.com/")


def test_another_body_becomes_responsible_for_a_column(owner, administrator):
    load(owner, "甲")
    other = factories.body("示例区教育局")
    assert actions.set_responsible_body(administrator, Column.objects.get(), other).body == other


def test_an_installation_begins_with_body_columns_and_administrator_or_with_nothing():
    given = {
        "in_force_on": FIRST,
        "body_code": "qzfb",
        "body_name": "示例区人民政府办公室",
        "credit_code": "119901000MB0A0001J",
        "administrator": "赵启明",
    }
    with pytest.raises(Faults, match="统一社会信用代码"):
        actions.installed(catalogue("甲"), **given | {"credit_code": "1"})
    with pytest.raises(LawError):
        actions.installed(catalogue(), **given)
    assert (Column.objects.count(), Person.objects.count(), CatalogueItem.objects.count()) == (0, 0, 0)
    made = actions.installed(catalogue("甲", "乙"), **given)
    assert made.columns == 2
    assert made.administrator.check_password(made.password)
    assert org.may_administer(made.administrator, made.body)
    with pytest.raises(Conflict, match="已经装好了"):
        actions.installed(catalogue("甲"), **given)


def test_a_document_in_a_moved_column_stays_where_it_was(owner):
    load(owner, "甲/乙")
    done = factories.published(factories.document(Column.objects.get(name="乙")))
    load(owner, "丙/乙", on=SECOND)
    done.refresh_from_db()
    assert (done.status, tuple(done.column.item.path)) == (Status.PUBLISHED, ("丙", "乙"))
