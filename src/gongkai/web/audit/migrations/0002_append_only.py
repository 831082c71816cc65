"""The audit cannot be changed or shortened, whoever asks the database."""

from django.db import migrations

SQLITE = {
    "audit_line_never_changed": "BEFORE UPDATE ON audit_auditline",
    "audit_line_never_removed": "BEFORE DELETE ON audit_auditline",
}
POSTGRESQL = [
    """
    CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '审计记录只能追加，不能修改或删除'; END $$
    """,
    """
    CREATE TRIGGER audit_line_never_changed BEFORE UPDATE OR DELETE ON audit_auditline
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()
    """,
    """
    CREATE TRIGGER audit_line_never_emptied BEFORE TRUNCATE ON audit_auditline
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()
    """,
]


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, when in SQLITE.items():
            schema_editor.execute(
                f"CREATE TRIGGER {name} {when} BEGIN "
                "SELECT RAISE(ABORT, '审计记录只能追加，不能修改或删除'); END"
            )
    else:
        for statement in POSTGRESQL:
            schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in SQLITE:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    else:
        schema_editor.execute("DROP FUNCTION IF EXISTS audit_is_append_only() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
