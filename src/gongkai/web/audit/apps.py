"""The app audit."""

from importlib import import_module

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """App configuration of audit."""

    name = "gongkai.web.audit"
    label = "audit"

    def ready(self) -> None:
        """Listen to what happens."""
        import_module("gongkai.web.audit.receivers")
