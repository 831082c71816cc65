"""The app bake."""

from django.apps import AppConfig


class BakeConfig(AppConfig):
    """App configuration of bake."""

    name = "gongkai.web.bake"
    label = "bake"
