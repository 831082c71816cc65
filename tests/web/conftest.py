"""The database of the web tests, and clearing it."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from tests.web import guards

# Hundreds of people are made here; Argon2, slow by design, is tried where signing in is.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_xdist_suffix: None) -> None:
    """SQLite in a file, as in an office: in memory, threads would share one connection's locks."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        name = f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}.sqlite3"
        database.setdefault("TEST", {})["NAME"] = settings.HOME / name


@pytest.fixture(autouse=True, scope="session")
def clearing_after_transactions() -> Iterator[None]:
    """After a test with real transactions Django empties all tables; the guards refuse that to everybody."""
    emptied = TransactionTestCase._fixture_teardown

    def teardown(case: TransactionTestCase) -> None:
        guards.take_off()
        try:
            return emptied(case)
        finally:
            guards.put_on()

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = emptied
