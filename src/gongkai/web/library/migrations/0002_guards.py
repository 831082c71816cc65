"""Versions and review acts never change; an index number is for ever."""

from django.db import migrations

# name → (table, when, condition on SQLite, condition on PostgreSQL, sentence)
GUARDS = {
    "index_number_never_changed": (
        "library_document",
        "UPDATE",
        "OLD.index_number IS NOT NULL AND NEW.index_number IS NOT OLD.index_number",
        "OLD.index_number IS NOT NULL AND NEW.index_number IS DISTINCT FROM OLD.index_number",
        "索引号一经使用不能更改",
    ),
    "numbered_document_never_removed": (
        "library_document",
        "DELETE",
        "OLD.index_number IS NOT NULL",
        "OLD.index_number IS NOT NULL",
        "公开过的文件不能删除，只能撤下",
    ),
    "version_never_changed": ("library_version", "UPDATE", "1", "true", "文件的历史稿不能修改"),
    "version_never_removed": ("library_version", "DELETE", "1", "true", "文件的历史稿不能删除"),
    "review_act_never_changed": ("library_reviewact", "UPDATE", "1", "true", "审查记录不能修改"),
    "review_act_never_removed": ("library_reviewact", "DELETE", "1", "true", "审查记录不能删除"),
}


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, (table, act, condition, _, sentence) in GUARDS.items():
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {act} ON {table} WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            )
        return
    schema_editor.execute(
        "CREATE FUNCTION library_guard() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0]; END $$"
    )
    for name, (table, act, _, condition, sentence) in GUARDS.items():
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW WHEN ({condition}) "
            f"EXECUTE FUNCTION library_guard('{sentence}')"
        )


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in GUARDS:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    else:
        schema_editor.execute("DROP FUNCTION IF EXISTS library_guard() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
