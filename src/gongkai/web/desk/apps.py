"""The app desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """App configuration of desk."""

    name = "gongkai.web.desk"
    label = "desk"
