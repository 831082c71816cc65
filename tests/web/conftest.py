"""The database of the web tests: a file, and guards that step aside for clearing."""

import os
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

GUARDS = (
    import_module("gongkai.web.audit.migrations.0002_append_only"),
    import_module("gongkai.web.library.migrations.0002_guards"),
)


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
        for guard in GUARDS:
            with connection.schema_editor() as editor:
                guard.unguard(None, editor)
        try:
            return emptied(case)
        finally:
            for guard in GUARDS:
                with connection.schema_editor() as editor:
                    guard.guard(None, editor)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = emptied
