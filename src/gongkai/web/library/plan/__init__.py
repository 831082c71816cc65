"""What documents lack, and what a new edition means."""

from gongkai.web.library.collect import dates_of
from gongkai.web.library.plan.edition import ColumnStep, EditionPlan, StepKind, edition_plan
from gongkai.web.library.plan.fields import FieldPlan, RelationPlan, fields_for, missing, relation_for

__all__ = [
    "ColumnStep",
    "EditionPlan",
    "FieldPlan",
    "RelationPlan",
    "StepKind",
    "dates_of",
    "edition_plan",
    "fields_for",
    "missing",
    "relation_for",
]
