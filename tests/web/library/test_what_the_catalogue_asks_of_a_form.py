"""The elements of a content cell as an editor meets them."""

import pytest
from tests.web import factories

from gongkai.law.elements import ElementType
from gongkai.web.library import plan
from gongkai.web.library.models import Column
from gongkai.web.library.plan.fields import HOLDS

pytestmark = pytest.mark.django_db


def column(content: str) -> Column:
    """A column whose content cell reads so."""
    made = factories.column()
    assert made.item is not None
    made.item.content = content
    made.item.save(update_fields=["content"])
    return made


def test_an_element_with_a_field_of_its_own_is_demanded_by_the_name_it_has_in_the_catalogue() -> None:
    fields = {field.name: field for field in plan.fields_for(column("标题、发文字号、发布部门、正文"))}
    assert fields["document_number"].is_required
    assert fields["document_number"].why == "目录要求本栏目公开“发文字号”"
    assert fields["issuing_body"].is_required
    assert fields["text"].why == ""


def test_an_element_that_may_be_missing_has_a_field_and_is_not_demanded() -> None:
    fields = {field.name: field for field in plan.fields_for(column("标题、文号（如有）、有效期、正文"))}
    assert not fields["document_number"].is_required
    assert not fields["expires_on"].is_required


def test_elements_without_a_field_of_their_own_are_asked_of_the_text_and_its_attachments() -> None:
    fields = {
        field.name: field for field in plan.fields_for(column("姓名、职务、照片、简历、流程图（如有）"))
    }
    asked = "目录要求正文写明：姓名、职务、简历；正文或附件里要有：照片；有的话也放上：流程图。"
    assert fields["text"].why == asked


def test_every_type_of_element_has_its_place_in_a_form() -> None:
    assert set(HOLDS) == set(ElementType)
