"""An office for the tests of the library."""

import pytest
from tests.web import factories

from gongkai.law.review import Role
from gongkai.web.library.models import Column
from gongkai.web.org.models import Person


@pytest.fixture
def place(db: None) -> Column:
    """A column of a body of its own."""
    return factories.column()


@pytest.fixture
def staff(place: Column) -> dict[Role, Person]:
    """One person for each role of that body."""
    return factories.office(place.body)
