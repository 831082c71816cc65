"""What a dry run says is what loading does."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from tests.web import factories

from gongkai.law import lawdata
from gongkai.law.catalogue import writing
from gongkai.law.catalogue.model import Catalogue
from gongkai.web.library import actions, queries
from gongkai.web.library.models import Column, Document
from gongkai.web.library.plan import EditionPlan, StepKind, edition_plan

pytestmark = pytest.mark.django_db
FIRST = date(2022, 7, 1)
CONTENTS = {
    "领导": "区政府领导姓名、职务、分工、照片、简历等",
    "机构": "机构职能、机构设置、办公地址、办公时间、联系方式",
    "预算": "部门预算编制说明、收支总表、三公经费支出",
    "决算": "部门决算收支情况、绩效评价结果、机关运行经费",
    "采购": "政府采购公告、中标结果、合同文本",
    "许可": "行政许可的依据、条件、程序、期限、办理结果",
    "处罚": "行政处罚的依据、程序、裁量基准和决定书摘要",
    "会议": "区政府全体会议的议题、议定事项和图解",
}
LIMITS = ("自该政府信息形成或者变更之日起20个工作日内", "10个工作日内", "及时公开", "")


def catalogue(rows: dict[str, tuple[str, str]], title: str = "示例目录") -> Catalogue:
    """Columns written 一级/二级 with content and time limit, read as from a file."""
    items = [
        {"number": number, "path": path.split("/"), "content": content, "time_limit": limit}
        for number, (path, (content, limit)) in enumerate(rows.items(), 1)
    ]
    return writing.catalogue({"form": 1, "title": title, "item": items}, lawdata.tables())


def now() -> dict[int, tuple[str, ...]]:
    """Every column with its path, as the database has it."""
    columns = {column.pk: column for column in Column.objects.all()}

    def path(column: Column) -> tuple[str, ...]:
        parent = columns.get(column.parent_id)
        return (*(path(parent) if parent else ()), column.name)

    return {pk: path(column) for pk, column in columns.items()}


def load(given: Catalogue, on: date, owner) -> None:
    actions.load_catalogue(None, given, in_force_on=on, body=owner)


def assert_done_as_said(plan: EditionPlan, before: dict[int, tuple[str, ...]]) -> None:
    """Each step of the plan against the columns as they are after loading."""
    after = now()
    for step in plan.steps:
        if step.kind is StepKind.ADD:
            assert [pk for pk, path in after.items() if path == step.path and pk not in before]
            continue
        column = Column.objects.get(pk=step.column.pk)
        assert before[column.pk] == step.before
        assert column.is_retired is (step.kind is StepKind.RETIRE)
        if step.kind is not StepKind.RETIRE:
            assert after[column.pk] == step.path
    assert {column.pk for column in queries.columns() if not column.is_retired} == {
        pk for pk, path in after.items() if path in {one.path for one in plan.steps if one.kind != "retire"}
    } - {column.pk for column in queries.columns() if column.is_retired}


def assert_compared_alike(plan: EditionPlan) -> None:
    """The comparison that is shown and the steps that are done come to the same columns."""
    leaves = [step for step in plan.steps if step.item is not None]
    found = plan.comparison
    pairs = {pair.after.path: pair for pair in found.pairs}
    for step in leaves:
        pair = pairs.get(step.path)
        assert (pair is None) == (step.path in {item.path for item in found.added})
        if pair is None:
            continue
        assert pair.before.path == step.before
        assert pair.is_moved is (step.kind is StepKind.MOVE)
        assert pair.is_renamed or step.kind is not StepKind.RENAME
    retired = {step.path for step in plan.of(StepKind.RETIRE)}
    assert {item.path for item in found.removed} - {step.before for step in plan.steps} <= retired


@pytest.fixture
def owner():
    return factories.body("示例区人民政府办公室")


def test_every_sort_of_change_happens_as_it_was_told(owner):
    rows = {f"公开/{name}": (CONTENTS[name], LIMITS[0]) for name in ("领导", "机构", "预算", "采购", "会议")}
    load(catalogue(rows), FIRST, owner)
    holding = {name: factories.document(Column.objects.get(name=name)) for name in ("机构", "采购", "会议")}
    newer = catalogue(
        {
            "公开/区领导之窗": (CONTENTS["领导"], LIMITS[0]),
            "组织/机构": (CONTENTS["机构"], LIMITS[1]),
            "公开/预算": (CONTENTS["预算"], LIMITS[1]),
            "公开/采购": (CONTENTS["采购"], LIMITS[0]),
            "公开/处罚": (CONTENTS["处罚"], LIMITS[2]),
        }
    )
    plan, before = edition_plan(newer), now()
    found = plan.comparison
    assert [pair.after.path[-1] for pair in found.renamed] == ["区领导之窗"]
    assert [(pair.before.path, pair.after.path) for pair in found.moved] == [
        (("公开", "机构"), ("组织", "机构"))
    ]
    assert {pair.after.path[-1] for pair in found.changed} == {"机构", "预算"}
    assert [item.path[-1] for item in found.added] == ["处罚"]
    assert [item.path[-1] for item in found.removed] == ["会议"]
    assert plan.documents[("公开", "会议")] == 1
    load(newer, date(2023, 7, 1), owner)
    assert_done_as_said(plan, before)
    assert_compared_alike(plan)
    for name, document in holding.items():
        document.refresh_from_db()
        assert document.column.name == name


def test_a_column_out_of_use_comes_back_by_its_path_and_is_told_so(owner):
    rows = {"甲/预算": (CONTENTS["预算"], LIMITS[0]), "甲/采购": (CONTENTS["采购"], LIMITS[0])}
    load(catalogue(rows), FIRST, owner)
    place = Column.objects.get(name="预算")
    factories.document(place)
    load(catalogue({"甲/采购": rows["甲/采购"]}), date(2023, 7, 1), owner)
    plan = edition_plan(catalogue(rows))
    (step,) = plan.of(StepKind.RESTORE)
    assert (step.column, step.documents) == (place, 1)
    assert [item.path for item in plan.comparison.added] == [("甲", "预算")]


def test_a_column_with_documents_that_is_divided_goes_on_below_itself(owner):
    """已有文件的栏目下面分了栏目：原栏目沿用为其中一个，文件和网址跟着走。"""
    both = f"{CONTENTS['预算']}；{CONTENTS['决算']}"
    load(catalogue({"财政/预算决算": (both, LIMITS[0])}), FIRST, owner)
    place = Column.objects.get(name="预算决算")
    document = factories.document(place)
    new = catalogue({f"财政/预算决算/{name}": (CONTENTS[name], LIMITS[0]) for name in ("预算", "决算")})
    plan, before = edition_plan(new), now()
    load(new, date(2023, 7, 1), owner)
    assert_done_as_said(plan, before)
    document.refresh_from_db()
    assert document.column == place
    assert now()[place.pk][:2] == ("财政", "预算决算")
    assert len(plan.comparison.split) == 1


def test_two_columns_may_change_their_names(owner):
    old = {
        "甲/领导": (CONTENTS["领导"], ""),
        "甲/机构": (CONTENTS["机构"], ""),
        "甲/会议": (CONTENTS["会议"], ""),
    }
    new = {
        "乙/机构": (CONTENTS["领导"], ""),
        "乙/领导": (CONTENTS["机构"], ""),
        "乙/会议": (CONTENTS["会议"], ""),
    }
    load(catalogue(old), FIRST, owner)
    plan, before = edition_plan(catalogue(new)), now()
    load(catalogue(new), date(2023, 7, 1), owner)
    assert_done_as_said(plan, before)


@pytest.mark.parametrize("seed", range(4))
def test_one_edition_after_another_loses_no_column_and_does_as_it_said(seed, owner):
    chance = Random(seed)
    codes: dict[int, str] = {}
    for year in range(8):
        given = catalogue(_any_rows(chance), f"{2022 + year}年版")
        plan, before = edition_plan(given), now()
        load(given, FIRST + timedelta(days=year), owner)
        assert_done_as_said(plan, before)
        assert_compared_alike(plan)
        held = {column.pk: column.code for column in Column.objects.all()}
        assert codes.items() <= held.items()
        codes = held
        place = chance.choice(queries.leaf_columns())
        if not place.is_retired:
            factories.document(place)
    assert Document.objects.count() == Counter(Document.objects.values_list("column_id", flat=True)).total()
    assert len(codes) >= 4


def _any_rows(chance: Random) -> dict[str, tuple[str, str]]:
    """Leaves under a few branches, names and contents dealt anew."""
    rows: dict[str, tuple[str, str]] = {}
    for content in chance.sample(list(CONTENTS), chance.randint(3, 8)):
        name = chance.choice([content, content, f"{content}信息", chance.choice(list(CONTENTS))])
        branch = chance.choice(["甲", "乙", "甲/丙", "丁", ""])
        path = f"{branch}/{name}".strip("/")
        rows[path] = (CONTENTS[content], chance.choice(LIMITS))
    return rows
