"""The app audit."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """App configuration of audit."""

    name = "gongkai.web.audit"
    label = "audit"
