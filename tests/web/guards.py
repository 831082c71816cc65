"""Taking the database's guards off, as its keeper could."""

from importlib import import_module
from types import SimpleNamespace

from django.db import connection

_MIGRATIONS = (
    import_module("gongkai.web.audit.migrations.0002_append_only"),
    import_module("gongkai.web.library.migrations.0002_guards"),
)


def take_off() -> None:
    """Drop every trigger that refuses changes."""
    for migration in _MIGRATIONS:
        migration.unguard(None, _editor())


def put_on() -> None:
    """Set the triggers again."""
    for migration in _MIGRATIONS:
        migration.guard(None, _editor())


def _editor() -> SimpleNamespace:
    # Django's own schema editor cannot be opened inside a test's transaction on SQLite.
    return SimpleNamespace(connection=connection, execute=connection.cursor().execute)
