"""Whether an installation can be served at all."""

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from gongkai.law.errors import LawError


def require_set_up() -> None:
    """Raises LawError unless the database has all its tables, DatabaseError where it cannot be read."""
    try:
        missing = missing_migrations()
    finally:
        connection.close()
    if missing:
        raise LawError(
            f"目录 {settings.HOME} 还没有初始化，或数据库不是这一版的："
            "请先运行 gongkai init（空的）或 gongkai demo（带示例）。"
        )


def missing_migrations() -> list[str]:
    """The migrations that the database has not had yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
