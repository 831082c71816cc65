"""The app oversight."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """App configuration of oversight."""

    name = "gongkai.web.oversight"
    label = "oversight"
