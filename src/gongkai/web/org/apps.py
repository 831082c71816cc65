"""The app org."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    """App configuration of org."""

    name = "gongkai.web.org"
    label = "org"
